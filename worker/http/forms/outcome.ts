import type { OutcomeRequest } from '../../actions/session/log-outcome.ts'
import { isId, type NewId, type OutcomeId } from '../../domain/ids.ts'
import { MAX_COMMITMENT_CHARACTERS } from '../../domain/limits.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { CorrectedResult } from '../../domain/session/correct-log.ts'
import { whyIn } from '../../domain/session/why.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import { isDay } from '../../domain/time/days.ts'
import type { Day } from '../../domain/time/time.ts'
import { readDay, type TypedBy } from '../../domain/time/typed.ts'
import { toWall } from '../../domain/time/zones.ts'

const RESULTS = ['happened', 'cut-short', 'did-not-happen', 'moved'] as const
const DONE = ['yes', 'partly', 'no'] as const
const BENEFITS = ['scale', 'align', 'filters'] as const
const EVIDENCE = ['reading', 'answering', 'posting', 'asking-others-in'] as const

type Fields = Readonly<Record<string, string | undefined>>

/** The wrong field: no result is chosen, the commitment is too long, or its date is in the past. */
export type WrongField = 'result' | 'commitment' | 'dueOn'

/** Reads an outcome from a form. `today` is the date in the executive's zone. */
export function readOutcome(fields: Fields, { locale, today }: TypedBy): Result<OutcomeRequest, WrongField> {
  const result = resultIn(fields['result'])
  const words = wordsIn(fields)
  const typedDue = (words && (fields['dueOn'] || fields['due'])) || null
  const dueOn = typedDue && readDay(typedDue, { locale, today })
  if (!result) return refuse('result')
  if (words.length > MAX_COMMITMENT_CHARACTERS) return refuse('commitment')
  if (typedDue !== null && (!dueOn || !isToCome(dueOn, today))) return refuse('dueOn')
  return accept({ result, dueOn, ...saidIn(fields) })
}

/** Reads a correction: what was agreed may have been for a day that has passed, and nothing is moved any more. */
export function readCorrection(
  fields: Fields,
  { locale, today }: TypedBy,
): Result<OutcomeRequest & { readonly result: CorrectedResult }, WrongField> {
  const result = resultIn(fields['result'])
  const typedDue = (wordsIn(fields) && fields['dueOn']) || null
  const dueOn = typedDue && readDay(typedDue, { locale, today })
  if (!result || result === 'moved') return refuse('result')
  if (wordsIn(fields).length > MAX_COMMITMENT_CHARACTERS) return refuse('commitment')
  if (typedDue !== null && !dueOn) return refuse('dueOn')
  return accept({ result, dueOn, ...saidIn(fields) })
}

function saidIn(fields: Fields): Omit<OutcomeRequest, 'result' | 'dueOn'> {
  return {
    commitment: wordsIn(fields) || null,
    lastDone: DONE.find((each) => each === fields['lastDone']) ?? null,
    benefit: BENEFITS.find((each) => each === fields['benefit']) ?? null,
    evidence: EVIDENCE.find((each) => each === fields['evidence']) ?? null,
    needsManager: fields['needsManager'] !== undefined,
    whyNotHeld: whyIn(fields['whyNotHeld']),
  }
}

/** The form's id, its idempotency key; else a new one. */
export function outcomeIdIn(
  { id = '' }: Readonly<Record<string, string | undefined>>,
  newId: NewId,
): OutcomeId {
  return isId('out', id) ? id : newId('out')
}

export function executivesToday({ session, now }: SessionSituation): Day {
  return toWall(session.zone, now).day
}

/** Today or a later day. */
export function isToCome(day: string, today: Day): boolean {
  return isDay(day) && day >= today
}

/** Typed words take precedence over a chosen suggestion. */
export function wordsIn(fields: Readonly<Record<string, string | undefined>>): string {
  return fields['commitment']?.trim() || fields['suggestion']?.trim() || ''
}

export function resultIn(text: string | undefined): OutcomeRequest['result'] | null {
  return RESULTS.find((each) => each === text) ?? null
}
