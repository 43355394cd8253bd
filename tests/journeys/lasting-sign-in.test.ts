import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'

import { runAll } from '../../worker/jobs/jobs.ts'
import { aBrowser, confirm, linkTo } from '../support/cookie-jar.ts'
import { breaksByHand } from '../support/fsck.ts'
import { aWorld, type World } from '../support/world.ts'

let world: World

beforeEach(async () => {
  world = await aWorld()
})

const LEFT_ON_MONDAY = '2027-03-15T08:00Z'

test('a device that is kept signed in lasts seven days without a visit, and thirty with visits', async () => {
  const nadia = aBrowser(world)
  await nadia.signIn(world.nadia, { trusted: true })
  world.now('2027-03-22T07:59Z')
  expect((await nadia.get('/people')).status).toBe(200)
  world.now('2027-03-29T07:58Z')
  expect((await nadia.get('/people')).status).toBe(200)
  world.now('2027-04-05T07:58Z')
  expect(await nadia.get('/people')).toMatchObject({ status: 303, location: '/sign-in?back=%2Fpeople' })
  expect((await nadia.get('/sign-in?back=%2Fpeople')).body).toContain('You did not visit for seven days')

  world.now(LEFT_ON_MONDAY)
  await nadia.signIn(world.nadia, { trusted: true })
  for (const day of ['2027-03-21', '2027-03-27', '2027-04-02', '2027-04-08', '2027-04-13']) {
    world.now(`${day}T08:00Z`)
    expect((await nadia.get('/people')).status).toBe(200)
  }
  world.now('2027-04-14T07:59Z')
  expect((await nadia.get('/people')).status).toBe(200)
  world.now('2027-04-14T08:00Z')
  expect((await nadia.get('/people')).status).toBe(303)
  expect((await nadia.get('/sign-in')).body).toContain('for thirty days')
})

test('any other device lasts twelve hours, and the cookies fit', async () => {
  const nadia = aBrowser(world)
  const [own = ''] = (await nadia.signIn(world.nadia)).cookies
  expect(own).toMatch(/^__Host-sotto=.*Max-Age=43200;/)
  world.now('2027-03-15T19:00Z')
  expect((await nadia.get('/people')).cookies[0]).toContain('Max-Age=3600;')
  world.now('2027-03-15T20:00Z')
  expect((await nadia.get('/people')).status).toBe(303)
  // As a browser does by then.
  nadia.forget('__Host-sotto')
  expect((await nadia.get('/sign-in')).body).toContain('You were signed in for twelve hours')

  const [kept = ''] = (await nadia.signIn(world.nadia, { trusted: true })).cookies
  expect(kept).toContain(`Max-Age=${7 * 24 * 3600};`)
})

test('the cookie that remembers the last sign-in opens nothing', async () => {
  const nadia = aBrowser(world)
  await nadia.signIn(world.nadia)
  nadia.forget('__Host-sotto')
  expect((await nadia.get('/people')).status).toBe(303)
})

test.each([
  ['half-day', 'twelve hours', () => world.now('2027-03-16T08:00Z')],
  ['signed-out', 'You were signed out', signOutElsewhere],
  ['membership', 'no longer part of a programme', leaveAll],
  ['address', 'Your address was changed', correctAddress],
] as const)('the next page says why it ended: %s', async (_, sentence, end) => {
  const tom = aBrowser(world)
  await tom.signIn(world.tom)
  await end()
  expect(await tom.get('/mine')).toMatchObject({ status: 303, location: '/sign-in?back=%2Fmine' })
  expect((await tom.get('/sign-in?back=%2Fmine')).body).toContain(sentence)
})

test('whoever never signed in is told no reason', async () => {
  const { body } = await aBrowser(world).get('/sign-in?back=%2Ftoday')
  expect(body).not.toMatch(/signed out|twelve hours, the limit|is kept until tomorrow/)
})

test('the link leads back to the page with its query, in this browser or another', async () => {
  const nadia = aBrowser(world)
  const asked = `/pairings/${world.pairing.id}/offer?proposed=1`
  const { location } = await nadia.get(asked)
  expect(location).toBe(`/sign-in?${new URLSearchParams({ back: asked })}`)
  expect((await nadia.get(location ?? '')).body).toContain('name="back"')
  expect(await nadia.signIn(world.nadia, { back: asked })).toMatchObject({ status: 303, location: asked })
  expect(await nadia.signIn(world.nadia, { back: asked, opens: aBrowser(world) })).toMatchObject({
    location: asked,
  })
})

test('a form that was sent too late comes back with what was typed, and does nothing by itself', async () => {
  const nadia = aBrowser(world)
  await nadia.signIn(world.nadia)
  world.now('2027-03-15T21:00Z')
  const page = `/people/${world.bernard.id}`
  const typed = {
    name: 'Claude "C" Bernard & <fils>',
    email: world.bernard.email,
    unit: 'A &amp; B',
    zone: 'Europe/Paris',
    locale: 'fr',
    'role-executive': 'yes',
  }
  const { location } = await nadia.post(page, typed, page)
  expect(location).toMatch(/^\/sign-in\?back=%2Fpeople%2Fper_\w+%3Fkept%3Dkpt_\w+$/)
  const back = new URL(location ?? '', env.ORIGIN).searchParams.get('back') ?? ''
  expect((await nadia.get(location ?? '')).body).toContain('What you typed is kept until tomorrow')

  const signedIn = await nadia.signIn(world.nadia, { back })
  expect(signedIn.location).toBe(back)
  const { body } = await nadia.get(back)
  expect(body).toContain('What you typed is back in the form')
  expect(body).toContain('value="Claude &quot;C&quot; Bernard &amp; <fils>"')
  expect(body).toContain('value="A &amp;amp; B"')
  expect(body).toMatch(/<option value="fr" selected=""/)
  expect((await nadia.get(page)).body).not.toContain('fils')

  const sealed = JSON.stringify((await env.DB.prepare('SELECT * FROM kept_forms').all()).results)
  expect(sealed).toContain('kpt_')
  expect(sealed).not.toContain('fils')
})

