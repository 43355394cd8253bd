import type { OutcomeRequest } from '../actions/log-outcome.ts'

const RESULTS = ['happened', 'cut-short', 'did-not-happen', 'moved'] as const
const DONE = ['yes', 'partly', 'no'] as const
const BENEFITS = ['scale', 'align', 'filters'] as const
const EVIDENCE = ['reading', 'answering', 'posting', 'asking-others-in'] as const

/** The longest commitment: one thing, in a sentence. */
export const LONGEST = 140

/** What a form says of a session that is over; null where it does not say what took place, or says too much. */
export function readOutcome(fields: Readonly<Record<string, string | undefined>>): OutcomeRequest | null {
  const result = RESULTS.find((each) => each === fields['result'])
  const words = wordsIn(fields)
  if (!result || words.length > LONGEST) return null

  const isHeld = result === 'happened' || result === 'cut-short'
  return {
    result,
    commitment: isHeld && words ? words : null,
    dueOn: null,
    lastDone: DONE.find((each) => each === fields['lastDone']) ?? null,
    benefit: BENEFITS.find((each) => each === fields['benefit']) ?? null,
    evidence: EVIDENCE.find((each) => each === fields['evidence']) ?? null,
    needsManager: fields['needsManager'] !== undefined,
  }
}

/** One's own words win over a suggestion. */
export function wordsIn(fields: Readonly<Record<string, string | undefined>>): string {
  return fields['commitment']?.trim() || fields['suggestion']?.trim() || ''
}

export function resultIn(text: string | undefined): OutcomeRequest['result'] | null {
  return RESULTS.find((each) => each === text) ?? null
}
