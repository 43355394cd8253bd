import * as z from 'zod/mini'

import type { House } from './house.ts'
import { type Cost, counted, type Row } from './measuring.ts'
import { asked, everyCost, LOOKS, processorRow } from './requests.ts'
import { addPast, aFreeTime, openStage, slotsOf, type Stage } from './stages.ts'

const PAST = [100, 1000, 10_000, 100_000]
/** Bookings whose own cost is looked at, the last of them with nothing but their time. */
const MANY = 1_000_000
const Offered = z.object({ sessionId: z.string() })
const Written = z.object({ rowsRead: z.number(), rowsWritten: z.number() })

/**
 * What managers ask most, over HTTP, with more mentors and with ever more behind them; then what one booking's batch
 * costs, its guards included. Answers the largest stage as well.
 */
export async function benchDoors(house: House): Promise<{ readonly rows: Row[]; readonly stage: Stage }> {
  const rows: Row[] = []
  for (const mentors of [1, 10])
    rows.push(await slots(await openStage(house, mentors), `mentors ${mentors}, past 0`))
  const stage = await openStage(house, 100)
  rows.push(await slots(stage, 'mentors 100, past 0'))

  const costs: (readonly Cost[])[] = []
  const bookings: Row[] = []
  for (const [index, past] of PAST.entries()) {
    await addPast(stage, PAST[index - 1] ?? 0, past, true)
    rows.push(await slots(stage, `mentors 100, past ${spaced(past)}`))
    if (index === 0 || past === PAST.at(-1)) costs.push(await everyCost(stage))
    if (past >= 10_000) bookings.push(...(await booking(stage, past)))
  }
  rows.push(...(await others(stage)), ...growth(costs))
  await addPast(stage, PAST.at(-1) ?? 0, MANY, false)
  bookings.push(...(await booking(stage, MANY)))
  return { rows: [...rows, ...bookings], stage }
}

async function slots(stage: Stage, size: string): Promise<Row> {
  return asked(stage, `HTTP: free times, 31 days (${size})`, { path: slotsOf(stage) })
}

async function others(stage: Stage): Promise<Row[]> {
  const rows = [
    ...(await processorRow(
      stage,
      'HTTP: a file of 1 kB, processor time in workerd alone',
      '/assets/mark.svg',
    )),
    ...(await processorRow(stage, 'HTTP: free times, processor time in workerd with D1', slotsOf(stage))),
  ]
  for (const [job, pathOf] of LOOKS)
    rows.push(await asked(stage, `HTTP: ${job} (mentors 100, past 100 000)`, { path: pathOf(stage) }))

  const offer = { path: '/api/v1/offers', body: { pairingId: stage.idOf('pairing') } }
  rows.push(
    await asked(stage, 'HTTP: an offer made and held (mentors 100, past 100 000)', offer, (text) => {
      const { sessionId } = Offered.parse(JSON.parse(text))
      return stage.house.ask(`/api/v1/sessions/${sessionId}/cancellation`, stage.cookie, {})
    }),
  )
  return rows
}

async function booking(stage: Stage, bookings: number): Promise<Row[]> {
  const pairingId = stage.idOf('pairing')
  const wish = { pairingId, managerId: stage.idOf('nadia'), start: Date.parse(await aFreeTime(stage)) }
  const { rowsRead, rowsWritten } = Written.parse(
    JSON.parse((await stage.house.ask('/stage/booking', '', wish)).text),
  )
  const job = `write one booking (after ${spaced(bookings)})`
  return [
    counted(`${job}: rows read`, 'rows', rowsRead),
    counted(`${job}: rows written`, 'rows', rowsWritten),
  ]
}

/** The most that any of the requests reads, and calls, more after a hundred thousand sessions than after a hundred. */
function growth([few = [], many = []]: readonly (readonly Cost[])[]): Row[] {
  const most = (of: keyof Cost) =>
    Math.max(...many.map((cost, index) => Math.abs(cost[of] - (few[index]?.[of] ?? 0))))
  const job = 'HTTP: each of these, past 100 → 100 000'
  return [
    counted(`${job}: more rows read`, 'rows', most('rowsRead')),
    counted(`${job}: more calls`, 'calls', most('calls')),
  ]
}

function spaced(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ' ')
}
