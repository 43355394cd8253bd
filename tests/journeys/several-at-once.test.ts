import { eq, min } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { outbox, received } from '../../schema/index.ts'
import { answerOffer } from '../../worker/actions/offer/answer.ts'
import { closeProgramme } from '../../worker/actions/programme/close.ts'
import { answerFor } from '../../worker/actions/session/answer-for.ts'
import { recordCounter } from '../../worker/actions/session/counter.ts'
import { instant, iso } from '../../worker/domain/time/time.ts'
import { runCron } from '../../worker/jobs/jobs.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { putWish, selectWishes } from '../../worker/storage/pairing/wish.ts'
import { listHistory } from '../../worker/storage/session/history.ts'
import { findSession } from '../../worker/storage/session/session.ts'
import { minutesLater } from '../support/minutes-later.ts'
import { pressed } from '../support/press.ts'
import { type SignedInBrowser, signedInBrowser } from '../support/signed-in-browser.ts'
import { at } from '../support/times.ts'
import {
  aFixedSession,
  anOffer,
  aPairing,
  aPersonIn,
  aProgramme,
  asManager,
  aWorld,
  have,
  settingOf,
  type World,
} from '../support/world.ts'
import { writes } from '../support/writes.ts'

test('a mail whose time cannot be had any more is not settled by doing what is proposed', async () => {
  const world = await aWorld()
  const here = settingOf(world)
  await anOffer(here, world.pairing)
  await writes(world, world.bernard, 'Could we do 31 March at 15:00?', world.bernard)
  await writes(world, world.bernard, 'Hello', world.bernard)
  const nadia = await signedInBrowser(world.platform, world.nadia.id)
  const today = await (await nadia.get('/today')).text()
  expect(today).toContain('>Fix Wed 31 March, 15:00<')
  const vera = await aPersonIn(here, 'executive', { name: 'Vera Lind' })
  await aFixedSession(here, await aPairing(here, world.tom, vera), '2027-03-31T13:00Z')

  const said = await doAll(nadia, today)
  expect(said).not.toContain('Dealt with.')
  expect(said).toContain('Claude Bernard: Tom Leroy is taken')
  expect(said).toContain('Claude Bernard: It needs more than one press.')
  expect(await statesOfMails(world)).toEqual(['waiting', 'waiting'])
})

test('a wish is not ended where the line proposes to look at it', async () => {
  const world = await aWorld()
  const { platform, pairing, bernard } = world
  await anOffer(settingOf(world), pairing)
  const wish = { pairingId: pairing.id, kind: 'another-mentor', personId: bernard.id } as const
  have(await inOneBatch(platform.db, [putWish(platform.db, { ...wish, at: platform.now() })]))
  world.now('2027-03-17T16:00Z')
  const nadia = await signedInBrowser(platform, world.nadia.id)
  await doAll(nadia, await todayOf(nadia))
  expect(await selectWishes(platform.db, pairing.id)).toEqual([{ kind: 'another-mentor' }])
})

test('strangers’ words go only by the button that says so, and nothing promises them back', async () => {
  const world = await aWorld()
  await anOffer(settingOf(world), world.pairing)
  await writes(world, { name: 'Somebody', email: 'somebody@elsewhere.example' }, 'A word', world.bernard)
  await writes(world, world.bernard, 'Let me think.', world.bernard)
  const nadia = await signedInBrowser(world.platform, world.nadia.id)
  await doAll(nadia, await todayOf(nadia))
  const today = await todayOf(nadia)
  expect(today).toContain('Their text is deleted. Nobody gets a reply.')
  const key = keysIn(today).find((each) => each.startsWith('strangers:')) ?? ''
  const settled = await nadia.post('/today/snoozes', { key, done: 'yes' })
  expect(settled.headers.get('Location')).toBe('/today?done=settled')
})

test('two lines of one mentor do not propose the same times', async () => {
  const world = await aWorld()
  const here = settingOf(world)
  await aPairing(here, world.tom, await aPersonIn(here, 'executive', { name: 'Vera Lind' }))
  world.now('2027-05-31T08:00Z')
  const nadia = await signedInBrowser(world.platform, world.nadia.id)
  expect(await doAll(nadia, await todayOf(nadia))).toContain('2 at once. Times offered.')
})

