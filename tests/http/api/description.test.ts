import { expect, test } from 'vitest'

import { operations } from '../../../worker/http/api/operations.ts'
import { routes } from '../../../worker/http/routes.ts'
import { aWorld } from '../../support/world.ts'

test('openapi.json describes every route of the API, with what it reads and answers', async () => {
  const world = await aWorld()
  const { body } = await (await world.as(null)).get('/api/v1/openapi.json')
  const api = routes
    .filter(({ path }) => path.startsWith('/api/v1/'))
    .map(({ method, path }) => `${method} ${path}`)

  expect(body).toMatchObject({ openapi: '3.1.0', info: { title: 'Sotto' } })
  expect(Object.keys(operations).toSorted()).toEqual(api.toSorted())
  expect(body).toHaveProperty(
    [
      'paths',
      '/api/v1/sessions/{id}/time',
      'post',
      'requestBody',
      'content',
      'application/json',
      'schema',
      'required',
    ],
    ['start'],
  )
  expect(body).toHaveProperty(['paths', '/api/v1/sessions/{id}/time', 'post', 'parameters', 0, 'name'], 'id')
  expect(body).toHaveProperty(['paths', '/api/v1/pairings/{id}/slots', 'get', 'parameters', 1], {
    name: 'from',
    in: 'query',
    required: false,
    schema: { type: 'string', format: 'date-time' },
  })
  expect(body).toHaveProperty([
    'paths',
    '/api/v1/offers',
    'post',
    'responses',
    '201',
    'content',
    'application/json',
    'schema',
    'properties',
    'heldUntil',
  ])
})
