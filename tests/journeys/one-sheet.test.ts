import { expect, test } from 'vitest'

import { changePairing } from '../../worker/actions/pairing/change.ts'
import { handOver } from '../../worker/actions/pairing/hand-over.ts'
import { logOutcome } from '../../worker/actions/session/log-outcome.ts'
import { readMail } from '../../worker/delivery/in/read-mail.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { listFormats } from '../../worker/storage/path/format.ts'
import { listCommitments } from '../../worker/storage/session/outcome.ts'
import { findSession } from '../../worker/storage/session/session.ts'
import { pressed } from '../support/forms.ts'
import { link } from '../support/links.ts'
import { aLoggedSession, HAPPENED } from '../support/logged-session.ts'
import { aFixedSession, aMentor, asManager, aWorld, have, settingOf } from '../support/world.ts'

test('a tap on a page from before a hand-over is kept, or it is not thanked for', async () => {
  const world = await aWorld()
  const session = await aLoggedSession(world, '2027-03-16T09:00Z', 'Answer one question')
  const own = await link(world.platform, 'own', session, world.bernard)
  const [agreed] = await listCommitments(world.platform.db, world.pairing.id)
  const uma = await aMentor(settingOf(world), 'Uma Rao')
  const wish = { id: world.platform.newId('pai'), mentorId: uma.id }
  const next = have(await handOver(world.platform, world.pairing.id, wish, asManager(world.nadia)))
  const { body } = await pressed(world, own, { done: 'yes', commitment: agreed?.id ?? '' })
  const kept = (await listCommitments(world.platform.db, next.id)).some(({ saidDone }) => saidDone === 'yes')
  expect({ kept, thanked: String(body).includes('Noted. Thank you.') }).toEqual({ kept: true, thanked: true })
})

test('the same tap on another step twice is no mistake of the mentor', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-22T09:00Z')
  const meeting = await link(world.platform, 'meeting', session, world.tom)
  const page = String((await (await world.as(null)).get(meeting)).body)
  const [, formatId = ''] = /name="formatId" value="([^"]+)"/.exec(page) ?? []
  expect((await pressed(world, meeting, { formatId })).status).toBe(200)
  expect(await findSession(world.platform.db, session.id)).toMatchObject({ formatId })
  expect((await pressed(world, meeting, { formatId })).status).toBe(200)
})

test('the executive reads why it is the closing talk', async () => {
  const { world, session } = await beforeClosing()
  const page = String(
    (await (await world.as(null)).get(await link(world.platform, 'own', session, world.bernard))).body,
  )
  expect(page).toContain('Closing talk')
  expect(page).toContain('You have reached your aim')
})

test('the mentor’s page of the day says why it begins so, what was agreed, and the aim', async () => {
  const world = await aWorld()
  await changePairing(world.platform, world.pairing.id, { aim: 'scale' }, asManager(world.nadia))
  await aLoggedSession(world, '2027-03-16T09:00Z', 'Notice one question')
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-22T09:00Z')
  const meeting = await link(world.platform, 'meeting', session, world.tom)
  const page = String((await (await world.as(null)).get(meeting)).body)
  const main = page.slice(0, page.indexOf('Begin with something else'))
  expect(main).toContain('It leads to something that has not been seen yet: reading along.')
  expect(main).toContain('Notice one question')
  expect(main).toContain('nswer once, where it can be found')
})

test('the brief names the aim, also where what it begins with does not serve it', async () => {
  const world = await aWorld()
  await changePairing(world.platform, world.pairing.id, { aim: 'scale' }, asManager(world.nadia))
  await aFixedSession(settingOf(world), world.pairing, '2027-03-16T09:00Z')
  world.now('2027-03-15T16:30Z')
  await tick(world.platform)
  const brief = world.mails.findLast(({ to }) => to === world.tom.email)
  const { text } = await readMail(brief?.raw ?? '')
  expect(text).toContain('First meeting')
  expect(text).toContain('nswer once, where it can be found')
})

/** He was seen answering, which was his aim; a format of another aim and the closing talk are left. */
async function beforeClosing() {
  const world = await aWorld()
  await changePairing(world.platform, world.pairing.id, { aim: 'scale' }, asManager(world.nadia))
  const nadia = await world.as(world.nadia)
  const stay = ['first-meeting', 'closing-talk', 'your-reasoning']
  for (const { id, standard } of await listFormats(world.platform.db, world.northwind.id))
    if (!stay.includes(standard ?? '')) await nadia.patch(`/api/v1/formats/${id}`, { archived: true })
  const first = await aFixedSession(settingOf(world), world.pairing, '2027-03-16T09:00Z')
  world.now('2027-03-16T10:00Z')
  const log = { ...HAPPENED, evidence: 'answering' } as const
  have(await logOutcome(world.platform, first.id, log, { id: world.tom.id, door: 'link' }))
  return { world, session: await aFixedSession(settingOf(world), world.pairing, '2027-03-22T09:00Z') }
}
