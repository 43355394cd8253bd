import type { PairingId, SessionId } from '../../domain/ids.ts'
import { manages } from '../../domain/people/permission.ts'
import type { SessionSituation, Situation } from '../../domain/situation.ts'
import { findSessionSituation, findSituation } from '../../storage/situation.ts'
import { type AppContext, identityOf } from '../context.ts'

export function sessionIdIn(c: AppContext): SessionId {
  return `ses_${(c.req.param('id') ?? '').replace(/^ses_/, '')}`
}

export function pairingIdIn(c: AppContext): PairingId {
  return `pai_${(c.req.param('id') ?? '').replace(/^pai_/, '')}`
}

/** A session of a managed programme; null if it does not exist or is not hers, which look the same. */
export async function sessionSituationFor(c: AppContext): Promise<SessionSituation | null> {
  const situation = await findSessionSituation(c.get('platform'), sessionIdIn(c))
  return situation && manages(identityOf(c).actor, situation.programme.id) ? situation : null
}

export async function pairingSituationFor(c: AppContext): Promise<Situation | null> {
  const situation = await findSituation(c.get('platform'), pairingIdIn(c))
  return situation && manages(identityOf(c).actor, situation.programme.id) ? situation : null
}
