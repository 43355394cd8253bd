import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import { expect, test } from 'vitest'

import { accessLog } from '../../schema/index.ts'
import { sealAccessLog } from '../../worker/actions/people/seal-access-log.ts'
import {
  compareProofs,
  isOpen,
  linesOf,
  notComparedUpTo,
  type Proof,
  verifyProof,
} from '../../worker/domain/record/proof.ts'
import { hashOf, platformOf } from '../../worker/platform.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { findBrokenSeal, headOfRows, purgeAccessLog } from '../../worker/storage/people/access-seal.ts'
import { checkSeals } from '../../worker/storage/record/checked-seals.ts'
import { findProof } from '../../worker/storage/record/proof.ts'
import { freshDatabase } from '../support/database.ts'
import { at } from '../support/times.ts'
import { have } from '../support/world.ts'

const db = drizzle(env.DB)
const HIS = 'per_bernard'
const OTHERS = 'per_other'
/** When the files are made: a year after the first seal. */
const NOW = at('2028-02-01T00:00Z')

test('his own lines and the hashes of the others are enough to verify every head', async () => {
  const file = await twoNights()
  expect(linesOf(file).map(({ id }) => id)).toEqual([2, 4, 6])
  expect(file.parts.map(({ lines }) => lines?.map(isOpen))).toEqual([
    [false, true, false],
    [true, false],
  ])
  expect(await verifyProof(file, hashOf)).toEqual([])
  expect(await compareProofs(file, await findProof(db, HIS, NOW), hashOf)).toEqual([])
})

test('of others he learns neither whose record was opened nor by whom', async () => {
  const file = JSON.stringify(await twoNights())
  expect(file).not.toContain(OTHERS)
  expect(file).not.toContain('per_manager_of_others')
  const tags = (await findProof(db, HIS, NOW)).parts
    .flatMap(({ lines }) => lines ?? [])
    .flatMap((each) => (isOpen(each) ? [] : [each.tag]))
  expect(new Set(tags).size).toBe(tags.length)
})

test.each([
  ['a line of his is changed', ["UPDATE access_log SET actor_id = 'per_x' WHERE id = 2"]],
  ['a line of his is taken out', ['DELETE FROM access_log WHERE id = 2']],
  ['a line of somebody else is changed', ['UPDATE access_log SET at = 1 WHERE id = 5']],
  [
    'a line of his is given to somebody else',
    [`UPDATE access_log SET subject_id = '${OTHERS}' WHERE id = 4`],
  ],
  ['a line since the last seal is taken out', ['DELETE FROM access_log WHERE id = 6']],
])('his old file does not agree with the new one when %s', async (_, tampering) => {
  const older = await twoNights()
  await withoutTriggers()
  for (const each of tampering) await run(each)
  expect(await compareProofs(older, await findProof(db, HIS, NOW), hashOf)).not.toEqual([])
})

test('his old file does not agree with the new one when all of it was sealed again without a line of his', async () => {
  const older = await twoNights()
  await withoutTriggers()
  for (const each of ['DELETE FROM access_log WHERE id = 2', 'DELETE FROM seals']) await run(each)
  await sealed('2027-02-10T02:23Z')
  expect(await findBrokenSeal(db), 'a chain that is whole in itself').toBeNull()
  const faults = await compareProofs(older, await findProof(db, HIS, NOW), hashOf)
  expect(faults.map(({ fault }) => fault)).toEqual(['seal-gone', 'seal-gone', 'line-gone'])
})

test('a line of his that hides among the others is found', async () => {
  const file = await twoNights()
  const asIfOfOthers = (await findProof(db, OTHERS, NOW)).parts
  expect(await verifyProof({ ...file, parts: asIfOfOthers }, hashOf)).toEqual([
    { fault: 'line-is-hidden', id: 2 },
    { fault: 'line-is-hidden', id: 4 },
  ])
})

test('what was deleted by rule meanwhile says nothing against the log', async () => {
  const older = await twoNights()
  have(await inOneBatch(db, purgeAccessLog(db, at('2027-02-01T00:00Z'))))
  const newer = await findProof(db, HIS, NOW)
  expect(newer.purgedUpTo).toBe(3)
  expect(newer.parts.map(({ upToId }) => upToId)).toEqual([5])
  expect(await compareProofs(older, newer, hashOf)).toEqual([])
})

