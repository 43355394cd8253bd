import * as z from 'zod/mini'

import { addPastSessions, aFreeTime, openProgramme, slotsOf, type BenchProgramme } from './bench-programme.ts'
import type { DeployedWorker } from './deployed-worker.ts'
import { type Cost, countRow, type Row } from './measuring.ts'
import { requestRow, everyCost, PAGES, processorRow } from './requests.ts'

const PAST = [100, 1000, 10_000, 100_000]
/** The most past sessions behind a measured booking; the last of them have only their time. */
const MANY = 1_000_000
const Offered = z.object({ sessionId: z.string() })
const Written = z.object({ rowsRead: z.number(), rowsWritten: z.number() })

/**
 * Measures a manager's most frequent requests over HTTP, with more mentors and more past sessions, then the cost of one
 * booking's batch with its guards. Returns the largest programme too.
 */
export async function benchDoors(
  deployed: DeployedWorker,
): Promise<{ readonly rows: Row[]; readonly programme: BenchProgramme }> {
  const rows: Row[] = []
  for (const mentors of [1, 10])
    rows.push(await slots(await openProgramme(deployed, mentors), `mentors ${mentors}, past 0`))
  const programme = await openProgramme(deployed, 100)
  rows.push(await slots(programme, 'mentors 100, past 0'))

  const costs: (readonly Cost[])[] = []
  const bookings: Row[] = []
  for (const [index, past] of PAST.entries()) {
    await addPastSessions(programme, PAST[index - 1] ?? 0, past, true)
    rows.push(await slots(programme, `mentors 100, past ${spaced(past)}`))
    if (index === 0 || past === PAST.at(-1)) costs.push(await everyCost(programme))
    if (past >= 10_000) bookings.push(...(await booking(programme, past)))
  }
  rows.push(...(await others(programme)), ...growth(costs))
  await addPastSessions(programme, PAST.at(-1) ?? 0, MANY, false)
  bookings.push(...(await booking(programme, MANY)))
  return { rows: [...rows, ...bookings], programme }
}

async function slots(programme: BenchProgramme, size: string): Promise<Row> {
  return requestRow(programme, `HTTP: free times, 31 days (${size})`, { path: slotsOf(programme) })
}

async function others(programme: BenchProgramme): Promise<Row[]> {
  const rows = [
    ...(await processorRow(
      programme,
      'HTTP: a file of 1 kB, processor time in workerd alone',
      '/assets/mark.svg',
    )),
    ...(await processorRow(
      programme,
      'HTTP: free times, processor time in workerd with D1',
      slotsOf(programme),
    )),
  ]
  for (const [job, pathOf] of PAGES)
    rows.push(
      await requestRow(programme, `HTTP: ${job} (mentors 100, past 100 000)`, { path: pathOf(programme) }),
    )

  const offer = { path: '/api/v1/offers', body: { pairingId: programme.idOf('pairing') } }
  rows.push(
    await requestRow(programme, 'HTTP: an offer made and held (mentors 100, past 100 000)', offer, (text) => {
      const { sessionId } = Offered.parse(JSON.parse(text))
      return programme.deployed.ask(`/api/v1/sessions/${sessionId}/cancellation`, programme.cookie, {})
    }),
  )
  return rows
}

async function booking(programme: BenchProgramme, bookings: number): Promise<Row[]> {
  const pairingId = programme.idOf('pairing')
  const wish = {
    pairingId,
    managerId: programme.idOf('nadia'),
    start: Date.parse(await aFreeTime(programme)),
  }
  const { rowsRead, rowsWritten } = Written.parse(
    JSON.parse((await programme.deployed.ask('/bench/booking', '', wish)).text),
  )
  const job = `write one booking (after ${spaced(bookings)})`
  return [
    countRow(`${job}: rows read`, 'rows', rowsRead),
    countRow(`${job}: rows written`, 'rows', rowsWritten),
  ]
}

/** The largest increase of rows read and calls of a request, from a hundred to a hundred thousand sessions. */
function growth([few = [], many = []]: readonly (readonly Cost[])[]): Row[] {
  const most = (of: keyof Cost) =>
    Math.max(...many.map((cost, index) => Math.abs(cost[of] - (few[index]?.[of] ?? 0))))
  const job = 'HTTP: each of these, past 100 → 100 000'
  return [
    countRow(`${job}: more rows read`, 'rows', most('rowsRead')),
    countRow(`${job}: more calls`, 'calls', most('calls')),
  ]
}

function spaced(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ' ')
}
