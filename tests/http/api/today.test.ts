import { expect, test } from 'vitest'

import { recordCounter } from '../../../worker/actions/session/counter.ts'
import type { Person } from '../../../worker/domain/people/person.ts'
import type { Session } from '../../../worker/domain/session/session.ts'
import { after, HOUR } from '../../../worker/domain/time/time.ts'
import { inOneBatch } from '../../../worker/storage/batch.ts'
import { insertReceived } from '../../../worker/storage/mail/received.ts'
import { insertMembership } from '../../../worker/storage/people/membership.ts'
import { putSnooze } from '../../../worker/storage/today/snooze.ts'
import { describedBody } from '../../support/response-shapes.ts'
import { between } from '../../support/times.ts'
import {
  aFixedSession,
  aPairing,
  aPersonIn,
  aWorld,
  fabrikamBeside,
  have,
  settingOf,
  type World,
} from '../../support/world.ts'

test('Today over several programmes is most urgent first, not programme by programme', async () => {
  const world = await aWorld()
  const { platform, nadia } = world
  const { fabrikam, rita, ugo, pairing } = await fabrikamBeside(world)
  const here = settingOf(world)
  const there = { platform, programme: fabrikam, manager: rita }
  const managing = { programmeId: fabrikam.id, personId: nadia.id, role: 'manager' } as const
  await inOneBatch(platform.db, insertMembership(platform.db, managing, platform.now()))

  await aPairing(here, world.tom, await aPersonIn(here, 'executive', { name: 'Zoe Fabre' }), 'proposed')
  await countered(world, await aFixedSession(here, world.pairing, '2027-03-18T10:00Z'), world.bernard)
  await aPairing(there, ugo, await aPersonIn(there, 'executive', { name: 'Kim Ito' }), 'proposed')
  world.now('2027-03-15T07:00Z')
  await countered(world, await aFixedSession(there, pairing, '2027-03-18T10:00Z'), ugo)

  const client = await world.as(nadia)
  const { items } = Object(describedBody('GET /api/v1/today', await client.get('/api/v1/today')))
  const kinds = items.map(({ kind }: { kind: string }) => kind)
  expect(kinds).toEqual(['counter', 'counter', 'first-offer', 'first-offer'])
  expect(items[0].since < items[1].since).toBe(true)

  const [one, other] = await Promise.all(
    [world.northwind, fabrikam].map(({ id }) => client.get(`/api/v1/today?programme=${id}`)),
  )
  expect([one, other].map((answer) => Object(answer?.body).items.length)).toEqual([2, 2])
  expect((await client.get('/api/v1/today?programme=prg_nothing')).status).toBe(404)
})

/** His calendar proposes another hour of the same day; it waits for a decision. */
async function countered({ platform }: World, { id }: Session, { id: personId }: Person) {
  const by = { id: personId, door: 'calendar' } as const
  const time = between('2027-03-18T12:00Z', '2027-03-18T12:30Z')
  have(await recordCounter(platform, id, { time, personId, by }))
}

test('a waiting mail shows on Today, however many were settled before it', async () => {
  const world = await aWorld()
  const { platform, nadia, bernard, northwind } = world
  const ids = Array.from({ length: 201 }, () => platform.newId('rcv'))
  const mails = ids.map((id, index) =>
    insertReceived(platform.db, {
      ...{ id, fingerprint: id, personId: bernard.id, sessionId: null, class: 'none' },
      reading: { from: bernard.email },
      ...{ at: after(platform.now(), index), state: 'waiting', why: 'prose' },
    }),
  )
  await Promise.all(mails)
  const settled = ids
    .slice(0, 200)
    .map((id) =>
      putSnooze(
        platform.db,
        northwind.id,
        { key: `answer-waiting:${id}`, until: null, madeAt: after(platform.now(), HOUR) },
        nadia.id,
      ),
    )
  await inOneBatch(platform.db, settled)

  const client = await world.as(nadia)
  const { items } = (await client.get('/api/v1/today')).body as { items: readonly { key: string }[] }
  expect(items.map(({ key }) => key)).toContain(`answer-waiting:${ids[200]}`)

  const settle = { programmeId: northwind.id, key: `answer-waiting:${ids[200]}`, until: null }
  expect((await client.post('/api/v1/today/snoozes', settle)).status).toBe(201)
  expect((await client.post('/api/v1/today/snoozes', settle)).status).toBe(201)
})
