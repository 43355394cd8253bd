import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'

import { answerOffer } from '../../worker/actions/offer/answer.ts'
import { offerTimes } from '../../worker/actions/offer/make.ts'
import { bookSession } from '../../worker/actions/session/book.ts'
import { cancelSession } from '../../worker/actions/session/cancel.ts'
import { changePlace } from '../../worker/actions/session/change-place.ts'
import { moveSession } from '../../worker/actions/session/move.ts'
import { judgeRefresh } from '../../worker/actions/session/refresh.ts'
import { decideAndCommit } from '../../worker/actions/write.ts'
import { deliverDue } from '../../worker/delivery/out/deliver.ts'
import type { PairingId, PersonId } from '../../worker/domain/ids.ts'
import type { Mail, SendResult } from '../../worker/domain/letter/mail-port.ts'
import type { Session } from '../../worker/domain/session/session.ts'
import { after, DAY, HOUR, type Instant, iso, MINUTE } from '../../worker/domain/time/time.ts'
import { writeReply } from '../../worker/http/dev/reply.ts'
import { runCron } from '../../worker/jobs/jobs.ts'
import type { Platform } from '../../worker/platform.ts'
import { findOpenSession } from '../../worker/storage/session/session.ts'
import { CalendarsByMail } from './calendars-by-mail.ts'
import { AS_NADIA, CLAUDE, northwind, ODILE, TOM, UMA } from './northwind.ts'
import { storedLetters } from './stored-letters.ts'
import { at } from './times.ts'

/** What one person does, and how long it is until the next does something. */
export type Act = {
  readonly kind:
    | 'book'
    | 'move'
    | 'move-back'
    | 'cancel'
    | 'reopen'
    | 'offer'
    | 'answer'
    | 'place'
    | 'stand-in'
    | 'decline'
    | 'refresh'
    | 'replace-assistant'
  /** Chooses a time or a place. */
  readonly choice: number
  readonly wait: 'none' | 'minute' | 'quarter' | 'hours' | 'day' | 'week'
}

/** How mail fails until it is mended, for one try after another. */
export type Weather = 'fine' | 'refused' | 'sent-and-failed' | 'unknown' | 'our-fault' | 'dying' | 'mixed'

const WAIT_MS: Readonly<Record<Act['wait'], number>> = {
  none: 0,
  minute: MINUTE,
  quarter: 15 * MINUTE,
  hours: 5 * HOUR,
  day: DAY,
  week: 7 * DAY,
}
/** From 21:00 to 7:00, and some. */
const NIGHT = 13 * HOUR
const START = at('2027-03-15T08:00Z')
const PAIRING: PairingId = `pai_${'0'.repeat(22)}`

/** A life: what the calendars show at its end, what was wrong with its mails, and the acts that could be done. */
export type Life = {
  readonly shown: readonly string[]
  readonly faults: readonly string[]
  readonly done: readonly boolean[]
}

/**
 * Lives these acts. Mail is as the weather says until two days before the end; then it works, and the manager sends again
 * what was given up. `done` says which answers by mail are given: by default those of calendars that show the event.
 */
