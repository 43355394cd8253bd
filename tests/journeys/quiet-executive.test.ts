import { expect, test } from 'vitest'

import { changePerson } from '../../worker/actions/people/change.ts'
import { logOutcome } from '../../worker/actions/session/log-outcome.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { listSessionsOfPairing } from '../../worker/storage/session/session.ts'
import { pressed } from '../support/forms.ts'
import { link } from '../support/links.ts'
import { aLoggedSession, HAPPENED } from '../support/logged-session.ts'
import { kindsOnToday } from '../support/today.ts'
import { aFixedSession, anOffer, asManager, aWorld, have, settingOf, type World } from '../support/world.ts'

test('an executive who asks for a pause gets no nudge, no new round and no offer, and can undo the wish', async () => {
  const { world, session } = await agreed()
  const own = await link(world.platform, 'own', session, world.bernard)
  expect((await pressed(world, own, { wish: 'pause' })).body).toContain('You asked for a pause.')
  const seen = world.mails.length
  world.now('2027-03-27T12:00Z')
  await tick(world.platform)
  expect(world.mails.slice(seen)).toEqual([])

  world.now('2027-04-06T09:00Z')
  have(await logOutcome(world.platform, session.id, HAPPENED, { id: world.tom.id, door: 'link' }))
  world.now('2027-04-12T09:00Z')
  await tick(world.platform)
  expect(toExecutiveSide(world, seen)).toEqual([])

  const again = await link(world.platform, 'own', session, world.bernard)
  const back = await pressed(world, again, { wish: 'pause', back: 'yes' })
  expect(back.body).not.toContain('You asked for a pause.')
  expect(await kindsOnToday(world)).not.toContain('asks-to-pause')
})

test('one press on the pairing’s page pauses it: holds are freed, no mail is sent, the line on Today is gone', async () => {
  const world = await aWorld()
  const held = await anOffer(settingOf(world), world.pairing)
  const own = await link(world.platform, 'own', held, world.bernard)
  await pressed(world, own, { wish: 'pause' })
  const nadia = await world.as(world.nadia)
  const path = `/pairings/${world.pairing.id}`
  expect((await nadia.get(path)).body).toContain('Claude Bernard would rather pause.')

  const seen = world.mails.length
  const paused = await nadia.ask(path, { method: 'POST', body: new URLSearchParams({ status: 'paused' }) })
  expect(paused.status).toBe(303)
  await tick(world.platform)
  expect(world.mails.slice(seen)).toEqual([])
  expect(await listSessionsOfPairing(world.platform.db, world.pairing.id)).toMatchObject([
    { status: 'cancelled', offer: { status: 'superseded' } },
  ])
  expect(await kindsOnToday(world)).toEqual([])
  expect((await nadia.get(path)).body).not.toContain('would rather pause')
  const page = (await (await world.as(null)).get(own)).body
  expect(page).toContain('Paused: you are not asked for a date.')
  expect(page).not.toContain('You asked for a pause.')
})

test('a fixed session stays when its pairing is paused, with its place, and nobody gets a mail', async () => {
  const { world, session } = await agreed()
  const nadia = await world.as(world.nadia)
  const place = { place: { kind: 'room', room: 'Room 4' } }
  await nadia.patch(`/api/v1/pairings/${world.pairing.id}`, place)
  await tick(world.platform)
  const seen = world.mails.length
  const body = new URLSearchParams({ status: 'paused' })
  await nadia.ask(`/pairings/${world.pairing.id}`, { method: 'POST', body })
  world.now('2027-03-27T12:00Z')
  await tick(world.platform)

  expect(world.mails.slice(seen)).toEqual([])
  const later = await world.as(world.nadia)
  expect(await later.get(`/api/v1/sessions/${session.id}`)).toMatchObject({
    body: { status: 'fixed', ...place },
  })
})

test('after a wish for another mentor the form is open; after it is settled, offers go out again', async () => {
  const { world, session } = await agreed()
  const own = await link(world.platform, 'own', session, world.bernard)
  await pressed(world, own, { wish: 'another-mentor' })
  const nadia = await world.as(world.nadia)
  const page = String((await nadia.get(`/pairings/${world.pairing.id}`)).body)
  expect(page).toContain('Claude Bernard would rather meet somebody else.')

  const key = `asks-for-another:${world.pairing.id}`
  const done = await nadia.post('/api/v1/today/snoozes', { key, until: null })
  expect(done.status).toBe(201)
  expect((await nadia.get(`/pairings/${world.pairing.id}`)).body).not.toContain('somebody else.')
  world.now('2027-03-27T12:00Z')
  const seen = world.mails.length
  await tick(world.platform)
  expect(world.mails.slice(seen).map(({ subject }) => subject)).toEqual(['A word from Tom Leroy'])
})

/** They met on the 16th, made one commitment, meet again on 6 April, and he agreed to nudges. */
async function agreed() {
  const world = await aWorld()
  have(
    await changePerson(world.platform, world.bernard.id, { rules: { nudges: true } }, asManager(world.nadia)),
  )
  await aLoggedSession(world, '2027-03-16T09:00Z', 'Answer one question')
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-04-06T08:00Z')
  await tick(world.platform)
  return { world, session }
}

function toExecutiveSide({ mails, bernard, odile }: World, seen: number) {
  return mails.slice(seen).filter(({ to }) => to === bernard.email || to === odile.email)
}
