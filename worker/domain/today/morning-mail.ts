import type { Outgoing } from '../decision.ts'
import type { LetterId, NewId, PersonId } from '../ids.ts'
import type { MorningLetter, ToldLine } from '../letter/letter.ts'
import type { Person } from '../people/person.ts'
import type { Blackout, Programme } from '../programme/programme.ts'
import { addDays, parseWallTime, weekdayOf } from '../time/days.ts'
import { after, type Day, HOUR, type Instant, type WallMinutes, type Zone } from '../time/time.ts'
import { toInstant, toWall } from '../time/zones.ts'
import { hearersOf } from './hearers.ts'
import { asReadBy, type Morning } from './item.ts'
import { managerHeading } from './manager-heading.ts'
import { toldLines } from './told.ts'

/** A mail has room for so many lines; the rest is counted. */
const MOST_LINES = 30
/** What a tick missed is made up for as long as it is morning. */
const MORNING_MS = 6 * HOUR

type Reader = Pick<Person, 'id' | 'zone'>
type Hours = { readonly policy: Pick<Programme['policy'], 'morningAt' | 'blackouts'> }

/** The dedupe key of a day's mail: one letter, whatever runs again. */
export function morningKey({ id, zone }: Reader, now: Instant): string {
  return `morning:${id}:${toWall(zone, now).day}`
}

/** The next hour of one of these programmes, by the manager's clock, on a day from Monday to Friday. */
export function nextMorningAt({ zone }: Pick<Reader, 'zone'>, programmes: readonly Hours[], now: Instant) {
  let { day } = toWall(zone, now)
  for (;;) {
    const found = weekdayOf(day) <= 5 ? hoursOn(day, zone, programmes).find((at) => at > now) : undefined
    if (found !== undefined) return found
    day = addDays(day, 1)
  }
}

function hoursOn(day: Day, zone: Zone, programmes: readonly Hours[]): readonly Instant[] {
  const hours = programmes.map((each) => toInstant(zone, day, minutesOf(each)))
  return hours.toSorted((one, other) => one - other)
}

function minutesOf({ policy }: Hours): WallMinutes {
  return parseWallTime(policy.morningAt) ?? 8 * 60
}

/** Whether this programme writes on the manager's day: a working day, and none that it has closed. */
export function writesToday({ policy }: Hours, { zone }: Pick<Reader, 'zone'>, now: Instant): boolean {
  const { day } = toWall(zone, now)
  return weekdayOf(day) <= 5 && !isClosed(policy.blackouts, day)
}

function isClosed(blackouts: readonly Blackout[], day: Day): boolean {
  return blackouts.some(({ from, to }) => from <= day && day <= to)
}

/** Whether it is the morning of this programme, by the manager's clock. */
export function isMorning(programme: Hours, reader: Pick<Reader, 'zone'>, now: Instant): boolean {
  const at = hourOf(programme, reader, now)
  return at <= now && now < after(at, MORNING_MS)
}

function hourOf(programme: Hours, { zone }: Pick<Reader, 'zone'>, now: Instant): Instant {
  return toInstant(zone, toWall(zone, now).day, minutesOf(programme))
}

/** A programme's Today, with its managers. */
export type OwnMorning = { readonly morning: Morning; readonly managers: readonly Person[] }

/**
 * One for each address: where a programme knows her by one of its own, nothing of another goes there, nor its lines to
 * another.
 */
export function decideMornings(
  hearerId: PersonId,
  mornings: readonly OwnMorning[],
  { newId, now }: { readonly newId: NewId; readonly now: Instant },
): readonly Outgoing[] {
  const asKnown = ({ managers }: OwnMorning) => managers.find(({ id }) => id === hearerId)
  const byAddress = Map.groupBy(mornings, (each) => asKnown(each)?.email)
  return [...byAddress.values()].flatMap((all) => {
    const [first] = all
    const mail = decideMorning(hearerId, all, { id: newId('let'), now })
    if (!mail || !first || !asKnown(first)?.hasOwnAddresses) return mail ?? []
    return { ...mail, dedupeKey: `${mail.dedupeKey}:${first.morning.programme.id}` }
  })
}

/**
 * One mail about all programmes of which she is told, once it is the morning of one that has something for her. What
 * arose after its hour waits for the next morning. Null: there is none.
 */
export function decideMorning(
  hearerId: PersonId,
  mornings: readonly OwnMorning[],
  { id, now }: { readonly id: LetterId; readonly now: Instant },
): Outgoing | null {
  const told = mornings.flatMap(({ morning, managers }) => {
    const hearing = hearersOf(managers, 'morning', now).find(({ hearer }) => hearer.id === hearerId)
    return hearing && writesToday(morning.programme, hearing.hearer, now)
      ? [{ hearer: hearing.hearer, morning, ...toldLines(asReadBy(morning, hearerId)) }]
      : []
  })
  const first = told.find(({ hearer, morning, lines }) => {
    const hour = hourOf(morning.programme, hearer, now)
    return isMorning(morning.programme, hearer, now) && lines.some((line) => stoodAt(line, hour, morning.now))
  })
  if (!first) return null

  const { hearer } = first
  const all = told.flatMap((each) => each.lines)
  // What concerns the whole installation stands once.
  const once = all.filter(({ key }, index) => all.findIndex((each) => each.key === key) === index)
  const lines = once.slice(0, MOST_LINES)
  const count = told.reduce((sum, each) => sum + each.count, 0) - (all.length - once.length)
  const letter: MorningLetter = {
    ...managerHeading(hearer, first.lines, { id, now }),
    ...{ kind: 'morning', lines, more: count - lines.length },
  }
  const programmes = once.map(({ programmeId }) => programmeId)
  return { dedupeKey: morningKey(hearer, now), letter, dueAt: now, programmes }
}

/** Some lines say nothing of when they arose: they are as old as the reading. */
function stoodAt({ since }: ToldLine, hour: Instant, now: Instant): boolean {
  return since <= hour || since >= now
}
