import { readFileSync } from 'node:fs'

import { textOfOctets } from '../worker/delivery/in/read-octets.ts'
import type { BusyReading } from '../worker/domain/itip/busy-reading.ts'
import { readBusy } from '../worker/domain/itip/busy.ts'
import { fromIso, type Instant, iso } from '../worker/domain/time/time.ts'

const [file, from, to] = process.argv.slice(2)
const [start, end] = [momentOf(from), momentOf(to)]
if (!file || start === null || end === null || start >= end) {
  console.error(
    'npm run --silent read-busy -- FILE.ics FROM TO   (2026-11-01, or 2026-11-01T09:00Z; TO after FROM)',
  )
  process.exit(2)
}
console.log(
  JSON.stringify(shown(readBusy(textOfOctets(readFileSync(file === '-' ? 0 : file)), { start, end }))),
)

/** A day, or a time without a zone, is in UTC. */
function momentOf(text = ''): Instant | null {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00` : text
  return fromIso(time) ?? fromIso(`${time}Z`)
}

function shown({ state, busy, problems }: BusyReading) {
  return {
    state,
    busy: busy.map(({ start, end, kind }) => ({ start: iso(start), end: iso(end), kind })),
    problems,
  }
}
