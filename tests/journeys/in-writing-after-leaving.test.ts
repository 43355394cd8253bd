import { expect, test } from 'vitest'

import { logOutcome } from '../../worker/actions/session/log-outcome.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { breaksByHand } from '../support/fsck.ts'
import { link } from '../support/links.ts'
import { HAPPENED } from '../support/logged-session.ts'
import { aFixedSession, aWorld, have, settingOf } from '../support/world.ts'

test('who has left before the morning gets nothing in writing any more, whose link would be dead', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  await nadia.patch(`/api/v1/people/${world.bernard.id}`, { inWriting: true })
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-16T18:00Z')
  await tick(world.platform)
  world.now('2027-03-16T19:30Z')
  const log = { ...HAPPENED, commitment: 'Answer one question' }
  have(await logOutcome(world.platform, session.id, log, { id: world.tom.id, door: 'link' }))
  const leaves = await (
    await world.as(world.nadia)
  ).post(`/api/v1/people/${world.bernard.id}/departure`, { on: '2027-03-16' })
  expect(leaves.status).toBe(200)
  world.now('2027-03-17T00:10Z')
  await tick(world.platform)
  breaksByHand('access-outlives')
  const own = await link(world.platform, 'own', session, world.bernard)
  expect((await (await world.as(null)).get(own)).status).toBe(410)

  const before = world.mails.length
  world.now('2027-03-17T06:10Z')
  await tick(world.platform)
  expect(world.mails.slice(before).map(({ to, subject }) => `${to}: ${subject}`)).toEqual([])
})
