import { expect, test } from 'vitest'

import { routes } from '../../worker/http/routes.ts'
import { aWorld, fabrikamBeside } from '../support/world.ts'

const world = await aWorld()
const { rita } = await fabrikamBeside(world)
const nadia = await world.as(world.nadia)
const tom = await world.as(world.tom)
const nobody = await world.as(null)

/** Every path of the routes, with its methods. */
const paths = Array.from(
  Map.groupBy(routes, ({ path }) => path),
  ([path, all]) => ({
    path: path.replaceAll(/:\w+/g, 'nothing'),
    methods: all.map(({ method }) => method),
    actors: new Set(all.flatMap(({ actors }) => actors)),
  }),
)
const open = paths.filter(({ actors }) => actors.has('anyone') || actors.has('link'))
const guarded = paths.filter(({ actors }) => !actors.has('anyone') && !actors.has('link'))
const forManager = guarded.filter(({ actors }) => actors.has('manager') || actors.has('member'))

test.each([...open, ...forManager])(
  'a method that $path does not have is a 405 with the allowed ones',
  async ({ path, methods }) => {
    const unknown = (['DELETE', 'PATCH', 'PUT'] as const).find((each) => !methods.includes(each)) ?? 'PUT'
    const { status, headers } = await nadia.ask(path, { method: unknown })
    const expected = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    expect(status).toBe(405)
    expect(headers.get('Allow')?.split(', ')).toEqual([...expected, 'OPTIONS'])
  },
)

test('a wrong method is JSON for the API, and a page for whoever reads pages', async () => {
  const api = await nadia.ask('/api/v1/people', { method: 'DELETE' })
  expect(api.body).toEqual({
    error: { code: 'method-not-allowed', message: 'This cannot be asked in this way: see the header Allow.' },
  })
  const page = await nadia.ask('/people', { method: 'DELETE' })
  expect(page.headers.get('Content-Type')).toContain('text/html')
  expect(String(page.body)).toContain('405')
})

test('a wrong method gets the same response for her own, another’s and a missing object', async () => {
  const answers = []
  for (const id of [world.tom.id, rita.id, 'per_00000000000000000000000000'])
    answers.push(await nadia.ask(`/api/v1/people/${id}`, { method: 'PUT' }))
  const [first, ...others] = answers.map(({ status, body, headers }) => [status, body, headers.get('Allow')])
  expect(first).toEqual([405, expect.anything(), 'GET, HEAD, PATCH, OPTIONS'])
  for (const other of others) expect(other).toEqual(first)
})

test.each(guarded)('the methods of $path are not told without a sign-in', async ({ path }) => {
  const { status, headers } = await nobody.ask(path, { method: 'DELETE' })
  expect(status).toBe(path.startsWith('/api/') || path === '/mcp' ? 401 : 303)
  expect(headers.has('Allow')).toBe(false)
})

test('a path that is not for a mentor is a 404 for him, whatever the method', async () => {
  for (const path of ['/api/v1/programmes/nothing', '/people', '/api/v1/deliveries']) {
    const { status, headers } = await tom.ask(path, { method: 'DELETE' })
    expect({ path, status, allow: headers.get('Allow') }).toEqual({ path, status: 404, allow: null })
  }
})

test.each(['/api/v1/nowhere', '/nowhere', '/api/v1/people/a/b/c'])(
  'an unknown path stays a 404: %s',
  async (path) => {
    for (const method of ['GET', 'DELETE', 'OPTIONS'])
      expect((await nadia.ask(path, { method })).status).toBe(404)
  },
)

test('HEAD is GET without a body, and OPTIONS tells the methods', async () => {
  for (const path of ['/api/v1/programmes', '/people', '/health']) {
    const head = await nadia.ask(path, { method: 'HEAD' })
    expect({ status: head.status, body: head.body }).toEqual({ status: 200, body: '' })
  }
  expect((await nadia.ask('/api/v1/offers', { method: 'HEAD' })).status).toBe(405)
  const options = await nadia.ask('/api/v1/offers', { method: 'OPTIONS' })
  expect([options.status, options.headers.get('Allow')]).toEqual([204, 'POST, OPTIONS'])
  expect((await nobody.ask('/api/v1/offers', { method: 'OPTIONS' })).status).toBe(401)
})
