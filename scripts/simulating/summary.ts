import { type Instant, iso } from '../../worker/domain/time/time.ts'
import { auditAt, writtenByGets } from './audit.ts'
import { brokenBudget } from './budget.ts'
import type { Doors } from './doors.ts'
import { brokenInDates, brokenInMails, needlessCancels } from './invariants.ts'
import type { Letter } from './letters.ts'
import { countMails } from './measures.ts'
import type { World } from './people.ts'
import type { Findings, Year } from './result.ts'
import { datesOf, givenUp, roundsOf } from './rounds.ts'

type Ended = Findings & {
  readonly ended: Instant
  readonly touches: Year['touches']
  readonly readMail: () => Promise<void>
}

/** Counts the results, then closes the programme and checks all mails and tables. */
export async function summarize(world: World, doors: Doors, year: Ended): Promise<Year> {
  const counted = await count(world, doors, year)
  return verdict(counted, year.touches, [
    ...(await close(world, year.readMail)),
    ...(await brokenAt(year.ended, world, doors, year)),
    ...(sum(year.touches) < world.server.presses() ? ['she pressed more often than was counted'] : []),
  ])
}

type Counted = Pick<Year, 'mails' | 'dates' | 'forgotten'> & {
  readonly summary: Omit<Year['summary'], 'touches' | 'brokenInvariants'>
}

/** The counts on the last day, before the closure. */
async function count(
  { seed, server, cast, time }: World,
  doors: Doors,
  { began, letters, missed }: Findings,
): Promise<Counted> {
  const rounds = await roundsOf(server, cast.programmeId, iso(began))
  const dates = await datesOf(doors, cast.programmeId)
  const bumped = await givenUp(doors, cast.programmeId)
  const mails = countMails(cast, dates, letters)
  return {
    summary: {
      seed,
      sessionsHeld: rounds.filter(({ status }) => status === 'happened' || status === 'cut-short').length,
      rounds: rounds.length,
      bumps: rounds.reduce((all, each) => all + each.bumps, 0),
      executiveMailsPerSession: mails.perSession,
      executiveMailsPerMove: mails.perMove,
      daysWithoutNextDate: missed.length,
    },
    mails,
    dates: {
      come: dates.filter(({ start }) => start <= iso(time.now())).length,
      givenUp: bumped.filter((start) => start <= time.now()).length,
    },
    forgotten: missed,
  }
}

/** Closes the programme and cancels fixed sessions; each executive gets his list. */
async function close(
  { server, cast, time }: World,
  readMail: () => Promise<void>,
): Promise<readonly string[]> {
  const { status } = await server.post(`/programmes/${cast.programmeId}/closure`, { cancelFixed: true })
  await server.tick(time.now())
  await readMail()
  return status < 300 ? [] : [`closing was refused: ${status}`]
}

async function brokenAt(
  ended: Instant,
  { cast, declined }: World,
  doors: Doors,
  { letters, broken }: Findings,
): Promise<readonly string[]> {
  return [
    ...broken,
    ...(await auditAt(doors, ended)),
    ...brokenInMails(cast, letters, ended),
    ...needlessCancels(letters, declined),
    ...(await brokenBudget(doors, cast, letters, ended)),
    ...(await brokenInDates(doors, await datesOf(doors, cast.programmeId), letters)),
    ...(await writtenByGets(doors, latestLinks(letters))),
  ]
}

function verdict(
  { summary: { seed, ...summary }, ...counted }: Counted,
  touches: Year['touches'],
  found: readonly string[],
): Year {
  const broken = [...new Set(found)]
  return {
    ...counted,
    summary: { seed, touches: sum(touches), ...summary, brokenInvariants: broken.length },
    touches,
    broken,
  }
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((all, each) => all + each, 0)
}

/** The last twelve mailed links of each page. */
function latestLinks(letters: readonly Letter[]): readonly string[] {
  const links = letters.flatMap(({ text }) => text.match(/http:\/\/\S+/g) ?? [])
  const latestOf = Map.groupBy(links, (link) => new URL(link).pathname)
  const some = [...latestOf.values()].flatMap((all) => all.slice(-12))
  return [...new Set(some)].map((link) => link.slice(new URL(link).origin.length))
}