export async function live(
  acts: readonly Act[],
  weather: Weather,
  random: () => number,
  given: readonly boolean[] | null = null,
): Promise<Life> {
  const world = await northwind({ policy: { autopilot: false } })
  const calendars = new CalendarsByMail()
  const faults: string[] = []
  let now: Instant = START
  let sky = weather
  const dead = Promise.withResolvers<'dead'>()
  const state = { dead }
  const platform: Platform = {
    ...world.platform,
    send: async (mail) => {
      const fate = fateOf(sky, random)
      if (fate.arrives) {
        faults.push(...(await untruthsOf(mail, calendars, world.platform)))
        calendars.receives(mail)
      } else if (fate.isUnknown) calendars.mayHave(mail)
      if (fate.dies) {
        state.dead.resolve('dead')
        return new Promise<SendResult>(() => {})
      }
      return fate.result
    },
  }
  const advance = async (milliseconds: number) => {
    now = after(now, milliseconds)
    world.setNow(iso(now))
    await deliverIn(platform, state, random)
  }

  const done: boolean[] = []
  for (const [index, act] of acts.entries()) {
    done.push(
      await perform(act, { world, platform, calendars, now, isGiven: given ? given[index] === true : null }),
    )
    await deliverIn(platform, state, random)
    await advance(WAIT_MS[act.wait])
  }
  sky = 'fine'
  for (const wait of [3 * MINUTE, 31 * MINUTE, NIGHT, NIGHT]) await advance(wait)
  await env.DB.prepare(
    "UPDATE outbox SET state = 'waiting', attempts = 0, due_at = 0 WHERE state = 'failed'",
  ).run()
  await advance(MINUTE)
  // What the clock has just brought about at night waits for its morning.
  await advance(NIGHT)
  const { results } = await env.DB.prepare(
    "SELECT id FROM outbox WHERE state NOT IN ('sent', 'superseded', 'retired') AND created_at < ?",
  )
    .bind(now - NIGHT)
    .all()
  if (results.length > 0) faults.push(`${results.length} letters still wait`)
  return { shown: calendars.shownAfter(now), faults: [...faults, ...calendars.faults], done }
}

type Fate = {
  readonly arrives: boolean
  readonly isUnknown: boolean
  readonly dies: boolean
  readonly result: SendResult
}

function fateOf(weather: Weather, random: () => number): Fate {
  const failed = (mayBeHad: boolean, fault: 'moment' | 'sending' = 'moment') =>
    ({ ok: false, error: 'failed', fault, mayBeHad }) as const
  const chance = random()
  switch (weather) {
    case 'fine':
      return { arrives: true, isUnknown: false, dies: false, result: { ok: true, providerId: `${chance}` } }
    case 'refused':
      return { arrives: false, isUnknown: false, dies: false, result: failed(false) }
    case 'our-fault':
      return { arrives: false, isUnknown: false, dies: false, result: failed(false, 'sending') }
    case 'sent-and-failed':
      return { arrives: true, isUnknown: false, dies: false, result: failed(true) }
    case 'unknown':
      return { arrives: chance < 0.5, isUnknown: true, dies: false, result: failed(true) }
    case 'dying':
      return { arrives: chance < 0.5, isUnknown: true, dies: true, result: failed(true) }
    case 'mixed': {
      const all = ['fine', 'refused', 'sent-and-failed', 'unknown', 'our-fault', 'dying'] as const
      return fateOf(all[Math.floor(chance * all.length)] ?? 'fine', random)
    }
  }
}

/** The jobs of a minute, which deliver at their end; then sometimes two deliverers at once. Any of them may die. */
async function deliverIn(
  platform: Platform,
  state: { dead: PromiseWithResolvers<'dead'> },
  random: () => number,
): Promise<void> {
  state.dead = Promise.withResolvers()
  await Promise.race([runCron(platform, '* * * * *'), state.dead.promise])
  if (random() < 0.6) return
  state.dead = Promise.withResolvers()
  const both = [deliverDue(platform), deliverDue(platform)]
  const end = await Promise.race([Promise.all(both), state.dead.promise])
  // The survivor goes on.
  if (end === 'dead') await Promise.race([Promise.any(both), pause()])
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 200))
}

type Around = {
  readonly world: Awaited<ReturnType<typeof northwind>>
  readonly platform: Platform
  readonly calendars: CalendarsByMail
  readonly now: Instant
  /** Whether an answer by mail is given; null: if the calendar shows the event as it stands. */
  readonly isGiven: boolean | null
}

