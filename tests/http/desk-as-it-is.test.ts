import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { answerOffer } from '../../worker/actions/offer/answer.ts'
import { changePerson } from '../../worker/actions/people/change.ts'
import { setAvailability } from '../../worker/actions/slot/set-availability.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { insertMembership } from '../../worker/storage/people/membership.ts'
import { findPerson } from '../../worker/storage/people/person.ts'
import { submitted } from '../support/forms.ts'
import { at, hours } from '../support/times.ts'
import {
  aFixedSession,
  anOffer,
  aPairing,
  aPersonIn,
  asManager,
  aWorld,
  fabrikamBeside,
  have,
  settingOf,
  type World,
} from '../support/world.ts'

const textOf = (body: unknown) =>
  String(body)
    .slice(String(body).indexOf('<main'))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

const deskOf = async (world: World, reader: Person) => (await (await world.as(reader)).get('/desk')).body

test('what a colleague has proposed is nobody’s question any more, and stands at every desk', async () => {
  const world = await aWorld()
  const camille = await aPersonIn(settingOf(world), 'assistant', { name: 'Camille Petit' })
  await change(world, { assistantIds: [world.odile.id, camille.id] })
  const { id, offer } = await anOffer(settingOf(world), world.pairing)
  expect(textOf(await deskOf(world, camille))).toContain('One question is waiting for you.')

  const evening = { offerId: offer?.id ?? 'off_', kind: 'own', start: at('2027-03-18T19:30Z') } as const
  have(await answerOffer(world.platform, id, evening, { id: world.odile.id, door: 'link' }))
  for (const reader of [world.odile, camille]) {
    const page = textOf(await deskOf(world, reader))
    expect(page).toContain('Nothing is waiting for you.')
    expect(page).toContain('Proposed: Thursday 18 March 2027')
  }
})

test('a held time that the mentor has closed since is not offered; the others say until when they are held', async () => {
  const world = await aWorld()
  const { offer } = await anOffer(settingOf(world), world.pairing)
  const [first, ...others] = offer?.options ?? []
  const before = String(await deskOf(world, world.odile))
  expect(before).toContain(first?.id)
  expect(textOf(before)).toMatch(/until \w+ \d+ March 2027, \d\d:\d\d/)

  const exceptions = [{ date: '2027-03-17', from: null, to: null }] as const
  const closed = hours({ zone: 'Europe/Paris', exceptions })
  have(await setAvailability(world.platform, world.tom.id, closed, asManager(world.nadia)))
  const after = String(await deskOf(world, world.odile))
  expect(after).not.toContain(first?.id)
  for (const { id } of others) expect(after).toContain(id)
})

test('the same trip and the same rule stand once, however each programme wrote them down', async () => {
  const world = await aWorld()
  const { fabrikam, rita } = await alsoElsewhere(world)
  const trip = { zone: 'America/New_York', from: '2027-03-22', to: '2027-03-26' } as const
  await change(world, { rules: { trips: [trip], never: [{ day: 1, from: 0, to: 600 }] } })
  const written = { from: trip.from, zone: trip.zone, to: trip.to }
  const rules = { trips: [written], never: [{ to: 600, from: 0, day: 1 }] } as const
  const options = { programmeId: fabrikam.id }
  have(await changePerson(world.platform, world.bernard.id, { rules }, asManager(rita), options))
  const page = textOf(await deskOf(world, world.odile))
  expect(page.match(/In New York/g)).toHaveLength(1)
  expect(page.match(/Never on a Monday/g)).toHaveLength(1)
})

test('a date that was fixed for where he is does not clash with the trip; one that a rule begins in does', async () => {
  const world = await aWorld()
  await change(world, {
    rules: { trips: [{ zone: 'America/New_York', from: '2027-03-17', to: '2027-03-18' }] },
  })
  await aFixedSession(settingOf(world), world.pairing, '2027-03-17T13:00Z')
  expect(textOf(await deskOf(world, world.odile))).not.toContain('falls on')
  await change(world, {
    rules: {
      trips: [{ zone: 'America/New_York', from: '2027-03-17', to: '2027-03-18' }],
      never: [{ day: 3, from: 555, to: 720 }],
    },
  })
  expect(textOf(await deskOf(world, world.odile))).toContain('falls at a time that never suits')
})

