import { expect, test } from 'vitest'

import { resendLetter } from '../../../worker/actions/letter/resend.ts'
import { changePerson } from '../../../worker/actions/people/change.ts'
import { cancelSession } from '../../../worker/actions/session/cancel.ts'
import { changePlace } from '../../../worker/actions/session/change-place.ts'
import { moveSession } from '../../../worker/actions/session/move.ts'
import { readMail } from '../../../worker/delivery/in/read-mail.ts'
import { deliverDue } from '../../../worker/delivery/out/deliver.ts'
import type { Letter } from '../../../worker/domain/letter/letter.ts'
import { after, DAY, iso } from '../../../worker/domain/time/time.ts'
import { findLetter } from '../../../worker/storage/letter/delivery.ts'
import { purgeLetters } from '../../../worker/storage/letter/purge.ts'
import { calendarIn } from '../../support/calendar-parts.ts'
import {
  aFixedSession,
  aMentor,
  anOffer,
  aPersonIn,
  asManager,
  aWorld,
  have,
  settingOf,
  type World,
} from '../../support/world.ts'

const OF_TOM = 'https://rooms.example/tom'
const OF_UMA = 'https://rooms.example/uma-alone'

test('a cancellation sent again goes to the mentor who had the date, without the place of whoever has it now', async () => {
  const { world } = await substituted()
  const [cancel] = await lettersOf(world, "$.method') = 'CANCEL")
  await aWeekLater(world)
  expect(await again(world, cancel)).toMatchObject({ ok: true })
  const [mail, ...others] = await leaving(world)
  expect([mail?.to, others]).toEqual([world.tom.email, []])
  const { event, text } = await readingOf(mail)
  expect(event).toContain('METHOD:CANCEL')
  expect(event).toContain(world.tom.email)
  expect(event).not.toContain('LOCATION')
  for (const each of [text, event]) expect(each).not.toMatch(/rooms\.example|Uma|u\.rao/)
})

test('the same to the executive has no place either: which one he had is not known any more', async () => {
  const { world } = await substituted()
  await world.platform.db.run('UPDATE invites SET live = 0')
  const request = await letterTo(world, world.bernard.id)
  await aWeekLater(world)
  expect(await again(world, request)).toMatchObject({ ok: true })
  const [mail] = await leaving(world)
  expect(mail?.to).toBe(world.bernard.email)
  const { event, text } = await readingOf(mail)
  expect(event).toContain('METHOD:CANCEL')
  for (const each of [text, event]) expect(each).not.toMatch(/rooms\.example|Uma|Rao|Tom|Leroy/)
})

test('it names the mentor whose date it was, and nobody once another has one', async () => {
  const world = await aWorld()
  const here = settingOf(world)
  const by = asManager(world.nadia)
  const first = await aFixedSession(here, world.pairing, '2027-04-20T09:00Z')
  await deliverDue(world.platform)
  have(await cancelSession(world.platform, first.id, { reopen: true }, by))
  await deliverDue(world.platform)
  const cancel = await letterTo(world, world.bernard.id, 'CANCEL')
  await aWeekLater(world)
  expect(await again(world, cancel)).toMatchObject({ ok: true })
  const [alone] = await leaving(world)
  expect((await readingOf(alone)).event).toContain('with Tom Leroy')

  const second = await aFixedSession(here, world.pairing, '2027-04-21T09:00Z')
  const uma = await aMentor(here, 'Uma Rao')
  const wish = { start: second.time?.start ?? world.platform.now(), minutes: null, reason: 'agreed' }
  have(await moveSession(world.platform, second.id, { ...wish, mentorId: uma.id }, by))
  await leaving(world)
  await aWeekLater(world)
  expect(await again(world, cancel)).toMatchObject({ ok: true })
  const [mail] = await leaving(world)
  expect(mail?.to).toBe(world.bernard.email)
  const { event, text } = await readingOf(mail)
  expect(event).toContain('METHOD:CANCEL')
  for (const each of [text, event]) expect(each).not.toMatch(/Uma|Rao|Tom|Leroy/)
})

test('a former mentor who was erased is written to no more', async () => {
  const { world } = await substituted()
  const [cancel] = await lettersOf(world, "$.method') = 'CANCEL")
  await aWeekLater(world)
  await world.platform.db.run(
    `UPDATE people SET email = '', name = '–', version = version + 1 WHERE id = '${world.tom.id}'`,
  )
  expect(await again(world, cancel)).toMatchObject({ ok: false, refusal: { reason: 'letter-overtaken' } })
})

