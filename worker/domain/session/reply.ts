import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { SessionSituation } from '../situation.ts'
import { step } from '../step.ts'
import { answerableSequence, type Invite, type InviteAnswer, type Partstat, type Session } from './session.ts'

/** An answer to one revision of one invite, through any door. */
export type Reply = {
  readonly uid: string
  readonly partstat: Partstat
  readonly answer: InviteAnswer
}

/**
 * RFC 5546 §3.2.3: a reply answers one revision of the event, and is stale only against what that calendar was handed. Of
 * two replies, `isNewer` decides.
 */
export function decideReply(situation: SessionSituation, reply: Reply): Result<Decision, Refusal> {
  const { session, now } = situation
  const invite = session.invites.find((each) => each.uid === reply.uid)

  if (!invite) return refuse({ reason: 'not-invited' })
  if (session.status !== 'fixed' || !session.time || !invite.live) return refuse({ reason: 'not-fixed' })
  if (session.time.end <= now) return refuse({ reason: 'already-over', end: session.time.end })
  const outdated = whyOutdated(invite, reply.answer)
  const answer = asKnownOf(invite, reply.answer)
  if (outdated?.reason !== 'stale-sequence' && sameAnswer({ ...reply, answer }, invite))
    return accept(NO_CHANGE)
  if (outdated) return refuse(outdated)

  const { partstat } = reply
  const answered = withAnswer(session, invite, { partstat, answer })
  const by: By = { id: answer.byId, door: answer.via }
  const detail = { person: invite.personId, partstat, sequence: answer.sequence }
  return accept({
    ...NO_CHANGE,
    sessions: [step(session, answered, { code: 'answered', at: now, by, detail })],
  })
}

/**
 * Why an answer no longer counts; null: it does. Asked of every answer to an invite, whether it says yes, no, or another
 * time.
 */
export function whyOutdated(invite: Invite, said: InviteAnswer): Outdated | null {
  const current = answerableSequence(invite)
  if (said.sequence < current) return { reason: 'stale-sequence', current }
  const isOlder = invite.answer !== null && !isNewer(asKnownOf(invite, said), invite.answer)
  return isOlder ? { reason: 'superseded' } : null
}

type Outdated = Extract<Refusal, { readonly reason: 'stale-sequence' | 'superseded' }>

/** Nobody can answer a revision that does not exist yet: such a number would beat every later answer. */
export function asKnownOf({ sequence }: Invite, answer: InviteAnswer): InviteAnswer {
  return { ...answer, sequence: Math.min(answer.sequence, sequence) }
}

/** The session with what was said last for one invite. */
export function withAnswer(
  session: Session,
  { id }: Invite,
  said: { readonly partstat: Partstat; readonly answer: InviteAnswer },
): Session {
  const invites = session.invites.map((each) => (each.id === id ? { ...each, ...said } : each))
  return { ...session, invites }
}

/**
 * Between doors, arrival decides. For mail: SEQUENCE, DTSTAMP, X-MICROSOFT-CDO-REPLYTIME, the mail's Date, arrival,
 * because Outlook for Mac and Google send different answers with equal SEQUENCE and DTSTAMP. If all are equal, `one`,
 * which came later, is newer.
 */
export function isNewer(one: InviteAnswer, other: InviteAnswer): boolean {
  if (one.via !== other.via || one.via !== 'calendar') return one.at >= other.at
  const ordered = [
    [one.sequence, other.sequence],
    [one.dtstamp, other.dtstamp],
    [one.replyTime, other.replyTime],
    [one.mailDate, other.mailDate],
    [one.at, other.at],
  ] as const
  for (const [mine, theirs] of ordered)
    if (mine !== null && theirs !== null && mine !== theirs) return mine > theirs
  return true
}

function sameAnswer(reply: Reply, invite: Invite): boolean {
  const { answer } = invite
  return (
    answer !== null &&
    invite.partstat === reply.partstat &&
    answer.via === reply.answer.via &&
    answer.byId === reply.answer.byId &&
    answer.sequence === reply.answer.sequence &&
    answer.dtstamp === reply.answer.dtstamp
  )
}
