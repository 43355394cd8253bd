import type { PersonId } from '../ids.ts'
import { dayInUtc } from '../programme/close.ts'
import { endOf } from '../programme/programme.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { Situation } from '../situation.ts'
import { after, HOUR, type Instant, latest } from '../time/time.ts'
import type { Pulse, PulseAnswer, PulsePhase } from './pulse-answer.ts'

/** Mid-way for a programme without an end. */
export const MIDWAY_SESSIONS = 4
/** An answer can be changed for this long. */
const PULSE_CHANGEABLE_MS = HOUR

type PulseSituation = Pick<Situation, 'now' | 'programme' | 'pairing' | 'pulse'>

/** The question for now. Null where the programme asks none, before mid-way, if no session took place, or if the pairing has ended. */
export function phaseOf({ now, programme, pairing, pulse }: PulseSituation): PulsePhase | null {
  if (!programme.policy.pulses || pulse.held === 0) return null
  if (programme.purgeOn !== null && programme.purgeOn <= dayInUtc(now)) return null
  if (programme.status !== 'open') return 'end'
  if (pairing.status !== 'active' && pairing.status !== 'paused') return null
  if (programme.endsOn === null) return pulse.held >= MIDWAY_SESSIONS ? 'midway' : null

  const end = endOf(programme.endsOn)
  if (end <= now) return 'end'
  return now - pulse.begun >= (end - pulse.begun) / 2 ? 'midway' : null
}

/** The question to one of the two: the answer so far, and until when it can be changed. */
export type PulseQuestion = {
  readonly phase: PulsePhase
  readonly said: PulseAnswer | null
  readonly openUntil: Instant | null
}

export function questionTo(situation: PulseSituation, personId: PersonId): PulseQuestion | null {
  const phase = phaseOf(situation)
  if (phase === null || !isOfPair(situation, personId)) return null
  const said = pulseOf(situation, personId, phase)?.said ?? null
  return { phase, said, openUntil: said && after(said.at, PULSE_CHANGEABLE_MS) }
}

/** The question that a mail to this person may carry. Only one mail does, even if the person does not answer it. */
export function asksByMail(situation: PulseSituation, personId: PersonId): PulsePhase | null {
  const phase = phaseOf(situation)
  if (phase === null || !isOfPair(situation, personId)) return null
  return pulseOf(situation, personId, phase) ? null : phase
}

/** Two taps. Within the hour another answer replaces the first. */
export function decidePulse(
  situation: PulseSituation,
  personId: PersonId,
  { worth, onward }: Pick<PulseAnswer, 'worth' | 'onward'>,
): Result<Pulse, Refusal> {
  const { now } = situation
  if (!situation.programme.policy.pulses && isOfPair(situation, personId))
    return refuse({ reason: 'pulses-off' })
  const question = questionTo(situation, personId)
  if (!question) return refuse({ reason: 'not-found' })
  const { phase, said, openUntil } = question
  if (said && openUntil !== null && openUntil <= now) return refuse({ reason: 'already-said', at: said.at })

  const askedAt = pulseOf(situation, personId, phase)?.askedAt ?? now
  const at = said?.at ?? now
  return accept({ personId, phase, askedAt, said: { worth, onward, at, changedAt: latest(now, at) } })
}

function isOfPair({ pairing }: PulseSituation, personId: PersonId): boolean {
  return personId === pairing.mentorId || personId === pairing.executiveId
}

function pulseOf({ pulse }: PulseSituation, personId: PersonId, phase: PulsePhase): Pulse | null {
  return pulse.pulses.find((each) => each.personId === personId && each.phase === phase) ?? null
}
