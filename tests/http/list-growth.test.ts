import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { closeProgramme } from '../../worker/actions/programme/close.ts'
import { routes } from '../../worker/http/routes.ts'
import { runAll, runCron } from '../../worker/jobs/jobs.ts'
import type { Platform } from '../../worker/platform.ts'
import { type Client, signedIn } from '../support/client.ts'
import { everyRequest, type Sample } from '../support/every-request.ts'
import { type Grown, grownTo } from '../support/grown-programme.ts'
import { aFile, brought, confirmed } from '../support/imports.ts'
import { type Cost, costOf } from '../support/query-cost.ts'
import { asManager, have } from '../support/world.ts'

const SIZES = [8, 80, 800] as const
/** Ten times as many people read ten times as many rows, and a few that fall differently. */
const LINEAR = 10.5
const CHANCE = 60
const MAX_CALLS = 14
/** Its parts are read one after the other. */
const MORE_CALLS: Readonly<Record<string, number>> = { 'GET /own/record/file': 15 }

type Measured = Cost & {
  /** Milliseconds of the request's own, without the time in which it waited for the database. */
  readonly own: number
}
type Costs = ReadonlyMap<string, Measured>
type Job = (grown: Grown, platform: Platform) => Promise<unknown>

/** In this order: each finds what the one before has left. */
const JOBS: Readonly<Record<string, Job>> = {
  'planning a round': async (grown, platform) => {
    const nadia = await signedIn(grown.platform, grown.nadia, platform)
    const { status } = await nadia.post(`/api/v1/programmes/${grown.northwind.id}/plans`)
    expect(status).toBe(201)
  },
  'bringing a file of as many people': async (grown, platform) => {
    const kept = await brought({ ...grown, platform }, aFile('people', linesFor(grown)))
    have(await confirmed({ ...grown, platform }, kept))
  },
  'the first night': (_, platform) => runCron(platform, '23 2 * * *'),
  'a busy minute': (_, platform) => runCron(platform, '* * * * *'),
}
const LONG_JOBS: typeof JOBS = {
  'all that is due': (_, platform) => runAll(platform),
  'a minute in which nothing is due': async (grown, platform) => {
    await runCron(grown.platform, '* * * * *')
    return runCron(platform, '* * * * *')
  },
  'closing the programme': async ({ northwind, nadia }, platform) => {
    const wish = { id: platform.newId('req'), programmeId: northwind.id, cancelFixed: true }
    have(await closeProgramme(platform, wish, asManager(nadia)))
  },
  'what the closing leaves to do': (_, platform) => runAll(platform),
  'purging it': (grown, platform) => {
    grown.now('2028-04-01T04:00Z')
    return runAll(platform)
  },
}
/** One minute does a bounded part of it, so only the whole compares. */
const WHOLES: Readonly<Record<string, readonly string[]>> = {
  'a night, and all that it makes due': ['the first night', 'a busy minute', 'all that is due'],
  'closing a programme to its end': ['closing the programme', 'what the closing leaves to do', 'purging it'],
}
const PARTS = Object.values(WHOLES).flat()
/** Is a page only where nobody is. */
const WHERE_NOBODY_IS = 'GET /claim'

const measured = new Map<number, Costs>()
for (const size of SIZES) measured.set(size, await costsWith(size))
const names = [...(measured.get(8)?.keys() ?? [])]

test.each(names.filter((name) => !PARTS.includes(name)))(
  '%s reads and asks in proportion at 8, 80 and 800 executives',
  (name) => {
    const [few, ...more] = SIZES.flatMap((size) => measured.get(size)?.get(name) ?? [])
    if (!few) throw new Error(`not measured: ${name}`)

    let [small, times] = [few, 1]
    for (const large of more) {
      // What a minute leaves to the next differs from size to size: a whole is compared with the smallest.
      times = name in WHOLES ? times * LINEAR : LINEAR
      expect(large.rowsRead, 'rows read').toBeLessThanOrEqual(small.rowsRead * times + CHANCE)
      expect(large.rowsWritten, 'rows written').toBeLessThanOrEqual(small.rowsWritten * times + CHANCE)
      expect(large.calls, 'calls').toBeLessThanOrEqual(small.calls * times)
      const most = name in WHOLES ? Infinity : Math.min(MORE_CALLS[name] ?? MAX_CALLS, small.calls)
      expect(large.calls, 'calls').toBeLessThanOrEqual(most)
      if (!(name in WHOLES)) small = large
    }
  },
)

