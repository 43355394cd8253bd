import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { handOver } from '../../worker/actions/pairing/hand-over.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { pressed } from '../support/forms.ts'
import { link } from '../support/links.ts'
import { aFixedSession, aMentor, asManager, aWorld, have, settingOf } from '../support/world.ts'

test('a question written on a page that named one mentor is not read by the next', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-22T09:00Z')
  await tick(world.platform)
  const own = await link(world.platform, 'own', session, world.bernard)
  const page = String((await (await world.as(null)).get(own)).body)
  expect(page).toContain('Only Tom Leroy reads it')
  // What the form on that page sends along.
  const hidden = Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  )
  delete hidden['done']
  delete hidden['wish']
  delete hidden['inWriting']
  delete hidden['calendar']
  const uma = await aMentor(settingOf(world), 'Uma Rao')
  const wish = { id: world.platform.newId('pai'), mentorId: uma.id }
  have(await handOver(world.platform, world.pairing.id, wish, asManager(world.nadia)))
  const asked = await pressed(world, own, { ...hidden, question: 'Tom, whom should I ask first?' })
  const { results } = await env.DB.prepare(
    'SELECT sessions.mentor_id AS mentor FROM questions JOIN sessions ON sessions.id = questions.session_id',
  ).all()
  expect(results).toEqual([])
  expect(asked.body).toContain('Tom, whom should I ask first?')
})

test('a question that comes too late is refused with what was typed', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-22T09:00Z')
  world.now('2027-03-22T09:01Z')
  const own = await link(world.platform, 'own', session, world.bernard)
  const asked = await pressed(world, own, { question: 'Whom should I ask first?' })
  expect(asked.status).toBe(409)
  expect(asked.body).toContain('Whom should I ask first?')
})
