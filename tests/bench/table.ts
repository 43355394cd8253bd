import { type Goal, verdictOf } from './goals.ts'
import type { Row } from './measuring.ts'

type Aimed = Row & { readonly goal: Goal | null }

const HEADING = ['job', 'ours', 'fastest', 'goal', '', 'of plain', 'spread', 'rows', 'calls', 'others']

/** Text is aligned left, numbers right. */
export function tableOf(rows: readonly Aimed[]): string {
  const lines = [HEADING, ...rows.map(cellsOf)]
  const widths = HEADING.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function isText(column: number): boolean {
  return HEADING[column] === 'job' || HEADING[column] === '' || HEADING[column] === 'others'
}

function cellsOf(row: Aimed): string[] {
  const { job, unit, ours, fastest, spread, ratio, cost, goal } = row
  return [
    job,
    shown(ours, unit),
    fastest === null ? '' : shown(fastest, unit),
    goal ? `≤ ${shown(goal.atMost, unit)}` : '',
    verdictOf(row),
    ratio === null ? '' : ratio >= 2 ? `1/${ratio.toFixed(0)}` : `× ${(1 / ratio).toFixed(1)}`,
    spread === null ? '' : spread.toFixed(2),
    cost === null
      ? ''
      : cost.rowsWritten > 0
        ? `${cost.rowsRead}+${cost.rowsWritten}`
        : String(cost.rowsRead),
    cost === null ? '' : String(cost.calls),
    goal?.peers ?? '',
  ]
}

function shown(amount: number, unit: Row['unit']): string {
  if (unit !== 'µs') return unit === 'kB' ? `${amount.toFixed(1)} kB` : String(amount)
  if (amount < 1000) return `${amount.toPrecision(3)} µs`
  return `${(amount / 1000).toPrecision(3)} ms`
}
