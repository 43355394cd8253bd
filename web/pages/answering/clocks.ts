import type { AnswerData } from './answer-data.ts'

/** The executive reads the clock of where he will be, and the one at home beside it; anybody else their own first. */
export function clocksOfAnswer({ frame, toExecutive, executiveZone }: AnswerData) {
  return toExecutive ? { own: executiveZone, other: frame.zone } : { other: executiveZone }
}
