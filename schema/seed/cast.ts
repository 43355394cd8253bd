import type { PairingId, PersonId, ProgrammeId } from '../../worker/domain/ids.ts'
import type { PairingKind, Place } from '../../worker/domain/pairing/pairing.ts'
import type { Person, Role, WeeklyWindow } from '../../worker/domain/people/person.ts'
import type { Policy } from '../../worker/domain/programme/programme.ts'
import type { Benefit, Done, Evidence, OutcomeResult } from '../../worker/domain/session/outcome.ts'
import type { WallMinutes } from '../../worker/domain/time/time.ts'

/** Working days, Monday to Friday, from the day of the seeding: −1 is the last one before it, 1 the next after it. */
export type WorkingDays = number

export type CastMember = Omit<Person, 'replyAddress' | 'version'> & {
  readonly roles: readonly Role[]
  /** Who answers for him. */
  readonly assistantIds: readonly PersonId[]
  /** Null where nothing is said of them. */
  readonly hours: CastHours | null
}

export type CastHours = {
  readonly weekly: readonly WeeklyWindow[]
  /** Days that differ; without times closed. */
  readonly away: readonly {
    readonly on: WorkingDays
    readonly from: WallMinutes | null
    readonly to: WallMinutes | null
  }[]
}

export type CastPairing = {
  readonly id: PairingId
  readonly mentorId: PersonId
  readonly executiveId: PersonId
  readonly kind: PairingKind
  readonly place: Place
  readonly story: readonly Scene[]
}

/** The first person manages the programme; whoever is named as superior or assistant comes before those who name him. */
export type CastProgramme = {
  readonly id: ProgrammeId
  readonly name: string
  readonly shortName: string
  readonly policy: Partial<Policy>
  readonly people: readonly CastMember[]
  readonly pairings: readonly CastPairing[]
}

/** One thing somebody does; what the clock does comes by itself. */
export type Scene = { readonly when: SceneTime; readonly deed: SceneAct }

/** `on` a working day; `next` working day after the scene before; minutes after it, or after the session's end. */
export type SceneTime =
  | { readonly on: WorkingDays; readonly at: string }
  | { readonly next: string }
  | { readonly minutesLater: number }
  | { readonly minutesPastEnd: number }

export type SceneAct =
  /** By the manager. */
  | { readonly kind: 'offer' }
  | { readonly kind: 'cancel' }
  /** By whoever answers for the executive, from the link in the mail: one of the times, or the first free one from a day on. */
  | { readonly kind: 'pick'; readonly option: number }
  | { readonly kind: 'own-time'; readonly from: WorkingDays }
  /** By mail, from a calendar. */
  | {
      readonly kind: 'reply'
      readonly who: 'executive' | 'mentor'
      readonly partstat: 'ACCEPTED' | 'TENTATIVE' | 'DECLINED'
    }
  | { readonly kind: 'propose'; readonly from: WorkingDays }
  /** By mail, in plain words, from whoever answers. */
  | { readonly kind: 'write'; readonly words: string }
  /** By the mentor, from the link in the mail. */
  | {
      readonly kind: 'log'
      readonly result: OutcomeResult
      readonly commitment: string | null
      readonly lastDone: Done | null
      readonly benefit: Benefit | null
      readonly evidence: Evidence | null
      readonly needsManager: boolean
    }