test('a trip that one programme refuses is said in none, and comes back as it was typed', async () => {
  const world = await aWorld()
  const { fabrikam, rita } = await alsoElsewhere(world)
  const rules = { trips: [{ zone: 'Asia/Tokyo', from: '2027-04-08', to: '2027-04-12' }] } as const
  const options = { programmeId: fabrikam.id }
  have(await changePerson(world.platform, world.bernard.id, { rules }, asManager(rita), options))

  const said = 'in New York 9–10 April'
  const path = `/desk/executives/${world.bernard.id}/times`
  const { status, body } = await submitted(await world.as(world.odile), path, { said })
  expect([status, textOf(body)]).toEqual([409, expect.stringContaining('another trip')])
  expect(String(body)).toContain(`value="${said}"`)
  const here = await findPerson(world.platform.db, world.bernard.id, world.northwind.id)
  expect(here?.rules.trips ?? []).toEqual([])
})

test('that she looked stands in the log of access of everybody on her desk', async () => {
  const world = await aWorld()
  const faure = await aPersonIn(settingOf(world), 'executive', {
    name: 'Helene Faure',
    assistantIds: [world.odile.id],
  })
  const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  const odile = await world.as(world.odile)
  await odile.get('/desk')
  await odile.get(`/desk/sessions/${id}`)
  const query = 'SELECT role, subject_id, route FROM access_log WHERE actor_id = ? ORDER BY id'
  const { results } = await env.DB.prepare(query).bind(world.odile.id).all()
  const by = (subject_id: string, route: string) => ({ role: 'assistant', subject_id, route })
  expect(results).toEqual([
    by(world.bernard.id, '/desk'),
    by(faure.id, '/desk'),
    by(world.bernard.id, '/desk/sessions/:id'),
  ])
})

test('why a time cannot be says nothing of whose diary it was, and no word of what the hour is for', async () => {
  const world = await aWorld()
  const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  const faure = await aPersonIn(settingOf(world), 'executive', { name: 'Helene Faure' })
  const other = await aPairing(settingOf(world), world.tom, faure)
  await aFixedSession(settingOf(world), other, '2027-03-18T09:00Z')
  const choice = `at-${at('2027-03-18T09:00Z')}`
  const odile = await world.as(world.odile)
  const { status, body } = await submitted(odile, `/desk/sessions/${id}/time`, { choice })
  expect([status, textOf(body)]).toEqual([409, expect.stringContaining('This time is taken')])
  expect(textOf(body)).not.toMatch(/mentor|until 10:30|session|pairing/i)
})

test('the page of a date says what was answered', async () => {
  const world = await aWorld()
  const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  const page = async () => textOf((await (await world.as(world.odile)).get(`/desk/sessions/${id}`)).body)
  expect(await page()).toContain('No answer yet')
})

async function change(world: World, wish: Parameters<typeof changePerson>[2]): Promise<void> {
  have(await changePerson(world.platform, world.bernard.id, wish, asManager(world.nadia)))
}

/** In Fabrikam she answers for him, too. */
async function alsoElsewhere(world: World) {
  const { platform, odile, bernard } = world
  const { fabrikam, rita } = await fabrikamBeside(world)
  const member = (personId: Person['id'], role: 'assistant' | 'executive') =>
    insertMembership(platform.db, { programmeId: fabrikam.id, personId, role }, platform.now())
  have(await inOneBatch(platform.db, [...member(odile.id, 'assistant'), ...member(bernard.id, 'executive')]))
  const options = { programmeId: fabrikam.id }
  have(await changePerson(platform, bernard.id, { assistantIds: [odile.id] }, asManager(rita), options))
  return { fabrikam, rita }
}
