import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { resendLetter } from '../../../worker/actions/letter/resend.ts'
import { answerOffer } from '../../../worker/actions/offer/answer.ts'
import { cancelSession } from '../../../worker/actions/session/cancel.ts'
import { moveSession } from '../../../worker/actions/session/move.ts'
import { readMail } from '../../../worker/delivery/in/read-mail.ts'
import { deliverDue } from '../../../worker/delivery/out/deliver.ts'
import type { LetterId } from '../../../worker/domain/ids.ts'
import { isStillTrue } from '../../../worker/domain/letter/still-true.ts'
import type { Session } from '../../../worker/domain/session/session.ts'
import { after, DAY, iso } from '../../../worker/domain/time/time.ts'
import { tick } from '../../../worker/http/dev/tick.ts'
import type { Platform, SendResult } from '../../../worker/platform.ts'
import { findLetter, withText } from '../../../worker/storage/letter/delivery.ts'
import { findPresent } from '../../../worker/storage/letter/present.ts'
import { purgeLetters } from '../../../worker/storage/letter/purge.ts'
import { AS_NADIA, northwind } from '../../support/northwind.ts'
import { at } from '../../support/times.ts'
import {
  aFixedSession,
  anOffer,
  aPairing,
  aPersonIn,
  asManager,
  aWorld,
  have,
  settingOf,
  type World,
} from '../../support/world.ts'

const BUSY = { ok: false, error: 'busy', fault: 'moment', mayBeHad: false } as const
const LOST = { ok: false, error: 'timeout', fault: 'moment', mayBeHad: true } as const

test('a brief and a digest held up over an evening say what is so when they leave, or nothing', async () => {
  const world = await aWorld()
  const setting = settingOf(world)
  const keiko = await aPersonIn(setting, 'executive', { name: 'Keiko Arai', assistantIds: [world.odile.id] })
  const kept = await aFixedSession(setting, world.pairing, '2027-03-16T13:00Z')
  const pairing = await aPairing(setting, world.tom, keiko)
  const gone = await aFixedSession(setting, pairing, '2027-03-16T15:00Z')
  await deliverDue(world.platform)
  world.now('2027-03-15T15:30Z')
  await tick({ ...world.platform, send: () => Promise.resolve(BUSY) })
  have(await cancelSession(world.platform, gone.id, { reopen: false }, asManager(world.nadia)))

  world.now('2027-03-15T19:30Z')
  const before = world.mails.length
  await tick(world.platform)
  const late = world.mails
    .slice(before)
    .filter(({ to, subject }) => to === world.odile.email && !/cancel/i.test(subject))
  const digests = await Promise.all(late.map(async ({ raw }) => (await readMail(raw)).text ?? ''))
  expect(digests.join()).toContain('Claude Bernard')
  expect(digests.join()).not.toContain('Keiko Arai')
  expect(await statesOf('brief')).toEqual({ [kept.id]: 'sent', [gone.id]: 'retired' })
})

test('a sign-in link and an offer die with their hour', async () => {
  const world = await aWorld()
  await anOffer(settingOf(world), world.pairing)
  await env.DB.prepare("UPDATE outbox SET state = 'waiting'").run()
  world.now('2027-03-29T08:00Z')
  expect(await deliverDue(world.platform)).toMatchObject({ sent: 0, retired: 1 })
})

test('an offer to an assistant who no longer answers does not leave', async () => {
  const world = await aWorld()
  await anOffer(settingOf(world), world.pairing)
  await env.DB.prepare('UPDATE assistants SET until_at = from_at + 1').run()
  world.now('2027-03-15T08:01Z')
  expect(await deliverDue(world.platform)).toMatchObject({ sent: 0, retired: 1 })
})

test('an assistant of another executive does not make an offer true', async () => {
  const world = await aWorld()
  await aPersonIn(settingOf(world), 'executive', { name: 'Keiko Arai', assistantIds: [world.odile.id] })
  await anOffer(settingOf(world), world.pairing)
  await env.DB.prepare('UPDATE assistants SET until_at = from_at + 1 WHERE executive_id = ?')
    .bind(world.bernard.id)
    .run()
  world.now('2027-03-15T08:01Z')
  expect(await deliverDue(world.platform)).toMatchObject({ sent: 0, retired: 1 })
})

test('gathered offers shrink until the first try; later another letter says what is left', async () => {
  const { world, sessions } = await threeOffers()
  const [first, second] = sessions
  if (!first || !second) throw new Error('no offers')
  const sending = (result: SendResult) => ({ ...world.platform, send: () => Promise.resolve(result) })
  await deliverDue(sending(LOST))
  await pick(world, first)
  world.now('2027-03-15T08:01Z')
  await deliverDue(world.platform)
  const mails = world.mails.filter(({ to }) => to === world.odile.email)
  expect(mails).toHaveLength(1)
  const text = (await readMail(mails[0]?.raw ?? '')).text ?? ''
  expect(text).not.toContain('Claude Bernard')
  expect(text).toContain('Helene Faure')
  expect(text).toContain('Keiko Arai')
  const { results } = await env.DB.prepare(
    "SELECT state, error FROM outbox WHERE dedupe_key LIKE 'offers:%'",
  ).all()
  expect(results).toEqual([{ state: 'superseded', error: expect.stringMatching(/^by:let_/) }])
})

test('of gathered offers that were answered one by one the last leaves alone, and then none', async () => {
  const { world, sessions } = await threeOffers()
  await deliverDue({ ...world.platform, send: () => Promise.resolve(BUSY) })
  for (const session of sessions.slice(0, 2)) await pick(world, session)
  world.now('2027-03-15T08:01Z')
  await deliverDue({ ...world.platform, send: () => Promise.resolve(BUSY) })
  const third = sessions[2]
  if (third) await pick(world, third)
  world.now('2027-03-15T08:20Z')
  await deliverDue(world.platform)
  expect(world.mails.filter(({ to }) => to === world.odile.email)).toEqual([])
})

