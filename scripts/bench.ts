import { benchPlans } from '../tests/bench/plans.bench.ts'
import { benchSlots } from '../tests/bench/slots.bench.ts'
import type { Row } from '../tests/bench/measuring.ts'

/** First that ours and the plain reference find the same, then what each takes; it throws where they differ. */
const parts = { slots: benchSlots(), plans: benchPlans() }

if (process.argv.includes('--json')) console.log(JSON.stringify(parts, null, 2))
else console.log([heading(), ...Object.values(parts).flat().map(line)].join('\n'))

function heading(): string {
  return columns('job', 'ours, µs', 'fastest', 'of plain', 'spread', 'found')
}

/** The median of interleaved rounds; how many times as long a plain reference takes; slowest over fastest. */
function line({ job, microseconds, fastest, ratio, spread, found }: Row): string {
  const share = ratio === null ? '' : ratio >= 2 ? `1/${ratio.toFixed(0)}` : `× ${(1 / ratio).toFixed(1)}`
  return columns(job, microseconds.toFixed(1), fastest.toFixed(1), share, spread.toFixed(2), String(found))
}

function columns(job: string, ...numbers: readonly string[]): string {
  return `${job.padEnd(48)}${numbers.map((number) => number.padStart(12)).join('')}`
}
