import { expect, test } from 'vitest'

import { subscribe } from '../../../../worker/actions/feed/subscribe.ts'
import { setDeparture } from '../../../../worker/actions/people/set-departure.ts'
import { receive } from '../../../../worker/delivery/in/receive.ts'
import { writeProse } from '../../../../worker/http/dev/reply.ts'
import { runAll } from '../../../../worker/jobs/jobs.ts'
import { findFeed } from '../../../../worker/storage/feed/feed.ts'
import { submitted } from '../../../support/forms.ts'
import { wordsOf } from '../../../support/pages.tsx'
import {
  aFixedSession,
  aMentor,
  anOffer,
  aPairing,
  aPersonIn,
  aProgramme,
  asManager,
  aWorld,
  fabrikamBeside,
  have,
  settingOf,
} from '../../../support/world.ts'

test('the page says what follows, and one press does it', async () => {
  const world = await aWorld()
  const here = settingOf(world)
  const nadia = await world.as(world.nadia)
  const { id } = await aFixedSession(here, world.pairing, '2027-03-30T08:00Z')
  const faure = await aPersonIn(here, 'executive', { name: 'Helene Faure' })
  await anOffer(here, await aPairing(here, world.tom, faure))

  expect(await bodyOf(nadia.get(`/people/${world.tom.id}`))).toContain(`/people/${world.tom.id}/departure`)
  const page = await bodyOf(nadia.get(`/people/${world.tom.id}/departure?on=2027-03-16`))
  expect(page).toContain(`/sessions/${id}`)
  expect(wordsOf(page)).toMatch(/One date needs another mentor.*Claude Bernard ?, .*30 March 2027/)
  expect(wordsOf(page)).toMatch(/These wait for another mentor.*Helene Faure/)
  expect(wordsOf(page)).toContain('One offer loses the times after that day')

  const left = await submitted(nadia, `/people/${world.tom.id}/departure`, { on: '2027-03-20' })
  expect([left.status, left.headers.get('Location')]).toEqual([
    303,
    `/people/${world.tom.id}?done=departure#departure`,
  ])
  const his = wordsOf(await bodyOf(nadia.get(`/people/${world.tom.id}`)))
  expect(his).toContain('The last day is Saturday 20 March 2027')
  const pairing = wordsOf(await bodyOf(nadia.get(`/pairings/${world.pairing.id}`)))
  expect(pairing).toContain('Tom Leroy is here until Saturday 20 March 2027')
  await submitted(nadia, `/people/${world.tom.id}/departure`, { on: '' })
  expect(wordsOf(await bodyOf(nadia.get(`/people/${world.tom.id}`)))).not.toContain('The last day is')
})

test('an assistant’s page names those who are asked anew, an executive’s what is called off', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  await aFixedSession(settingOf(world), world.pairing, '2027-03-30T08:00Z')
  const odile = wordsOf(await bodyOf(nadia.get(`/people/${world.odile.id}/departure`)))
  expect(odile).toContain('The person who answers then is asked again, for: Claude Bernard')
  const bernard = wordsOf(await bodyOf(nadia.get(`/people/${world.bernard.id}/departure?on=2027-03-20`)))
  expect(bernard).toMatch(/One date is cancelled at 8:00 on the last day.*Tom Leroy/)
  expect(bernard).toContain('These end with the last day')
})

test('what is no day comes back with a sentence, and the last manager stays', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const bad = await nadia.get(`/people/${world.tom.id}/departure?on=31.13.2027`)
  expect(bad.status).toBe(422)
  expect(String(bad.body)).toContain('value="31.13.2027"')
  const refused = await submitted(nadia, `/people/${world.nadia.id}/departure`, { on: '2027-03-20' })
  expect(refused.status).toBe(409)
  expect(wordsOf(String(refused.body))).toContain('make another person its manager first')
})

