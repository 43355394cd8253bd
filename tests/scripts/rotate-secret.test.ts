import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'

import type { Asked } from '../../scripts/asked-database.ts'
import {
  countLinks,
  endSignIns,
  needed,
  renewTokens,
  reportOf,
  withNew,
} from '../../scripts/rotate-secret.ts'
import { TOKEN_TABLES } from '../../scripts/secret-tokens.ts'
import { hashOf, signingOf } from '../../worker/signing.ts'

const OLD = 'the-plain-value-that-was-there-before-0123456789'
const NEW = 'the-value-that-comes-after-it-abcdefghijklmnopq'
const BOTH = `k2=${NEW},k1=${OLD}`
const NOW = 1_800_000_000_000
/** A clock that is fast by more than a link to sign in lasts. */
const FAST = NOW + 60
const PER_TABLE = 600

test('it says how many links each value has made, and that one without any may go', async () => {
  const { asked } = await filled()
  const counted = await countLinks(asked, BOTH, NOW)
  expect(counted).toEqual({ byValue: [3, 3 * PER_TABLE], ofNone: 0 })
  expect(reportOf(counted, BOTH).join('\n')).toMatch(/k1 has to stay: 1800 links/)
  expect(needed(BOTH, counted)).toBe(BOTH)
  expect(await countLinks(asked, NEW, NOW)).toEqual({ byValue: [3], ofNone: 3 * PER_TABLE })
})

test('--end gives what the old value made a token of the new one: the old token opens nothing', async () => {
  const { asked, database } = await filled()
  await renewTokens(asked, BOTH, NOW)
  const counted = await countLinks(asked, BOTH, NOW)
  expect(counted).toEqual({ byValue: [3 * PER_TABLE + 3, 0], ofNone: 0 })
  expect(reportOf(counted, BOTH).join('\n')).toMatch(/k1 may be removed/)
  expect(needed(BOTH, counted)).toBe(`k2=${NEW}`)
  expect(hashesIn(database)).not.toContain(await hashOf(await signingOf(OLD).tokenOf('lnk_links0001')))
  expect(hashesIn(database)).toContain(await hashOf(await signingOf(NEW).tokenOf('lnk_links0001')))
  // What was over stays as it was: its page says whom to write to.
  expect(hashesIn(database)).toContain(await hashOf(await signingOf(OLD).tokenOf('lnk_over')))
})

test('stopped half-way it goes on', async () => {
  const { asked } = await filled()
  let writes = 0
  const breaking: Asked = {
    ...asked,
    write: async (statements) => {
      writes += 1
      if (writes > 2) throw new Error('the line is cut')
      await asked.write(statements)
    },
  }
  await expect(renewTokens(breaking, BOTH, NOW)).rejects.toThrow('the line is cut')
  await renewTokens(asked, BOTH, NOW)
  expect((await countLinks(asked, BOTH, NOW)).byValue).toEqual([3 * PER_TABLE + 3, 0])
})

test('a value that is out leaves no sign-in, no link to one, no token and no kept form, whatever the clock here says', async () => {
  const { asked, database } = await filled()
  await endSignIns(asked, FAST)
  expect(database.prepare('SELECT id, link_until, ended_at FROM sign_ins ORDER BY id').all()).toEqual([
    { id: 'sgn_asked', link_until: NOW - 9, ended_at: null },
    { id: 'sgn_ended', link_until: 1, ended_at: 5 },
    { id: 'sgn_in', link_until: 1, ended_at: FAST },
  ])
  expect(database.prepare('SELECT count(*) AS n FROM kept_forms').get()).toEqual({ n: 0 })

  // `over` is over only by a clock that may be fast.
  await renewTokens(asked, NEW, null)
  expect(hashesIn(database)).not.toContain(await hashOf(await signingOf(OLD).tokenOf('lnk_over')))
  expect(await countLinks(asked, NEW, NOW)).toEqual({ byValue: [3 * PER_TABLE + 3], ofNone: 0 })
})

test('a new value goes in front, and a plain one gets an id', () => {
  expect(withNew(OLD, NEW)).toBe(BOTH)
  expect(withNew(BOTH, 'another-value-of-at-least-thirty-two-octets')).toBe(
    `k3=another-value-of-at-least-thirty-two-octets,${BOTH}`,
  )
  expect(() => withNew('too short', NEW)).toThrow(/at least 32/)
})

/** Many links of the old value in each table, one of the new, one that is over; sign-ins and a kept form. */
async function filled(): Promise<{ readonly database: DatabaseSync; readonly asked: Asked }> {
  const database = new DatabaseSync(':memory:')
  database.exec(`CREATE TABLE links (id TEXT, token_hash TEXT UNIQUE, revoked_at INTEGER, expires_at INTEGER);
    CREATE TABLE feeds (link_id TEXT, token_hash TEXT UNIQUE);
    CREATE TABLE report_links (id TEXT, token_hash TEXT UNIQUE, ended_at INTEGER, ends_at INTEGER);
    CREATE TABLE sign_ins (id TEXT, asked_at INTEGER, link_until INTEGER, used_at INTEGER, until_at INTEGER, ended_at INTEGER);
    CREATE TABLE kept_forms (id TEXT);
    INSERT INTO sign_ins VALUES ('sgn_asked', ${NOW - 9}, ${NOW + 9}, NULL, ${NOW + 9}, NULL),
      ('sgn_in', 0, 1, 2, ${NOW + 9}, NULL), ('sgn_ended', 0, 1, 2, ${NOW + 9}, 5);
    INSERT INTO kept_forms VALUES ('kpt_1')`)
  const put = async (table: string, id: string, value: string, isOver = false) => {
    const hash = await hashOf(await signingOf(value).tokenOf(`lnk_${id}`))
    const ends = table === 'feeds' ? '' : `, NULL, ${isOver ? NOW - 1 : NOW + 1}`
    database.exec(`INSERT INTO ${table} VALUES ('lnk_${id}', '${hash}'${ends})`)
  }
  for (const { table } of TOKEN_TABLES) {
    const name = table.replace('_', '')
    for (let n = 0; n < PER_TABLE; n += 1) await put(table, `${name}${String(n).padStart(4, '0')}`, OLD)
    await put(table, `${name}new`, NEW)
  }
  await put('links', 'over', OLD, true)
  return {
    database,
    asked: {
      read: async (query) => database.prepare(query).all(),
      write: async (statements) => database.exec(statements.join(';\n')),
    },
  }
}

function hashesIn(database: DatabaseSync): readonly string[] {
  return database
    .prepare('SELECT token_hash FROM links')
    .all()
    .map((row) => String(row['token_hash']))
}
