import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { submitted } from '../../../support/forms.ts'
import { NADIA, northwind, TOM } from '../../../support/northwind.ts'
import { openOffer } from '../../../support/offer-form.ts'
import { signedInBrowser } from '../../../support/signed-in-browser.ts'
import { aFixedSession, aWorld, fabrikamBeside, settingOf } from '../../../support/world.ts'

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

test('what an offer would send is looked at before it is sent, each with its raw source, and sends nothing', async () => {
  const world = await aWorld()
  const { pairing, mails, platform } = world
  const nadia = await world.as(world.nadia)
  const [address = ''] = addressesIn(String((await nadia.get(`/pairings/${pairing.id}`)).body))
  expect(address).toBe(`/pairings/${pairing.id}/offer?look=as-they-see-it#as-they-see-it`)
  expect(String((await nadia.get(address)).body)).toMatch(/<details[^>]*id="as-they-see-it"[^>]* open/)

  const page = await openOffer(nadia, pairing.id)
  const readers = ['The assistant reads', 'The executive reads', 'The mentor reads']
  for (const said of [...readers, 'A colleague who may look', 'The administrator of the mail sees'])
    expect(page.html).toContain(said)
  expect(page.html).not.toMatch(/k=(?!hidden)[\w-]/)

  const sources = await Promise.all(
    ['0', '1', '2', '3'].map((nth) =>
      submitted(nadia, `/pairings/${pairing.id}/offers`, { ...page.fields, do: `source:${nth}` }),
    ),
  )
  expect(sources.map(({ status }) => status)).toEqual([200, 200, 200, 404])
  const raws = sources.map(({ body }) => String(body))
  expect(raws[0]).toContain(`To: Odile Martin <${world.odile.email}>`)
  expect(raws.slice(1, 3).every((raw) => raw.includes('invite.ics'))).toBe(true)
  expect(raws.join('')).not.toMatch(/k=(?!hidden)[\w-]/)
  expect(mails).toEqual([])
  expect(await platform.db.get<{ n: number }>(sql`SELECT count(*) AS n FROM outbox`)).toEqual({ n: 0 })
})

test('a pairing leads to what is sent about its open session, and a closed one to nothing', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/pairings/${world.pairing.id}`
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-22T10:00Z')
  expect(addressesIn(String((await nadia.get(path)).body))).toEqual([
    `/sessions/${session.id}/as-they-see-it`,
  ])
  await nadia.post(`/api/v1/sessions/${session.id}/cancellation`, {})
  await nadia.patch(`/api/v1${path}`, { status: 'ended' })
  expect(addressesIn(String((await nadia.get(path)).body))).toEqual([])
})

test('a programme shows an example in its own words, with people who do not exist', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/programmes/${world.northwind.id}`
  await nadia.patch(`/api/v1${path}`, { shortName: 'Harbour' })
  await nadia.post(`/api/v1${path}/formats`, {
    name: 'A walk',
    prompts: ['What?'],
    outwardTitle: 'Monthly look',
  })
  const [address = ''] = addressesIn(String((await nadia.get(path)).body))
  expect(address).toBe(`${path}/as-they-see-it`)

  const page = String((await nadia.get(address)).body)
  for (const said of [
    'invented',
    'via Harbour',
    'Monthly look',
    '30 min with K. Model',
    'sam.sample@people.example',
  ])
    expect(page).toContain(said)
  expect(page).not.toMatch(/Bernard|Leroy|Martin/)
  expect(page).not.toMatch(/k=(?!hidden)[\w-]/)

  await nadia.patch(`/api/v1${path}`, { policy: { wording: 'plain', forbiddenWords: ['monthly'] } })
  const plain = String((await nadia.get(address)).body)
  expect(plain).not.toMatch(/Monthly look|30 min with/)
  const sources = Array.from(page.matchAll(/href="([^"]*\/source\?nth=\d)"/g), ([, each = '']) => each)
  expect(sources).toHaveLength(4)
  expect(String((await nadia.get(sources[1] ?? '')).body)).toContain('From: ')
  expect((await nadia.get(`${path}/source?nth=9`)).status).toBe(404)
  const { rita } = await fabrikamBeside(world)
  for (const each of [address, `${path}/source`])
    expect((await (await world.as(rita)).get(each)).status).toBe(404)
})

function addressesIn(html: string): readonly string[] {
  return Array.from(html.matchAll(/href="([^"]*as-they-see-it)"/g), ([, address = '']) => address)
}
