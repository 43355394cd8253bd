import { benchSlots, type Row } from '../tests/bench/slots.bench.ts'

const rows = benchSlots()

if (process.argv.includes('--json')) console.log(JSON.stringify({ slots: rows }, null, 2))
else console.log([heading(), ...rows.map(line)].join('\n'))

function heading(): string {
  return columns('job', 'µs', 'of Temporal', 'spread', 'slots')
}

/** The median of interleaved rounds; how many times as long a plain reference takes; slowest over fastest. */
function line({ job, microseconds, ratio, spread, slots }: Row): string {
  return columns(
    job,
    microseconds.toFixed(1),
    ratio ? `1/${ratio.toFixed(0)}` : '',
    spread.toFixed(2),
    String(slots),
  )
}

function columns(job: string, ...numbers: readonly string[]): string {
  return `${job.padEnd(44)}${numbers.map((number) => number.padStart(13)).join('')}`
}
