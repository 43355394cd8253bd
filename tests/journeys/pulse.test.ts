import { expect, test } from 'vitest'

import { changeProgramme } from '../../worker/actions/programme/change.ts'
import { moveSession } from '../../worker/actions/session/move.ts'
import { readMail } from '../../worker/delivery/in/read-mail.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import type { Session } from '../../worker/domain/session/session.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { calendarIn } from '../support/calendar-parts.ts'
import { pressed } from '../support/forms.ts'
import { aLoggedSession } from '../support/logged-session.ts'
import { at } from '../support/times.ts'
import { kindsOnToday } from '../support/today.ts'
import { aFixedSession, asManager, aWorld, have, settingOf, type World } from '../support/world.ts'

const QUESTIONS = 'Two short questions'

test('half-way the executive’s next invite mail carries the pulse link, once, and never in the calendar part', async () => {
  const { world, session } = await halfWay()
  const before = mailsTo(world, world.bernard)
  expect(before.length).toBe(2)
  const asking = await Promise.all(before.map(({ raw }) => readMail(raw)))
  expect(asking.map(({ text }) => text?.includes(QUESTIONS))).toEqual([false, true])
  expect(calendarIn(before[1]?.raw ?? '')).not.toMatch(/questions|pulse/i)

  await moved(world, session, '2027-04-07T08:00Z')
  expect((await readMail(mailsTo(world, world.bernard).at(-1)?.raw ?? '')).text).not.toContain(QUESTIONS)
})

test('two taps reach the manager, on Today and on the pairing; nobody else reads them, and a GET stores nothing', async () => {
  const { world } = await halfWay()
  const page = await questionsFor(world, world.bernard)
  expect((await (await world.as(null)).get(page)).body).toContain('Is it worth your time?')
  expect(await kindsOnToday(world)).not.toContain('pulse')

  const saved = await pressed(world, page, { worth: 'no', onward: 'change' })
  expect(saved).toMatchObject({ status: 200, body: expect.stringContaining('Saved. Thank you.') })
  expect(saved.body).not.toMatch(/<input[^>]* checked/)
  expect(await kindsOnToday(world)).toContain('pulse')

  const pairing = `/pairings/${world.pairing.id}`
  const hers = await (await world.as(world.nadia)).get(pairing)
  expect(hers.body).toMatch(/What both say[^]*Claude Bernard[^]*With a change/)
  const his = await world.as(world.tom)
  expect((await his.get(pairing)).status).toBe(404)
  expect((await his.get('/mine')).body).not.toContain('With a change</strong>')
})

test('he may change his answer within an hour, and not later', async () => {
  const { world } = await halfWay()
  const page = await questionsFor(world, world.bernard)
  world.now('2027-03-31T09:00Z')
  await pressed(world, page, { worth: 'no', onward: 'pause' })
  world.now('2027-03-31T09:59Z')
  expect((await pressed(world, page, { worth: 'yes', onward: 'same' })).status).toBe(200)
  expect(await kindsOnToday(world)).not.toContain('pulse')

  world.now('2027-03-31T10:00Z')
  expect((await pressed(world, page, { worth: 'no', onward: 'pause' })).status).toBe(409)
  expect((await (await world.as(null)).get(page)).body).toContain('can no longer be changed')
})

test('one of the two answers alone is refused with a sentence', async () => {
  const { world } = await halfWay()
  const page = await questionsFor(world, world.bernard)
  expect(await pressed(world, page, { worth: 'no' })).toMatchObject({
    status: 422,
    body: expect.stringContaining('id="worth-error"'),
  })
})

test('the mentor is asked in the mail after a session, and on his own page until he answers', async () => {
  const { world } = await halfWay()
  world.now('2027-04-06T08:40Z')
  await tick(world.platform)
  const asked = await readMail(mailsTo(world, world.tom).at(-1)?.raw ?? '')
  expect(asked.text).toContain(QUESTIONS)

  const tom = await world.as(world.tom)
  expect((await tom.get('/mine')).body).toContain('Is it worth your time?')
  const body = new URLSearchParams({ worth: 'partly', onward: 'pause' })
  const said = await tom.ask(`/pairings/${world.pairing.id}/pulse`, { method: 'POST', body })
  expect(said.status).toBe(303)
  expect((await tom.get('/mine')).body).not.toContain('Is it worth your time?')
  expect(await kindsOnToday(world)).toContain('pulse')
})

test('a settled line disappears from Today', async () => {
  const { world } = await halfWay()
  await pressed(world, await questionsFor(world, world.bernard), { worth: 'no', onward: 'same' })
  const nadia = await world.as(world.nadia)
  const key = `pulse:${world.pairing.id}`
  world.now('2027-03-31T09:30Z')
  expect((await nadia.post('/api/v1/today/snoozes', { key, until: null })).status).toBe(201)
  expect(await kindsOnToday(world)).not.toContain('pulse')
})

test('where the programme asks nobody, no mail and no page asks, and what was said before is not shown', async () => {
  const { world } = await halfWay()
  const page = await questionsFor(world, world.bernard)
  await pressed(world, page, { worth: 'no', onward: 'change' })
  expect(await kindsOnToday(world)).toContain('pulse')
  const asManagerOf = asManager(world.nadia)
  have(await changeProgramme(world.platform, world.northwind.id, { policy: { pulses: false } }, asManagerOf))

  expect(await kindsOnToday(world)).not.toContain('pulse')
  const hers = await (await world.as(world.nadia)).get(`/pairings/${world.pairing.id}`)
  expect(hers.body).not.toContain('What both say')
  expect((await (await world.as(null)).get(page)).body).toMatch(/does not ask how the sessions are going/)
  expect(await pressed(world, page, { worth: 'yes', onward: 'same' })).toMatchObject({
    status: 409,
    body: expect.stringContaining('nobody is asked how the sessions are going'),
  })

  world.now('2027-04-06T08:40Z')
  await tick(world.platform)
  const mail = await readMail(mailsTo(world, world.tom).at(-1)?.raw ?? '')
  expect(mail.text).not.toContain(QUESTIONS)
  const tom = await world.as(world.tom)
  expect((await tom.get('/mine')).body).not.toContain('Is it worth your time?')
})

/** They met on the 16th; on the 31st, after the middle of a programme that ends in April, the next date is fixed. */
async function halfWay() {
  const world = await aWorld()
  have(
    await changeProgramme(
      world.platform,
      world.northwind.id,
      { endsOn: '2027-04-14' },
      asManager(world.nadia),
    ),
  )
  await aLoggedSession(world, '2027-03-16T09:00Z', 'Answer one question')
  world.now('2027-03-31T08:00Z')
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-04-06T08:00Z')
  await tick(world.platform)
  return { world, session }
}

async function moved(world: World, session: Session, start: string) {
  const wish = { start: at(start), minutes: null, reason: 'agreed' }
  have(await moveSession(world.platform, session.id, wish, { id: world.nadia.id, door: 'manager' }))
  await tick(world.platform)
}

function mailsTo({ mails }: World, { email }: Person) {
  return mails.filter(({ to }) => to === email)
}

/** The link in his latest mail. */
async function questionsFor(world: World, person: Person): Promise<string> {
  const { text } = await readMail(mailsTo(world, person).at(-1)?.raw ?? '')
  const address = /https?:\S+\/pulse\?\S+/.exec(text ?? '')?.[0]
  if (!address) throw new Error('nothing is asked there')
  const { pathname, search } = new URL(address)
  return pathname + search
}
