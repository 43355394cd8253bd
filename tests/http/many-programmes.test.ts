import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import { expect, test } from 'vitest'

import { subscribe } from '../../worker/actions/feed/subscribe.ts'
import { routes } from '../../worker/http/routes.ts'
import { findFeed } from '../../worker/storage/feed/feed.ts'
import { insertReceived } from '../../worker/storage/mail/received.ts'
import { addressesIn } from '../support/addresses.ts'
import { signedIn } from '../support/client.ts'
import { countingDatabase, type Total } from '../support/counting-database.ts'
import { aProgramme, aWorld } from '../support/world.ts'

const PROGRAMMES = 120
/** D1 refuses a statement with more. */
const MOST_BOUND = 100

const world = await aWorld()
const addresses = await addressesIn(world)
for (let made = 1; made < PROGRAMMES; made += 1)
  await aProgramme(world.platform, world.nadia, `North ${made}`)

const total: Total = { calls: 0, rowsRead: 0, rowsWritten: 0 }
const nadia = await signedIn(world.platform, world.nadia, {
  ...world.platform,
  db: drizzle(countingDatabase(env.DB, total)),
})
const looking = routes.filter(({ method, actors }) => method === 'GET' && actors.includes('manager'))

test.each(looking.map(({ path }) => path))('a manager of 120 programmes can look at %s', async (path) => {
  total.mostBound = 0
  const { status } = await nadia.get(addresses[path] ?? path)

  expect(status).toBeLessThan(400)
  expect(total.mostBound).toBeGreaterThan(0)
  expect(total.mostBound).toBeLessThanOrEqual(MOST_BOUND)
})

test('the menu of a page leads on in its programme, whichever another window has gone on to', async () => {
  const { northwind } = world
  const other = await aProgramme(world.platform, world.nadia, 'Other window')
  await nadia.get(`/today?programme=${other.id}`)
  const page = String((await nadia.get(`/programmes/${northwind.id}`)).body)
  for (const path of ['/today', '/board', '/calendar', '/pairings', '/people', '/deliveries', '/programmes'])
    expect(page).toContain(`href="${path}?programme=${northwind.id}"`)
  expect(page).toContain(`<input type="hidden" name="programme" value="${northwind.id}"/>`)
  expect(String((await nadia.get(`/today?programme=${northwind.id}`)).body)).toContain(northwind.name)
})

test('her calendar has the sessions of all of them', async () => {
  await subscribe(world.platform, world.nadia.id)
  const found = await findFeed(world.platform.db, world.nadia.id)
  const feed = await nadia.get(`/calendar.ics?k=${found ? await world.platform.tokenOf(found.linkId) : ''}`)

  expect(feed.status).toBe(200)
  expect(feed.body).toContain('BEGIN:VEVENT')
})

test('she can settle a mail, send a letter again and put off a line', async () => {
  const { platform, bernard, northwind } = world
  const id = platform.newId('rcv')
  const mail = { fingerprint: id, at: platform.now(), personId: bernard.id, sessionId: null, class: 'none' }
  await insertReceived(platform.db, { id, ...mail, reading: {}, state: 'waiting', why: 'prose' })
  const { body } = await nadia.get(`/api/v1/deliveries?programme=${northwind.id}`)
  const deliveries: readonly { id: string; kind: string; personId: string }[] = Object(body).deliveries
  const invite = deliveries.find(({ kind, personId }) => kind === 'calendar' && personId === bernard.id)
  const answers = [
    await nadia.get(`/received/${id}`),
    await nadia.post(`/api/v1/deliveries/${invite?.id}/retry`),
    await nadia.post('/api/v1/deliveries/retry', {}),
    await nadia.post('/api/v1/today/snoozes', { key: `answer-waiting:${id}`, until: null }),
  ]

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 201])
})
