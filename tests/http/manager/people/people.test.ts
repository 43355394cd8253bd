import { expect, test } from 'vitest'

import { findPersonByAddress } from '../../../../worker/storage/people/person.ts'
import { submitted } from '../../../support/forms.ts'
import { wordsOf } from '../../../support/pages.tsx'
import { aWorld } from '../../../support/world.ts'

test('whoever the filter hides can still answer for somebody new, and be their superior', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const page = String((await nadia.get('/people?role=mentor')).body)

  expect(page).not.toContain(`href="/people/${world.odile.id}"`)
  expect(optionsOf(page, 'assistantId')).toContain(world.odile.id)
  expect(optionsOf(page, 'reportsTo')).toContain(world.bernard.id)
})

test('a filter that nobody fits does not say that nobody is here', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const words = wordsOf(String((await nadia.get('/people?state=leaving')).body))

  expect(words).toContain('Nobody matches')
  expect(words).not.toContain('Nobody here yet')
})

test('an address that is here already leads to its person, and the page does not say that one was added', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const typed = { name: 'Somebody Else', email: world.bernard.email, 'role-mentor': 'yes' }
  const { headers } = await submitted(nadia, '/people', {
    ...{ id: world.platform.newId('per'), programmeId: world.northwind.id },
    ...typed,
  })
  const location = headers.get('Location') ?? ''
  const words = wordsOf(String((await nadia.get(location)).body))

  expect(location).toContain(`/people/${world.bernard.id}`)
  expect(words).toContain('This person was here already')
  expect(words).not.toContain('Added.')
  expect((await findPersonByAddress(world.platform.db, world.bernard.email))?.name).toBe(world.bernard.name)
})

test('whoever unticks the last role is told how somebody leaves', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const { name, email, zone, locale } = world.bernard
  const { status, body } = await submitted(nadia, `/people/${world.bernard.id}`, {
    name,
    email,
    zone,
    locale,
  })

  expect(status).toBe(422)
  expect(wordsOf(String(body))).toContain('set a last day under “Leaving”')
})

test('what follows from a last day is shown for a day, and not for what is none', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const page = `/people/${world.tom.id}/departure`

  expect(wordsOf(String((await nadia.get(`${page}?on=2027-04-30`)).body))).toContain(
    'Set the last day: Friday',
  )
  const { status, body } = await nadia.get(`${page}?on=30%20Febtober`)
  expect([status, wordsOf(String(body))]).toEqual([422, expect.stringContaining('Enter a day.')])
  expect(wordsOf(String(body))).not.toContain('Set the last day')
})

function optionsOf(page: string, name: string): readonly string[] {
  const [, select = ''] = new RegExp(`<select[^>]* name="${name}"[^>]*>(.*?)</select>`, 's').exec(page) ?? []
  return [...select.matchAll(/value="([^"]+)"/g)].map(([, value]) => value ?? '')
}
