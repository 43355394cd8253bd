import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { findBusyFeed } from '../../../worker/storage/feed/busy-feed.ts'
import { CLAUDE, NADIA, northwind, TOM, UMA } from '../../support/northwind.ts'
import { signedInBrowser } from '../../support/signed-in-browser.ts'

test('a mentor makes an address to subscribe to, a new one, and none', async () => {
  const world = await northwind()
  const tom = await signedInBrowser(world.platform, TOM)
  const page = `/people/${TOM}/calendars`
  expect(await (await tom.get(page)).text()).toContain('Create an address')

  await tom.post('/feed')
  const first = addressIn(await (await tom.get(page)).text())
  expect((await tom.get(first)).status).toBe(200)
  await tom.post('/feed')
  expect((await tom.get(first)).status).toBe(404)
  await tom.post('/feed/revocation')
  expect(await (await tom.get(page)).text()).toContain('Create an address')
})

test('a manager subscribes too, and sets a mentor’s published calendar, whose address nobody reads again', async () => {
  const world = await northwind({ fetch: () => Promise.resolve(new Response('nothing', { status: 404 })) })
  const nadia = await signedInBrowser(world.platform, NADIA)
  expect(await (await nadia.get(`/people/${NADIA}/calendars`)).text()).toContain('Create an address')

  expect((await nadia.post(`/people/${TOM}/busy-feed`, { url: 'https://10.0.0.1/a.ics' })).status).toBe(422)
  expect(await findBusyFeed(world.platform, TOM)).toBeNull()
  expect(
    (await nadia.post(`/people/${TOM}/busy-feed`, { url: 'https://calendar.example/s3cret.ics' })).status,
  ).toBe(303)
  const page = await (await nadia.get(`/people/${TOM}/calendars`)).text()
  expect(page).toContain('Read from calendar.example.')
  expect(page).toContain('status-404')
  expect(page).not.toContain('s3cret')

  const emptied = await nadia.post(`/people/${TOM}/busy-feed`, { url: '' })
  expect([emptied.status, await emptied.text()]).toEqual([422, expect.stringContaining('Stop reading it')])
  expect(await findBusyFeed(world.platform, TOM)).not.toBeNull()
  await nadia.post(`/people/${TOM}/busy-feed`, { stop: 'yes' })
  expect(await findBusyFeed(world.platform, TOM)).toBeNull()
})

test('of a mentor who is an executive too a manager reads how it stands and not where it is', async () => {
  const world = await northwind({ fetch: () => Promise.resolve(new Response('', { status: 404 })) })
  const nadia = await signedInBrowser(world.platform, NADIA)
  await nadia.post(`/people/${TOM}/busy-feed`, { url: 'https://calendar.example/s3cret.ics' })
  await env.DB.prepare(
    "INSERT INTO memberships (programme_id, person_id, role, since) VALUES (?, ?, 'executive', ?)",
  )
    .bind('prg_northwind', TOM, world.platform.now())
    .run()
  const page = await (await nadia.get(`/people/${TOM}/calendars`)).text()
  expect(page).toContain('status-404')
  expect(page).not.toContain('calendar.example')
  const tom = await signedInBrowser(world.platform, TOM)
  expect(await (await tom.get(`/people/${TOM}/calendars`)).text()).toContain('Read from calendar.example.')
})

test('nobody sees another mentor’s calendars, and an executive has none', async () => {
  const world = await northwind()
  const uma = await signedInBrowser(world.platform, UMA)
  expect((await uma.get(`/people/${TOM}/calendars`)).status).toBe(404)
  expect((await uma.post(`/people/${TOM}/busy-feed`, { url: 'https://calendar.example/a.ics' })).status).toBe(
    404,
  )
  const nadia = await signedInBrowser(world.platform, NADIA)
  expect((await nadia.get(`/people/${CLAUDE}/calendars`)).status).toBe(404)
  expect(
    (await nadia.post(`/people/${CLAUDE}/busy-feed`, { url: 'https://calendar.example/a.ics' })).status,
  ).toBe(404)
})

function addressIn(page: string): string {
  const found = /<code>https:\/\/[^/]+(\/calendar\.ics\?k=[^<]+)<\/code>/.exec(page)?.[1]
  if (!found) throw new Error('no address')
  return found
}
