import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { migrationTexts } from '../../scripts/migrate.ts'
import { main as rotateKeys } from '../../scripts/rotate-keys.ts'
import { main as rotateSecret } from '../../scripts/rotate-secret.ts'
import type { Run } from '../../scripts/run.ts'
import { sealingOf } from '../../worker/sealing.ts'
import { hashOf, signingOf } from '../../worker/signing.ts'
import { wranglerOf } from '../support/recorded-wrangler.ts'

const K1 = 'k1=x7hQ0m9Zt3sVw5yB8cD1eF2gH4jK6lN0pR9uT8vX7a0='
const SECRET = 'the-plain-value-that-was-there-before-0123456789'
const PLACE = { table: 'busy_feeds', row: 'per_one', column: 'url' }
const URL = 'https://calendar.example/s3cret.ics'

beforeEach(() => {
  vi.stubEnv('DEPLOYMENT', 'northwind')
  vi.stubEnv('SECRET', '')
  vi.stubEnv('SEALING_KEYS', '')
  vi.spyOn(console, 'log').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

test('a new sealing key is kept, sent to the named deployment alone, and seals what is there', async () => {
  const { ran, directory, database, sent, asked, secretsOf } = await aTable()
  const fabrikam = secretsOf('fabrikam')
  await rotateKeys(['--new', '--remote'], ran, directory)
  const { SEALING_KEYS: both = '' } = secretsOf('northwind')
  expect(both).toMatch(new RegExp(`^k2=[\\w+/]{43}=,${K1.replace('+', '\\+')}$`))
  expect(sent).toEqual([{ words: ['secret', 'put', 'SEALING_KEYS', ...configOf(directory)], input: both }])
  expect(await opened(database, both.split(',')[0] ?? '')).toBe(URL)
  for (const words of asked) expect(words.join(' ')).toContain(configOf(directory).join(' '))
  expect(JSON.stringify(asked)).not.toContain(both.slice(3, 40))
  expect(secretsOf('fabrikam')).toEqual(fabrikam)

  await rotateKeys(['--drop', '--remote'], ran, directory)
  const left = both.split(',')[0] ?? ''
  expect(secretsOf('northwind')).toEqual({ SECRET, SEALING_KEYS: left })
  expect(sent.at(-1)?.input).toBe(left)
  expect(JSON.parse(readFileSync(join(directory, 'northwind', 'old-keys.json'), 'utf8'))).toEqual([K1])
})

test('a key that could not be sent seals nothing until it is, which the next run does first', async () => {
  const { ran, directory, database, sent, secretsOf, fail } = await aTable()
  fail('secret')
  await expect(rotateKeys(['--new', '--remote'], ran, directory)).rejects.toThrow('the line is cut')
  const { SEALING_KEYS: both = '' } = secretsOf('northwind')
  expect(both).toMatch(/^k2=.+,k1=/)
  expect(await opened(database, K1)).toBe(URL)
  fail('')
  await rotateKeys(['--remote'], ran, directory)
  expect(sent.map(({ input }) => input)).toEqual([both])
  expect(await opened(database, both.split(',')[0] ?? '')).toBe(URL)
  await rotateKeys(['--remote'], ran, directory)
  expect(sent).toHaveLength(1)
})

test('where rows need a key that is not kept, no new one is made; what the environment says is kept, and never instead of another', async () => {
  const { ran, directory, sent, secretsOf } = await aTable({ SECRET, SEALING_KEYS: K1.replace('k1', 'k7') })
  const before = secretsOf('northwind')
  await expect(rotateKeys(['--new', '--remote'], ran, directory)).rejects.toThrow('sealed with k1')
  expect(secretsOf('northwind')).toEqual(before)
  expect(sent).toEqual([])
  vi.stubEnv('SEALING_KEYS', K1)
  await expect(rotateKeys(['--remote'], ran, directory)).rejects.toThrow('is not what')
  expect(secretsOf('northwind')).toEqual(before)
  await writeFile(join(directory, 'northwind', 'secrets.json'), JSON.stringify({ SECRET }))
  await rotateKeys(['--remote'], ran, directory)
  expect(secretsOf('northwind')).toEqual({ SECRET, SEALING_KEYS: K1 })
  await expect(rotateKeys(['--new', '--drop', '--remote'], ran, directory)).rejects.toThrow('a later run')
})

test('a new SECRET is kept and sent with the old one behind it, and one that is out is replaced', async () => {
  const { ran, directory, database, sent, asked, secretsOf, fail } = await aTable()
  await rotateSecret(['--new', '--remote'], ran, directory)
  const { SECRET: both = '' } = secretsOf('northwind')
  expect(both).toMatch(new RegExp(`^k2=[\\w-]{43},k1=${SECRET}$`))
  expect(sent).toEqual([{ words: ['secret', 'put', 'SECRET', ...configOf(directory)], input: both }])

  fail('d1')
  await expect(rotateSecret(['--out', '--remote'], ran, directory)).rejects.toThrow('the line is cut')
  expect(secretsOf('northwind')['SECRET']).toBe(sent.at(-1)?.input)
  fail('')
  await rotateSecret(['--out', '--remote'], ran, directory)
  const { SECRET: newest = '' } = secretsOf('northwind')
  expect(newest).toMatch(/^[\w-]{43}$/)
  expect(sent.at(-1)?.input).toBe(newest)
  const { token_hash: hash } = database.prepare('SELECT token_hash FROM links').get() ?? {}
  expect(hash).toBe(await hashOf(await signingOf(newest).tokenOf('lnk_one')))
  for (const words of asked) expect(words.join(' ')).toContain(configOf(directory).join(' '))
})

test('a value that no link needs goes with --drop; a SECRET that is not kept gets no new one in front', async () => {
  const { ran, directory, sent, secretsOf } = await aTable()
  await rotateSecret(['--new', '--remote'], ran, directory)
  await rotateSecret(['--drop', '--remote'], ran, directory)
  expect(secretsOf('northwind')['SECRET']).toContain(SECRET)
  await rotateSecret(['--end', '--drop', '--remote'], ran, directory)
  expect(secretsOf('northwind')['SECRET']).toMatch(/^k2=[\w-]{43}$/)
  expect(sent.at(-1)?.input).toBe(secretsOf('northwind')['SECRET'])

  const other = await aTable({ SECRET: SECRET.replace('before', 'after'), SEALING_KEYS: K1 })
  await expect(rotateSecret(['--new', '--remote'], other.ran, other.directory)).rejects.toThrow(
    'not kept here',
  )
  expect(other.sent).toEqual([])
})

test('where nothing is kept, the environment says the value', async () => {
  const { ran, sent } = await aTable()
  vi.stubEnv('DEPLOYMENT', '')
  const nowhere = await mkdtemp(join(tmpdir(), 'sotto-none-'))
  await expect(rotateKeys(['--new', '--remote'], ran, nowhere)).rejects.toThrow('SEALING_KEYS is missing')
  vi.stubEnv('SEALING_KEYS', K1)
  await expect(rotateKeys(['--new', '--remote'], ran, nowhere)).rejects.toThrow('Nothing is kept here')
  await rotateKeys(['--remote'], ran, nowhere)
  await expect(rotateSecret(['--out', '--remote'], ran, nowhere)).rejects.toThrow('SECRET')
  expect(sent).toEqual([])
  vi.stubEnv('SECRET', 'another-value-of-at-least-thirty-two-octets')
  await rotateSecret(['--out', '--remote'], ran, nowhere)
  expect(sent).toEqual([
    { words: ['secret', 'put', 'SECRET'], input: 'another-value-of-at-least-thirty-two-octets' },
  ])
  expect(existsSync(join(nowhere, 'northwind'))).toBe(false)
})

/** Two deployments and the database of one, with a sealed row and an open link. */
async function aTable(secrets: Readonly<Record<string, string>> = { SECRET, SEALING_KEYS: K1 }) {
  const directory = await mkdtemp(join(tmpdir(), 'sotto-rotate-'))
  for (const name of ['fabrikam', 'northwind']) {
    await mkdir(join(directory, name))
    await writeFile(join(directory, name, 'wrangler.json'), '{}')
    await writeFile(join(directory, name, 'secrets.json'), JSON.stringify(secrets))
  }
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: false })
  for (const text of await migrationTexts()) database.exec(text)
  const put = "INSERT INTO busy_feeds (person_id, url, state, since) VALUES ('per_one', ?, 'known', 0)"
  database.prepare(put).run(await sealingOf(K1).seal(PLACE, URL))
  await putLink(database)
  const sent: { readonly words: readonly string[]; readonly input: string | undefined }[] = []
  const { ran: d1, asked } = wranglerOf(database)
  let failing = ''
  const ran: Run = async (command, words, input) => {
    if (words[0] === failing) throw new Error('the line is cut')
    if (words[0] !== 'secret') return d1(command, words)
    sent.push({ words, input })
    return 'done'
  }
  const secretsOf = (name: string): Record<string, string> =>
    JSON.parse(readFileSync(join(directory, name, 'secrets.json'), 'utf8')) as Record<string, string>
  return { directory, database, ran, sent, asked, secretsOf, fail: (what: string) => (failing = what) }
}

function configOf(directory: string): readonly string[] {
  return ['--config', join(directory, 'northwind', 'wrangler.json')]
}

async function opened(database: DatabaseSync, keyring: string): Promise<unknown> {
  const { url } = database.prepare('SELECT url FROM busy_feeds').get() ?? {}
  const read = await sealingOf(keyring).open(PLACE, String(url))
  return read.ok ? read.value : read.refusal
}

async function putLink(database: DatabaseSync): Promise<void> {
  const hash = await hashOf(await signingOf(SECRET).tokenOf('lnk_one'))
  database
    .prepare(
      "INSERT INTO links (id, token_hash, purpose, person_id, session_id, expires_at) VALUES ('lnk_one', ?, 'answer', 'per_one', 'ses_one', ?)",
    )
    .run(hash, Date.now() + 86_400_000)
}
