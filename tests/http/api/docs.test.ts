import { expect, test } from 'vitest'

import { fieldsOf } from '../../../worker/http/api/described-fields.ts'
import { operations } from '../../../worker/http/api/operations.ts'
import { elementsOf } from '../../support/html.ts'
import { aWorld } from '../../support/world.ts'

test('the page of the API has every operation once, with its fields, its refusals and a call to copy, for everybody', async () => {
  const world = await aWorld()
  const page = await (await world.as(null)).get('/api/docs')
  expect(page.status).toBe(200)
  const html = String(page.body)
  const described = elementsOf(html).filter(({ name }) => name === 'details')
  expect(described).toHaveLength(Object.keys(operations).length)
  expect(html).toContain('<code>optionId</code>')
  expect(html).toContain('<code>options[].start</code>')
  expect(html).toContain('curl -X POST &#39;https://sotto.example/api/v1/offers&#39;')
  expect(html).toContain('-d &#39;{&quot;pairingId&quot;:')
  expect(html).toContain('<code>key-reads-only</code>')
  expect(html).not.toContain('undefined')

  const french = await (await world.as(null)).ask('/api/docs', { headers: { 'Accept-Language': 'fr' } })
  expect(french.body).toContain('Ce que répond l’API')
})

test('managers come to it from their keys', async () => {
  const world = await aWorld()
  expect((await (await world.as(world.nadia)).get('/keys')).body).toContain('href="/api/docs"')
})

test('fields are named as programs write them, with what they take', () => {
  const time = { type: 'object', properties: { start: { type: 'string', format: 'date-time' } } }
  expect(
    fieldsOf({
      type: 'object',
      required: ['options'],
      properties: {
        options: { type: 'array', items: { ...time, required: ['start'] } },
        place: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        kind: { enum: ['a', 'b'] },
      },
    }),
  ).toEqual([
    { path: 'options', type: 'object[]', isRequired: true },
    { path: 'options[].start', type: 'string (date-time)', isRequired: true },
    { path: 'place', type: 'string | null', isRequired: false },
    { path: 'kind', type: '"a" | "b"', isRequired: false },
  ])
})