test('a minute stays far below the thousand calls that a Worker may make', () => {
  expect(measured.get(800)?.get('a busy minute')?.calls).toBeLessThan(600)
})

test('at 800 all is asked but what cost the same at 8 and at 80', () => {
  const asked = measured.get(800)
  const left = names.filter((name) => !asked?.has(name) && !(name in LONG_JOBS) && !(name in WHOLES))
  expect(left.filter((name) => !growsNot(name))).toEqual([])
  expect(left).not.toContain('GET /today')
})

test('every page and every answer to a GET was asked', () => {
  const looking = routes.filter(({ method }) => method === 'GET').map(({ path }) => `GET ${path}`)
  const asked = new Set([WHERE_NOBODY_IS, ...names.map((name) => name.replace(/ #\d+$/, ''))])
  expect(looking.filter((route) => !asked.has(route))).toEqual([])
})

if (env.GROWTH)
  console.info(`GROWTH ${JSON.stringify(Array.from(measured, ([size, costs]) => [size, [...costs]]))}`)

async function costsWith(executives: number): Promise<Costs> {
  const grown = await grownTo(executives)
  const costs = new Map<string, Measured>()
  const samples = everyRequest(grown.things).filter(
    ({ route }) => route.startsWith('GET ') && route !== WHERE_NOBODY_IS,
  )
  for (const [index, sample] of samples.entries()) {
    const earlier = samples.slice(0, index).filter(({ route }) => route === sample.route).length
    const name = earlier === 0 ? sample.route : `${sample.route} #${earlier + 1}`
    if (executives === 800 && !env.GROWTH && growsNot(name)) continue
    costs.set(name, await measuredWork(grown, (platform) => look(sample, readerOf(grown, platform, sample))))
  }
  // With so many people the long ones take seconds: `npm run bench:growth` asks for them too.
  const jobs = executives < 800 || env.GROWTH ? { ...JOBS, ...LONG_JOBS } : JOBS
  for (const [name, job] of Object.entries(jobs))
    costs.set(name, await measuredWork(grown, (platform) => job(grown, platform)))
  for (const [name, parts] of Object.entries(WHOLES)) {
    const each = parts.flatMap((part) => costs.get(part) ?? [])
    if (each.length === parts.length) costs.set(name, each.reduce(sumOf))
  }
  return costs
}

/** What read and wrote the same at 8 and at 80 depends on nobody but its own few: only `npm run bench:growth` asks it at 800. */
function growsNot(name: string): boolean {
  const [few, more] = [measured.get(8)?.get(name), measured.get(80)?.get(name)]
  if (!few || !more || name in WHOLES || name in JOBS || name in LONG_JOBS) return false
  return more.rowsRead <= few.rowsRead && more.rowsWritten <= few.rowsWritten && more.calls <= few.calls
}

async function look({ route, path, headers }: Sample, client: Promise<Client>): Promise<void> {
  const { status } = await (await client).ask(path, { ...(headers && { headers }) })
  // An ending that a date ahead forbids shows its page with 409.
  if (status >= 400 && status !== 409) throw new Error(`${route} answered ${status}`)
}

/** Whoever a route is first of all for. */
function readerOf(
  { platform, nadia, tom, assistant }: Grown,
  counted: Platform,
  { route }: Sample,
): Promise<Client> {
  const actors = routes.find(({ method, path }) => `${method} ${path}` === route)?.actors ?? []
  if (actors.includes('assistant') && !actors.includes('manager'))
    return signedIn(platform, assistant, counted)
  if (actors.includes('mentor') && !actors.includes('manager')) return signedIn(platform, tom, counted)
  return signedIn(platform, nadia, counted)
}

async function measuredWork(
  { platform }: Grown,
  work: (platform: Platform) => Promise<unknown>,
): Promise<Measured> {
  const began = performance.now()
  const { waited, ...cost } = await costOf(platform, work)
  return { ...cost, own: performance.now() - began - waited }
}

function sumOf(one: Measured, other: Measured): Measured {
  return {
    calls: one.calls + other.calls,
    rowsRead: one.rowsRead + other.rowsRead,
    rowsWritten: one.rowsWritten + other.rowsWritten,
    own: one.own + other.own,
  }
}

function linesFor({ executives }: Grown): string {
  const lines = Array.from(
    { length: executives },
    (_, at) => `Vera Lang${at},vera${at}@people.example,executive,Europe/Paris`,
  )
  return ['name,email,roles,zone', ...lines].join('\n')
}
