import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import type { ReceivedId } from '../ids.ts'
import { calendarLetter } from '../letter/write.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { SessionSituation } from '../situation.ts'
import { step } from '../step.ts'

/** RFC 5546 §3.2.6: the attendee who asks gets the current REQUEST with the same SEQUENCE; nobody else gets one. */
export function decideRefresh(
  situation: SessionSituation,
  { uid, askedIn }: { readonly uid: string; readonly askedIn: ReceivedId },
  by: By,
): Result<Decision, Refusal> {
  const { session, now } = situation
  const invite = session.invites.find((each) => each.uid === uid && each.live)
  if (!invite) return refuse({ reason: 'not-invited' })
  if (session.status !== 'fixed' || !session.time) return refuse({ reason: 'not-fixed' })
  if (session.time.end <= now) return refuse({ reason: 'already-over', end: session.time.end })

  const { outgoing, link } = calendarLetter(situation, session, invite, {
    method: 'REQUEST',
    time: session.time,
  })
  return accept({
    ...NO_CHANGE,
    sessions: [
      step(session, session, { code: 'refreshed', at: now, by, detail: { person: invite.personId } }),
    ],
    letters: [{ ...outgoing, dedupeKey: `refresh:${askedIn}` }],
    links: link ? [link] : [],
  })
}
