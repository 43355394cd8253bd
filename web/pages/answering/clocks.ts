import type { AnswerData } from './answer-data.ts'

/** The executive reads the clock of where he will be, then the one at home. Others read their own first. */
export function clocksOfAnswer({ frame, toExecutive, executiveZone }: AnswerData) {
  return toExecutive ? { own: executiveZone, other: frame.zone } : { other: executiveZone }
}
