import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { root } from '../../../scripts/root.ts'
import { CAPABILITIES, type Held, type Standing, whyEnded } from '../../../worker/domain/people/capability.ts'

test('docs/who-sees-what.md has the rows of the table, one for one', () => {
  const lines = readFileSync(join(root, 'docs/who-sees-what.md'), 'utf8').split('\n')
  const written = lines.flatMap((line) => {
    const [, purpose, given, outlives] =
      /^\| `([\w-]+)` \| [^|]+ \| ([^|]+) \| (no|yes)? ?\|$/.exec(line) ?? []
    return purpose && given ? [[purpose, given, outlives ?? '']] : []
  })
  expect(written).toEqual(
    Object.entries(CAPABILITIES).map(([purpose, { given, outlivesPairing }]) => [
      purpose,
      given === 'account' ? given : given.join(', '),
      given === 'account' ? '' : outlivesPairing ? 'yes' : 'no',
    ]),
  )
})

test('an address counts only while it is one of the reader’s, also if it is unknown', () => {
  const standing: Standing = {
    addresses: ['new@x.example', 'alias@x.example'],
    roles: ['mentor'],
    situation: null,
  }
  const held = (address: string | null): Held => ({ purpose: 'session', personId: 'per_tom', address })
  expect(whyEnded(held('new@x.example'), standing)).toBeNull()
  expect(whyEnded(held('alias@x.example'), standing)).toBeNull()
  expect(whyEnded(held('old@x.example'), standing)).toBe('address')
  expect(whyEnded(held(null), standing)).toBe('address')
})

test('an account ends with the last role, unless its owner runs the installation', () => {
  const held: Held = { purpose: 'sign-in', personId: 'per_tom', address: 'a@x.example' }
  const standing: Standing = { addresses: ['a@x.example'], roles: [], situation: null }
  expect(whyEnded(held, standing)).toBe('membership')
  expect(whyEnded(held, { ...standing, isOwner: true })).toBeNull()
})

test('an assistant’s account lasts as long as she answers for somebody; whoever is more keeps hers', () => {
  const held: Held = { purpose: 'session', personId: 'per_odile', address: 'a@x.example' }
  const standing: Standing = { addresses: ['a@x.example'], roles: ['assistant'], situation: null }
  expect(whyEnded(held, standing)).toBe('relation')
  expect(whyEnded(held, { ...standing, answersForSomebody: true })).toBeNull()
  expect(whyEnded(held, { ...standing, roles: ['assistant', 'mentor'] })).toBeNull()
  expect(whyEnded(held, { ...standing, roles: [], answersForSomebody: true })).toBeNull()
})

test('what was given for a session opens nothing without one', () => {
  const held: Held = { purpose: 'log', personId: 'per_tom', address: 'a@x.example' }
  expect(whyEnded(held, { addresses: ['a@x.example'], roles: ['mentor'], situation: null })).toBe('relation')
})