test('of several the letters that left at once are told apart, and the others are still taken back', async () => {
  const world = await aWorld()
  const here = settingOf(world)
  const { platform, tom } = world
  const soon = await aFixedSession(here, world.pairing, '2027-03-17T09:30Z')
  const vera = await aPersonIn(here, 'executive', { name: 'Vera Lind' })
  const asked = await anOffer(here, await aPairing(here, tom, vera))
  await minutesLater(world, 2)
  const cannot = { personId: tom.id, partstat: 'DECLINED' } as const
  have(await answerFor(platform, soon.id, cannot, { id: tom.id, door: 'link' }))
  world.now('2027-03-17T08:20Z')
  const nadia = await signedInBrowser(platform, world.nadia.id)
  const page = await doAll(nadia, await todayOf(nadia))
  expect(page).toContain('Cancelled.')
  expect(page).toContain('Reminded of the times that are held. Vera Lind will be told at 09:21')
  expect(page).not.toMatch(/Tom Leroy[^.]* will be told/)

  expect(await pressed(nadia, page, 'Undo')).toContain('Undone.')
  expect((await listHistory(platform.db, asked.id))[0]).toMatchObject({ code: 'undone' })
  expect(await findSession(platform.db, soon.id)).toMatchObject({ status: 'offered' })
})

test('what was answered meanwhile is not taken back, the rest is, and the page says both', async () => {
  const world = await aWorld()
  const here = settingOf(world)
  const { platform, odile } = world
  const vera = await aPersonIn(here, 'executive', { name: 'Vera Lind', assistantIds: [odile.id] })
  const first = await anOffer(here, world.pairing)
  const second = await anOffer(here, await aPairing(here, world.tom, vera))
  await runCron(platform, '* * * * *')
  world.now('2027-03-17T16:00Z')
  const nadia = await signedInBrowser(platform, world.nadia.id)
  const page = await pressed(nadia, await todayOf(nadia), 'Remind Odile')
  const option = first.offer?.options.find(({ until }) => until > platform.now())
  const wish = { offerId: first.offer?.id ?? 'off_', optionId: option?.id ?? 'opt_' } as const
  const picked = { kind: 'option', move: false, ...wish } as const
  have(await answerOffer(platform, first.id, picked, { id: odile.id, door: 'link' }))

  const said = await pressed(nadia, page, 'Undo')
  expect(said).toMatch(/notice refused[^>]*>(<p>)?Undone\. Nobody had been told\. .*Odile Martin/)
  expect((await listHistory(platform.db, second.id))[0]).toMatchObject({ code: 'undone' })
})

test('a second press of Undo answers like the first', async () => {
  const world = await aWorld()
  await anOffer(settingOf(world), world.pairing)
  await runCron(world.platform, '* * * * *')
  world.now('2027-03-17T16:00Z')
  const nadia = await signedInBrowser(world.platform, world.nadia.id)
  const page = await pressed(nadia, await todayOf(nadia), 'Remind Odile')
  expect(await pressed(nadia, page, 'Undo')).toContain('Undone.')
  expect(await pressed(nadia, page, 'Undo')).toContain('Undone.')
})

test('a log that asks for the next times says who is asked, and when', async () => {
  const world = await aWorld()
  await aFixedSession(settingOf(world), world.pairing, '2027-03-16T09:00Z')
  await runCron(world.platform, '* * * * *')
  world.now('2027-03-18T10:00Z')
  await minutesLater(world, 2)
  const nadia = await signedInBrowser(world.platform, world.nadia.id)
  const page = await pressed(nadia, await todayOf(nadia), 'It took place')
  expect(page).toContain('Logged. Odile Martin will be told at 11:03')
})

test('Undo reaches the programme of its line, whichever another window shows', async () => {
  const world = await aWorld()
  const other = await aProgramme(world.platform, world.nadia, 'Aaa')
  await anOffer(settingOf(world), world.pairing)
  await writes(world, world.bernard, 'Let me think.', world.bernard)
  const nadia = await signedInBrowser(world.platform, world.nadia.id)
  const today = await (await nadia.get(`/today?programme=${world.northwind.id}`)).text()
  const key = keysIn(`${today} name="line" value="x" form="chosen"`).at(0)
  expect(key).toBe('x')
  const page = await pressed(nadia, today, 'Done')
  expect(page).toContain(`name="programme" value="${other.id}"`)
  const lines = /name="lines" value="([^"]+)"/.exec(page)?.[1] ?? ''
  expect((await nadia.post('/presses/undo', { lines, programme: world.northwind.id })).status).toBe(303)
  expect(await statesOfMails(world)).toEqual(['waiting'])
})

