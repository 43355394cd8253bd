import type { ProgrammeId } from '../../../domain/ids.ts'
import { findLetter, type Stored } from '../../../storage/letter/delivery.ts'
import { type AppContext, identityOf } from '../../context.ts'

/** A letter of a managed programme; null if it does not exist or is not hers, which look the same. */
export async function letterFor(c: AppContext): Promise<Stored | null> {
  const id = (c.req.param('id') ?? '').replace(/^let_/, '')
  return findLetter(c.get('platform').db, `let_${id}`, managedBy(c))
}

/** The programmes that the signed-in person manages. */
export function managedBy(c: AppContext): readonly ProgrammeId[] {
  const { memberships } = identityOf(c).actor
  return memberships.flatMap(({ role, programmeId }) => (role === 'manager' ? [programmeId] : []))
}
