/**
 * What reading one calendar may cost in all, counted in steps and not in time, so that every machine reads the same. A step
 * is a comparison of two numbers; each function counts its own. Below zero nothing goes on, and nothing read is believed.
 */
export type Budget = { left: number }

/** A period or a day of a rule costs as much as so many steps. */
export const STEPS_OF_A_DAY = 64

/** False if there is not enough left. */
export function spend(budget: Budget, steps: number): boolean {
  budget.left -= steps
  return budget.left >= 0
}
