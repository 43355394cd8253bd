import { expect, test } from 'vitest'

import { resendLetter } from '../../../worker/actions/letter/resend.ts'
import { sayAttendance } from '../../../worker/actions/session/attendance.ts'
import { cancelSession } from '../../../worker/actions/session/cancel.ts'
import { logOutcome } from '../../../worker/actions/session/log-outcome.ts'
import { sendOwnPage } from '../../../worker/actions/session/own-page.ts'
import { deliverDue } from '../../../worker/delivery/out/deliver.ts'
import type { Letter } from '../../../worker/domain/letter/letter.ts'
import { after, DAY, iso } from '../../../worker/domain/time/time.ts'
import { findLetter } from '../../../worker/storage/letter/delivery.ts'
import { purgeLetters } from '../../../worker/storage/letter/purge.ts'
import { HAPPENED } from '../../support/logged-session.ts'
import { runDue } from '../../support/run-due.ts'
import { aFixedSession, asManager, aWorld, have, settingOf } from '../../support/world.ts'

test('a brief that was set aside is written again as long as they are to meet', async () => {
  const world = await fixedOn('2027-03-30T09:00Z')
  world.now('2027-03-29T14:00Z')
  expect(await runDue(world.platform, 'brief')).toBe(1)
  await deliverDue(world.platform)
  await world.platform.db.run("UPDATE outbox SET state = 'retired'")
  expect(await again(world, 'brief')).toMatchObject({ ok: true })
  expect(await leaves(world)).toEqual([world.tom.email])
  have(await cancelSession(world.platform, world.session.id, { reopen: false }, asManager(world.nadia)))
  expect(await again(world, 'brief')).toMatchObject({ ok: false, refusal: { reason: 'letter-overtaken' } })
})

test('the question how it went is written again a week later, until it is logged', async () => {
  const world = await fixedOn('2027-03-16T09:00Z')
  world.now('2027-03-16T09:40Z')
  expect(await runDue(world.platform, 'ask-for-outcome')).toBe(1)
  await deliverDue(world.platform)
  await aWeekLater(world)
  expect(await again(world, 'outcome')).toMatchObject({ ok: true })
  expect(await leaves(world)).toEqual([world.tom.email])
  have(await logOutcome(world.platform, world.session.id, HAPPENED, { id: world.tom.id, door: 'link' }))
  expect(await again(world, 'outcome')).toMatchObject({ ok: false })
})

test('the link to his own page is written again a week later', async () => {
  const world = await fixedOn('2027-04-16T09:00Z')
  have(await sendOwnPage(world.platform, world.session.id, { id: world.bernard.id, door: 'link' }))
  await deliverDue(world.platform)
  await aWeekLater(world)
  expect(await again(world, 'own')).toMatchObject({ ok: true })
  expect(await leaves(world)).toEqual([world.bernard.email])
})

test('that the mentor is late is said again until the session is over', async () => {
  const world = await fixedOn('2027-03-16T09:00Z')
  world.now('2027-03-16T08:55Z')
  have(await sayAttendance(world.platform, world.session.id, 'late', { id: world.tom.id, door: 'link' }))
  await deliverDue(world.platform)
  await world.platform.db.run("UPDATE outbox SET state = 'superseded'")
  expect(await again(world, 'attendance')).toMatchObject({ ok: true })
  expect(await leaves(world)).toEqual([world.odile.email])
  world.now('2027-03-16T09:30Z')
  expect(await again(world, 'attendance')).toMatchObject({ ok: false })
})

type Fixed = Awaited<ReturnType<typeof fixedOn>>

async function fixedOn(start: string) {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, start)
  await deliverDue(world.platform)
  return { ...world, session }
}

async function aWeekLater({ platform, now }: Fixed): Promise<void> {
  now(iso(after(platform.now(), 8 * DAY)))
  expect(await purgeLetters(platform.db, platform.now(), 100)).toBeGreaterThan(0)
}

async function again({ platform, northwind }: Fixed, kind: Letter['kind']) {
  const [row] = await platform.db.all<{ readonly id: Letter['id'] }>(
    `SELECT id FROM outbox WHERE json_extract(letter, '$.kind') = '${kind}' ORDER BY rowid LIMIT 1`,
  )
  const stored = await findLetter(platform, row?.id ?? 'let_', [northwind.id])
  if (!stored) throw new Error('no letter')
  return resendLetter(platform, stored, platform.newId('let'))
}

async function leaves(world: Fixed): Promise<readonly string[]> {
  const before = world.mails.length
  await deliverDue(world.platform)
  return world.mails.slice(before).map(({ to }) => to)
}
