import { addDays, weekdayOf } from '../../worker/domain/time/days.ts'
import { before, DAY, iso, latest } from '../../worker/domain/time/time.ts'
import { toInstant } from '../../worker/domain/time/zones.ts'
import { auditAt } from './audit.ts'
import { setUp } from './cast.ts'
import type { Doors } from './doors.ts'
import { type Letter, letterOf } from './letters.ts'
import { type Line, linesOf, managerIn } from './manager.ts'
import { dateless } from './measures.ts'
import { react, type World } from './people.ts'
import { chanceOf } from './random.ts'
import type { Findings, YearOptions, Year } from './result.ts'
import { roundsOf } from './rounds.ts'
import { firstManager, serverClient } from './server-client.ts'
import { summarize } from './summary.ts'
import { timelineFrom } from './timeline.ts'

const FIRST_DAY = '2026-12-02'
/** Longer than a cadence with its tolerance: an earlier session cannot change who is overdue. */
const LOOKED_BACK = 42 * DAY
const PARIS = 'Europe/Paris'
/** When the clock has work: the night's jobs, then briefs and digests in Paris and in New York. */
const TICKS = [8 * 60, 16 * 60 + 5, 22 * 60 + 5]

/** Simulates a programme: people react to mails, the clock ticks, the manager works through Today each morning. */
export async function simulateYear(doors: Doors, { seed, weeks }: YearOptions): Promise<Year> {
  const began = toInstant(PARIS, FIRST_DAY, 7 * 60)
  const ended = toInstant(PARIS, addDays(FIRST_DAY, weeks * 7), 7 * 60)
  const server = serverClient(doors, await firstManager(doors))
  await server.clock(began)
  const cast = await setUp(server)
  const time = timelineFrom(began)
  const chance = chanceOf(seed, 'manager')
  const world: World = {
    seed,
    server,
    cast,
    chance,
    time,
    answers: new Map(),
    shown: new Map(),
    declined: new Set(),
  }
  const manager = managerIn(world)
  const findings: Findings = { began, letters: [], broken: new Set(), missed: [] }

  for (let day = FIRST_DAY; toInstant(PARIS, day, 0) < ended; day = addDays(day, 1)) {
    for (const minutes of TICKS) time.tickAt(toInstant(PARIS, day, minutes))
    time.at(toInstant(PARIS, day, 8 * 60), async () => {
      const lines = await inspect(world, doors, { ...findings, isAtWork: weekdayOf(day) <= 5 })
      await manager.morning(lines)
    })
  }
  const { clock, tick } = server
  await time.run(ended, { clock, tick, afterwards: () => readMail(world, findings.letters) })
  await tick(ended)
  await readMail(world, findings.letters)
  return summarize(world, doors, {
    ...findings,
    ended,
    touches: { 'setting up': cast.touches, ...Object.fromEntries(manager.touches), closing: 1 },
    readMail: () => readMail(world, findings.letters),
  })
}

/** Lets each reader react. The randomness depends on the mail alone, so that a later reading changes nothing. */
async function readMail(world: World, letters: Letter[]): Promise<void> {
  const { server, cast } = world
  for (const mail of await server.newMail()) {
    if (!cast.everybody.has(mail.to)) continue
    const letter = await letterOf(mail)
    letters.push(letter)
    react({ ...world, chance: chanceOf(world.seed, `${letter.to} ${letter.at} ${letter.subject}`) }, letter)
  }
}

/** Each morning: checks the tables and finds forgotten executives; on a working day it always reads Today. */
async function inspect(
  { server, cast, time }: World,
  doors: Doors,
  { began, broken, missed, isAtWork }: Findings & { readonly isAtWork: boolean },
): Promise<readonly Line[]> {
  const now = time.now()
  for (const each of await auditAt(doors, now)) broken.add(each)
  const rounds = await roundsOf(server, cast.programmeId, iso(latest(began, before(now, LOOKED_BACK))))
  const waiting = dateless(cast, rounds, { began, now })
  const lines = isAtWork || waiting.length > 0 ? await linesOf(server, cast.programmeId) : []
  for (const { name, isOn } of waiting) if (!isOn(lines)) missed.push(`${name} on ${iso(now).slice(0, 10)}`)
  return isAtWork ? lines : []
}
