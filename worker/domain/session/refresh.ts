import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import { calendarLetter } from '../letter/write.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { SessionSituation } from '../situation.ts'
import { step } from '../step.ts'
import { HOUR, type Instant } from '../time/time.ts'
import type { Invite } from './session.ts'

/**
 * RFC 5546 §3.2.6: the attendee who asks gets the current REQUEST with the same SEQUENCE; nobody else gets one.
 * `isAnswered`: a letter of `refreshKey` was written less than an hour ago. One revision is sent again once an hour,
 * however often it is asked for.
 */
export function decideRefresh(
  situation: SessionSituation,
  { uid, isAnswered }: { readonly uid: string; readonly isAnswered: boolean },
  by: By,
): Result<Decision, Refusal> {
  const { session, now } = situation
  const invite = inviteWith(situation, uid)
  if (!invite) return refuse({ reason: 'not-invited' })
  if (session.status !== 'fixed' || !session.time) return refuse({ reason: 'not-fixed' })
  if (session.time.end <= now) return refuse({ reason: 'already-over', end: session.time.end })
  if (isAnswered) return accept(NO_CHANGE)

  const { outgoing, link } = calendarLetter(situation, session, invite, {
    method: 'REQUEST',
    time: session.time,
  })
  return accept({
    ...NO_CHANGE,
    sessions: [
      step(session, session, { code: 'refreshed', at: now, by, detail: { person: invite.personId } }),
    ],
    letters: [{ ...outgoing, dedupeKey: keyOf(invite, now) }],
    links: link ? [link] : [],
  })
}

/** The dedupe key of the letter that answers now; null if there is no such invite. */
export function refreshKey(situation: SessionSituation, uid: string): string | null {
  const invite = inviteWith(situation, uid)
  return invite && keyOf(invite, situation.now)
}

/** A text change keeps SEQUENCE and has a later DTSTAMP: both together name the revision. */
function keyOf({ uid, sequence, stampedAt }: Invite, now: Instant): string {
  return `refresh:${uid}:${sequence}:${stampedAt}:${Math.floor(now / HOUR)}`
}

function inviteWith({ session }: SessionSituation, uid: string): Invite | null {
  return session.invites.find((each) => each.uid === uid && each.live) ?? null
}
