import { expect, test } from 'vitest'

import { claims } from '../../schema/index.ts'
import { answerFor } from '../../worker/actions/session/answer-for.ts'
import { changePlace } from '../../worker/actions/session/change-place.ts'
import { logOutcome } from '../../worker/actions/session/log-outcome.ts'
import { moveSession } from '../../worker/actions/session/move.ts'
import { readMail } from '../../worker/delivery/in/read-mail.ts'
import { inviteOf } from '../../worker/domain/session/session.ts'
import type { Mail } from '../../worker/platform.ts'
import { findOpenSession } from '../../worker/storage/session/session.ts'
import { HAPPENED } from '../support/logged-session.ts'
import { CLAUDE, NADIA, northwind, TOM, UMA } from '../support/northwind.ts'
import { at } from '../support/times.ts'

const BY = { id: NADIA, door: 'manager' } as const

test('a stand-in: CANCEL to the old mentor, a REQUEST of his own to the new, SEQUENCE+1 for the executive', async () => {
  const world = await northwind()
  const before = await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  const changed = await moveSession(world.platform, before.id, { ...SAME, mentorId: UMA }, BY)
  await world.deliver()
  const mails = await Promise.all(world.sent.slice(2).map(summaryOf))

  expect(changed).toMatchObject({ ok: true, value: { mentorId: UMA, time: before.time } })
  const uidOf = (id: typeof TOM) => inviteOf(before, id)?.uid
  expect(mails.toSorted((one, other) => one.to.localeCompare(other.to))).toEqual([
    {
      to: 'claude@northwind.example',
      method: 'REQUEST',
      uid: uidOf(CLAUDE),
      sequence: 1,
      with: 'with U. Rao',
    },
    { to: 'tom@northwind.example', method: 'CANCEL', uid: uidOf(TOM), sequence: 1, with: 'with C. Bernard' },
    {
      to: 'uma@northwind.example',
      method: 'REQUEST',
      uid: mails.find(({ to }) => to.startsWith('uma'))?.uid,
      sequence: 0,
      with: 'with C. Bernard',
    },
  ])
  expect(mails.map(({ uid }) => uid).toSorted()).not.toContain(null)
  expect(new Set(mails.map(({ uid }) => uid)).size).toBe(3)
})

test('at the same time, the stand-in gets a first invite, and the executive reads the new name', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  await moveSession(world.platform, session.id, { ...SAME, mentorId: UMA }, BY)
  await world.deliver()
  const texts = new Map<string, string>()
  for (const { to, raw } of world.sent.slice(2)) texts.set(to, (await readMail(raw)).text)

  expect(texts.get('uma@northwind.example')).toContain('Here is the time: ')
  expect(texts.get('claude@northwind.example')).toMatch(/The time stays: .* It is now with Uma Rao\./)
  expect([...texts.values()].join()).not.toContain('replaces')
})

test('at another time, the stand-in reads only the new time, and the executive both', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  const later = { ...SAME, start: at('2027-03-23T10:00Z'), mentorId: UMA }
  expect(await moveSession(world.platform, session.id, later, BY)).toMatchObject({ ok: true })
  await world.deliver()
  const texts = new Map<string, string>()
  for (const { to, raw } of world.sent.slice(2)) texts.set(to, (await readMail(raw)).text)

  expect(texts.get('uma@northwind.example')).not.toContain('replaces')
  expect(texts.get('claude@northwind.example')).toContain('It replaces')
})

test('the stand-in’s own diary is the judge', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-03-22T10:00Z')
  const evening = { start: at('2027-03-22T19:00Z'), minutes: null, mentorId: UMA }

  expect(await moveSession(world.platform, session.id, { ...evening, reason: null }, BY)).toMatchObject({
    refusal: { reason: 'outside-availability' },
  })
  expect(
    (await moveSession(world.platform, session.id, { ...evening, reason: 'agreed by phone' }, BY)).ok,
  ).toBe(true)
})

