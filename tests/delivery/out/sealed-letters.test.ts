import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { resendLetter } from '../../../worker/actions/letter/resend.ts'
import type { LetterId } from '../../../worker/domain/ids.ts'
import { findItems } from '../../../worker/domain/today/items.ts'
import { findLetter } from '../../../worker/storage/letter/delivery.ts'
import { findMorning } from '../../../worker/storage/today/morning.ts'
import { CLAUDE, northwind, TOM } from '../../support/northwind.ts'
import { inClear } from '../../support/stored-letters.ts'

test('the outbox holds no word of a letter, and the mail has them all', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  const stored = await columns()
  for (const { letter } of stored) {
    expect(Object.keys(JSON.parse(letter)).toSorted()).toEqual([
      ...['dtstamp', 'id', 'kind', 'method', 'reader', 'sealed', 'sequence', 'time', 'uid'],
    ])
    expect(letter).not.toMatch(/Claude|Tom|Nadia|Northwind"|via/)
  }
  expect(await world.deliver()).toMatchObject({ sent: 2 })
  expect(world.sent.map(({ raw }) => /Tom|Claude/.test(raw))).toEqual([true, true])
})

test('a letter of an older version, in clear, leaves as it was written', async () => {
  const sealed = await northwind()
  await sealed.fixed('2027-03-22T10:00Z')
  await sealed.deliver()
  const clear = await northwind()
  await clear.fixed('2027-03-22T10:00Z')
  await inClear(clear.platform)
  expect((await columns()).every(({ letter }) => letter.includes('Claude'))).toBe(true)
  expect(await clear.deliver()).toMatchObject({ sent: 2 })
})

test('a letter whose key is gone fails at once, stands on Today, and is written anew on request', async () => {
  const world = await northwind({ people: {} })
  await world.fixed('2027-03-22T10:00Z')
  // One of the two was sealed with a key that nobody has.
  await env.DB.prepare(
    "UPDATE outbox SET letter = json_set(letter, '$.sealed', replace(json_extract(letter, '$.sealed'), 'sealed.tests.', 'sealed.lost.')) WHERE person_id = ?",
  )
    .bind(CLAUDE)
    .run()
  expect(await world.deliver()).toMatchObject({ sent: 1, failed: 1 })
  expect(world.sent.map(({ to }) => to)).toEqual(['tom@northwind.example'])
  expect(await columns()).toContainEqual(
    expect.objectContaining({ person_id: CLAUDE, state: 'failed', error: 'unopenable-letter', attempts: 0 }),
  )
  const morning = await findMorning(world.platform, 'prg_northwind')
  expect(morning && findItems(morning)).toMatchObject([
    { kind: 'undelivered', personId: CLAUDE, failure: 'unopenable-letter' },
  ])

  const failed = await failedLetter()
  const stored = await findLetter(world.platform, failed, ['prg_northwind'])
  const again: LetterId = `let_${'7'.repeat(26)}`
  if (!stored) throw new Error('no such letter')
  expect(await resendLetter(world.platform, stored, again)).toMatchObject({ ok: true, value: again })
  expect(await world.deliver()).toMatchObject({ sent: 1, failed: 0 })
  expect(world.sent.at(-1)).toMatchObject({ to: 'claude@northwind.example' })
})

test('a sealed letter that was moved to another row leaves to nobody', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  await env.DB.prepare(
    'UPDATE outbox SET letter = (SELECT letter FROM outbox AS other WHERE other.person_id = ?) WHERE person_id = ?',
  )
    .bind(TOM, CLAUDE)
    .run()
  expect(await world.deliver()).toMatchObject({ sent: 1, failed: 1 })
  expect(world.sent.map(({ to }) => to)).toEqual(['tom@northwind.example'])
})

test('what is sent again has the same bytes', async () => {
  const world = await northwind()
  await world.fixed('2027-04-22T10:00Z')
  await world.deliver()
  const [first] = await columns()
  const stored = first && (await findLetter(world.platform, first.id, ['prg_northwind']))
  if (!stored) throw new Error('no such letter')
  await resendLetter(world.platform, stored, `let_${'8'.repeat(26)}`)
  expect(await world.deliver()).toMatchObject({ sent: 1 })
  const copies = world.sent.filter(({ to }) => to === stored.letter.reader.email)
  expect(copies).toHaveLength(2)
  expect(copies[0]?.raw).toBe(copies[1]?.raw)
})

type Column = {
  readonly id: LetterId
  readonly person_id: string
  readonly letter: string
  readonly state: string
  readonly error: string | null
  readonly attempts: number
}

async function columns(): Promise<readonly Column[]> {
  const { results } = await env.DB.prepare(
    'SELECT id, person_id, letter, state, error, attempts FROM outbox ORDER BY rowid',
  ).all<Column>()
  return results
}

async function failedLetter(): Promise<LetterId> {
  const found = (await columns()).find(({ state }) => state === 'failed')
  if (!found) throw new Error('none failed')
  return found.id
}