test('an hour later a settled mail is not said to be back', async () => {
  const world = await aWorld()
  await anOffer(settingOf(world), world.pairing)
  await writes(world, world.bernard, 'Let me think.', world.bernard)
  const nadia = await signedInBrowser(world.platform, world.nadia.id)
  const page = await pressed(nadia, await todayOf(nadia), 'Done')
  world.now('2027-03-15T09:30Z')
  expect(await pressed(nadia, page, 'Undo')).toContain('It could not be put back')
  expect(await statesOfMails(world)).toEqual(['settled'])
})

test('the Undo of an old page does not let a mail wait again that was answered since', async () => {
  const world = await aWorld()
  const { id } = await anOffer(settingOf(world), world.pairing)
  await runCron(world.platform, '* * * * *')
  await writes(world, world.bernard, 'The second one, please.', world.bernard)
  const nadia = await signedInBrowser(world.platform, world.nadia.id)
  const [key = ''] = /answer-waiting:rcv_\w+/.exec(await todayOf(nadia)) ?? []
  const done = await nadia.post('/today/snoozes', { key, done: 'yes', back: '/today' })
  const page = await (await nadia.get(done.headers.get('Location') ?? '')).text()
  const again = await pressed(nadia, page, 'Undo')
  world.now('2027-03-15T08:00:01Z')
  await pressed(nadia, again, 'Take ')
  await minutesLater(world, 3)
  expect(await findSession(world.platform.db, id)).toMatchObject({ status: 'fixed' })
  await pressed(nadia, page, 'Undo')
  expect(await statesOfMails(world)).toEqual(['settled'])
})

test('what is put away in a closed programme has no Undo', async () => {
  const world = await aWorld()
  const { platform, bernard } = world
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-24T10:00Z')
  await minutesLater(world, 2)
  const time = { start: at('2027-03-25T10:00Z'), end: at('2027-03-25T10:30Z') }
  const by = { id: bernard.id, door: 'link' } as const
  have(await recordCounter(platform, session.id, { time, personId: bernard.id, by, words: 'Could we?' }))
  const closing = { id: platform.newId('req'), programmeId: world.northwind.id, cancelFixed: true } as const
  have(await closeProgramme(platform, closing, asManager(world.nadia)))
  const nadia = await signedInBrowser(platform, world.nadia.id)
  const page = await pressed(nadia, await todayOf(nadia), 'Done')
  expect(page).toContain('Dealt with.')
  expect(page).not.toContain('>Undo')
})

test('one press of a reminder about two is one mail, wherever the tick falls', async () => {
  const world = await aWorld()
  const here = settingOf(world)
  const vera = await aPersonIn(here, 'executive', { name: 'Vera Lind', assistantIds: [world.odile.id] })
  await anOffer(here, world.pairing)
  await anOffer(here, await aPairing(here, world.tom, vera))
  await runCron(world.platform, '* * * * *')
  world.now('2027-03-17T16:00Z')
  await runCron(world.platform, '* * * * *')
  const sent = world.mails.length
  // The clock runs on while the press is worked off, as it does in life.
  let more = 0
  const platform = {
    ...world.platform,
    now: () => {
      more += 2
      return instant(world.platform.now() + more)
    },
  }
  const nadia = await signedInBrowser(platform, world.nadia.id)
  await pressed(nadia, await todayOf(nadia), 'Remind Odile Martin (2)')
  const [first] = await world.platform.db
    .select({ at: min(outbox.dueAt) })
    .from(outbox)
    .where(eq(outbox.state, 'waiting'))
  world.now(iso(instant(first?.at ?? 0)))
  await runCron(world.platform, '* * * * *')
  await minutesLater(world, 1)
  expect(world.mails).toHaveLength(sent + 1)
})

function keysIn(page: string): readonly string[] {
  return [...page.matchAll(/name="line" value="([^"]+)" form="chosen"/g)].map(([, key = '']) => key)
}

async function todayOf(browser: SignedInBrowser): Promise<string> {
  return (await browser.get('/today')).text()
}

/** Chooses all lines and presses “Do what is proposed”. */
async function doAll(browser: SignedInBrowser, page: string): Promise<string> {
  const fields = new URLSearchParams({ back: '/today' })
  for (const key of keysIn(page)) fields.append('line', key)
  const shown = page.matchAll(/name="((?:offer|times)\.[^"]+)" value="([^"]*)" form="chosen"/g)
  for (const [, name = '', value = ''] of shown) fields.append(name, value)
  const answer = await browser.post('/today/deeds', fields)
  if (answer.status !== 303) return answer.text()
  return (await browser.get((answer.headers.get('Location') ?? '').split('#')[0] ?? '')).text()
}

async function statesOfMails({ platform }: World) {
  const rows = await platform.db.select({ state: received.state }).from(received)
  return rows.map(({ state }) => state)
}
