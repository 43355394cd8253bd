import { expect, test } from 'vitest'

import { handOver } from '../../worker/actions/hand-over.ts'
import { changePerson } from '../../worker/actions/change-person.ts'
import { listCommitments } from '../../worker/storage/outcomes.ts'
import { findPairing } from '../../worker/storage/pairings.ts'
import { aHeldSession } from '../support/held.ts'
import { aMentor, aWorld, have, settingOf } from '../support/world.ts'

test('a mentor hands over: one pairing ends, another goes on with the place and what was agreed, once', async () => {
  const world = await aWorld()
  const { platform, nadia, pairing } = world
  const by = { id: nadia.id, door: 'manager' } as const
  const uma = await aMentor(settingOf(world), 'Uma Rao')
  await aHeldSession(world, '2027-03-16T09:00Z', 'Answer one question')

  const wish = { id: platform.newId('pai'), mentorId: uma.id, override: null }
  const made = have(await handOver(platform, pairing.id, wish, by))
  expect(have(await handOver(platform, pairing.id, wish, by))).toEqual(made)
  expect(made).toMatchObject({ mentorId: uma.id, executiveId: pairing.executiveId, status: 'active' })
  expect(await findPairing(platform.db, pairing.id)).toMatchObject({ status: 'ended' })
  expect(await listCommitments(platform.db, made.id)).toMatchObject([
    { words: 'Answer one question', done: null },
  ])
})

test('nothing is ended where the other may not be his mentor', async () => {
  const world = await aWorld()
  const { platform, nadia, bernard, pairing } = world
  const uma = await aMentor(settingOf(world), 'Uma Rao')
  have(await changePerson(platform, uma.id, { reportsTo: bernard.id }, nadia.id))
  const wish = { id: platform.newId('pai'), mentorId: uma.id, override: null }

  expect(await handOver(platform, pairing.id, wish, { id: nadia.id, door: 'manager' })).toMatchObject({
    refusal: { reason: 'reporting-line' },
  })
  expect(await findPairing(platform.db, pairing.id)).toMatchObject({ status: 'active' })
})
