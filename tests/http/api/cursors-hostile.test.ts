import { assert, asyncProperty, constantFrom, integer, oneof, string, tuple } from 'fast-check'
import { expect, test, vi } from 'vitest'

import { cursorOf, type Key } from '../../../worker/http/cursor.ts'
import { aFixedSession, aPersonIn, aWorld, fabrikamBeside, settingOf } from '../../support/world.ts'

vi.spyOn(console, 'log').mockImplementation(() => {})

const world = await aWorld()
const fabrikam = await fabrikamBeside(world)
await aFixedSession(settingOf(world), world.pairing, '2027-03-18T10:00Z')
await aPersonIn(settingOf(world), 'executive', { name: 'Lea Duval' })
const nadia = await world.as(world.nadia)
const THEIRS = [fabrikam.rita, fabrikam.ugo, fabrikam.yara, fabrikam.pairing, fabrikam.fabrikam].map(
  ({ id }) => id,
)

const LISTS = ['people', 'pairings', 'sessions', 'deliveries'] as const
const RUNS = { numRuns: 60 }
const part = oneof(string({ maxLength: 40, unit: 'binary' }), integer(), constantFrom(null, '', ...THEIRS))
const cursor = oneof(
  string({ maxLength: 60, unit: 'binary' }),
  tuple(constantFrom(...LISTS), part, part).map(([list, ...key]: [string, ...Key]) => cursorOf(list, key)),
  tuple(constantFrom(...LISTS), part).map(([list, ...key]: [string, ...Key]) => cursorOf(list, key)),
)

test('whatever stands in a cursor, a list is answered or refused, and shows nothing of another programme', async () => {
  await assert(
    asyncProperty(constantFrom(...LISTS), cursor, async (list, after) => {
      const said = await nadia.get(`/api/v1/${list}?after=${encodeURIComponent(after)}`)
      expect([200, 400, 422]).toContain(said.status)
      if (said.status !== 200) return
      const shown = JSON.stringify(said.body)
      for (const id of THEIRS) expect(shown).not.toContain(id)
    }),
    RUNS,
  )
})

test('whatever stands in If-Match, a change is made only for the state that was read', async () => {
  const path = `/api/v1/people/${world.tom.id}`
  const read = (await nadia.get(path)).headers.get('ETag')
  const tag = oneof(
    string({ maxLength: 60 }),
    string({ maxLength: 30 }).map((text) => `"${text}"`),
    constantFrom('""', 'W/""', ',', '"', '" , "', `W/${read}`),
  ).filter((text) => !['', '*'].includes(text.trim()) && !text.includes(read ?? ''))
  await assert(
    asyncProperty(tag, async (text) => {
      const headers = { 'Content-Type': 'application/json', 'If-Match': text }
      const body = JSON.stringify({ unit: 'Changed' })
      const said = await nadia.ask(path, { method: 'PATCH', body, headers })
      expect(said.status).toBe(412)
    }),
    RUNS,
  )
  expect((await nadia.get(path)).headers.get('ETag')).toBe(read)
})
