import type { SessionId } from '../../worker/domain/ids.ts'
import type { StandardFormat } from '../../worker/domain/path/house.ts'
import type { Path } from '../../worker/domain/path/next-steps.ts'
import { NO_PATH, type PathStep } from '../../worker/domain/path/path.ts'
import { instant } from '../../worker/domain/time/time.ts'
import { idOf, theStandards } from './formats.ts'

/** Somebody who has met once and says no aim yet. */
export function aPath(parts: Partial<Path> = {}): Path {
  const begun = { ...NO_PATH, hasMet: true, steps: [aStep('first-meeting', 0)] }
  return { ...begun, formats: theStandards(), aim: null, blockers: [], written: [], byPhone: false, ...parts }
}

/** The session that was the `count`th, held with this format. */
export function aStep(standard: StandardFormat, count: number, parts: Partial<PathStep> = {}): PathStep {
  const sessionId: SessionId = `ses_${count}`
  return { sessionId, formatId: idOf(standard), at: instant(count), wasCutShort: false, done: null, ...parts }
}

/** The names of what can come next, best first. */
export function namesOf(steps: readonly { readonly format: { readonly standard: StandardFormat | null } }[]) {
  return steps.map(({ format }) => format.standard)
}
