import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import { whyNotPlace } from '../letter/outward-place.ts'
import { calendarLetter } from '../letter/write.ts'
import { placeChosen, placeShown, placeWhenFixed } from '../pairing/meeting-link.ts'
import type { Place } from '../pairing/pairing.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { placeOf, type SessionSituation } from '../situation.ts'
import { step } from '../step.ts'
import { after, type Instant, latest } from '../time/time.ts'
import type { Invite, Session } from './session.ts'

/** DTSTAMP has whole seconds. */
const STAMP_STEP_MS = 1000

/** For a session that has no place yet: a link that is made for it, or a refusal where there is none. */
export const OF_LIST = 'of-list'

export type PlaceWish = Place | null | typeof OF_LIST

/**
 * Another place for this session; null: the pairing's own, or else a link for it alone. RFC 5546 §2.1.4: a change of text
 * keeps SEQUENCE and the answers, and needs a new DTSTAMP to be recognised.
 */
export function decidePlace(situation: SessionSituation, wish: PlaceWish, by: By): Result<Decision, Refusal> {
  const { session, now } = situation
  const { time } = session
  if (session.status !== 'fixed' && session.status !== 'offered') return refuse({ reason: 'not-fixed' })
  if (time && time.end <= now) return refuse({ reason: 'already-over', end: time.end })
  if (wish === OF_LIST && placeOf(situation, session) !== null) return accept(NO_CHANGE)
  // A form sends the link that was made as it shows it.
  if (wish !== null && wish !== OF_LIST && isSame(wish, placeShown(session.place))) return accept(NO_CHANGE)
  const chosen = placeWished(situation, wish)
  if (!chosen.ok) return chosen
  const place = chosen.value
  if (isSame(place, session.place)) return accept(NO_CHANGE)

  const indiscreet = whyNotPlace(place, situation)
  if (indiscreet) return refuse(indiscreet)
  return accept(decideNewPlace(situation, { ...session, place }, by))
}

/** A link of the mentor's list is looked at once there is a time. */
function placeWished(situation: SessionSituation, wish: PlaceWish): Result<Place | null, Refusal> {
  const { time } = situation.session
  if (!time) return wish === OF_LIST ? refuse({ reason: 'not-fixed' }) : accept(wish)
  if (wish !== null && wish !== OF_LIST) return placeChosen(situation, wish, time)
  const place = placeWhenFixed(situation, null, time)
  return place === null && wish === OF_LIST ? refuse({ reason: 'no-link-free' }) : accept(place)
}

function isSame(one: Place | null, other: Place | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Tells both calendars of a place that is new, also where the session takes its pairing's. */
export function decideNewPlace(situation: SessionSituation, moved: Session, by: By): Decision {
  const { session, now } = situation
  const { time } = session
  const invites = session.invites.map((each) => (each.live && time ? withNewStamp(each, now) : each))
  const placed: Session = { ...moved, invites }
  const written = time
    ? invites
        .filter(({ live }) => live)
        .map((invite) =>
          calendarLetter(situation, placed, invite, { method: 'REQUEST', time, news: 'place' }),
        )
    : []
  const version = session.version + 1
  return {
    ...NO_CHANGE,
    sessions: [step(session, placed, { code: 'place-changed', at: now, by, detail: {} })],
    letters: written.map(({ outgoing }) => ({
      ...outgoing,
      dedupeKey: `place:${outgoing.dedupeKey}:${version}`,
    })),
    links: written.flatMap(({ link }) => link ?? []),
  }
}

function withNewStamp(invite: Invite, now: Instant): Invite {
  return { ...invite, stampedAt: latest(now, after(invite.stampedAt, STAMP_STEP_MS)) }
}
