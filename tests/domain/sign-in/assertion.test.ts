import { expect, test } from 'vitest'

import {
  type Access,
  addressClaimed,
  type Claims,
  isReadable,
} from '../../../worker/domain/sign-in/assertion.ts'
import { at } from '../../support/times.ts'

const ACCESS: Access = { team: 'https://company.cloudflareaccess.com', audience: 'a'.repeat(64) }
const NOW = at('2027-03-15T08:00Z')
const SECONDS = NOW / 1000
const RIGHT: Claims = {
  ...{ iss: ACCESS.team, aud: [ACCESS.audience], type: 'app', email: 'nadia@northwind.example' },
  ...{ iat: SECONDS - 60, nbf: SECONDS - 60, exp: SECONDS + 1 },
}
const claimed = (other: Partial<Claims>) => addressClaimed({ ...RIGHT, ...other }, ACCESS, NOW)

test('an assertion of the team for this application and this moment claims an address', () => {
  expect(claimed({})).toBe('nadia@northwind.example')
  expect(claimed({ aud: ACCESS.audience })).toBe('nadia@northwind.example')
  expect(claimed({ aud: ['other', ACCESS.audience], nbf: undefined })).toBe('nadia@northwind.example')
  expect(claimed({ iat: SECONDS + 60, nbf: SECONDS + 60 })).toBe('nadia@northwind.example')
})

test.each<readonly [string, Partial<Claims>]>([
  ['another team', { iss: `${ACCESS.team}/` }],
  ['another application', { aud: ['b'.repeat(64)] }],
  ['an application whose tag begins alike', { aud: `${ACCESS.audience}a` }],
  ['one that has just ended', { exp: SECONDS }],
  ['one that begins later', { nbf: SECONDS + 61 }],
  ['one that was made later', { iat: SECONDS + 61 }],
  ['times that are no numbers', { exp: Number.NaN }],
  ['the team’s own sign-in', { type: 'org' }],
  ['a service token', { email: undefined }],
  ['no address', { email: '' }],
])('%s claims nothing', (_, other) => {
  expect(claimed(other)).toBeNull()
})

test('no other algorithm is looked at, whatever the header says', () => {
  expect(isReadable({ alg: 'RS256', kid: 'k1' })).toBe(true)
  for (const alg of ['none', 'None', '', 'HS256', 'RS512', 'rs256', 'ES256', 'PS256'])
    expect(isReadable({ alg, kid: 'k1' }), alg).toBe(false)
  expect(isReadable({ alg: 'RS256', kid: '' })).toBe(false)
})
