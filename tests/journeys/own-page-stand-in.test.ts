import { expect, test } from 'vitest'

import { logOutcome } from '../../worker/actions/session/log-outcome.ts'
import { moveSession } from '../../worker/actions/session/move.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { link } from '../support/links.ts'
import { HAPPENED } from '../support/logged-session.ts'
import { at } from '../support/times.ts'
import { aFixedSession, aMentor, asManager, aWorld, have, settingOf } from '../support/world.ts'

test('after a stand-in’s session the page names who will read the question: the mentor of the pair', async () => {
  const { world, session, mia } = await aStandIn()
  world.now('2027-03-22T10:40Z')
  have(await logOutcome(world.platform, session.id, HAPPENED, { id: mia.id, door: 'link' }))
  await aFixedSession(settingOf(world), world.pairing, '2027-03-30T09:00Z')
  const page = await ownPage(world, session)
  expect(page).toContain('name="question"')
  expect(page).not.toContain('Only Mia Berg reads it')
  expect(page).toContain('Only Tom Leroy reads it')
})

test('the list of who sees what does not say that a stand-in reads the question, and how far he has come', async () => {
  const { world, session } = await aStandIn()
  const page = await ownPage(world, session)
  for (const sight of ['The question that you leave before', 'What was seen of you so far'])
    expect(lineOf(page, sight)).not.toContain('Mia Berg')
})

test('the list of who sees what says what a stand-in reads', async () => {
  const { world, session } = await aStandIn()
  const page = await ownPage(world, session)
  for (const who of ['Tom Leroy', 'Mia Berg'])
    expect(lineOf(page, 'What was agreed, and whether it was done')).toContain(who)
})

/** Mia stands in for Tom on Monday the 22nd. */
async function aStandIn() {
  const world = await aWorld()
  const mia = await aMentor(settingOf(world), 'Mia Berg')
  const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-22T09:00Z')
  const wish = { start: at('2027-03-22T10:00Z'), minutes: null, mentorId: mia.id, reason: 'Tom is ill.' }
  const session = have(await moveSession(world.platform, id, wish, asManager(world.nadia)))
  await tick(world.platform)
  return { world, mia, session }
}

type StandIn = Awaited<ReturnType<typeof aStandIn>>

async function ownPage(world: StandIn['world'], session: StandIn['session']): Promise<string> {
  const { status, body } = await (
    await world.as(null)
  ).get(await link(world.platform, 'own', session, world.bernard))
  expect(status).toBe(200)
  return String(body)
}

/** What the list says of one thing. */
function lineOf(page: string, sight: string): string {
  return page.split(`<dt>${sight}</dt>`)[1]?.split('</dd>')[0] ?? ''
}
