import { expect, test } from 'vitest'

import { apiDescription } from '../../../worker/http/api/openapi.ts'
import { routes } from '../../../worker/http/routes.ts'
import { sentBody } from '../../support/api-requests.ts'
import { worldWithRequests } from '../../support/world-with-requests.ts'
import { fabrikamBeside } from '../../support/world.ts'

const { world, requests } = await worldWithRequests()
const nadia = await world.as(world.nadia)
const stranger = await world.as((await fabrikamBeside(world)).rita)

const api = routes.flatMap(({ method, path }) => {
  const request = requests[`${method} ${path}`]
  return path.startsWith('/api/v1/') && request ? [{ method, path, request }] : []
})

const described: Readonly<Record<string, Readonly<Record<string, { readonly responses: object }>>>> =
  apiDescription().paths

test.each(api)('$method $path answers with what is described', async ({ method, path, request }) => {
  const { body, headers } = sentBody(request)
  const has = method === 'GET' || method === 'DELETE' ? {} : { body, headers }
  const withBody = 'body' in has
  const answers = [
    await stranger.ask(request.path, { method, ...has }),
    await nadia.ask(request.path.replace(/_[^/?]+/, '_nowhere'), { method, ...has }),
    await (await world.as(null)).ask(request.path, { method, ...has }),
    ...(withBody
      ? [
          await nadia.ask(request.path, { method, body, headers: { 'Content-Type': 'text/plain' } }),
          await nadia.ask(request.path, { method, body: '{', headers }),
        ]
      : []),
    await nadia.ask(request.path, { method, ...has, headers: { ...headers, 'If-Match': '"of-before"' } }),
    await nadia.ask(request.path, { method, ...has }),
  ]
  const responses = described[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]?.responses ?? {}
  expect(Object.keys(responses)).toEqual(expect.arrayContaining(answers.map(({ status }) => String(status))))
})
