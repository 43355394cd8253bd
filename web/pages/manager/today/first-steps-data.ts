import type { PairingId, PersonId, ProgrammeId, SessionId } from '../../../../worker/domain/ids.ts'
import type { TestInvite } from '../../../../worker/domain/letter/test-invite.ts'
import type { SeenFields } from '../../../../worker/domain/people/fields.ts'
import type { FirstStep } from '../../../../worker/domain/programme/first-steps.ts'
import type { Instant, Interval, Zone } from '../../../../worker/domain/time/time.ts'
import type { TodayItem } from './today-data.ts'

/** The way to the first session of a programme: what is there, and what the deed of each step needs. */
export type FirstStepsData = {
  readonly steps: readonly FirstStep[]
  readonly programme: { readonly id: ProgrammeId; readonly name: string; readonly cadenceDays: number }
  readonly test: TestShown
  readonly mentors: readonly OfProgramme[]
  readonly executives: readonly OfProgramme[]
  readonly pairings: number
  /** Where times are offered, if no line of Today asks for them. */
  readonly firstPairing: PairingId | null
  /** Whose hours are asked for; null: there is no mentor, or one can be booked. */
  readonly hoursOf: (OfProgramme & { readonly zone: Zone }) | null
  readonly time: FirstTime | null
  /** Idempotency keys of the forms. */
  readonly newIds: {
    readonly mentor: PersonId
    readonly executive: PersonId
    readonly assistant: PersonId
    readonly pairing: PairingId
  }
}

export const FIRST_STEPS_FIELDS: SeenFields<FirstStepsData> = {
  steps: 'neutral',
  programme: 'neutral',
  // Of the reader alone.
  test: 'neutral',
  mentors: 'mentor-name',
  executives: 'neutral',
  pairings: 'neutral',
  firstPairing: 'neutral',
  hoursOf: 'mentor-name',
  // Its line is filtered as the others are.
  time: 'parts',
  newIds: 'neutral',
}

export type OfProgramme = { readonly id: PersonId; readonly name: string }

/** The entry that the reader sent to her own calendar to try it; null: none yet. */
export type TestShown = {
  readonly email: string
  readonly invite:
    | (Pick<TestInvite, 'sentAt' | 'cancelledAt' | 'partstat'> & {
        readonly answeredAt: Instant | null
      })
    | null
}

/** The line of Today that asks for it, and the first of its times to book at once; null: none was found. */
export type FirstTime = {
  readonly item: TodayItem
  readonly pairingId: PairingId
  readonly sessionId: SessionId
  readonly best: (Interval & { readonly date: string; readonly wall: string }) | null
}
