import { expect, test } from 'vitest'

import { apiDescription } from '../../../worker/http/api/openapi.ts'
import { routes } from '../../../worker/http/routes.ts'
import { requestsAbout, sentBody } from '../../support/api-requests.ts'
import {
  anOffer,
  aFixedSession,
  aMentor,
  aPairing,
  aPersonIn,
  aWorld,
  fabrikamBeside,
  settingOf,
} from '../../support/world.ts'

const world = await aWorld()
const nadia = await world.as(world.nadia)
const stranger = await world.as((await fabrikamBeside(world)).rita)
const here = settingOf(world)
const mia = await aMentor(here, 'Mia Berg')
const yann = await aPersonIn(here, 'executive', { name: 'Yann Petit' })
const session = await aFixedSession(here, world.pairing, '2027-03-17T09:00Z')
const offered = await anOffer(here, await aPairing(here, world.tom, yann))
const requests = requestsAbout({
  ...{ world, mia, session, offered, letterId: 'let_0', planId: 'pln_0', formatId: 'fmt_0', key: 'draft:0' },
  ...{ importId: 'imp_0', reportLinkId: 'rpl_0', keyId: 'key_0', webhookId: 'whk_0', messageId: 'msg_0' },
  ...{ trackId: 'trk_0', formatIds: ['fmt_0', 'fmt_1', 'fmt_2'] },
})

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
