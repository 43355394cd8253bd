import type { PairingId, SessionId } from '../../domain/ids.ts'
import { manages } from '../../domain/people/permission.ts'
import type { SessionSituation, Situation } from '../../domain/situation.ts'
import { findSessionSituation, findSituation } from '../../storage/situation.ts'
import { type AppContext, identityOf } from '../context.ts'

/** A session through its manager; null where it is not there or not hers, which look the same. */
export async function sessionFor(c: AppContext): Promise<SessionSituation | null> {
  const id: SessionId = `ses_${(c.req.param('id') ?? '').replace(/^ses_/, '')}`
  const situation = await findSessionSituation(c.get('platform'), id)
  return situation && manages(identityOf(c).actor, situation.programme.id) ? situation : null
}

export async function pairingFor(c: AppContext): Promise<Situation | null> {
  const id: PairingId = `pai_${(c.req.param('id') ?? '').replace(/^pai_/, '')}`
  const situation = await findSituation(c.get('platform'), id)
  return situation && manages(identityOf(c).actor, situation.programme.id) ? situation : null
}
