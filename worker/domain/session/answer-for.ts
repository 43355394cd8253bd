import type { Decision } from '../decision.ts'
import type { PersonId } from '../ids.ts'
import type { Answerer } from '../offer/answer.ts'
import type { Refusal } from '../refusals.ts'
import { refuse, type Result } from '../result.ts'
import type { SessionSituation } from '../situation.ts'
import { decideReply } from './reply.ts'
import { inviteOf, type Partstat } from './session.ts'

/** An answer to the current revision that no calendar gave: from a link, from the manager, or read in a mail. */
export function decideAnswerFor(
  situation: SessionSituation,
  { personId, partstat }: { readonly personId: PersonId; readonly partstat: Partstat },
  by: Answerer,
): Result<Decision, Refusal> {
  const { session, now } = situation
  const invite = inviteOf(session, personId)
  if (!invite) return refuse({ reason: 'not-invited' })
  const { uid, sequence } = invite
  const stamps = { dtstamp: null, replyTime: null, mailDate: null, at: now }
  return decideReply(situation, { uid, partstat, answer: { byId: by.id, via: by.door, sequence, ...stamps } })
}
