import { expect, test } from 'vitest'

import { offerTimes } from '../../worker/actions/offer/make.ts'
import { readMail } from '../../worker/delivery/in/read-mail.ts'
import { deliverDue } from '../../worker/delivery/out/deliver.ts'
import type { Pairing } from '../../worker/domain/pairing/pairing.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { insertMembership } from '../../worker/storage/people/membership.ts'
import { findOpenSession } from '../../worker/storage/session/session.ts'
import { inClear, storedOfKind } from '../support/stored-letters.ts'
import {
  aFixedSession,
  anOffer,
  aPairing,
  aPersonIn,
  aWorld,
  fabrikamBeside,
  have,
  settingOf,
  type World,
} from '../support/world.ts'

test('three rounds that open together are one mail to their common assistant, and each is answered separately', async () => {
  const { world, pairings } = await threeOfOdiles()
  for (const [index, pairing] of pairings.entries())
    await aFixedSession(settingOf(world), pairing, `2027-03-16T1${index}:00Z`)
  await tick(world.platform)
  const before = world.mails.length
  world.now('2027-03-19T14:00Z')
  await tick(world.platform)

  const [mail, ...others] = world.mails.slice(before).filter(({ to }) => to === world.odile.email)
  expect(others).toEqual([])
  expect(mail?.subject).toBe('Times for Claude Bernard, Helene Faure, Keiko Arai: which ones suit?')

  const links = await linksIn(mail?.raw ?? '')
  expect(new Set(links.map((each) => each.searchParams.get('k'))).size).toBe(3)
  const client = await world.as(null)
  for (const pairing of pairings) {
    const session = await findOpenSession(world.platform.db, pairing.id)
    const option = session?.offer?.options[0]
    const link = links.find((each) => each.searchParams.get('option') === option?.id)
    const body = new URLSearchParams({ k: link?.searchParams.get('k') ?? '', choice: option?.id ?? '' })
    expect((await client.ask('/answer', { method: 'POST', body })).status).toBe(200)
    expect(await findOpenSession(world.platform.db, pairing.id)).toMatchObject({
      status: 'fixed',
      time: { start: option?.start },
    })
  }
})

test('the mail of an executive who answers for himself names no other executive', async () => {
  const world = await aWorld()
  const keiko = await aPersonIn(settingOf(world), 'executive', {
    name: 'Keiko Arai',
    email: 'one@people.example',
  })
  for (const pairing of [world.pairing, await aPairing(settingOf(world), world.tom, keiko)])
    await anOffer(settingOf(world), pairing)
  await deliverDue(world.platform)

  expect(world.mails.map(({ to }) => to).toSorted()).toEqual([world.odile.email, keiko.email].toSorted())
})

test('two programmes never share a mail, though the assistant is the same', async () => {
  const world = await aWorld()
  const elsewhere = await fabrikamBeside(world)
  const here = { platform: world.platform, programme: elsewhere.fabrikam, manager: elsewhere.rita }
  const membership = {
    programmeId: elsewhere.fabrikam.id,
    personId: world.odile.id,
    role: 'assistant',
  } as const
  have(
    await inOneBatch(
      world.platform.db,
      insertMembership(world.platform.db, membership, world.platform.now()),
    ),
  )
  const zoe = await aPersonIn(here, 'executive', { name: 'Zoe Fabre', assistantIds: [world.odile.id] })
  await anOffer(settingOf(world), world.pairing)
  await anOffer(here, await aPairing(here, elsewhere.ugo, zoe))
  await deliverDue(world.platform)

  expect(world.mails.map(({ to }) => to)).toEqual([world.odile.email, world.odile.email])
})

test('gathered offers are sent once, also with two concurrent deliverers', async () => {
  const { world, pairings } = await threeOfOdiles()
  for (const pairing of pairings) {
    const wish = { id: world.platform.newId('off'), pairingId: pairing.id, minutes: null, options: null }
    have(await offerTimes(world.platform, wish, { id: world.nadia.id, door: 'manager' }))
  }
  await Promise.all([deliverDue(world.platform), deliverDue(world.platform)])
  await deliverDue(world.platform)

  const texts = await Promise.all(world.mails.map(async ({ raw }) => (await readMail(raw)).text))
  for (const name of ['Claude Bernard', 'Helene Faure', 'Keiko Arai'])
    expect(texts.join('\n').split(name)).toHaveLength(2)
})

test('one mail holds all offers that are due to an assistant, however many there are', async () => {
  const { world, pairings } = await threeOfOdiles()
  for (const pairing of pairings) {
    const wish = { id: world.platform.newId('off'), pairingId: pairing.id, minutes: null, options: null }
    have(await offerTimes(world.platform, wish, { id: world.nadia.id, door: 'manager' }))
  }
  await inClear(world.platform)
  // Forty copies of each, and thirty other assistants with one each before hers.
  await world.platform.db
    .run(`INSERT INTO outbox (id, dedupe_key, person_id, session_id, letter, state, due_at, created_at)
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 40)
    SELECT 'let_' || n || outbox.id, n || outbox.id, person_id, session_id,
      json_set(letter, '$.id', 'let_' || n || outbox.id), 'waiting', due_at, created_at FROM numbers, outbox
    UNION ALL SELECT 'let_x' || n, 'x' || n, person_id, session_id,
      json_set(letter, '$.id', 'let_x' || n, '$.reader.email', n || '@people.example', '$.reader.personId', 'per_x' || n), 'waiting', due_at, created_at - 1
      FROM numbers, (SELECT * FROM outbox LIMIT 1)`)
  await deliverDue(world.platform)

  expect(world.mails.filter(({ to }) => to === world.odile.email)).toHaveLength(1)
  const gathered = await storedOfKind(world.platform, 'offers')
  expect(gathered.map(({ offers }) => offers.length)).toEqual([123])
})

async function threeOfOdiles(): Promise<{ readonly world: World; readonly pairings: readonly Pairing[] }> {
  const world = await aWorld()
  const of = async (name: string): Promise<Pairing> => {
    const executive: Person = await aPersonIn(settingOf(world), 'executive', {
      name,
      assistantIds: [world.odile.id],
    })
    return aPairing(settingOf(world), world.tom, executive)
  }
  return { world, pairings: [world.pairing, await of('Helene Faure'), await of('Keiko Arai')] }
}

async function linksIn(raw: string): Promise<readonly URL[]> {
  const { text } = await readMail(raw)
  return (text.match(/https:\/\/\S+\/answer\?\S+/g) ?? []).map((link) => new URL(link))
}