test('lines that are called deleted by rule before their time are found', async () => {
  const older = await twoNights()
  await withoutTriggers()
  for (const each of ['UPDATE seals SET purgeable_below = up_to_id', 'DELETE FROM access_log WHERE id <= 5'])
    await run(each)
  const newer = await findProof(db, HIS, at('2027-03-01T00:00Z'))
  expect(newer.parts).toEqual([])
  expect(await compareProofs(older, newer, hashOf)).toEqual(
    [3, 5, 2, 4].map((id) => ({ fault: 'gone-too-early', id })),
  )
})

test('a newer file that begins later goes on from the seal before it, or says what it does not reach', async () => {
  const whole = await twoNights()
  const [january, february] = whole.parts
  const newer = { ...whole, parts: february ? [february] : [] }
  expect(await compareProofs(whole, newer, hashOf)).toEqual([])
  expect(notComparedUpTo(whole, newer)).toBe(0)
  const forged = { ...whole, parts: january ? [{ ...january, head: 'another' }] : [] }
  expect(await compareProofs(forged, newer, hashOf)).toContainEqual({ fault: 'seal-changed', id: 3 })
  const early = { ...whole, parts: [], unsealed: linesOf(whole).slice(0, 1) }
  expect(notComparedUpTo(early, newer)).toBe(3)
})

test.each([
  ['changed', 'UPDATE access_log SET at = 1 WHERE id = 5'],
  ['taken out', 'DELETE FROM access_log WHERE id = 4'],
])(
  'a seal is computed again from the lines, and is another once one of them was %s',
  async (_, tampering) => {
    await twoNights()
    expect([...(await checkSeals(db, 100))]).toEqual([
      [5, true],
      [3, true],
    ])
    await withoutTriggers()
    await run(tampering)
    expect([...(await checkSeals(db, 100))]).toEqual([
      [5, false],
      [3, true],
    ])
    expect([...(await checkSeals(db, 2))], 'only as far as it may cost').toEqual([[5, false]])
  },
)

test('a seal of the first releases still counts, and shows only its head', async () => {
  await freshDatabase()
  await looks(OTHERS, HIS)
  const rows = await db.select().from(accessLog).orderBy(accessLog.id)
  const head = await headOfRows('', rows)
  await run(`INSERT INTO seals VALUES (2, '${head}', 7, 0)`)
  expect(await findBrokenSeal(db)).toBeNull()
  const file = await findProof(db, HIS, NOW)
  expect(file.parts).toMatchObject([{ upToId: 2, head, lines: null }])
  expect(await verifyProof(file, hashOf)).toEqual([])
})

/** Lines 1 to 3 sealed in January, 4 and 5 in February, 6 not yet; 2, 4 and 6 are his. */
async function twoNights(): Promise<Proof> {
  await freshDatabase()
  await looks(OTHERS, HIS, OTHERS)
  await sealed('2027-01-10T02:23Z')
  await looks(HIS, OTHERS)
  await sealed('2027-02-10T02:23Z')
  await looks(HIS)
  return findProof(db, HIS, NOW)
}

async function withoutTriggers(): Promise<void> {
  for (const name of ['access_log_stays_as_written', 'access_log_is_kept', 'seals_are_kept'])
    await run(`DROP TRIGGER ${name}`)
}

async function sealed(moment: string): Promise<void> {
  await sealAccessLog(
    platformOf(env, { now: () => at(moment), send: () => Promise.reject(new Error('no mail')) }),
  )
}

async function looks(...subjects: readonly string[]): Promise<void> {
  for (const subject of subjects)
    await run(`INSERT INTO access_log (at, actor_id, role, subject_id, route)
      VALUES (${at('2027-01-01T00:00Z')}, '${subject === HIS ? 'per_manager' : 'per_manager_of_others'}', 'manager', '${subject}', '/people/:id')`)
}

async function run(statement: string): Promise<void> {
  await env.DB.prepare(statement).run()
}
