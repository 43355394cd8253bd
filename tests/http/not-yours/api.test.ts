import { expect, test, vi } from 'vitest'

import { routes } from '../../../worker/http/routes.ts'
import { everyRequest } from '../../support/every-request.ts'
import { testNotYours } from '../../support/not-yours-tests.ts'
import { everybodyAsking } from '../../support/not-yours.ts'

vi.spyOn(console, 'log').mockImplementation(() => {})
vi.spyOn(console, 'error').mockImplementation(() => {})

const everybody = await everybodyAsking()

test('every route has a request', () => {
  const asked = new Set(everyRequest(everybody.things.tom).map(({ route }) => route))
  expect(routes.map(({ method, path }) => `${method} ${path}`).filter((route) => !asked.has(route))).toEqual(
    [],
  )
})

testNotYours(everybody, ({ route }) => route.includes(' /api/'))
