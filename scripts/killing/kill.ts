import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod/mini'

import { after, DAY, iso, type Instant, MINUTE } from '../../worker/domain/time/time.ts'
import { checkTables } from '../../worker/storage/fsck/check.ts'
import { checkFile } from '../../worker/storage/fsck/file.ts'
import { type Chance, chanceOf } from '../simulating/random.ts'
import { allMails, nextAct } from './acts.ts'
import { type Client, signedIn } from './client.ts'
import { readDatabase } from './database.ts'
import { type Entry, isAcknowledged } from './ledger.ts'
import { copiesIn } from './mails.ts'
import { type Served, startServed } from './served.ts'
import type { Tally } from './table.ts'

type Wanted = {
  readonly rounds: number
  readonly seed: number
  readonly port: number
  readonly directory: string
  readonly now: Instant
}

const People = z.array(
  z.object({ id: z.string(), roles: z.array(z.string()), programmes: z.array(z.string()) }),
)
const CLIENTS = 6
/** How many changes are acknowledged before the kill, and how many milliseconds it then waits: a slow machine does as much. */
const TRAFFIC = { least: 3, most: 18, waitMs: 60 }

const LONGEST_ROUND_MS = 20_000

type Found = Pick<Tally, 'lost' | 'half' | 'unsettled'> & { readonly storedUnsaid: number }

/**
 * Serves the application, lets several clients write, kills it in the middle of that, looks at the file, and serves it
 * again on the same state; round after round. Each round is a day later.
 */
export async function killRepeatedly({ rounds, seed, port, directory, now: begin }: Wanted): Promise<Tally> {
  const entries: Entry[] = []
  const found: Found[] = []
  let served = await startServed({ port, directory, now: iso(begin) })
  for (let round = 0; round < rounds; round += 1) {
    const chance = chanceOf(seed, `round ${round}`)
    const now = after(begin, round * DAY)
    const written = await writeUntilKilled(served, chance, now)
    const stored = await lookAt(directory, written, now)
    served = await startServed({ port, directory, now: iso(begin) })
    const unsettled = await repeatUnsaid(served, written, stored.unsaid)
    entries.push(...written)
    found.push({ ...stored, storedUnsaid: stored.unsaid.size, unsettled })
  }
  const mails = await settle(served, after(begin, rounds * DAY)).finally(() => served.stop())
  const end = await readDatabase(directory)
  const half = await brokenIn(end.ask, after(begin, rounds * DAY))
  const [waiting] = (await end.ask([UNSENT])).flat()
  end.close()
  return {
    rounds,
    asked: entries.length,
    acknowledged: entries.filter(isAcknowledged).length,
    storedUnsaid: found.reduce((sum, { storedUnsaid }) => sum + storedUnsaid, 0),
    lost: found.flatMap(({ lost }) => lost),
    half: [...found.flatMap((each) => each.half), ...half],
    unsettled: found.flatMap(({ unsettled }) => unsettled),
    mails: mails.length,
    ...(await copiesIn(mails)),
    unsent: Number(waiting?.['count']),
  }
}

/** Quiet letters wait for their morning by themselves. */
const UNSENT = "SELECT count(*) AS count FROM outbox WHERE state IN ('waiting', 'failed') AND is_quiet = 0"

async function writeUntilKilled(served: Served, chance: Chance, now: Instant): Promise<readonly Entry[]> {
  const clients = await clientsOf(served, now)
  const entries: Entry[] = []
  const state = { isKilled: false }
  const enough = Promise.withResolvers<void>()
  const most = Math.floor(chance.between(TRAFFIC.least, TRAFFIC.most))
  const working = clients.map(async ({ client, programmeId }, index) => {
    const own = chanceOf(Math.floor(chance.between(0, 2 ** 31)), `client ${index}`)
    while (!state.isKilled) {
      if (index === 0 && own.of(0.5)) await client.post('/dev/tick', {})
      const asked = await nextAct({ client, chance: own, programmeId, now })
      if (!asked || state.isKilled) continue
      entries.push({ asked, answer: await client.ask(asked) })
      if (entries.filter(isAcknowledged).length >= most) enough.resolve()
    }
  })
  await Promise.race([enough.promise, sleep(LONGEST_ROUND_MS)])
  await sleep(chance.between(0, TRAFFIC.waitMs))
  await served.kill()
  state.isKilled = true
  await Promise.all(working)
  return entries
}

