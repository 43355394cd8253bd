import type { PairingId, PersonId, SessionId } from '../ids.ts'
import type { Pairing } from '../pairing/pairing.ts'
import type { Session } from '../session/session.ts'
import type { Instant, Interval } from '../time/time.ts'

/** What follows if somebody leaves at that moment: the confirming page lists it. */
export type DepartureEffects = {
  /** A mentor's dates after it. */
  readonly needMentor: readonly DatedWith[]
  /** An executive's dates after it. */
  readonly calledOff: readonly DatedWith[]
  /** Open offers that lose times. */
  readonly offers: number
  /** A mentor's pairings: they wait for another mentor. */
  readonly waiting: readonly PairingId[]
  /** An executive's pairings. */
  readonly ended: readonly PairingId[]
}

type DatedWith = { readonly id: SessionId; readonly withId: PersonId; readonly time: Interval }

export function departureEffects(
  rounds: readonly { readonly pairing: Pairing; readonly open: Session | null }[],
  { personId, until, now }: { readonly personId: PersonId; readonly until: Instant; readonly now: Instant },
): DepartureEffects {
  const living = rounds.filter(({ pairing }) => pairing.status !== 'ended')
  const open = living.flatMap((round) => round.open ?? [])
  const later = open.flatMap((session) =>
    session.time && session.time.end > until && session.time.end > now
      ? [{ session, time: session.time }]
      : [],
  )
  return {
    needMentor: later
      .filter(({ session }) => session.mentorId === personId)
      .map(({ session: { id, executiveId }, time }) => ({ id, withId: executiveId, time })),
    calledOff: later
      .filter(({ session }) => session.executiveId === personId)
      .map(({ session: { id, mentorId }, time }) => ({ id, withId: mentorId, time })),
    offers: open.filter((session) => isOf(session, personId) && losesTimes(session, until)).length,
    waiting: idsOf(living, ({ mentorId }) => mentorId === personId),
    ended: idsOf(living, ({ executiveId }) => executiveId === personId),
  }
}

function isOf({ mentorId, executiveId }: Session, id: PersonId): boolean {
  return mentorId === id || executiveId === id
}

function losesTimes({ status, offer }: Session, until: Instant): boolean {
  return status === 'offered' && offer?.status === 'open' && offer.options.some(({ end }) => end > until)
}

function idsOf(
  rounds: readonly { readonly pairing: Pairing }[],
  concerns: (pairing: Pairing) => boolean,
): readonly PairingId[] {
  return rounds.flatMap(({ pairing }) => (concerns(pairing) ? [pairing.id] : []))
}
