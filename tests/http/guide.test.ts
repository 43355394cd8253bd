import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'

import { availability } from '../../schema/index.ts'
import { changePairing } from '../../worker/actions/pairing/change.ts'
import { setDeparture } from '../../worker/actions/people/set-departure.ts'
import { aBrowser } from '../support/cookie-jar.ts'
import { aPersonIn, asManager, aWorld, have, settingOf, type World } from '../support/world.ts'

let world: World

beforeEach(async () => {
  world = await aWorld()
})

test('a mentor’s first sign-in leads to the page for new mentors; the next to his sessions', async () => {
  const tom = aBrowser(world)
  await tom.signIn(world.tom)
  expect(await tom.get('/')).toMatchObject({ status: 303, location: '/guide' })
  expect((await tom.get('/guide')).body).toContain('I have read it')

  const elsewhere = aBrowser(world)
  await elsewhere.signIn(world.tom)
  expect(await elsewhere.get('/')).toMatchObject({ status: 303, location: '/mine' })
  expect((await elsewhere.get('/mine')).body).toContain('three-minute read')
})

test('read is remembered once, and the page stays to be read again', async () => {
  const tom = aBrowser(world)
  await tom.signIn(world.tom)
  await tom.post('/guide', {})
  world.now('2027-03-15T09:00Z')
  expect(await tom.post('/guide', {})).toMatchObject({ status: 303, location: '/mine?done=guide' })
  expect((await env.DB.prepare('SELECT * FROM guide_reads').all()).results).toEqual([
    { person_id: world.tom.id, read_at: Date.parse('2027-03-15T08:00Z') },
  ])
  expect(await tom.get('/')).toMatchObject({ location: '/mine' })
  const mine = (await tom.get('/mine')).body
  expect(mine).not.toContain('three-minute read')
  expect(mine).toContain('href="/guide"')
  expect((await tom.get('/guide')).body).not.toContain('I have read it')
})

test('whoever has no hours comes to them next', async () => {
  await world.platform.db.delete(availability)
  const tom = aBrowser(world)
  await tom.signIn(world.tom)
  expect(await tom.post('/guide', {})).toMatchObject({ location: '/availability?done=guide' })
  expect((await tom.get('/availability?done=guide')).body).toContain('Noted: you have read it.')
})

test('it says whom to ask, and nothing of anybody else', async () => {
  const { body } = await (await world.as(world.tom)).get('/guide')
  expect(String(body)).toContain(`Nadia Haddad, <a href="mailto:${world.nadia.email}">`)
  expect(String(body)).not.toContain('Bernard')
})

test('a manager lands on Today, and an executive has no such page', async () => {
  const nadia = aBrowser(world)
  await nadia.signIn(world.nadia)
  expect(await nadia.get('/')).toMatchObject({ location: '/today' })
  const sven = await aPersonIn(settingOf(world), 'sponsor', { name: 'Sven Olsson' })
  expect((await (await world.as(sven)).get('/guide')).status).toBe(404)
})

test('Today names a mentor of a pairing who has neither hours nor read it, until he has either', async () => {
  expect(await kinds()).not.toContain('mentor-not-ready')
  await world.platform.db.delete(availability)
  expect(await kinds()).toContain('mentor-not-ready')

  const page = String((await (await world.as(world.nadia)).get('/today')).body)
  expect(page).toContain('A mentor who has set no hours')
  expect(page).toMatch(new RegExp(`href="mailto:${world.tom.email}\\?subject=`))
  expect(page).toContain(`href="/people/${world.tom.id}#hours"`)

  const tom = aBrowser(world)
  await tom.signIn(world.tom)
  await tom.post('/guide', {})
  expect(await kinds()).not.toContain('mentor-not-ready')
})

test('… and none whose pairing has ended, or who leaves', async () => {
  await world.platform.db.delete(availability)
  const by = asManager(world.nadia)
  have(await setDeparture(world.platform, world.tom.id, '2027-03-20', by))
  expect(await kinds()).not.toContain('mentor-not-ready')
  have(await setDeparture(world.platform, world.tom.id, null, by))
  expect(await kinds()).toContain('mentor-not-ready')
  have(await changePairing(world.platform, world.pairing.id, { status: 'ended' }, by))
  expect(await kinds()).not.toContain('mentor-not-ready')
})

async function kinds(): Promise<readonly string[]> {
  const { body } = await (await world.as(world.nadia)).get('/api/v1/today')
  return Array.from(JSON.stringify(body).matchAll(/"kind":"([\w-]+)"/g), ([, kind = '']) => kind)
}
