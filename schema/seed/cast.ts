import type { PairingId, PersonId, ProgrammeId } from '../../worker/domain/ids.ts'
import type { PairingKind, Place } from '../../worker/domain/pairing/pairing.ts'
import type { Newcomer, Role, WeeklyWindow } from '../../worker/domain/people/person.ts'
import type { Policy } from '../../worker/domain/programme/programme.ts'
import type { Benefit, Done, Evidence, OutcomeResult } from '../../worker/domain/session/outcome.ts'
import type { Why } from '../../worker/domain/session/why.ts'
import type { WallMinutes } from '../../worker/domain/time/time.ts'

/** Working days (Monday to Friday) from the day of seeding: −1 is the last one before it, 1 the next one after it. */
export type WorkingDays = number

export type CastMember = Newcomer & {
  readonly roles: readonly Role[]
  readonly assistantIds: readonly PersonId[]
  /** Null: no hours are stored. */
  readonly hours: CastHours | null
}

export type CastHours = {
  readonly weekly: readonly WeeklyWindow[]
  /** Days with other hours; a day without times is closed. */
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

/** The first person manages the programme. Superiors and assistants come before the people who name them. */
export type CastProgramme = {
  readonly id: ProgrammeId
  readonly name: string
  readonly shortName: string
  readonly policy: Partial<Policy>
  readonly people: readonly CastMember[]
  readonly pairings: readonly CastPairing[]
}

/** One act of a person. What the clock does needs no scene. */
export type Scene = { readonly when: SceneTime; readonly act: SceneAct }

/**
 * `on` a working day; on the `next` working day after the scene before; minutes after that scene, or after the
 * session's end.
 */
export type SceneTime =
  | { readonly on: WorkingDays; readonly at: string }
  | { readonly next: string }
  | { readonly minutesLater: number }
  | { readonly minutesPastEnd: number }

export type SceneAct =
  /** By the manager. */
  | { readonly kind: 'offer' }
  | { readonly kind: 'cancel' }
  /**
   * By the executive or an assistant, from the link in the mail: one of the times, or the first free one from a day on.
   */
  | { readonly kind: 'pick'; readonly option: number }
  | { readonly kind: 'own-time'; readonly from: WorkingDays }
  /** By mail, from a calendar. */
  | {
      readonly kind: 'reply'
      readonly who: 'executive' | 'mentor'
      readonly partstat: 'ACCEPTED' | 'TENTATIVE' | 'DECLINED'
    }
  | { readonly kind: 'propose'; readonly from: WorkingDays }
  /** By mail, in prose, from the executive or an assistant. */
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
      readonly whyNotHeld: Why | null
    }
