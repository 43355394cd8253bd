import type { PersonId } from '../ids.ts'
import type { Done } from '../session/outcome.ts'
import type { Instant } from '../time/time.ts'

/** Mentor and executive are each asked twice whether the sessions are worth their time. */
export type PulsePhase = 'midway' | 'end'

export type Worth = Done

/** Continue as before, with a change, or pause. */
export type Onward = 'same' | 'change' | 'pause'

export type PulseAnswer = {
  readonly worth: Worth
  readonly onward: Onward
  readonly at: Instant
  readonly changedAt: Instant
}

/** A question asked once; `said` is null until the person answers. */
export type Pulse = {
  readonly personId: PersonId
  readonly phase: PulsePhase
  readonly askedAt: Instant
  readonly said: PulseAnswer | null
}

/** When the pairing was made, how many sessions took place (at most MIDWAY_SESSIONS), the questions and answers. */
export type PulseReading = {
  readonly begun: Instant
  readonly held: number
  readonly pulses: readonly Pulse[]
}
