import type { PersonId } from '../ids.ts'
import type { Done } from '../session/outcome.ts'
import type { Instant } from '../time/time.ts'

/** Both of a pairing are asked twice whether it is worth their time. */
export type PulsePhase = 'midway' | 'end'

export type Worth = Done

/** Go on like this, with a change, or rest. */
export type Onward = 'same' | 'change' | 'pause'

export type PulseAnswer = {
  readonly worth: Worth
  readonly onward: Onward
  readonly at: Instant
  readonly changedAt: Instant
}

/** Asked once; `said` is null until he answers. */
export type Pulse = {
  readonly personId: PersonId
  readonly phase: PulsePhase
  readonly askedAt: Instant
  readonly said: PulseAnswer | null
}

/** When the pairing was made, how many sessions it held (counted to MIDWAY), and what was asked and said. */
export type PulseReading = {
  readonly begun: Instant
  readonly held: number
  readonly pulses: readonly Pulse[]
}
