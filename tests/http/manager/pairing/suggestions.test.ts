import { expect, test } from 'vitest'

import { changePerson } from '../../../../worker/actions/people/change.ts'
import { aMentor, aPersonIn, asManager, aWorld, have, settingOf } from '../../../support/world.ts'

test('the matrix gives a reason for every pair, and leads to the form with both chosen', async () => {
  const world = await aWorld()
  const here = settingOf(world)
  const uma = await aMentor(here, 'Uma Rao')
  const lea = await aPersonIn(here, 'executive', { name: 'Lea Duval' })
  have(await changePerson(world.platform, uma.id, { reportsTo: lea.id }, asManager(world.nadia)))
  const nadia = await world.as(world.nadia)
  const page = await nadia.get('/suggestions')

  expect(page.status).toBe(200)
  for (const words of [
    'Paired already',
    'Reports to Lea Duval',
    'suggested',
    'both in English',
    '40 h a week in common',
  ])
    expect(page.body).toContain(words)
  const form = await nadia.get(`/pairings?mentorId=${world.tom.id}&executiveId=${lea.id}`)
  expect(form.body).toContain(`<option value="${world.tom.id}" selected="">`)
  expect(form.body).toContain(`<option value="${lea.id}" selected="">`)
})