test('an offer is written again to whoever it went to, and not to who answers instead', async () => {
  const world = await aWorld()
  await anOffer(settingOf(world), world.pairing)
  await deliverDue(world.platform)
  await world.platform.db.run("UPDATE outbox SET state = 'retired'")
  const [offer] = await lettersOf(world, "$.kind') = 'offer")
  expect(await again(world, offer)).toMatchObject({ ok: true })
  expect((await leaving(world)).map(({ to }) => to)).toEqual([world.odile.email])

  const camille = await aPersonIn(settingOf(world), 'assistant', { name: 'Camille Petit' })
  const change = { assistantIds: [camille.id] }
  have(await changePerson(world.platform, world.bernard.id, change, asManager(world.nadia)))
  await leaving(world)
  await world.platform.db.run("UPDATE outbox SET state = 'retired'")
  world.now('2027-03-15T10:00Z')
  expect(await again(world, offer)).toMatchObject({ ok: false, refusal: { reason: 'letter-overtaken' } })
})

test('an offer sent again names the place where they would meet now', async () => {
  const world = await aWorld()
  const by = asManager(world.nadia)
  const session = await anOffer(settingOf(world), world.pairing)
  have(await changePlace(world.platform, session.id, { kind: 'room', room: 'Room 4711' }, by))
  await deliverDue(world.platform)
  expect((await readingOf(world.mails.at(-1))).text).toContain('Room 4711')
  have(await changePlace(world.platform, session.id, { kind: 'room', room: 'Room 12' }, by))
  const [offer] = await lettersOf(world, "$.kind') = 'offer")
  expect(await again(world, offer)).toMatchObject({ ok: true })
  const { text } = await readingOf((await leaving(world))[0])
  expect(text).toContain('Room 12')
  expect(text).not.toContain('Room 4711')
})

/** Tom's date with Claude, which Uma has by now; each meets under a link of the own list. */
async function substituted() {
  const world = await aWorld()
  const here = settingOf(world)
  const by = asManager(world.nadia)
  const uma = await aMentor(here, 'Uma Rao')
  for (const [{ id }, meetingLinks] of [
    [world.tom, [OF_TOM]],
    [uma, [OF_UMA]],
  ] as const)
    have(await changePerson(world.platform, id, { rules: { meetingLinks } }, by))
  const session = await aFixedSession(here, world.pairing, '2027-04-20T09:00Z')
  await deliverDue(world.platform)
  const wish = { start: session.time?.start ?? world.platform.now(), minutes: null, reason: 'agreed' }
  const moved = have(await moveSession(world.platform, session.id, { ...wish, mentorId: uma.id }, by))
  expect(moved.place).toMatchObject({ url: OF_UMA })
  await deliverDue(world.platform)
  return { world }
}

async function aWeekLater({ platform, now }: World): Promise<void> {
  now(iso(after(platform.now(), 8 * DAY)))
  expect(await purgeLetters(platform.db, platform.now(), 100)).toBeGreaterThan(0)
}

async function lettersOf({ platform }: World, condition: string): Promise<readonly Letter['id'][]> {
  const rows = await platform.db.all<{ readonly id: Letter['id'] }>(
    `SELECT id FROM outbox WHERE json_extract(letter, '${condition}' ORDER BY rowid`,
  )
  return rows.map(({ id }) => id)
}

async function letterTo(
  { platform }: World,
  personId: string,
  method: 'REQUEST' | 'CANCEL' = 'REQUEST',
): Promise<Letter['id'] | undefined> {
  const [row] = await platform.db.all<{ readonly id: Letter['id'] }>(
    `SELECT id FROM outbox WHERE person_id = '${personId}' AND json_extract(letter, '$.method') = '${method}' ORDER BY rowid`,
  )
  return row?.id
}

async function again({ platform, northwind }: World, id: Letter['id'] | undefined) {
  const stored = id && (await findLetter(platform, id, [northwind.id]))
  if (!stored) throw new Error('no letter')
  return resendLetter(platform, stored, platform.newId('let'))
}

async function leaving(world: World) {
  const before = world.mails.length
  await deliverDue(world.platform)
  return world.mails.slice(before)
}

async function readingOf(mail: World['mails'][number] | undefined) {
  const raw = mail?.raw ?? ''
  const { text } = await readMail(raw)
  return { text: text ?? '', event: calendarIn(raw).replaceAll('\r\n ', '') }
}