test('a stand-in must be a mentor here, and not the executive’s superior', async () => {
  const world = await northwind({ people: { [CLAUDE]: { reportsTo: UMA } } })
  const session = await world.fixed('2027-03-22T10:00Z')
  expect(await moveSession(world.platform, session.id, { ...SAME, mentorId: NADIA }, BY)).toMatchObject({
    refusal: { reason: 'not-a-mentor' },
  })
  expect(await moveSession(world.platform, session.id, { ...SAME, mentorId: UMA }, BY)).toMatchObject({
    refusal: { reason: 'reporting-line', personId: CLAUDE, managerId: UMA, steps: 1 },
  })
  const insisting = { ...SAME, mentorId: UMA, reason: 'agreed by phone' }
  expect(await moveSession(world.platform, session.id, insisting, BY)).toMatchObject({
    refusal: { reason: 'reporting-line' },
  })
  expect(
    await moveSession(world.platform, session.id, { ...SAME, mentorId: 'per_nobody' }, BY),
  ).toMatchObject({
    refusal: { reason: 'not-a-mentor' },
  })
})

test('the old mentor’s time is free again, and the next round is his', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-03-22T10:00Z')
  await moveSession(world.platform, session.id, { ...SAME, mentorId: UMA }, BY)
  const held = await world.platform.db.selectDistinct({ id: claims.personId }).from(claims)
  expect(held.map(({ id }) => id).toSorted()).toEqual([CLAUDE, UMA])

  world.setNow('2027-03-22T11:00Z')
  await logOutcome(world.platform, session.id, HAPPENED, BY)
  expect(await findOpenSession(world.platform.db, session.pairingId)).toMatchObject({
    status: 'offered',
    mentorId: TOM,
  })
})

test('a new place keeps SEQUENCE and the answers, has a later DTSTAMP, and is named in the mail', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-03-22T10:00Z')
  await answerFor(world.platform, session.id, { personId: CLAUDE, partstat: 'ACCEPTED' }, BY)
  await world.deliver()
  const place = { kind: 'room', room: 'Room 4' } as const
  const changed = await changePlace(world.platform, session.id, place, BY)
  await changePlace(world.platform, session.id, place, BY)
  await world.deliver()

  expect(world.sent).toHaveLength(4)
  for (const mail of world.sent.slice(2)) {
    const first = world.sent.find(({ to }) => to === mail.to)
    const [old, now] = await Promise.all([readMail(first?.raw ?? ''), readMail(mail.raw)])
    expect(now).toMatchObject({ method: 'REQUEST', uid: old.uid, sequence: 0 })
    expect(now.dtstamp ?? 0).toBeGreaterThan(old.dtstamp ?? 0)
    expect(now.text).toContain('The place has changed; the time stays')
    expect(now.text).toContain('Room 4')
  }
  expect(changed).toMatchObject({
    ok: true,
    value: { invites: [{ partstat: 'ACCEPTED' }, { partstat: 'NEEDS-ACTION' }] },
  })
})

test('a new length is a move: SEQUENCE+1, and both are asked again', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-03-22T10:00Z')
  await answerFor(world.platform, session.id, { personId: CLAUDE, partstat: 'ACCEPTED' }, BY)
  const moved = await moveSession(world.platform, session.id, { ...SAME, minutes: 45 }, BY)

  expect(moved).toMatchObject({
    ok: true,
    value: {
      time: { end: at('2027-03-22T10:45Z') },
      invites: [{ sequence: 1, partstat: 'NEEDS-ACTION' }, { sequence: 1 }],
    },
  })
})

const SAME = { start: at('2027-03-22T10:00Z'), minutes: null, reason: null }

async function summaryOf({ to, subject, raw }: Mail) {
  const { method, uid, sequence } = await readMail(raw)
  return { to, method, uid, sequence, with: /with .*$/.exec(subject)?.[0] }
}
