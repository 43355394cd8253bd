import { expect, test } from 'vitest'

import { NADIA, northwind, TOM } from '../../../support/northwind.ts'
import { signedInBrowser } from '../../../support/signed-in-browser.ts'

test('a stored letter is shown as its reader, a colleague and the administrator see it, without a secret', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  const nadia = await signedInBrowser(world.platform, NADIA)
  const list = await (await nadia.get('/deliveries')).text()
  const [address = ''] = /\/deliveries\/let_\w+\/as-they-see-it/.exec(list) ?? []
  const page = await (await nadia.get(address)).text()
  for (const said of ['Busy', '30 min with', 'multipart/alternative', 'No word in it says', 'k=hidden'])
    expect(page).toContain(said)
  expect(page).not.toMatch(/k=(?!hidden)/)

  const source = await nadia.get(address.replace('as-they-see-it', 'source'))
  expect(source.headers.get('Content-Type')).toContain('text/plain')
  const raw = await source.text()
  expect(raw).toContain('From: ')
  expect(raw).toContain('<hidden@')
  for (const path of [address, address.replace('as-they-see-it', 'source')])
    expect((await (await signedInBrowser(world.platform, TOM)).get(path)).status).toBe(404)
})

test('of a session both events are shown, and before it has a time the offer with them', async () => {
  const world = await northwind()
  const nadia = await signedInBrowser(world.platform, NADIA)
  const session = await world.fixed('2027-03-22T10:00Z')
  const page = await (await nadia.get(`/sessions/${session.id}/as-they-see-it`)).text()
  expect(page).toContain('The executive reads')
  expect(page).toContain('The mentor reads')
  expect((await nadia.get(`/sessions/${session.id}/source?nth=1`)).status).toBe(200)
  expect((await nadia.get(`/sessions/${session.id}/source?nth=9`)).status).toBe(404)
  expect((await nadia.get('/sessions/ses_none/as-they-see-it')).status).toBe(404)
})