test('a week after it was sent only its effect is left of a letter, and a waiting one keeps its words', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-04-22T10:00Z')
  await world.deliver()
  world.setMail(BUSY)
  have(
    await moveSession(
      world.platform,
      session.id,
      { start: at('2027-04-23T10:00Z'), minutes: null, reason: 'so' },
      AS_NADIA,
    ),
  )
  await world.deliver()
  const { db, now } = world.platform
  expect(await purgeLetters(db, after(now(), 7 * DAY - 1), 100)).toBe(0)
  world.setNow(iso(after(now(), 7 * DAY)))
  expect(await purgeLetters(db, now(), 1)).toBe(1)
  expect(await purgeLetters(db, now(), 100)).toBe(1)
  expect(await purgeLetters(db, now(), 100)).toBe(0)

  const { results } = await env.DB.prepare('SELECT letter, state FROM outbox ORDER BY rowid').all<{
    letter: string
    state: string
  }>()
  expect(JSON.parse(results[0]?.letter ?? '')).toEqual({
    kind: 'calendar',
    method: 'REQUEST',
    uid: expect.any(String),
    sequence: 0,
    dtstamp: at('2027-03-15T08:00Z'),
    time: { start: at('2027-04-22T10:00Z'), end: at('2027-04-22T10:30Z') },
    reader: { email: '' },
  })
  expect(results.filter(({ letter }) => letter.includes('"sealed"'))).toHaveLength(2)
})

test('a letter without its words is sent again as what is so now, once for one id', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-04-22T10:00Z')
  await world.deliver()
  const { db } = world.platform
  world.setNow('2027-03-23T08:00Z')
  await purgeLetters(db, world.platform.now(), 100)
  have(
    await moveSession(
      world.platform,
      session.id,
      { start: at('2027-04-23T10:00Z'), minutes: null, reason: 'so' },
      AS_NADIA,
    ),
  )
  await world.deliver()

  const again: LetterId = `let_${'7'.repeat(26)}`
  const old = await rowWhere(
    world.platform,
    "json_extract(letter, '$.uid') IS NOT NULL AND json_extract(letter, '$.id') IS NULL",
  )
  for (let press = 0; press < 2; press += 1)
    expect(await resendLetter(world.platform, old, again)).toEqual({ ok: true, value: again })
  expect(await world.deliver()).toMatchObject({ sent: 1 })
  expect(world.sent.at(-1)?.raw).toContain(`Message-ID: <${again}@`)

  have(await cancelSession(world.platform, session.id, { reopen: false }, AS_NADIA))
  const cancelling: LetterId = `let_${'8'.repeat(26)}`
  expect(await resendLetter(world.platform, old, cancelling)).toMatchObject({ ok: true })
  await world.deliver()
  expect(world.sent.at(-1)?.subject).toMatch(/cancel/i)
})

test('a letter that was superseded is never counted as undelivered, and stays true in the list', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-04-22T10:00Z')
  world.setMail(BUSY)
  await world.deliver()
  have(await cancelSession(world.platform, session.id, { reopen: false }, AS_NADIA))
  world.setMail(null)
  world.setNow('2027-03-15T08:05Z')
  expect(await world.deliver()).toMatchObject({ sent: 0, superseded: 2, retired: 2 })
  const { results } = await env.DB.prepare('SELECT state, count(*) AS count FROM outbox GROUP BY state').all()
  expect(results).toEqual([
    { state: 'retired', count: 2 },
    { state: 'superseded', count: 2 },
  ])
  const stored = await rowWhere(world.platform, "state = 'superseded'")
  const text = withText(stored)
  if (!text) throw new Error('no text')
  expect(
    isStillTrue(text.letter, await findPresent(world.platform.db, [text.letter], world.platform.now())),
  ).toBe(false)
})

async function rowWhere(platform: Platform, condition: string) {
  const query = `SELECT id FROM outbox WHERE ${condition} ORDER BY rowid LIMIT 1`
  const row = await env.DB.prepare(query).first<{ id: LetterId }>()
  const found = row && (await findLetter(platform, row.id, ['prg_northwind']))
  if (!found) throw new Error('no such letter')
  return found
}

/** The state of each letter of a kind, by its session. */
async function statesOf(kind: string): Promise<Readonly<Record<string, unknown>>> {
  const { results } = await env.DB.prepare(
    "SELECT session_id, state FROM outbox WHERE json_extract(letter, '$.kind') = ?",
  )
    .bind(kind)
    .all<{ session_id: string; state: string }>()
  return Object.fromEntries(results.map(({ session_id: id, state }) => [id, state]))
}

/** Three offers to Odile, for three executives, in one mail that has not left. */
async function threeOffers() {
  const world = await aWorld()
  const setting = settingOf(world)
  const sessions = [await anOffer(setting, world.pairing)]
  for (const name of ['Helene Faure', 'Keiko Arai']) {
    const executive = await aPersonIn(setting, 'executive', { name, assistantIds: [world.odile.id] })
    sessions.push(await anOffer(setting, await aPairing(setting, world.tom, executive)))
  }
  return { world, sessions }
}

async function pick({ platform, odile }: World, { id, offer }: Session): Promise<void> {
  const [option] = offer?.options ?? []
  if (!offer || !option) throw new Error('no offer')
  const wish = { offerId: offer.id, kind: 'option', optionId: option.id, move: false } as const
  have(await answerOffer(platform, id, wish, { id: odile.id, door: 'link' }))
}
