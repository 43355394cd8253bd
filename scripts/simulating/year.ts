import * as z from 'zod/mini'

import { addDays, weekdayOf } from '../../worker/domain/days.ts'
import { before, DAY, type Instant, instant, iso, latest } from '../../worker/domain/time.ts'
import { toInstant } from '../../worker/domain/zones.ts'
import { setUp } from './cast.ts'
import { type House, houseAt } from './house.ts'
import { brokenIn, brokenInMails } from './invariants.ts'
import { type Letter, letterOf } from './letters.ts'
import { linesOf, managerIn } from './manager.ts'
import { countMails, forgotten } from './measures.ts'
import { react, type World } from './people.ts'
import { chanceOf } from './random.ts'
import { roundsOf } from './rounds.ts'
import { timelineFrom } from './timeline.ts'

export type Year = {
  readonly summary: {
    readonly seed: number
    readonly touches: number
    readonly sessionsHeld: number
    readonly rounds: number
    readonly bumps: number
    readonly executiveMailsPerSession: number
    readonly executiveMailsPerMove: number
    readonly daysWithoutNextDate: number
    readonly brokenInvariants: number
  }
  readonly touches: ReadonlyMap<string, number>
  readonly cancels: number
  readonly broken: readonly string[]
  readonly forgotten: readonly string[]
}

const FIRST_DAY = '2026-12-02'
/** Longer than a cadence with its tolerance: who met before that is overdue anyhow. */
const LOOKED_BACK = 42 * DAY
const PARIS = 'Europe/Paris'

/** Lives a programme from its set-up on: people react to mails, the clock ticks, the manager has her five minutes. */
export async function live(
  origin: string,
  { seed, weeks }: { readonly seed: number; readonly weeks: number },
): Promise<Year> {
  const began = toInstant(PARIS, FIRST_DAY, 8 * 60)
  const ended = toInstant(PARIS, addDays(FIRST_DAY, weeks * 7), 8 * 60)
  const managerId = await managerAt(origin)
  const house = houseAt(origin, () => managerId)
  await house.clock(began)
  await endOthers(house)
  const cast = await setUp(house)
  const time = timelineFrom(began)
  const world: World = { seed, house, cast, chance: chanceOf(seed, 'manager'), time, answers: new Map() }
  const manager = managerIn(world)
  const letters: Letter[] = []
  const broken = new Set<string>()
  const missed: string[] = []

  for (let day = FIRST_DAY; toInstant(PARIS, day, 0) < ended; day = addDays(day, 1)) {
    time.lookAt(toInstant(PARIS, day, 14 * 60), () => look(world, { began, broken, missed }))
    if (weekdayOf(day) > 5) continue
    time.tickAt(toInstant(PARIS, day, 8 * 60 + 15))
    time.tickAt(toInstant(PARIS, day, 16 * 60 + 5))
    time.at(toInstant(PARIS, day, 8 * 60 + 30), manager.morning)
  }
  await time.run(ended, { clock: house.clock, tick: house.tick, afterwards: () => readMail(world, letters) })
  await house.tick()
  await readMail(world, letters)

  const rounds = await roundsOf(house, cast.programmeId, iso(began))
  const mails = await countMails(house, cast, rounds, letters)
  for (const each of brokenInMails(letters)) broken.add(each)
  const touches = new Map([['setting up', cast.touches], ...manager.touches])
  return {
    summary: {
      seed,
      touches: [...touches.values()].reduce((sum, each) => sum + each, 0),
      sessionsHeld: rounds.filter(({ status }) => status === 'happened' || status === 'cut-short').length,
      rounds: rounds.length,
      bumps: rounds.reduce((sum, each) => sum + each.bumps, 0),
      executiveMailsPerSession: mails.perSession,
      executiveMailsPerMove: mails.perMove,
      daysWithoutNextDate: missed.length,
      brokenInvariants: broken.size,
    },
    touches,
    cancels: mails.cancels,
    broken: [...broken],
    forgotten: missed,
  }
}

/** Whoever got a mail makes up his mind: by his own chance, so that a mail read a little later changes nothing. */
async function readMail(world: World, letters: Letter[]): Promise<void> {
  const { house, cast } = world
  for (const mail of await house.newMail()) {
    if (!cast.everybody.has(mail.to)) continue
    const letter = await letterOf(mail)
    letters.push(letter)
    react({ ...world, chance: chanceOf(world.seed, `${letter.to} ${letter.at} ${letter.subject}`) }, letter)
  }
}

async function look(
  { house, cast, time }: World,
  {
    began,
    broken,
    missed,
  }: { readonly began: Instant; readonly broken: Set<string>; readonly missed: string[] },
): Promise<void> {
  const now = time.now()
  const rounds = await roundsOf(house, cast.programmeId, iso(latest(began, before(now, LOOKED_BACK))))
  const lines = await linesOf(house, cast.programmeId)
  for (const each of brokenIn(rounds, now)) broken.add(each)
  for (const who of forgotten(cast, rounds, lines, { began, now }))
    missed.push(`${who} on ${iso(instant(now)).slice(0, 10)}`)
}

/** Somebody of the development cast who may open a programme. */
async function managerAt(origin: string): Promise<string> {
  const people: unknown = await (await fetch(`${origin}/dev/people.json`)).json()
  const found = Array.isArray(people) ? people.find((each) => each.roles.includes('manager')) : null
  if (!found) throw new Error('nobody here may open a programme')
  return String(found.id)
}

const Pairings = z.object({ pairings: z.array(z.object({ id: z.string() })) })

/** The cast that was there before has its own stories; here they rest. */
async function endOthers(house: House): Promise<void> {
  const { pairings } = Pairings.parse(await house.get('/pairings'))
  for (const { id } of pairings) await house.patch(`/pairings/${id}`, { status: 'ended' })
}