test('the last day is taken as the page writes it, where a browser has only text', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/people/${world.tom.id}/departure`
  const looked = await nadia.get(`${path}?on=${encodeURIComponent('Saturday 20 March 2027')}`)
  expect([looked.status, String(looked.body)]).toEqual([200, expect.stringContaining('value="2027-03-20"')])
  expect((await submitted(nadia, path, { on: '20 March 2027' })).status).toBe(303)
  expect(wordsOf(await bodyOf(nadia.get(`/people/${world.tom.id}`)))).toContain('The last day is Saturday 20')
})

test('his calendar address, his open sign-in and his sessions end with the last day', async () => {
  const world = await aWorld()
  const { platform, tom } = world
  await aFixedSession(settingOf(world), world.pairing, '2027-03-30T08:00Z')
  await subscribe(platform, tom.id)
  const subscribed = await findFeed(platform.db, tom.id)
  const feed = `/calendar.ics?k=${subscribed && (await platform.tokenOf(subscribed.linkId))}`
  const toms = await world.as(tom)
  have(await setDeparture(platform, tom.id, '2027-03-16', asManager(world.nadia)))
  const nobody = await world.as(null)
  expect([(await nobody.get(feed)).status, (await toms.get('/mine')).status]).toEqual([200, 200])

  world.now('2027-03-16T23:00Z')
  await runAll(platform)
  expect([(await nobody.get(feed)).status, (await toms.get('/mine')).status]).toEqual([404, 303])
  expect(await platform.db.all('SELECT 1 FROM feeds')).toEqual([])
})

test('where another programme has him, he keeps what is its own, and sees nothing of the one he left', async () => {
  const world = await aWorld()
  const { platform, tom } = world
  const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-30T08:00Z')
  const { fabrikam, rita } = await fabrikamBeside(world)
  const there = { platform, programme: fabrikam, manager: rita }
  await aPersonIn(there, 'mentor', { name: tom.name, email: tom.email })
  const toms = await world.as(tom)
  expect((await toms.get(`/api/v1/sessions/${id}`)).status).toBe(200)
  have(await setDeparture(platform, tom.id, '2027-03-14', asManager(world.nadia)))

  expect((await toms.get('/mine')).status).toBe(200)
  expect((await toms.get(`/api/v1/sessions/${id}`)).status).toBe(404)
  expect((await toms.get(`/api/v1/pairings/${world.pairing.id}`)).status).toBe(404)
  expect(String((await toms.get('/mine')).body)).not.toContain('Bernard')
  const ritas = await world.as(rita)
  expect((await ritas.get(`/api/v1/people/${tom.id}`)).body).toMatchObject({
    leavesOn: null,
    roles: ['mentor'],
  })
})

test('what somebody writes who has left still waits for a human', async () => {
  const world = await aWorld()
  const { platform, tom } = world
  have(await setDeparture(platform, tom.id, '2027-03-14', asManager(world.nadia)))
  const words = {
    words: 'My notes are in the drawer.',
    at: platform.now(),
    messageId: '<notes@mail.example>',
  }
  const raw = writeProse({ name: tom.name, address: tom.email }, tom.replyAddress, words)
  await receive(platform, { to: tom.replyAddress, raw: new TextEncoder().encode(raw), receiver: null })
  const nadia = await world.as(world.nadia)
  const { body } = await nadia.get(`/api/v1/today?programme=${world.northwind.id}`)
  expect(JSON.stringify(body)).toContain('answer-waiting')
})

test('who is in several of her programmes leaves them all, on one day, and the page says so', async () => {
  const world = await aWorld()
  const { platform, tom, nadia } = world
  const tailspin = await aProgramme(platform, nadia, 'Tailspin')
  const there = { platform, programme: tailspin, manager: nadia }
  await aPersonIn(there, 'mentor', { name: tom.name, email: tom.email })
  const nadias = await world.as(nadia)
  const page = wordsOf(await bodyOf(nadias.get(`/people/${tom.id}/departure`)))
  expect(page).toContain('Programmes Northwind leadership Tailspin leadership')

  have(await setDeparture(platform, tom.id, '2027-03-16', asManager(nadia)))
  world.now('2027-03-16T23:00Z')
  await runAll(platform)
  const later = await world.as(nadia)
  expect((await later.get(`/api/v1/people/${tom.id}`)).status).toBe(404)
  const left = await platform.db.all('SELECT leaves_on AS day FROM members WHERE left_at IS NOT NULL')
  expect(left).toEqual([{ day: '2027-03-16' }, { day: '2027-03-16' }])
  expect(await platform.db.all("SELECT 1 FROM timers WHERE kind = 'leave'")).toEqual([])
})

test('roles on a person’s page are kept, and one that is needed is refused with a way out', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const uma = await aMentor(settingOf(world), 'Uma Rao')
  const basics = { name: uma.name, email: uma.email, zone: uma.zone, locale: 'en' }
  await submitted(nadia, `/people/${uma.id}`, { ...basics, 'role-mentor': 'yes', 'role-manager': 'yes' })
  expect((await nadia.get(`/api/v1/people/${uma.id}`)).body).toMatchObject({ roles: ['manager', 'mentor'] })
  const other = { ...basics, 'role-assistant': 'yes' }
  const asked = await submitted(nadia, `/people/${uma.id}`, other)
  expect(asked.status).toBe(422)
  expect(wordsOf(String(asked.body))).toContain('Uma Rao is no longer Manager, Mentor in this programme')
  expect((await nadia.get(`/api/v1/people/${uma.id}`)).body).toMatchObject({ roles: ['manager', 'mentor'] })
  await submitted(nadia, `/people/${uma.id}`, { ...other, endsRoles: 'yes' })
  expect((await nadia.get(`/api/v1/people/${uma.id}`)).body).toMatchObject({ roles: ['assistant'] })

  const { tom } = world
  const his = { name: tom.name, email: tom.email, zone: tom.zone, locale: 'en', 'role-manager': 'yes' }
  const refused = await submitted(nadia, `/people/${tom.id}`, his)
  expect(refused.status).toBe(409)
  expect(wordsOf(String(refused.body))).toContain('hand them over or end them first')
})

test('a manager who ends her own part is asked first, and then led to what is left to her', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/people/${world.nadia.id}`
  const { name, email, zone } = world.nadia
  const mentor = { name, email, zone, locale: 'en', 'role-mentor': 'yes' }
  expect((await submitted(nadia, path, { ...mentor, endsRoles: 'yes' })).status).toBe(409)

  await aPersonIn(settingOf(world), 'manager', { name: 'Jean Petit' })
  expect((await submitted(nadia, path, mentor)).status).toBe(422)
  expect((await nadia.get('/people')).status).toBe(200)
  const ended = await submitted(nadia, path, { ...mentor, endsRoles: 'yes' })
  expect(ended.headers.get('Location')).toBe('/mine?done=basics')
  expect((await nadia.get('/mine?done=basics')).body).toContain('class="notice done"')
})

async function bodyOf(answer: Promise<{ readonly body: unknown }>): Promise<string> {
  return String((await answer).body)
}
