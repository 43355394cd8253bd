/** What a programme needs before the first two of it can meet, in the order in which it is asked for. */
export const FIRST_STEPS = ['programme', 'test', 'mentor', 'hours', 'executive', 'pairing', 'time'] as const
export type FirstStepName = (typeof FIRST_STEPS)[number]

export type FirstStep = { readonly step: FirstStepName; readonly isDone: boolean }

/** What is there. */
export type Begun = {
  readonly isOpen: boolean
  /** Whether the calendar of whoever reads has answered a test invite. */
  readonly hasAnsweredTest: boolean
  readonly mentors: number
  /** Whether one of the mentors can be booked. */
  readonly hasHours: boolean
  readonly executives: number
  readonly pairings: number
  /** Whether a time was ever offered or booked. */
  readonly hasSession: boolean
}

/**
 * The way to the first session. No progress is stored: each step is done by what is there. Null once there was a session,
 * or where nothing can begin any more; of several pairings each has a line of its own on Today.
 */
export function firstSteps(begun: Begun): readonly FirstStep[] | null {
  if (begun.hasSession || !begun.isOpen || begun.pairings > 1) return null
  const isDone: Readonly<Record<FirstStepName, boolean>> = {
    programme: true,
    test: begun.hasAnsweredTest,
    mentor: begun.mentors > 0,
    hours: begun.hasHours,
    executive: begun.executives > 0,
    pairing: begun.pairings > 0,
    time: false,
  }
  return FIRST_STEPS.map((step) => ({ step, isDone: isDone[step] }))
}

/** The step that stands out. A test may be left out, and its answer may take its time: it holds nobody up. */
export function nextStep(steps: readonly FirstStep[]): FirstStepName | null {
  return steps.find(({ step, isDone }) => !isDone && step !== 'test')?.step ?? null
}