test('somebody else who signs in there sees neither the form nor its page', async () => {
  const nadia = aBrowser(world)
  await nadia.signIn(world.nadia)
  world.now('2027-03-15T21:00Z')
  const page = `/people/${world.tom.id}/calendars`
  const { location } = await nadia.post(
    `/people/${world.tom.id}/busy-feed`,
    { url: 'https://secret.example' },
    page,
  )
  const back = new URL(location ?? '', env.ORIGIN).searchParams.get('back') ?? ''
  expect(back).toContain('kept=')
  expect(await nadia.signIn(world.tom, { back })).toMatchObject({ location: '/' })
  // Even where he has the address: the page is his, what she typed is not.
  const seen = await nadia.get(back)
  expect(seen.status).toBe(200)
  expect(seen.body).not.toContain('secret.example')
})

test('a form of a browser that nobody signed in with is not kept', async () => {
  const page = `/people/${world.bernard.id}`
  const { location } = await aBrowser(world).post(page, { name: 'Eve' }, page)
  expect(location).toBe(`/sign-in?${new URLSearchParams({ back: page })}`)
  expect(await countOf('kept_forms')).toBe(0)
})

test('kept forms are few, small, and gone after a day', async () => {
  const nadia = aBrowser(world)
  await nadia.signIn(world.nadia)
  world.now('2027-03-15T21:00Z')
  const page = `/people/${world.bernard.id}`
  for (let form = 0; form < 12; form += 1) await nadia.post(page, { name: `Form ${form}` }, page)
  expect(await countOf('kept_forms')).toBe(10)

  const large = Array.from({ length: 5 }, (_, index) => [`text-${index}`, 'x'.repeat(20_000)] as const)
  expect((await nadia.post(page, large, page)).location).not.toContain('kept')

  const { location } = await nadia.post(page, { name: 'Late' }, page)
  const back = new URL(location ?? '', env.ORIGIN).searchParams.get('back') ?? ''
  world.now('2027-03-16T21:00Z')
  await nadia.signIn(world.nadia, { back })
  expect((await nadia.get(back)).body).not.toContain('Late')
  await runAll(world.platform)
  expect(await countOf('kept_forms')).toBe(0)
})

test('a drag on the calendar after the sign-in had ended is answered with a sentence, not a page', async () => {
  const answer = await aBrowser(world).json('POST', '/sessions/ses_1/time', {})
  expect(answer.status).toBe(401)
  expect(answer.body).toContain('Your sign-in has ended')
})

test('her devices stand on one page; she signs out there, or everywhere', async () => {
  const [desk, phone, tom] = [aBrowser(world), aBrowser(world), aBrowser(world)]
  await desk.signIn(world.nadia)
  world.now('2027-03-15T09:00Z')
  await phone.signIn(world.nadia, { trusted: true })
  await tom.signIn(world.tom)
  const ids = async () =>
    [...(await desk.get('/sign-ins')).body.matchAll(/value="(sgn_\w+)"/g)].map(([, id]) => id ?? '')
  const [phones = ''] = await ids()
  expect(await ids()).toHaveLength(1)

  await tom.post('/sign-ins', { id: phones })
  expect((await phone.get('/people')).status).toBe(200)
  await desk.post('/sign-ins', { id: phones })
  expect((await phone.get('/people')).status).toBe(303)
  expect((await desk.get('/people')).status).toBe(200)

  await phone.signIn(world.nadia, { trusted: true })
  await desk.post('/sign-ins', { all: 'yes' })
  expect((await phone.get('/people')).status).toBe(303)
  expect((await desk.get('/people')).status).toBe(303)
  expect((await tom.get('/mine')).status).toBe(200)
})

test('a new link in the same browser takes the place of the sign-in that was there', async () => {
  const nadia = aBrowser(world)
  await nadia.signIn(world.nadia)
  await nadia.signIn(world.nadia, { trusted: true })
  expect((await nadia.get('/sign-ins')).body).not.toMatch(/value="sgn_/)
})

test('a used link says so, and asking again leads to the same page', async () => {
  const nadia = aBrowser(world)
  await nadia.post('/sign-in', { email: world.nadia.email, back: '/board' })
  await runAll(world.platform)
  world.now('2027-03-15T08:11Z')
  const late = await confirm(await linkTo(world, world.nadia), false, nadia)
  expect(late).toMatchObject({ status: 410, body: expect.stringContaining('/sign-in?back=%2Fboard') })
})

async function signOutElsewhere(): Promise<void> {
  const phone = aBrowser(world)
  await phone.signIn(world.tom)
  await phone.post('/sign-ins', { all: 'yes' })
}

async function leaveAll(): Promise<void> {
  breaksByHand('access-outlives')
  await env.DB.prepare('DELETE FROM memberships WHERE person_id = ?').bind(world.tom.id).run()
}

async function correctAddress(): Promise<void> {
  const changed = await (
    await world.as(world.nadia)
  ).patch(`/api/v1/people/${world.tom.id}`, {
    email: 'tom@new.example',
  })
  expect(changed.status).toBe(200)
}

function countOf(table: 'kept_forms'): Promise<number | null> {
  return env.DB.prepare(`SELECT count(*) AS count FROM ${table}`).first<number>('count')
}
