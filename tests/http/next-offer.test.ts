import { expect, test } from 'vitest'

import { answerOffer } from '../../worker/actions/offer/answer.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { insertMembership } from '../../worker/storage/people/membership.ts'
import { submitted } from '../support/forms.ts'
import { link } from '../support/links.ts'
import { at } from '../support/times.ts'
import {
  anOffer,
  aPairing,
  aPersonIn,
  aWorld,
  fabrikamBeside,
  have,
  settingOf,
  type World,
} from '../support/world.ts'

test('after one answer an assistant is led to the next, with how many are left, until none is', async () => {
  const { world, sessions } = await threeOfOdiles()
  const nobody = await world.as(null)
  const [first] = sessions
  if (!first) throw new Error('nothing was offered')
  let [path = '', k = ''] = (await link(world.platform, 'answer', first, world.odile)).split('?k=')
  for (const left of ['Next, 2 to go', 'Next, the last one', null]) {
    const page = String((await nobody.get(`${path}?k=${k}`)).body)
    expect(page).not.toMatch(/Next, /)
    const [choice = ''] = /opt_[\w-]+/.exec(page) ?? []
    const thanks = String((await submitted(nobody, path, { k, choice })).body)
    expect(thanks).toContain('Thank you. That is all.')
    const next = /class="button primary" href="(\/answer)\?k=([^"]+)">([^<]+)</.exec(thanks)
    expect(next?.[3] ?? null).toBe(left)
    if (next) [path, k] = [next[1] ?? '', next[2] ?? '']
  }
})

test('what somebody else looks at, what has ended and what is not hers any more is not among the rest', async () => {
  const { world, sessions, rita } = await threeOfOdiles()
  const [first, second, third] = sessions
  const { platform, odile } = world
  if (!first?.offer || !second?.offer || !third) throw new Error('nothing was offered')
  const evening = { offerId: second.offer.id, kind: 'own', start: at('2027-03-18T19:30Z') } as const
  have(await answerOffer(platform, second.id, evening, { id: odile.id, door: 'link' }))
  const manager = await world.as(rita)
  const ended = await manager.patch(`/api/v1/people/${third.executiveId}`, { assistantIds: [] })
  expect(ended.status).toBe(200)
  const page = await answered(world, first)
  expect(page).not.toMatch(/Next, /)
})

test('an executive who answers for himself is led nowhere', async () => {
  const { world, sessions } = await threeOfOdiles()
  const [first] = sessions
  if (!first?.offer) throw new Error('nothing was offered')
  const address = await link(world.platform, 'answer', first, world.bernard)
  const [path = '', k = ''] = address.split('?k=')
  const choice = first.offer.options[0]?.id ?? ''
  const { body } = await submitted(await world.as(null), path, { k, choice })
  expect(String(body)).not.toMatch(/Next, /)
})

async function answered(world: World, session: Awaited<ReturnType<typeof anOffer>>): Promise<string> {
  const address = await link(world.platform, 'answer', session, world.odile)
  const [path = '', k = ''] = address.split('?k=')
  const choice = session.offer?.options[0]?.id ?? ''
  return String((await submitted(await world.as(null), path, { k, choice })).body)
}

/** Two in Northwind, and one elsewhere: her links lead there too. */
async function threeOfOdiles() {
  const world = await aWorld()
  const { platform, odile } = world
  const here = settingOf(world)
  const elsewhere = await fabrikamBeside(world)
  const there = { platform, programme: elsewhere.fabrikam, manager: elsewhere.rita }
  const membership = { programmeId: elsewhere.fabrikam.id, personId: odile.id, role: 'assistant' } as const
  have(await inOneBatch(platform.db, insertMembership(platform.db, membership, platform.now())))
  const assistantIds = [odile.id]
  const faure = await aPersonIn(here, 'executive', { name: 'Helene Faure', assistantIds })
  const zoe = await aPersonIn(there, 'executive', { name: 'Zoe Fabre', assistantIds })
  const sessions = [
    await anOffer(here, world.pairing),
    await anOffer(here, await aPairing(here, world.tom, faure)),
    await anOffer(there, await aPairing(there, elsewhere.ugo, zoe)),
  ]
  return { world, sessions, rita: elsewhere.rita }
}
