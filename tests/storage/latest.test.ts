import { expect, test } from 'vitest'

import { listSessionsOfPairing } from '../../worker/storage/session/session.ts'
import { manyPastSessions } from '../support/past-sessions.ts'
import { anOffer, aWorld, settingOf } from '../support/world.ts'

test('a long pairing lists its latest sessions and the open one', async () => {
  const world = await aWorld()
  await manyPastSessions(world, 60)
  const open = await anOffer(settingOf(world), world.pairing)
  const listed = await listSessionsOfPairing(world.platform.db, world.pairing.id, 10)

  expect(listed.map(({ id }) => id)).toEqual([
    open.id,
    ...Array.from({ length: 10 }, (_, index) => `ses_past${9 - index}`),
  ])
})
