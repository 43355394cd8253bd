import { expect, test } from 'vitest'
import * as z from 'zod/mini'

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

test('every object of a body refuses what it does not name, at any depth', async () => {
  const loose = Object.entries(operations).flatMap(([route, { body }]) =>
    body ? looseObjects(z.toJSONSchema(body, { io: 'input' }), route) : [],
  )
  expect(loose).toEqual([])
})

test('every operation says in a sentence what it does, and how it can refuse', async () => {
  const world = await aWorld()
  const { body } = await (await world.as(null)).get('/api/v1/openapi.json')
  const described = Object.values<Readonly<Record<string, Described>>>(Object(body).paths).flatMap((each) =>
    Object.values(each),
  )
  expect(described).toHaveLength(Object.keys(operations).length)
  for (const { summary, responses } of described) {
    expect(summary).toMatch(/^[A-Z].*\.$/)
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '405', '422', 'default']))
  }
})

test('what has a version says so: an ETag, an If-Match and its refusal', async () => {
  const world = await aWorld()
  const { body } = await (await world.as(null)).get('/api/v1/openapi.json')
  for (const thing of ['people', 'pairings', 'programmes']) {
    const { get, patch } = Object(body).paths[`/api/v1/${thing}/{id}`]
    expect(get.responses[200].headers).toHaveProperty('ETag')
    expect(patch.responses[200].headers).toHaveProperty('ETag')
    expect(patch.responses).toHaveProperty('412')
    expect(patch.parameters).toContainEqual(
      expect.objectContaining({ name: 'If-Match', in: 'header', required: false }),
    )
  }
  const patch = Object(body).paths['/api/v1/people/{id}'].patch
  const schema = patch.requestBody.content['application/json'].schema
  expect(schema).toMatchObject({
    additionalProperties: false,
    properties: { rules: { anyOf: [{ additionalProperties: false }, { type: 'null' }] } },
  })
})

test('every operation has a name of its own, a chapter, its refusals, and who may ask it how', async () => {
  const world = await aWorld()
  const { body } = await (await world.as(null)).get('/api/v1/openapi.json')
  const { paths, tags } = Object(body)
  const all = Object.entries<Readonly<Record<string, Named>>>(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, each]) => ({ ...each, path, method })),
  )
  expect(new Set(all.map(({ operationId }) => operationId)).size).toBe(all.length)
  const chapters = new Set(tags.map(({ name }: { readonly name: string }) => name))
  for (const each of all) {
    expect(each.operationId).toMatch(/^[a-z]+[A-Z]\w+$/)
    expect(each.tags.every((tag) => chapters.has(tag))).toBe(true)
    const isLimited = each.security.some((way) => 'key' in way) || COUNTED.includes(each.operationId)
    expect({ ...each, is: '429' in each.responses }).toEqual({ ...each, is: isLimited })
  }
  const bySomebody = all.filter(({ security }) => security.some((way) => 'signIn' in way))
  expect(bySomebody).toHaveLength(all.length - 1)
  expect(all.filter(({ security }) => security.length === 0).map(({ path }) => path)).toEqual([
    '/api/v1/openapi.json',
  ])
  const bySignInAlone = all
    .filter(({ security }) => security.length === 1)
    .map(({ operationId }) => operationId)
  expect(bySignInAlone.toSorted()).toEqual([
    ...['createDeliveriesResumption', 'createKey', 'createPersonErasure', 'createProgramme'],
    ...['createProgrammeClosure', 'createProgrammeReportLink', 'createWebhook', 'endKey', 'getKeys'],
    'getProgrammeExport',
  ])
})

/** No key opens them, and they have limits of their own. */
const COUNTED = ['createKey', 'createProgrammeReportLink']

type Named = Described & {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly security: readonly object[]
}

type Described = { readonly summary: string; readonly responses: object }

/** Where in a schema an object accepts unknown fields. */
function looseObjects(schema: unknown, at: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const isLoose =
    'properties' in schema && !('additionalProperties' in schema && !schema.additionalProperties)
  const inside = Object.entries(schema).flatMap(([name, value]) => looseObjects(value, `${at} ${name}`))
  return isLoose ? [at, ...inside] : inside
}
