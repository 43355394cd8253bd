import type { Verdict } from './counts.ts'
import type { LineError } from './fault.ts'
import type { Column } from './file.ts'
import type { Values } from './line-reader.ts'

/** A line with what it would do now. */
export type JudgedLine = {
  readonly line: number
  readonly values: Values
  readonly errors: readonly LineError[]
  /** Null where there is an error. */
  readonly verdict: Verdict | null
  /** What would be different, as the cells say it. */
  readonly changes: readonly Change[]
}

export type Change = { readonly field: Column; readonly before: string; readonly after: string }

export function refusedLine(
  { line, values }: Pick<JudgedLine, 'line' | 'values'>,
  errors: readonly LineError[],
): JudgedLine {
  return { line, values, errors, verdict: null, changes: [] }
}

export function acceptedLine(
  { line, values }: Pick<JudgedLine, 'line' | 'values'>,
  verdict: Verdict,
  changes: readonly Change[] = [],
): JudgedLine {
  return { line, values, errors: [], verdict, changes }
}
