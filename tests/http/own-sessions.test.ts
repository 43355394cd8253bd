import { expect, test } from 'vitest'

import { setAvailability } from '../../worker/actions/slot/set-availability.ts'
import { deliverDue } from '../../worker/delivery/out/deliver.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { findOutcome } from '../../worker/storage/session/outcome.ts'
import { submitted } from '../support/forms.ts'
import { link } from '../support/links.ts'
import { aFixedSession, aPairing, aPersonIn, asManager, aWorld, have, settingOf } from '../support/world.ts'

const TYPED = { result: 'cut-short', commitment: 'Write one line', dueOn: '2027-03-01' }

test('a log of a day that has passed comes back on the mentor’s own page, with all that was typed', async () => {
  const { world, sessions } = await twoEnded()
  const [older] = sessions
  const tom = await world.as(world.tom)
  const page = await submitted(tom, `/sessions/${older.id}/outcome`, TYPED)
  const html = String(page.body)

  expect(page.status).toBe(422)
  expect(html).toContain('Choose a day in the future.')
  expect(html).toContain('value="Write one line"')
  expect(html).toMatch(/value="cut-short" checked/)
  expect(html).toContain(`action="/sessions/${older.id}/outcome"`)
  expect(await findOutcome(world.platform.db, older.id)).toBeNull()
})

test('what ended last is logged first; the others wait under it, each with its own page', async () => {
  const { world, sessions } = await twoEnded()
  const [older, latest] = sessions
  const html = String((await (await world.as(world.tom)).get('/mine')).body)

  expect(html).toContain(`action="/sessions/${latest.id}/outcome"`)
  expect(html).not.toContain(`action="/sessions/${older.id}/outcome"`)
  expect(html).toContain('Still to be noted')
  expect(linksIn(html)['Claude Bernard']).toMatch(/^\/log\?k=/)
})

test('“just ended” is said on the same day only', async () => {
  const { world } = await twoEnded()
  expect((await (await world.as(world.tom)).get('/mine')).body).toContain('Just ended')
  world.now('2027-03-17T10:00Z')
  const { body } = await (await world.as(world.tom)).get('/mine')
  expect(body).not.toContain('Just ended')
  expect(body).toContain('How did it go?')
})

test('a log from his page leads to the page of that log, where it can be changed', async () => {
  const { world, sessions } = await twoEnded()
  const [, latest] = sessions
  const tom = await world.as(world.tom)
  const saved = await submitted(tom, `/sessions/${latest.id}/outcome`, { result: 'happened' })
  expect(saved.status).toBe(303)
  const { body } = await tom.get(saved.headers.get('Location') ?? '')
  expect(body).toContain('Saved. Thank you.')
  expect(body).toContain('What the two of you settled')
  expect(body).toContain('Change what I saved')
  expect(linksIn(String(body))['My sessions: what comes next']).toBe('/mine')
})

test('from his sessions, and from dates that new hours leave outside, a mentor comes to where he says that he cannot come', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-18T09:00Z')
  await deliverDue(world.platform)
  const tom = await world.as(world.tom)
  const toPage = linksIn(String((await tom.get('/mine')).body))['Can’t make it? Claude Bernard'] ?? ''
  expect(toPage).toMatch(/^\/invite\?k=/)
  expect((await tom.get(toPage)).status).toBe(200)

  const none = { zone: 'Europe/Paris', weekly: [], exceptions: [] }
  have(await setAvailability(world.platform, world.tom.id, none, asManager(world.nadia)))
  expect(linksIn(String((await tom.get('/availability')).body))['Claude Bernard']).toBe(toPage)

  await link(world.platform, 'meeting', session, world.tom)
  const onTheDay =
    linksIn(String((await tom.get('/mine')).body))['Can’t make it? Claude Bernard']?.replaceAll(
      '&amp;',
      '&',
    ) ?? ''
  expect(onTheDay).toMatch(/^\/meeting\?k=/)
  expect(String((await tom.get(onTheDay)).body)).toMatch(/class="primary"[^>]*>I can’t make it/)
})

/** Tom met Mr Bernard, and later on the same day Lea Duval; of both he was asked how it went. */
async function twoEnded() {
  const world = await aWorld()
  const here = settingOf(world)
  const lea = await aPersonIn(here, 'executive', { name: 'Lea Duval' })
  const older = await aFixedSession(here, world.pairing, '2027-03-16T09:00Z')
  const latest = await aFixedSession(here, await aPairing(here, world.tom, lea), '2027-03-16T10:00Z')
  world.now('2027-03-16T11:00Z')
  await tick(world.platform)
  return { world, sessions: [older, latest] as const }
}

function linksIn(html: string): Readonly<Record<string, string>> {
  const found = [...html.matchAll(/<a [^>]*?href="([^"]+)"[^>]*>(.*?)<\/a>/gs)]
  return Object.fromEntries(
    found.map(([, href = '', words = '']) => [words.replaceAll(/<[^>]+>/g, '').trim(), href]),
  )
}
