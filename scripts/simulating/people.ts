import {
  after,
  before,
  DAY,
  earliest,
  HOUR,
  type Instant,
  type Interval,
  MINUTE,
} from '../../worker/domain/time/time.ts'
import { toWall } from '../../worker/domain/time/zones.ts'
import type { ShownEvent } from '../../worker/http/dev/event.ts'
import { writeReply, type CalendarAnswer } from '../../worker/http/dev/reply.ts'
import type { Cast, Player } from './cast.ts'
import type { Letter } from './letters.ts'
import type { Chance } from './random.ts'
import type { ServerClient } from './server-client.ts'
import { inWorkingHours, minutesLater, type Timeline } from './timeline.ts'

/** Probabilities of what people do: a third of all dates is given up, some are moved, nobody answers everything. */
const HABITS = {
  bumped: 0.35,
  proposes: 0.06,
  picks: 0.75,
  noneSuits: 0.08,
  later: 0.04,
  accepts: 0.8,
  mentorAccepts: 0.9,
  mentorCannot: 0.02,
  logsAtOnce: 0.7,
  logsNextDay: 0.18,
  needsManager: 0.03,
  saysWhatItIsWorth: 0.6,
} as const

export type World = {
  readonly seed: number
  readonly server: ServerClient
  readonly cast: Cast
  readonly chance: Chance
  readonly time: Timeline
  /** By address, the latest links with which somebody can answer for an executive. */
  readonly answers: Map<string, { readonly k: string; readonly options: readonly string[] }[]>
  /** What the calendars show: the latest revision of each UID, null when it was cancelled. */
  readonly shown: Map<string, number | null>
  /** What executives declined in their own calendars: UID and revision. */
  readonly declined: Set<string>
}

const COMMITMENTS = [
  'Answer one question where all can read it',
  'Thank three people by name in the open thread',
  'Turn Friday’s mail into a post, and leave the comments on',
  'Ask Lea’s team what they would drop; write down what they say',
] as const

/** Schedules what the reader of a mail will do about it. */
export function react(world: World, letter: Letter): void {
  const reader = world.cast.everybody.get(letter.to)
  if (!reader) return
  const { event } = letter
  if (event && event.method !== 'DECLINECOUNTER')
    world.shown.set(event.uid, event.method === 'CANCEL' ? null : event.sequence)
  if (event?.method === 'REQUEST' && event.time) onInvite(world, letter.at, reader, event, event.time)
  for (const [k, options] of letter.links('answer')) onOffer(world, letter.at, reader, k, options)
  for (const [k] of letter.links('log')) onLogMail(world, letter.at, reader, k)
  for (const [k] of letter.links('pulse')) onPulse(world, letter.at, reader, k)
}

function onOffer(
  { server, chance, time, answers }: World,
  readAt: Instant,
  reader: Player,
  k: string,
  options: readonly string[],
): void {
  const held = options.filter((each) => each.startsWith('opt_'))
  answers.set(reader.email, [...(answers.get(reader.email) ?? []), { k, options: held }].slice(-6))
  const at = inWorkingHours(reader.zone, minutesLater(readAt, chance.between(20, 30 * 60)))
  if (chance.of(HABITS.picks)) {
    const choice = held[Math.floor(chance.between(0, held.length))] ?? ''
    return time.at(at, () => pickOne(server, k, [choice, ...held.filter((each) => each !== choice)]))
  }
  if (chance.of(HABITS.noneSuits / (1 - HABITS.picks)))
    return time.at(at, () => press(server, '/answer', { k, choice: 'none' }))
  if (chance.of(HABITS.later / (1 - HABITS.picks - HABITS.noneSuits))) {
    const day = toWall(reader.zone, after(readAt, 9 * DAY)).day
    time.at(at, () => press(server, '/answer', { k, choice: 'later', after: day }))
  }
}

/** The first of these times that the page still takes: what was dropped is not on it. */
export async function pickOne(server: ServerClient, k: string, choices: readonly string[]): Promise<void> {
  for (const choice of choices) if ((await server.press('/answer', { k, choice })) < 300) return
}

