import { expect, test } from 'vitest'

import { type Asker, routes } from '../../worker/http/routes.ts'
import { insertReceived } from '../../worker/storage/mail/received.ts'
import type { Client } from '../support/client.ts'
import { webhookOf } from '../support/everything.ts'
import { aFixedSession, anOffer, aPairing, aPersonIn, aWorld, settingOf } from '../support/world.ts'

/** Reached without a link: by a button, by the field of the search, or by the calendar's script. */
const OTHERWISE = [
  '/search',
  '/plans/:id',
  '/plans/:id/rows/:pairingId',
  '/sessions/:id/time',
  '/calendar/feed',
  '/imports/:id',
]

const world = await aWorld()
const here = settingOf(world)
await aFixedSession(here, world.pairing, '2027-03-17T09:00Z')
await anOffer(
  here,
  await aPairing(here, world.tom, await aPersonIn(here, 'executive', { name: 'Yann Petit' })),
)
await aPersonIn(here, 'executive', { name: 'Nora Blanc' })
await aMailThatWaits({})
await webhookOf(await world.as(world.nadia), world.northwind.id)
await aMailThatWaits({ from: 'stranger@elsewhere.example' })

test('a manager of one programme reaches every page of hers by following links from Today', async () => {
  expect(await unreached(await world.as(world.nadia), 'manager', '/today')).toEqual([])
})

test('a mentor reaches every page of his from his own', async () => {
  expect(await unreached(await world.as(world.tom), 'mentor', '/mine')).toEqual([])
})

test('an assistant reaches every page of hers from her desk', async () => {
  expect(await unreached(await world.as(world.odile), 'assistant', '/desk')).toEqual([])
})

/** The pages of that role that no link leads to. */
async function unreached(reader: Client, role: Asker, from: string): Promise<readonly string[]> {
  const pages = routes
    .filter(
      ({ method, path, actors }) => method === 'GET' && actors.includes(role) && !path.startsWith('/api/'),
    )
    .map(({ path }) => path)
    .filter((path) => !OTHERWISE.includes(path))
  const seen = await followed(reader, from)
  return pages.filter((page) => ![...seen].some((path) => patternOf(page).test(path)))
}

/** Every linked address, followed from page to page; another week is the same page. */
async function followed(reader: Client, from: string): Promise<ReadonlySet<string>> {
  const seen = new Set([from])
  for (const path of seen) {
    const { body } = await reader.get(path)
    for (const [, href = ''] of String(body).matchAll(/<a [^>]*href="(\/[^"?#]*)/g)) seen.add(href)
  }
  return seen
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`)
}

async function aMailThatWaits(reading: object): Promise<void> {
  const { platform, bernard } = world
  const id = platform.newId('rcv')
  await insertReceived(platform.db, {
    id,
    fingerprint: id,
    at: platform.now(),
    personId: bernard.id,
    sessionId: null,
    class: 'none',
    reading,
    state: 'waiting',
    why: 'prose',
  })
}
