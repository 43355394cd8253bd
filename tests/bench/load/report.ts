import type { Faults } from './find-faults.ts'
import type { Load, Loaded } from './run-load.ts'
import type { Timed } from './visitor.ts'

const BARE = 'bare route'

export type KindReport = {
  readonly kind: string
  readonly requests: number
  readonly refused: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** How many bare requests one of these takes, under the same load and by itself. */
  readonly ofBare: number
  readonly aloneOfBare: number
  readonly alone: number
}

export function reportOf({ alone, together }: Pick<Loaded, 'alone' | 'together'>): readonly KindReport[] {
  const kinds = [...new Set(together.map(({ kind }) => kind))].toSorted()
  const at = (from: readonly Timed[], kind: string, share: number) =>
    percentile(
      from.filter((timed) => timed.kind === kind).map(({ milliseconds }) => milliseconds),
      share,
    )
  return [BARE, ...kinds.filter((kind) => kind !== BARE)].map((kind) => {
    const these = together.filter((timed) => timed.kind === kind)
    return {
      kind,
      requests: these.length,
      refused: these.filter(({ status }) => status === 409).length,
      p50: at(together, kind, 0.5),
      p95: at(together, kind, 0.95),
      p99: at(together, kind, 0.99),
      ofBare: at(together, kind, 0.5) / at(together, BARE, 0.5),
      alone: at(alone, kind, 0.5),
      aloneOfBare: at(alone, kind, 0.5) / at(alone, BARE, 0.5),
    }
  })
}

/** The smallest time that so many did not exceed. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN
}

export function textOfReport(load: Load, loaded: Loaded, faults: Faults): string {
  const { together, seconds, ticks, processorSeconds } = loaded
  const lines = [
    `${load.clients} clients, seed ${load.seed}: ${together.length} requests in ${seconds.toFixed(1)} s, ` +
      `${(together.length / seconds).toFixed(0)} a second; ${ticks} ticks meanwhile; ` +
      `${processorSeconds === null ? '?' : ((processorSeconds * 1000) / together.length).toFixed(1)} ms of processor time each`,
    '',
    ['kind', 'requests', '409', 'p50 ms', 'p95 ms', 'p99 ms', '× bare', 'alone ms', '× bare'],
    ...reportOf(loaded).map(({ kind, requests, refused, p50, p95, p99, ofBare, alone, aloneOfBare }) => [
      ...[kind, String(requests), String(refused)],
      ...[p50, p95, p99].map((each) => each.toFixed(1)),
      ...[ofBare, alone, aloneOfBare].map((each) => each.toFixed(1)),
    ]),
    '',
    ...Object.entries(refusalsOf(together)).map(([code, count]) => `409 ${code}: ${count}`),
    '',
    ...Object.entries(faults).map(([fault, found]) => `${fault}: ${found.length}`),
    ...Object.values(faults).flatMap((found) => found.slice(0, 10).map((line) => `  ${line}`)),
  ]
  return lines.map((line) => (typeof line === 'string' ? line : columns(line))).join('\n')
}

function columns([first = '', ...others]: readonly string[]): string {
  return first.padEnd(20) + others.map((each) => each.padStart(14)).join('')
}

function refusalsOf(timed: readonly Timed[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { status, code } of timed) if (status === 409) counts[code ?? ''] = (counts[code ?? ''] ?? 0) + 1
  return counts
}