function onInvite(world: World, readAt: Instant, reader: Player, event: ShownEvent, slot: Interval): void {
  const { chance, time, cast } = world
  const isMentor = cast.mentors.some(({ email }) => email === reader.email)
  const soon = inWorkingHours(reader.zone, minutesLater(readAt, chance.between(5, 24 * 60)))
  const say = (at: Instant, answer: CalendarAnswer) =>
    at < slot.start && time.at(at, () => reply(world, reader, event, slot, answer))
  if (isMentor) {
    if (chance.of(HABITS.mentorCannot)) say(soon, 'DECLINED')
    else if (chance.of(HABITS.mentorAccepts)) say(soon, 'ACCEPTED')
    time.tickAt(after(slot.end, 6 * MINUTE))
    return
  }

  if (chance.of(HABITS.accepts)) say(soon, 'ACCEPTED')
  const [isBumped, isMoved] = [chance.of(HABITS.bumped), chance.of(HABITS.proposes)]
  if (!isBumped && !isMoved) return
  const left = Math.max(0, slot.start - soon - 2 * HOUR)
  const meant = inWorkingHours(reader.zone, after(soon, Math.floor(chance.between(0, 1) * left)))
  const at = earliest(meant, before(slot.start, 90 * MINUTE))
  time.tickAt(after(at, 11 * MINUTE))
  if (!isBumped) return void say(at, { propose: moved(slot, chance.of(0.5) ? 1 : 2) })
  if (chance.of(0.25) && giveUpByLink(world, reader, at)) return
  say(at, 'DECLINED')
}

/** The assistant asks for new times on the page on which she answered. */
function giveUpByLink({ cast, answers, server, time }: World, executive: Player, at: Instant): boolean {
  const asked = cast.executives.find(({ id }) => id === executive.id)?.asked
  const mine = asked && asked.id === executive.id ? answers.get(asked.email)?.at(-1) : undefined
  if (!mine) return false
  time.at(at, () => press(server, '/answer', { k: mine.k, choice: 'anew' }))
  return true
}

function onLogMail({ server, chance, time }: World, readAt: Instant, mentor: Player, k: string): void {
  const atOnce = chance.of(HABITS.logsAtOnce)
  const late = !atOnce && chance.of(HABITS.logsNextDay / (1 - HABITS.logsAtOnce))
  if (!atOnce && !late) return
  const delay = late ? chance.between(20 * 60, 40 * 60) : chance.between(1, 150)
  const fields = {
    k,
    result: chance.of(0.92) ? 'happened' : 'cut-short',
    ...(chance.of(0.85) && { commitment: pick(COMMITMENTS, chance.between(0, 1)) }),
    ...(chance.of(0.6) && { lastDone: 'yes' }),
    ...(chance.of(HABITS.needsManager) && { needsManager: 'yes' }),
  }
  time.at(inWorkingHours(mentor.zone, minutesLater(readAt, delay)), () => press(server, '/log', fields))
}

function onPulse({ server, chance, time }: World, readAt: Instant, reader: Player, k: string): void {
  if (!chance.of(HABITS.saysWhatItIsWorth)) return
  const at = inWorkingHours(reader.zone, minutesLater(readAt, chance.between(5, 20 * 60)))
  const [worth, onward] = [chance.of(0.9) ? 'yes' : 'partly', chance.of(0.95) ? 'same' : 'change']
  time.at(at, () => press(server, '/pulse', { k, worth, onward }))
}

async function reply(
  { server, time, cast, shown, declined }: World,
  { email, name }: Player,
  { uid, sequence, organizer }: ShownEvent,
  slot: Interval,
  answer: CalendarAnswer,
): Promise<void> {
  if (shown.get(uid) !== sequence) return
  const answered = {
    uid,
    sequence,
    organizer: organizer.address,
    attendee: { address: email, name },
    time: slot,
  }
  const messageId = `<${uid.slice(0, 20)}.${sequence}.${time.now()}@calendar.example>`
  if (answer === 'DECLINED' && cast.executives.some((each) => each.email === email))
    declined.add(`${uid} ${sequence}`)
  const raw = writeReply(answered, answer, { at: time.now(), messageId })
  await server.receive({ from: email, to: organizer.address, raw })
}

async function press(
  server: ServerClient,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  await server.press(path, fields)
}

/** The same hour, some days later. */
function moved({ start, end }: Interval, days: number): Interval {
  return { start: after(start, days * DAY), end: after(end, days * DAY) }
}

function pick(all: readonly string[], share: number): string {
  return all[Math.floor(share * all.length)] ?? ''
}
