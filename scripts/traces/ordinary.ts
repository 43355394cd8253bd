import type { Mailbox } from '../../worker/compose/mailbox.ts'
import { addDays, weekdayOf } from '../../worker/domain/time/days.ts'
import { type Day, type Instant, SECOND } from '../../worker/domain/time/time.ts'
import { after } from '../../worker/domain/time/time.ts'
import { toInstant } from '../../worker/domain/time/zones.ts'
import type { Chance } from '../simulating/random.ts'
import { drawn, oneOf, weighted, whole } from './draw.ts'
import { type Habits, namesOf, type Program, somebody, type TitleStyle } from './habits.ts'
import { type SentEvent, type Wall, writeAs } from './programs.ts'
import type { RawMail } from './read-mails.ts'

/** A one-to-one with one other person: who asks for it, how it is called, where and how long. */
type Habit = {
  readonly organizer: Mailbox
  readonly isOwn: boolean
  readonly program: Program
  readonly title: string
  readonly body: string
  readonly location: string
  readonly length: number
  readonly hasAlarm: boolean
  readonly category: string | null
}

export type Span = { readonly from: Day; readonly weeks: number }

/** Half a year of one-to-ones and of the mail around them, as one person's office makes them. */
export function ordinaryMails(chance: Chance, habits: Habits, span: Span): readonly RawMail[] {
  const series = Array.from({ length: whole(chance, 2, 5) }, () => aSeries(chance, habits, span))
  const rows = Array.from({ length: whole(chance, 1, 3) }, () => byHand(chance, habits, span))
  const single = Array.from({ length: whole(chance, 10, 26) }, () => aSingle(chance, habits, span))
  const words = Array.from({ length: whole(chance, 30, 60) }, () => anyMail(chance, habits, span))
  return [...series, ...rows, ...single, ...words].flat()
}

/** One event that comes again each week, each second … with some instances moved and some left out. */
function aSeries(chance: Chance, habits: Habits, { from, weeks }: Span): readonly RawMail[] {
  const habit = aHabit(chance, habits)
  const every = weighted(chance, [
    [4, 1],
    [4, 2],
    [2, 3],
    [2, 4],
  ])
  const start = { day: addDays(from, whole(chance, 0, 13)), minutes: aStart(chance, habits) }
  const first = { ...start, day: onWorkday(start.day) }
  const count = Math.ceil(weeks / every)
  const event = { ...eventOf(chance, habits, habit, first), rule: { weeks: every, count } }
  const asked = askedBefore(chance, habits, first.day)
  const instances = Array.from({ length: count }, (_, index) => addDays(first.day, index * 7 * every))
  const changes = instances.flatMap((day, index) => {
    const instanceOf = { ...first, day }
    const at = askedBefore(chance, habits, day, 4)
    const changed = { ...event, rule: null, instanceOf, sequence: index % 3 === 0 ? 1 : 2 }
    if (chance.of(0.07)) return [mail(chance, habits, habit, { ...changed, method: 'CANCEL' }, at)]
    if (!chance.of(0.15)) return []
    return [mail(chance, habits, habit, { ...changed, start: nearby(chance, habits, instanceOf) }, at)]
  })
  return [mail(chance, habits, habit, event, asked), ...changes]
}

/** The same two people, each date put in anew: assistants of full calendars do that. */
function byHand(chance: Chance, habits: Habits, { from, weeks }: Span): readonly RawMail[] {
  const habit = aHabit(chance, habits)
  const every = whole(chance, 12, 32)
  const minutes = aStart(chance, habits)
  const dates = Array.from({ length: Math.floor((weeks * 7) / every) }, (_, index) =>
    addDays(from, index * every + whole(chance, 0, 5)),
  )
  return dates.flatMap((day) => {
    const usual = chance.of(0.5) ? minutes : aStart(chance, habits)
    return once(chance, habits, habit, { day: onWorkday(day), minutes: usual })
  })
}

function aSingle(chance: Chance, habits: Habits, { from, weeks }: Span): readonly RawMail[] {
  const day = onWorkday(addDays(from, whole(chance, 1, weeks * 7 - 1)))
  return once(chance, habits, aHabit(chance, habits), { day, minutes: aStart(chance, habits) })
}

/** One date; a fifth is moved once, some twice. */
function once(chance: Chance, habits: Habits, habit: Habit, start: Wall): readonly RawMail[] {
  const event = eventOf(chance, habits, habit, start)
  const asked = mail(chance, habits, habit, event, askedBefore(chance, habits, start.day))
  const moves = weighted(chance, [
    [75, 0],
    [18, 1],
    [7, 2],
  ])
  const later = Array.from({ length: moves }, (_, index) => {
    const moved = { ...event, sequence: index + 1, start: nearby(chance, habits, start) }
    return mail(chance, habits, habit, moved, askedBefore(chance, habits, start.day, 3))
  })
  return [asked, ...later]
}

