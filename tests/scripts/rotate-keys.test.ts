import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'

import type { Asked } from '../../scripts/asked-database.ts'
import { needed, reportOf, rotate } from '../../scripts/rotate-keys.ts'
import type { Letter } from '../../worker/domain/letter/letter.ts'
import { tryOpenReplyAddress } from '../../worker/domain/seal/reply-address.ts'
import { sealingOf } from '../../worker/sealing.ts'
import { sealLetter, withOpened } from '../../worker/storage/letter/sealed.ts'
import { replyHashOf, storedReplyAddress } from '../../worker/storage/people/reply-address.ts'
import { SEALED_COLUMNS } from '../../worker/storage/seal/sealed-columns.ts'
import { anOffer } from '../support/letters.ts'

const K1 = 'k1=x7hQ0m9Zt3sVw5yB8cD1eF2gH4jK6lN0pR9uT8vX7a0='
const K2 = 'k2=Qm9Zt3sVw5yB8cD1eF2gH4jK6lN0pR9uT8vX7a0x7hQ='
const BOTH = `${K2},${K1}`
const NUMBER = 250
/** Columns of which the whole value is sealed. */
const WORDS = SEALED_COLUMNS.filter(({ table }) => !['outbox', 'people', 'invites'].includes(table))
const ADDRESS = 'sotto-0123456789abcdefghjkmnpqrs@reply.people.example'

test('two keys, rotated, the old one removed: all opens', async () => {
  const { database, asked } = await filled()
  const counted = await rotate(asked, BOTH)
  expect(counted.get('outbox.letter')).toEqual({ k2: NUMBER + 1 })
  for (const { table, column } of WORDS) expect(counted.get(`${table}.${column}`), table).toEqual({ k2: 2 })
  expect(reportOf(counted, ['k2', 'k1'])).toContain('k1 may be removed: no row needs it.')
  expect(needed(BOTH, counted)).toBe(K2)

  const sealing = sealingOf(K2)
  for (const { id, letter } of lettersIn(database))
    expect(await withOpened(sealing, { id, letter })).toMatchObject({
      letter: anOffer(),
      isUnopenable: false,
    })
  for (const { table, keys, column } of WORDS)
    for (const { key, words } of textsIn(database, table, keys.join(" || ' ' || "), column))
      expect(await sealing.open({ table, row: key, column }, words)).toEqual({
        ok: true,
        value: `words of ${key}`,
      })
  // Of a letter whose words are gone nothing was touched.
  expect(database.prepare("SELECT letter FROM outbox WHERE id = 'let_gone'").get()).toEqual({
    letter: '{"kind":"offer","reader":{"email":""}}',
  })
})

test('a secret address is sealed anew with its hash beside it, in its person’s row and in the invites', async () => {
  const { database, asked } = await filled()
  await rotate(asked, BOTH)
  const { open } = sealingOf(K2)
  const people = database.prepare('SELECT id, reply_address, reply_sealed FROM people ORDER BY id').all()
  for (const [index, { id, reply_address: hash, reply_sealed: sealed }] of people.entries()) {
    const address = ADDRESS.replace('0', index === 0 ? '0' : '1')
    expect(await tryOpenReplyAddress(open, String(id), String(sealed))).toEqual({ ok: true, value: address })
    expect(hash).toBe(await replyHashOf(address))
    const his = database.prepare('SELECT organizer FROM invites WHERE person_id = ?').get(String(id))
    expect(await tryOpenReplyAddress(open, String(id), String(his?.['organizer']))).toEqual({
      ok: true,
      value: address,
    })
  }
})

test('stopped half-way it goes on, and says meanwhile that the old key has to stay', async () => {
  const { asked } = await filled()
  let writes = 0
  const breaking: Asked = {
    ...asked,
    write: async (statements) => {
      writes += 1
      if (writes > 1) throw new Error('the line is cut')
      await asked.write(statements)
    },
  }
  await expect(rotate(breaking, BOTH)).rejects.toThrow('the line is cut')
  const between = await rotate({ ...asked, write: async () => {} }, BOTH)
  expect(between.get('outbox.letter')).toMatchObject({ k2: 100, k1: NUMBER - 100 })
  const said = reportOf(between, ['k2', 'k1']).join('\n')
  expect(said).toContain('k1 has to stay: ')
  expect(said).not.toContain('may be removed')
  expect(needed(BOTH, between)).toBe(BOTH)

  expect((await rotate(asked, BOTH)).get('outbox.letter')).toEqual({ k2: NUMBER + 1 })
})

test('what a removed key has sealed is named by its id, and kept', async () => {
  const { asked } = await filled()
  const counted = await rotate(asked, K2)
  expect(counted.get('outbox.letter')).toEqual({ k1: NUMBER, k2: 1 })
  const said = reportOf(counted, ['k2'])
  expect(said.find((line) => line.startsWith('k1 is missing: '))).toMatch(/rows of it cannot be read/)
  expect((await rotate(asked, BOTH)).get('outbox.letter')).toEqual({ k2: NUMBER + 1 })
})