/** False for an answer by mail that nobody could give. A refused act is done too, in every weather alike. */
async function perform({ kind, choice }: Act, around: Around): Promise<boolean> {
  const { platform, now } = around
  const session = await findOpenSession(platform.db, PAIRING)
  const start = after(START, (1 + (choice % 12) * 3) * DAY + 2 * HOUR)
  const time = { start, minutes: null, reason: 'because' }
  if (kind === 'book')
    await bookSession(platform, { id: platform.newId('ses'), pairingId: PAIRING, ...time }, AS_NADIA)
  if (kind === 'offer')
    await offerTimes(
      platform,
      { id: platform.newId('off'), pairingId: PAIRING, minutes: null, options: null },
      AS_NADIA,
    )
  if (!session) return true
  switch (kind) {
    case 'move':
      await moveSession(platform, session.id, time, AS_NADIA)
      return true
    case 'move-back':
      await moveSession(platform, session.id, { ...time, start: after(START, 20 * DAY) }, AS_NADIA)
      return true
    case 'stand-in': {
      const mentorId = session.mentorId === TOM ? UMA : TOM
      const at = session.time?.start ?? start
      await moveSession(platform, session.id, { ...time, start: at, mentorId }, AS_NADIA)
      return true
    }
    case 'cancel':
    case 'reopen':
      await cancelSession(platform, session.id, { reopen: kind === 'reopen' }, AS_NADIA)
      return true
    case 'place':
      await changePlace(platform, session.id, { kind: 'room', room: `Room ${choice % 3}` }, AS_NADIA)
      return true
    case 'answer': {
      const [option] = session.offer?.options ?? []
      if (session.offer && option) {
        const wish = { offerId: session.offer.id, optionId: option.id, move: false }
        await answerOffer(platform, session.id, { kind: 'option', ...wish }, { id: ODILE, door: 'link' })
      }
      return true
    }
    case 'replace-assistant':
      await env.DB.prepare('UPDATE assistants SET until_at = ? WHERE until_at IS NULL')
        .bind(after(now, 1))
        .run()
      return true
    case 'decline':
    case 'refresh':
      return byMail(kind, session, around)
    default:
      return true
  }
}

/** Only a calendar that shows the event as it stands answers or asks. */
async function byMail(
  kind: 'decline' | 'refresh',
  session: Session,
  { world, platform, calendars, now, isGiven }: Around,
): Promise<boolean> {
  const personId: PersonId = CLAUDE
  const invite = session.invites.find((each) => each.live && each.personId === personId)
  if (!invite || !session.time || session.status !== 'fixed') return true
  if (!(isGiven ?? calendars.has(invite.uid, invite.sequence))) return false
  if (kind === 'refresh') {
    const by = { id: null, door: 'calendar' } as const
    await decideAndCommit(platform, () => judgeRefresh(platform, session.id, invite.uid, by))
    return true
  }
  calendars.declines(invite.uid, invite.sequence)
  const attendee = { name: 'Claude Bernard', address: 'claude@northwind.example' }
  await world.arrives(
    CLAUDE,
    writeReply({ ...invite, time: session.time, attendee }, 'DECLINED', {
      at: now,
      messageId: `<${crypto.randomUUID()}@calendar.example>`,
    }),
  )
  return true
}

/** What a mail says that is not so at the moment when it leaves, asked of the tables themselves. */
async function untruthsOf(
  mail: Mail,
  calendars: CalendarsByMail,
  platform: Platform,
): Promise<readonly string[]> {
  const event = calendars.eventIn(mail)
  if (event?.method === 'REQUEST') {
    const row = await env.DB.prepare(
      `SELECT 1 FROM invites JOIN sessions ON sessions.id = invites.session_id WHERE invites.uid = ? AND live = 1
         AND sequence = ? AND status = 'fixed' AND starts_at = ?`,
    )
      .bind(event.uid, event.sequence, event.start)
      .first()
    return row ? [] : [`an invite that is not so: ${event.sequence} at ${event.start}`]
  }
  const id = /^Message-ID: <(\w+)@/m.exec(mail.raw)?.[1] ?? ''
  const [stored] = await storedLetters(platform, sql`id = ${id}`)
  if (stored?.letter.kind !== 'offer') return []
  const untrue = await env.DB.prepare(
    `SELECT 1 FROM offers WHERE offers.id = ?
       AND (offers.status <> 'open' OR offers.id <> (
         SELECT id FROM offers AS last WHERE last.session_id = offers.session_id ORDER BY rowid DESC LIMIT 1))`,
  )
    .bind(stored.letter.offerId)
    .first()
  return untrue ? ['times that are no longer offered'] : []
}