/** Several at work for each manager of the first programme. */
async function clientsOf({ origin }: Served, now: Instant) {
  const people = People.parse(await (await fetch(`${origin}/dev/people.json`)).json())
  const [first] = people.filter(({ roles }) => roles.includes('manager'))
  const programmeId = first?.programmes[0]
  if (!first || !programmeId) throw new Error('There is no manager in the demo.')
  const setter = await signedIn(origin, first.id)
  await setter.post('/dev/clock', { now: iso(now) })
  const managers = people.filter(
    ({ roles, programmes }) => roles.includes('manager') && programmes.includes(programmeId),
  )
  return Promise.all(
    Array.from({ length: CLIENTS }, async (_, index) => ({
      client: await signedIn(origin, (managers[index % managers.length] ?? first).id),
      programmeId,
    })),
  )
}

/** What the file says after the kill, before anybody has served it again. */
async function lookAt(
  directory: string,
  entries: readonly Entry[],
  now: Instant,
): Promise<Pick<Found, 'lost' | 'half'> & { readonly unsaid: ReadonlySet<Entry> }> {
  const { ask, close } = await readDatabase(directory)
  const isThere = async ({ asked }: Entry) => ((await ask([asked.shownBy]))[0]?.length ?? 0) > 0
  const lost: string[] = []
  const unsaid = new Set<Entry>()
  for (const entry of entries) {
    const isStored = await isThere(entry)
    if (isAcknowledged(entry) && !isStored)
      lost.push(`${entry.asked.kind}: ${JSON.stringify(entry.asked.body)}`)
    if (entry.answer === null && isStored) unsaid.add(entry)
  }
  const half = await brokenIn(ask, now)
  close()
  return { lost, half, unsaid }
}

async function brokenIn(ask: Parameters<typeof checkTables>[0], now: Instant): Promise<readonly string[]> {
  const broken = [...(await checkTables(ask, now)), ...(await checkFile(ask))]
  return broken.map(({ name, ids }) => `${name}: ${ids.join(', ')}`)
}

/** Whoever heard nothing asks again, twice: what was stored is answered as such, and both answers are the same. */
async function repeatUnsaid(
  served: Served,
  entries: readonly Entry[],
  stored: ReadonlySet<Entry>,
): Promise<readonly string[]> {
  const unheard = entries.filter(({ answer }) => answer === null)
  if (unheard.length === 0) return []
  const client = await anyManager(served)
  const unsettled: string[] = []
  for (const entry of unheard) {
    const { asked } = entry
    const first = await client.ask(asked)
    const second = await client.ask(asked)
    const isDone = (answer: typeof first) => answer !== null && answer.status < 300
    const isRefused = first === null || second === null || (stored.has(entry) && !isDone(first))
    if (isRefused || (isDone(first) && (!isDone(second) || first?.id !== second?.id)))
      unsettled.push(`${asked.kind} ${JSON.stringify(asked.body)}: ${first?.status}, then ${second?.status}`)
  }
  return unsettled
}

async function anyManager({ origin }: Served): Promise<Client> {
  const people = People.parse(await (await fetch(`${origin}/dev/people.json`)).json())
  return signedIn(origin, people.find(({ roles }) => roles.includes('manager'))?.id ?? '')
}

/** Leases of the dead end, the clock does what it owes, and all letters leave. */
async function settle(served: Served, now: Instant) {
  const client = await anyManager(served)
  for (const minutes of [0, 3, 6]) {
    await client.post('/dev/clock', { now: iso(after(now, minutes * MINUTE)) })
    await client.post('/dev/tick', {})
  }
  return allMails(client)
}
