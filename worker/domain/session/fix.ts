import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import type { FixHappening } from '../events.ts'
import { calendarLetter } from '../letter/write.ts'
import { isMade, placeWhenFixed } from '../pairing/meeting-link.ts'
import { started } from '../pairing/start.ts'
import type { Person } from '../people/person.ts'
import type { SessionSituation } from '../situation.ts'
import { zoneOfAt } from '../slot/hours.ts'
import { pairingStep, step } from '../step.ts'
import type { Interval, Zone } from '../time/time.ts'
import { proposalsAfter } from './proposals.ts'
import { type Invite, inviteOf, revised, type Session } from './session.ts'

/** Fixes the time: both people get a REQUEST of their own, and the other times of an open offer are freed. */
export function decideFix(
  situation: SessionSituation,
  time: Interval,
  why: {
    readonly happening: FixHappening
    readonly by: By
    readonly before: Session | null
  },
): Decision {
  const { session, now, pairing, mentor, executive } = situation
  const zone = zoneOfAt(executive, time.start)
  const invites = [executive, mentor].map((person) => nextInvite(situation, person))
  const fixed: Session = {
    ...session,
    status: 'fixed',
    time,
    zone: executive.zone,
    place: placeWhenFixed(situation, isOthers(session, why.before) ? null : session.place, time),
    invites: [...session.invites.filter((each) => !each.live), ...invites],
    offer: session.offer?.status === 'open' ? { ...session.offer, status: 'superseded' } : session.offer,
    proposals: proposalsAfter(session, time, why.by),
    // “Ask me after” counts for the whole round, unless a time before that day was taken after all.
    notBefore: session.notBefore !== null && session.notBefore <= time.start ? session.notBefore : null,
    waitingSince: null,
    briefedFor: session.mentorId === why.before?.mentorId ? session.briefedFor : null,
  }
  const written = invites.map((invite) =>
    calendarLetter(situation, fixed, invite, {
      method: 'REQUEST',
      time,
      ...newsOf(invite, why.before, time),
    }),
  )
  return {
    ...NO_CHANGE,
    sessions: [step(why.before, fixed, { ...expecting(why.happening, zone), at: now, by: why.by })],
    letters: written.map(({ outgoing }) => outgoing),
    links: written.flatMap(({ link }) => link ?? []),
    pairings:
      pairing.status === 'proposed'
        ? [
            pairingStep(pairing, started(pairing, situation), {
              code: 'pairing-status',
              detail: { status: 'active' },
              at: now,
              by: why.by,
            }),
          ]
        : [],
  }
}

/** A link that was made for another mentor's session is his: whoever comes instead meets elsewhere. */
function isOthers({ place, mentorId }: Session, before: Session | null): boolean {
  return isMade(place) && before !== null && before.mentorId !== mentorId
}

/** Kept, so that a trip which is entered later is told from one that was known. */
function expecting(happening: FixHappening, zone: Zone): FixHappening {
  switch (happening.code) {
    case 'fixed':
      return { ...happening, detail: { ...happening.detail, zone } }
    case 'booked':
      return { ...happening, detail: { ...happening.detail, zone } }
    case 'moved':
      return { ...happening, detail: { ...happening.detail, zone } }
    case 'mentor-changed':
      return { ...happening, detail: { ...happening.detail, zone } }
  }
}

/** No move for a first invite, and no move if the time is the same. */
function newsOf({ sequence }: Invite, before: Session | null, time: Interval) {
  const old = before?.time ?? null
  if (sequence === 0 || !old) return { movedFrom: null, news: 'time' } as const
  const stays = old.start === time.start && old.end === time.end
  return stays ? ({ movedFrom: null, news: 'person' } as const) : ({ movedFrom: old, news: 'time' } as const)
}

/** The next revision of a live invite, with its answer reset (RFC 5546 §3.2.2.1), or the first of a new one. */
function nextInvite(situation: SessionSituation, person: Person): Invite {
  const living = inviteOf(situation.session, person.id)
  if (living) return { ...revised(living, situation.now), partstat: 'NEEDS-ACTION', answer: null }

  const host = person.replyAddress.slice(person.replyAddress.indexOf('@') + 1)
  return {
    id: situation.newId('inv'),
    personId: person.id,
    uid: `${situation.newId('inv').slice('inv_'.length)}@${host}`,
    organizer: person.replyAddress,
    sequence: 0,
    partstat: 'NEEDS-ACTION',
    live: true,
    stampedAt: situation.now,
    answer: null,
    sentSequence: null,
  }
}
