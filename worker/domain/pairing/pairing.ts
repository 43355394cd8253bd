import type { PairingId, PersonId, ProgrammeId, TrackId } from '../ids.ts'
import type { Aim } from '../path/aim.ts'
import type { PairingTrack } from '../path/track.ts'
import type { Day } from '../time/time.ts'
import type { PairingKind } from './kind.ts'

export type { PairingKind } from './kind.ts'

export type PairingStatus = 'proposed' | 'active' | 'paused' | 'ended'

/** Where they meet: a room, a phone number or a meeting link. */
export type Place =
  | { readonly kind: 'room'; readonly room: string }
  | { readonly kind: 'phone'; readonly number: string }
  | {
      readonly kind: 'link'
      readonly url: string
      /** For one session, from a template or a list: it changes with the mentor, and gives way to a place that somebody sets. */
      readonly made?: true
      /** One of the mentor's list, which serves this session alone on this day of his. */
      readonly day?: Day
      /** Somebody chose it of the list: it stays where the pairing has a place. */
      readonly chosen?: true
    }

export type Pairing = {
  readonly id: PairingId
  readonly programmeId: ProgrammeId
  readonly mentorId: PersonId
  readonly executiveId: PersonId
  readonly kind: PairingKind
  readonly status: PairingStatus
  readonly place: Place | null
  /** What they work towards; null: not yet said. */
  readonly aim: Aim | null
  /** The track of a workshop; null: it follows what comes next. */
  readonly trackId: TrackId | null
  /** The track as it was when the pairing started; null before, and without a track. */
  readonly track: PairingTrack | null
  /** Optimistic lock: every change of the row raises it by one. */
  readonly version: number
}

/** Whether they are paired, and it has not ended. */
export function hasMentor(
  pairings: readonly Pick<Pairing, 'executiveId' | 'mentorId' | 'status'>[],
  executiveId: PersonId,
  mentorId: PersonId | null,
): boolean {
  return pairings.some(
    (each) => each.executiveId === executiveId && each.mentorId === mentorId && each.status !== 'ended',
  )
}
