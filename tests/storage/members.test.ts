import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { changePerson } from '../../worker/actions/people/change.ts'
import type { PersonId, ProgrammeId } from '../../worker/domain/ids.ts'
import { listTimers } from '../../worker/storage/clock/timers.ts'
import { listFeedSessions } from '../../worker/storage/feed/feed-sessions.ts'
import { listDeliveries } from '../../worker/storage/letter/delivery.ts'
import { listLines, listSuperiors } from '../../worker/storage/people/superiors.ts'
import { findManagerNames } from '../../worker/storage/programme/programme.ts'
import { link } from '../support/links.ts'
import { runDue } from '../support/run-due.ts'
import { at } from '../support/times.ts'
import {
  aFixedSession,
  aMentor,
  anOffer,
  aPairing,
  aPersonIn,
  aProgramme,
  asManager,
  aWorld,
  have,
  type Setting,
  settingOf,
} from '../support/world.ts'

/** Nadia's second programme: Claude Bernard has another name and another mentor there, and Odile too. */
async function twoProgrammes() {
  const world = await aWorld()
  const { platform, nadia, bernard, odile } = world
  const tailspin: Setting = {
    platform,
    manager: nadia,
    programme: await aProgramme(platform, nadia, 'Tailspin'),
  }
  const uma = await aMentor(tailspin, 'Uma Rao')
  const parts = { name: 'Monsieur B.', email: bernard.email, assistantIds: [odile.id] }
  await aPersonIn(tailspin, 'executive', parts)
  const there = tailspin.programme.id
  const pairing = await aPairing(tailspin, uma, bernard)
  const change = (id: PersonId, what: Parameters<typeof changePerson>[2], programme: ProgrammeId) =>
    changePerson(platform, id, what, asManager(nadia), { programmeId: programme }).then(have)
  return { ...world, db: platform.db, here: world.northwind.id, there, tailspin, uma, other: pairing, change }
}

test('each programme has its own reporting line, which goes on through a superior who is not in it', async () => {
  const { db, here, there, bernard, tom, uma, nadia, change } = await twoProgrammes()
  await change(tom.id, { reportsTo: nadia.id }, here)
  await change(bernard.id, { reportsTo: tom.id }, here)
  await change(bernard.id, { reportsTo: uma.id }, there)
  expect(await listSuperiors(db, here, bernard.id)).toEqual([tom.id, nadia.id])
  expect(await listSuperiors(db, there, bernard.id)).toEqual([uma.id])

  await change(uma.id, { reportsTo: tom.id }, there)
  expect(await listSuperiors(db, there, bernard.id)).toEqual([uma.id, tom.id, nadia.id])
  expect(await listLines(db, there, [bernard.id, uma.id, nadia.id])).toEqual(
    new Map([
      [bernard.id, [uma.id, tom.id, nadia.id]],
      [uma.id, [tom.id, nadia.id]],
    ]),
  )
})

test('who is on autopilot in one programme need not be in the other', async () => {
  const { db, here, bernard, pairing, other, change, platform, tailspin, ...world } = await twoProgrammes()
  const offered = await anOffer({ platform, programme: world.northwind, manager: world.nadia }, pairing)
  const elsewhere = await anOffer(tailspin, other)
  world.now(new Date(Math.max(offered.offer?.heldUntil ?? 0, elsewhere.offer?.heldUntil ?? 0)).toISOString())
  await runDue(platform, 'expire-offer')
  expect((await toReOffer()).toSorted()).toEqual([offered.id, elsewhere.id].toSorted())

  await change(bernard.id, { rules: { autopilot: false } }, here)
  await runDue(platform, 're-arm')
  expect(await toReOffer()).toEqual([elsewhere.id])

  async function toReOffer(): Promise<readonly string[]> {
    const both = await listTimers(db, [offered.id, elsewhere.id])
    return both.filter(({ kind }) => kind === 're-offer').map(({ subject }) => subject)
  }
})

test('an assistant replaced in one programme still answers in the other', async () => {
  const world = await twoProgrammes()
  const here = await anOffer(settingOf(world), world.pairing)
  const there = await anOffer(world.tailspin, world.other)
  const [replaced, stays] = [
    await link(world.platform, 'answer', here, world.odile),
    await link(world.platform, 'answer', there, world.odile),
  ]
  await world.change(world.bernard.id, { assistantIds: [] }, world.here)

  const nobody = await world.as(null)
  expect((await nobody.get(replaced)).status).toBe(410)
  expect((await nobody.get(stays)).status).toBe(200)
})

test('lists, feeds and letters use the programme’s name for a person', async () => {
  const world = await twoProgrammes()
  const { db, here, there, nadia, uma, change } = world
  await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  await aFixedSession(world.tailspin, world.other, '2027-03-18T09:00Z')
  await change(nadia.id, { name: 'N. H.' }, there)
  await change(uma.id, { name: 'U. R.' }, there)

  expect(await findManagerNames(db, [here, there])).toEqual(
    new Map([
      [here, 'Nadia Haddad'],
      [there, 'N. H.'],
    ]),
  )
  const feed = await listFeedSessions(db, { managed: [here, there] }, at('2027-03-15T08:00Z'))
  expect(feed.map(({ executiveName, mentorName }) => [executiveName, mentorName])).toEqual([
    ['Claude Bernard', 'Tom Leroy'],
    ['Monsieur B.', 'U. R.'],
  ])
  const { deliveries } = await listDeliveries(db, there, {
    ...{ state: null, before: null, limit: 20 },
    now: world.platform.now(),
  })
  expect(new Set(deliveries.map(({ name }) => name))).toEqual(new Set(['Monsieur B.', 'U. R.']))
})

test('a person’s own name follows a correction while he is in one programme, and stays if he is in several', async () => {
  const { here, bernard, tom, change } = await twoProgrammes()
  await change(tom.id, { name: 'Thomas Leroy' }, here)
  await change(bernard.id, { name: 'C. Bernard' }, here)
  const { results } = await env.DB.prepare('SELECT id, name FROM people WHERE id IN (?, ?)')
    .bind(tom.id, bernard.id)
    .all()
  expect(results).toEqual(
    expect.arrayContaining([
      { id: tom.id, name: 'Thomas Leroy' },
      { id: bernard.id, name: 'Claude Bernard' },
    ]),
  )
})