function aHabit(chance: Chance, habits: Habits): Habit {
  const { owner, assistant, colleagues, styles, domain } = habits
  const outside = chance.of(0.12)
  const other = outside
    ? somebody(chance, `${oneOf(chance, ['bank', 'advisers', 'search', 'board', 'press'])}.example`)
    : (colleagues[whole(chance, 0, colleagues.length - 1)] ?? somebody(chance, domain))
  const isOwn = !outside && chance.of(0.35)
  const booked = habits.isBooked && !isOwn && chance.of(0.2)
  const page = {
    name: `${namesOf(other).first} via Bookings`,
    address: `bookings-${drawn(chance, 8)}@${domain}`,
  }
  const style: TitleStyle = styles[Math.floor(chance.between(0, 1) ** 2 * styles.length)] ?? styles[0]
  const program = outside ? oneOf(chance, ['outlook', 'google', 'apple']) : habits.program
  return {
    organizer: booked ? page : isOwn ? owner : assistant && chance.of(0.2) ? assistant : other,
    isOwn,
    program: booked ? 'tool' : program,
    title: style(namesOf(owner), namesOf(other)),
    body: oneOf(chance, habits.bodies),
    location: oneOf(chance, habits.locations),
    length: weighted(chance, habits.lengths),
    hasAlarm: chance.of(0.8),
    category: chance.of(0.06) ? 'Green category' : null,
  }
}

function eventOf(chance: Chance, { owner }: Habits, habit: Habit, start: Wall): SentEvent {
  return {
    method: 'REQUEST',
    uid: `${drawn(chance, 40)}@${habit.program}`,
    sequence: 0,
    start,
    length: habit.length,
    zone: owner.zone,
    location: habit.location,
    hasAlarm: habit.hasAlarm,
    category: habit.category,
    rule: null,
    instanceOf: null,
  }
}

function mail(
  chance: Chance,
  { owner, domain, colleagues }: Habits,
  habit: Habit,
  event: SentEvent,
  at: Instant,
): RawMail {
  const [from, to] = habit.isOwn
    ? [owner, colleagues[0] ?? somebody(chance, domain)]
    : [habit.organizer, owner]
  const subject = subjectIn(habit, event)
  const raw = writeAs(habit.program, { at, from, to, subject, body: habit.body, event }, chance)
  return { at, raw, isOurs: false, ...(habit.isOwn && { isSent: true }) }
}

function subjectIn({ program, title }: Habit, { method, sequence, start }: SentEvent): string {
  if (program !== 'google') return title
  const what = method === 'CANCEL' ? 'Canceled event' : sequence > 0 ? 'Updated invitation' : 'Invitation'
  return `${what}: ${title} @ ${start.day} ${Math.floor(start.minutes / 60)}:${String(start.minutes % 60).padStart(2, '0')}`
}

/** What else comes: mails of people, and of tools. */
function anyMail(chance: Chance, habits: Habits, { from, weeks }: Span): readonly RawMail[] {
  const { owner, domain, colleagues, program } = habits
  const isTool = chance.of(0.4)
  const day = addDays(from, whole(chance, 0, weeks * 7 - 1))
  const colleague = colleagues[whole(chance, 0, colleagues.length - 1)] ?? somebody(chance, domain)
  const tool = oneOf(chance, ['travel', 'expenses', 'news', 'calendar', 'people', 'it-desk'])
  const robot = { name: `${tool} ${domain.split('.')[0]}`, address: `no-reply@${tool}.${domain}` }
  const subjects = [
    'Slot next week?',
    'RE: our call',
    'Thursday',
    'Agenda',
    'Your dates',
    'Reminder',
    '3 times to choose from',
    'FW: 1:1',
  ]
  const [first = '', ...others] = subjects
  const sent = {
    at: isTool ? atAnyHour(chance, owner.zone, day) : atWork(chance, owner.zone, day),
    from: isTool ? robot : colleague,
    to: owner,
    subject: oneOf(chance, [first, ...others]),
    body: 'Hello,\nwould Thursday suit you?\n'.repeat(whole(chance, 1, 12)),
    event: null,
  }
  return [{ at: sent.at, raw: writeAs(isTool ? 'tool' : program, sent, chance), isOurs: false }]
}

function aStart(chance: Chance, { minutesOfStart }: Habits): number {
  const hours = weighted(chance, [
    [1, 8],
    [4, 9],
    [4, 10],
    [4, 11],
    [1, 12],
    [1, 13],
    [4, 14],
    [4, 15],
    [4, 16],
    [3, 17],
    [1, 18],
  ])
  return hours * 60 + weighted(chance, minutesOfStart)
}

/** The same day at another hour, or a day or two later or earlier. */
function nearby(chance: Chance, habits: Habits, { day, minutes }: Wall): Wall {
  if (chance.of(0.4)) return { day, minutes: aStart(chance, habits) }
  const moved = onWorkday(addDays(day, whole(chance, -2, 4)))
  return { day: moved, minutes: chance.of(0.5) ? minutes : aStart(chance, habits) }
}

function askedBefore(chance: Chance, { owner }: Habits, day: Day, most = 24): Instant {
  const ahead = Math.floor(chance.between(0, 1) ** 2 * most) + 1
  return atWork(chance, owner.zone, onWorkday(addDays(day, -ahead)))
}

function atWork(chance: Chance, zone: string, day: Day): Instant {
  const minutes = chance.of(0.9) ? whole(chance, 8 * 60, 19 * 60) : whole(chance, 19 * 60, 23 * 60)
  return after(toInstant(zone, day, minutes), whole(chance, 0, 59) * SECOND)
}

function atAnyHour(chance: Chance, zone: string, day: Day): Instant {
  return after(toInstant(zone, day, whole(chance, 5 * 60, 22 * 60)), whole(chance, 0, 59) * SECOND)
}

/** Saturday and Sunday become Monday. */
function onWorkday(day: Day): Day {
  return addDays(day, weekdayOf(day) <= 5 ? 0 : 8 - weekdayOf(day))
}
