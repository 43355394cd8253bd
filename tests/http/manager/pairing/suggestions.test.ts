import { expect, test } from 'vitest'

import { changePerson } from '../../../../worker/actions/people/change.ts'
import { manyExecutives, manyMentors } from '../../../support/many-people.ts'
import { aMentor, aPersonIn, asManager, aWorld, have, settingOf } from '../../../support/world.ts'

test('the page gives a reason for every pair, and leads to the form with both chosen', async () => {
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

test('each of 60 executives is shown with the best five of 13 mentors, a page at a time, and one with all', async () => {
  const world = await aWorld()
  const here = settingOf(world)
  await manyMentors(here, world.bernard, 12)
  const executives = await manyExecutives(here, world.tom, 60)
  const nadia = await world.as(world.nadia)
  const first = String((await nadia.get('/suggestions')).body)
  const last = String((await nadia.get('/suggestions?from=51')).body)
  const id = executives[0]?.executiveId ?? world.bernard.id
  const all = String((await nadia.get(`/suggestions?executive=${id}`)).body)

  expect(first).toContain('1–25 of 61')
  expect(first.match(/<section class="groups">/g)).toHaveLength(25)
  expect(first.match(/8 more mentors/g)).toHaveLength(25)
  expect(first.length).toBeLessThan(100_000)
  expect(last).toContain('51–61 of 61')
  expect(all.match(/<li class="row/g)).toHaveLength(13)
  expect(all).not.toContain('more mentors')
})
