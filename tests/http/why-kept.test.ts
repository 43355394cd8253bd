import { expect, test } from 'vitest'

import { answerFor } from '../../worker/actions/session/answer-for.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { pressed } from '../support/forms.ts'
import { link } from '../support/links.ts'
import { anOffer, aWorld, have, settingOf } from '../support/world.ts'

test('nobody is thanked for a reason that was not kept, because somebody else had given one', async () => {
  const { world, session, odile } = await asked()
  const bernard = await link(world.platform, 'answer', session, world.bernard)
  await pressed(world, odile, { choice: 'none' })
  await pressed(world, odile, { why: 'travel' })
  expect((await pressed(world, bernard, { why: 'not-now' })).body).not.toContain('Noted. Thank you.')
})

test('nobody is thanked for a reason while the times still wait for an answer', async () => {
  const { world, odile } = await asked()
  expect((await pressed(world, odile, { why: 'travel' })).body).not.toContain('Noted. Thank you.')
})

test('a date that was given up by mistake and taken again counts for no reason', async () => {
  const { world, session, odile } = await asked()
  await pressed(world, odile, { choice: session.offer?.options[0]?.id ?? '' })
  await tick(world.platform)
  await pressed(world, odile, { choice: 'anew' })
  await pressed(world, odile, { why: 'travel' })
  world.now('2027-03-15T08:03Z')
  const accepted = { personId: world.bernard.id, partstat: 'ACCEPTED' } as const
  have(await answerFor(world.platform, session.id, accepted, { id: world.nadia.id, door: 'manager' }))
  world.now('2027-03-15T08:30Z')
  await tick(world.platform)
  const nadia = await world.as(world.nadia)
  expect((await nadia.get(`/api/v1/sessions/${session.id}`)).body).toMatchObject({
    status: 'fixed',
    bumps: 0,
  })
  expect((await nadia.get(`/pairings/${world.pairing.id}`)).body).not.toContain('<strong>Travel</strong>')
})

async function asked() {
  const world = await aWorld()
  const session = await anOffer(settingOf(world), world.pairing)
  return { world, session, odile: await link(world.platform, 'answer', session, world.odile) }
}
