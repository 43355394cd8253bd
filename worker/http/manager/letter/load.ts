import { managedBy } from '../../../domain/people/permission.ts'
import { findLetter, type Stored } from '../../../storage/letter/delivery.ts'
import { type AppContext, identityOf } from '../../context.ts'

/** A letter of a managed programme; null if it does not exist or is not hers, which look the same. */
export async function letterFor(c: AppContext): Promise<Stored | null> {
  const id = (c.req.param('id') ?? '').replace(/^let_/, '')
  return findLetter(c.get('platform'), `let_${id}`, managedBy(identityOf(c).actor))
}
