import { expect, test } from 'vitest'

import { DEFAULT_POLICY } from '../../../../worker/domain/programme/programme.ts'
import { submitted } from '../../../support/forms.ts'
import { aWorld } from '../../../support/world.ts'

const world = await aWorld()
const nadia = await world.as(world.nadia)
const id = world.platform.newId('prg')

test('a manager opens another programme, manages it alone, and finds its rules first', async () => {
  const typed = { id, name: 'Fabrikam one to one', shortName: '' }
  const opened = await submitted(nadia, '/programmes', typed)
  expect(opened.status).toBe(303)
  expect(opened.headers.get('Location')).toContain(`/programmes/${id}?`)
  expect((await submitted(nadia, '/programmes', typed)).status).toBe(303)

  const rules = await nadia.get(opened.headers.get('Location') ?? '')
  expect(rules.body).toContain('Rules of Fabrikam one to one')
  expect(rules.body).toContain('Created.')
  const { body } = await nadia.get(`/api/v1/programmes/${id}`)
  expect(body).toMatchObject({ shortName: 'Fabrikam', policy: { cadence: DEFAULT_POLICY.cadence } })
  expect((await (await world.as(world.tom)).get(`/programmes/${id}`)).status).toBe(404)
})

test('without a name no programme is opened, and what was typed stays', async () => {
  const answer = await submitted(nadia, '/programmes', { name: ' ', shortName: 'Contoso' })
  expect(answer.status).toBe(422)
  expect(answer.body).toContain('Enter a name of at most 200 characters.')
  expect(answer.body).toContain('value="Contoso"')
})