test('nobody’s writing is lost: a row that changed meanwhile is left alone', async () => {
  const { database, asked } = await filled()
  const racing: Asked = {
    ...asked,
    write: async (statements) => {
      database.exec(
        'UPDATE outbox SET letter = \'{"kind":"offer","reader":{"email":""}}\' WHERE id = \'let_001\'',
      )
      await asked.write(statements)
    },
  }
  await rotate(racing, BOTH)
  expect(database.prepare("SELECT letter FROM outbox WHERE id = 'let_001'").get()).toEqual({
    letter: '{"kind":"offer","reader":{"email":""}}',
  })
})

test('a letter of many pages is sealed anew as well: no statement is longer than a database takes', async () => {
  const { database, asked } = await filled()
  const offer = { ...anOffer(), words: 'é😀'.repeat(8000) }
  database
    .prepare('INSERT INTO outbox VALUES (?, ?)')
    .run('let_long', JSON.stringify(await sealLetter(sealingOf(K1), 'let_long', offer)))
  const limited: Asked = {
    ...asked,
    write: async (statements) => {
      expect(Math.max(...statements.map((each) => each.length))).toBeLessThan(100_000)
      await asked.write(statements)
    },
  }
  expect((await rotate(limited, BOTH)).get('outbox.letter')).toEqual({ k2: NUMBER + 2 })
})

/** Many letters of the old key, one in clear, one whose words are gone; words of the old key, and words in clear. */
async function filled(): Promise<{ readonly database: DatabaseSync; readonly asked: Asked }> {
  const database = new DatabaseSync(':memory:')
  const old = sealingOf(K1)
  database.exec('CREATE TABLE outbox (id TEXT PRIMARY KEY, letter TEXT NOT NULL)')
  const insert = database.prepare('INSERT INTO outbox VALUES (?, ?)')
  for (let n = 0; n < NUMBER; n += 1) {
    const id = `let_${String(n).padStart(3, '0')}`
    insert.run(id, JSON.stringify(await sealLetter(old, id, anOffer())))
  }
  insert.run('let_clear', JSON.stringify(anOffer()))
  insert.run('let_gone', '{"kind":"offer","reader":{"email":""}}')
  const others = WORDS
  for (const [table, columns] of Map.groupBy(others, (each) => each.table)) {
    const parts = columns[0]?.keys ?? []
    const names = [...parts, ...columns.map(({ column }) => column)]
    database.exec(`CREATE TABLE ${table} (${names.join(' TEXT, ')} TEXT)`)
    const put = database.prepare(`INSERT INTO ${table} VALUES (${names.map(() => '?').join(', ')})`)
    const keyOf = (id: string) => parts.map((part) => `${part}_${id}`)
    const key = keyOf('1').join(' ')
    const sealed = columns.map(({ column }) => old.seal({ table, row: key, column }, `words of ${key}`))
    put.run(...keyOf('1'), ...(await Promise.all(sealed)))
    put.run(...keyOf('2'), ...columns.map(() => `words of ${keyOf('2').join(' ')}`))
  }
  database.exec(`CREATE TABLE people (id TEXT PRIMARY KEY, reply_address TEXT, reply_sealed TEXT,
      version INTEGER NOT NULL DEFAULT 1);
    CREATE TABLE invites (id TEXT PRIMARY KEY, person_id TEXT, organizer TEXT)`)
  const { replyAddress, replySealed } = await storedReplyAddress(old, 'per_1', ADDRESS)
  const person = database.prepare('INSERT INTO people (id, reply_address, reply_sealed) VALUES (?, ?, ?)')
  person.run('per_1', replyAddress, replySealed)
  person.run('per_2', ADDRESS.replace('0', '1'), null)
  const invite = database.prepare('INSERT INTO invites VALUES (?, ?, ?)')
  invite.run('inv_1', 'per_1', replySealed)
  invite.run('inv_2', 'per_2', ADDRESS.replace('0', '1'))
  return {
    database,
    asked: {
      read: async (query) => database.prepare(query).all(),
      write: async (statements) => database.exec(statements.join(';\n')),
    },
  }
}

function lettersIn(database: DatabaseSync): readonly { readonly id: string; readonly letter: Letter }[] {
  const rows = database.prepare("SELECT id, letter FROM outbox WHERE id <> 'let_gone'").all()
  return rows.map(({ id, letter }) => ({ id: String(id), letter: JSON.parse(String(letter)) }))
}

function textsIn(database: DatabaseSync, table: string, row: string, column: string) {
  const rows = database.prepare(`SELECT ${row} AS key, ${column} AS words FROM ${table}`).all()
  return rows.map(({ key, words }) => ({ key: String(key), words: String(words) }))
}
