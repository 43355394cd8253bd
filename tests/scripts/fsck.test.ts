import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test, vi } from 'vitest'

import { main, type Report } from '../../scripts/fsck.ts'
import { root } from '../../scripts/root.ts'
import type { Run } from '../../scripts/run.ts'
import { type CheckName, CHECKS } from '../../worker/domain/fsck/check.ts'
import { HOUR } from '../../worker/domain/time/time.ts'
import { sealingOf } from '../../worker/sealing.ts'
import { checkAccessLog } from '../../worker/storage/fsck/access-log.ts'
import { checkTables } from '../../worker/storage/fsck/check.ts'
import { checkFile } from '../../worker/storage/fsck/file.ts'
import { checkSealedWords } from '../../worker/storage/fsck/sealed-words.ts'
import {
  askOf,
  FIXED_AT,
  KEYRING,
  NOW,
  OFFERED_AT,
  sentLetter,
  sha256,
  soundDatabase,
} from '../support/sound-database.ts'

const database = await soundDatabase()

/** What no action writes: each breaks one invariant, and no other. */
const BREAKS: Readonly<Record<Exclude<CheckName, 'timer-missing' | 'file-damaged'>, string>> = {
  'double-booked': `UPDATE options SET starts_at = ${FIXED_AT}, ends_at = ${FIXED_AT + HOUR} WHERE id = 'opt_open';
    UPDATE claims SET starts_at = ${FIXED_AT}, ends_at = ${FIXED_AT + HOUR} WHERE session_id = 'ses_offered'`,
  'not-claimed': "DELETE FROM claims WHERE session_id = 'ses_offered' AND person_id = 'per_other'",
  'claimed-for-nothing': `INSERT INTO claims VALUES ('per_manager', ${OFFERED_AT}, ${OFFERED_AT + HOUR}, 'ses_fixed', NULL)`,
  'link-shared': `DROP INDEX sessions_one_link_a_day; ${linkOn('ses_logged', "date(starts_at / 1000 - 3600, 'unixepoch')")};
    ${linkOn('ses_past', "date(starts_at / 1000, 'unixepoch')")}`,
  'diary-missing': "DELETE FROM diaries WHERE person_id = 'per_exec'",
  'address-astray': "UPDATE addresses SET address = 'call@x.example' WHERE person_id = 'per_exec'",
  'minutes-astray': "UPDATE sessions SET minutes = 45 WHERE id = 'ses_fixed'",
  'open-after-end': "UPDATE pairings SET status = 'ended' WHERE id = 'pai_two'",
  'two-open-sessions': `DROP INDEX sessions_one_open_a_pairing;
    INSERT INTO sessions (id, pairing_id, programme_id, mentor_id, executive_id, status, minutes, zone, version, created_at)
      VALUES ('ses_two', 'pai_two', 'prg_open', 'per_mentor', 'per_other', 'offered', 60, 'UTC', 1, 0);
    INSERT INTO events VALUES ('ses_two', 1, 0, NULL, 'clock', 'round-opened', '{}')`,
  'wrong-people':
    "UPDATE pairings SET programme_id = 'prg_closed', executive_id = 'per_other' WHERE id = 'pai_one'",
  'offer-astray': "UPDATE offers SET status = 'open' WHERE id = 'off_taken'",
  'log-astray': "DELETE FROM outcomes WHERE id = 'out_logged'",
  'bumps-miscounted': "UPDATE sessions SET bumps = 1 WHERE id = 'ses_fixed'",
  'totals-miscounted': 'UPDATE totals SET held = 2',
  'events-missing': "DELETE FROM events WHERE subject = 'ses_fixed' AND version = 1",
  'state-astray': "UPDATE events SET detail = '{\"start\":1}' WHERE subject = 'ses_fixed' AND version = 2",
  'letter-doubled': sentLetter('mentor', 'per_mentor', 1, 'REQUEST', 1)
    .replace('let_mentor_1', 'let_twice')
    .replace(':REQUEST', ':REQUEST:2'),
  'sequence-falls': `UPDATE outbox SET sent_at = ${NOW} WHERE id = 'let_exec_0'`,
  'invite-after-cancellation': sentLetter('old', 'per_exec', 2, 'REQUEST', 1),
  'letter-state': "UPDATE outbox SET lease = 'somebody' WHERE id = 'let_mentor_1'",
  'not-invited': "UPDATE invites SET live = 0 WHERE id = 'inv_mentor'",
  'invite-unsent': "UPDATE invites SET sent_sequence = 0 WHERE id = 'inv_mentor'",
  'cancellation-unsent':
    "DELETE FROM outbox WHERE id = 'let_old_1'; UPDATE invites SET sent_sequence = 0 WHERE id = 'inv_old'",
  'offer-unsent': "DELETE FROM outbox WHERE dedupe_key = 'offer:off_open'",
  'timer-orphaned': "UPDATE timers SET subject = 'ses_gone'",
  'access-outlives': "DELETE FROM memberships WHERE person_id = 'per_manager'",
  'erased-but-named': "UPDATE people SET name = 'Eve' WHERE id = 'per_erased'",
  'key-astray': "UPDATE idempotency_keys SET made = 'ses_gone'",
  'reference-broken': "INSERT INTO guide_reads VALUES ('per_gone', 0)",
  'access-log-changed': "UPDATE access_log SET subject_id = 'per_other'",
  'seal-unopened': "UPDATE questions SET session_id = 'ses_logged'",
}

function linkOn(session: string, day: string): string {
  const place = `json_object('kind', 'link', 'url', 'https://rooms.example/1', 'made', json('true'), 'day', ${day})`
  return `UPDATE sessions SET place = ${place} WHERE id = '${session}'`
}

/** A press that raised the number to 1 and was taken back. */
const TAKEN_BACK = `UPDATE outbox SET state = 'retired', error = 'undone', retired_at = 1 WHERE id = 'let_exec_1';
  INSERT INTO events VALUES ('ses_fixed', 3, 0, NULL, 'manager', 'undone', '{}');
  UPDATE sessions SET version = 3 WHERE id = 'ses_fixed';
  UPDATE invites SET sent_sequence = 0 WHERE id = 'inv_exec'`

test('a database in which all is as it must be breaks no invariant', async () => {
  expect(await findings()).toEqual([])
})

test.each(Object.entries(BREAKS))('%s is found, and nothing else with it', async (name, sql) => {
  expect(await broken(sql)).toEqual([name])
})

test('docs/operating.md says of each check what it means, and what to do', async () => {
  const page = await readFile(join(root, 'docs/operating.md'), 'utf8')
  const named = Array.from(
    page.matchAll(/^\| `([a-z-]+)` +\| [^|]{20,} \| [^|]{10,} \|$/gm),
    ([, name]) => name,
  )
  expect(named).toEqual(expect.arrayContaining([...CHECKS]))
})

test('every check is broken by one test', () => {
  expect([...Object.keys(BREAKS), 'timer-missing', 'file-damaged'].toSorted()).toEqual(CHECKS.toSorted())
})

test.each([
  [
    'a mentor’s time is taken twice',
    "UPDATE sessions SET starts_at = 1, ends_at = 3600001 WHERE status = 'happened'",
  ],
  ['a hold says another hour than its option', 'UPDATE claims SET held_until = held_until + 1'],
  [
    'an offer was answered with a time of another',
    "UPDATE offers SET answered_option = 'opt_open' WHERE id = 'off_taken'",
  ],
  [
    'a person has no address any more',
    "UPDATE people SET email = '' WHERE id = 'per_exec'; DELETE FROM addresses WHERE person_id = 'per_exec'",
  ],
  [
    'a date to come stands in a pairing that ended',
    "UPDATE pairings SET status = 'ended' WHERE id = 'pai_one'",
  ],
  ['a link of a list stands on another day than its session', linkOn('ses_fixed', "'1970-01-01'")],
  ['a session is ahead of its history', "UPDATE sessions SET version = 3 WHERE id = 'ses_fixed'"],
  ['a letter went to somebody else', "UPDATE outbox SET person_id = 'per_other' WHERE id = 'let_exec_1'"],
  [
    'a number that nobody decided was handed over',
    "UPDATE invites SET sent_sequence = 2 WHERE id = 'inv_exec'",
  ],
  [
    'an invite is nowhere, though an earlier revision of it failed',
    `UPDATE invites SET sequence = 2, sent_sequence = 0 WHERE id = 'inv_exec';
    UPDATE outbox SET state = 'failed', error = 'gone' WHERE id = 'let_exec_1'`,
  ],
  [
    'an invite is nowhere, though an earlier press was taken back',
    `UPDATE invites SET sequence = 2, sent_sequence = 0 WHERE id = 'inv_exec'; ${TAKEN_BACK}`,
  ],
  [
    'a cancellation was put aside as if nobody had had the invite',
    `UPDATE invites SET sent_sequence = 0 WHERE id = 'inv_old';
    UPDATE outbox SET state = 'retired', error = 'never-had', retired_at = 1 WHERE id = 'let_old_1'`,
  ],
  [
    'a waiting letter has no text',
    `UPDATE outbox SET state = 'waiting', letter = '{"kind":"calendar"}' WHERE id = 'let_exec_0'`,
  ],
  ['an erased person has an address', "INSERT INTO addresses VALUES ('eve@x.example', 'per_erased')"],
  ['a link is open for somebody who left', "DELETE FROM memberships WHERE person_id = 'per_exec'"],
  [
    'a subscribed calendar is open for somebody who left',
    "DELETE FROM memberships WHERE person_id = 'per_mentor'",
  ],
  ['a key is not there any more', "UPDATE questions SET words = replace(words, 'sealed.k1.', 'sealed.k0.')"],
  ['a line of the log is gone', 'DELETE FROM access_log'],
  [
    'a line of the log has an actor that is no person',
    "UPDATE access_log SET actor_id = replace(actor_id, 'per_', 'key_')",
  ],
])('it is found that %s', async (_, sql) => {
  expect(await broken(sql)).not.toEqual([])
})

test('what is on its way breaks nothing: an expired hold, a press that can be or was undone, a letter that waits', async () => {
  expect(
    await broken(`UPDATE claims SET held_until = ${NOW} WHERE held_until IS NOT NULL;
    UPDATE options SET until_at = ${NOW}`),
  ).toEqual([])
  expect(
    await broken(`INSERT INTO claims VALUES ('per_exec', ${OFFERED_AT}, ${OFFERED_AT + HOUR}, 'ses_fixed', ${NOW + 60_000});
    INSERT INTO undos VALUES ('ses_fixed', 2, 'moved', 'per_manager', 0, ${NOW + 60_000}, '{}', '[]', 0)`),
  ).toEqual([])
  expect(
    await broken(`UPDATE invites SET sequence = 2 WHERE id = 'inv_exec';
    ${sentLetter('exec', 'per_exec', 2, 'REQUEST', 0).replace("'sent'", "'waiting'")}`),
  ).toEqual([])
  expect(await broken(TAKEN_BACK)).toEqual([])
  expect(
    await broken(`DELETE FROM outbox WHERE id = 'let_old_1';
    UPDATE invites SET sent_sequence = 0, partstat = 'DECLINED', answer = '{"via":"calendar"}' WHERE id = 'inv_old'`),
  ).toEqual([])
  const emptied = `{"kind":"calendar","method":"REQUEST","reader":{"email":""}}`
  expect(
    await broken(`${TAKEN_BACK};
    UPDATE outbox SET letter = '${emptied}', error = NULL WHERE id = 'let_exec_1'`),
  ).toEqual([])
  expect(
    await broken(`UPDATE outbox SET letter = '${emptied}' WHERE id IN ('let_exec_0', 'let_exec_1')`),
  ).toEqual([])
})

test('a damaged file is found', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'sotto-test-')), 'damaged.sqlite')
  const written = await soundDatabase(path)
  expect(await checkFile(askOf(written))).toEqual([])
  const root = Number(
    written.prepare("SELECT rootpage AS at FROM sqlite_master WHERE name = 'sessions'").get()?.['at'],
  )
  const size = Number(written.prepare('PRAGMA page_size').get()?.['page_size'])
  written.close()
  const octets = await readFile(path)
  octets.fill(0xff, (root - 1) * size + 8, root * size - 8)
  await writeFile(path, octets)
  const damaged = new DatabaseSync(path)
  expect((await checkFile(askOf(damaged))).map(({ name }) => name)).toEqual(['file-damaged'])
  damaged.close()
})

test('more than twenty are counted, and twenty named', async () => {
  const many = Array.from({ length: 25 }, (_, at) => `INSERT INTO guide_reads VALUES ('per_gone${at}', 0)`)
  database.exec('SAVEPOINT breaking')
  database.exec(many.join(';'))
  const [found] = await findings()
  database.exec('ROLLBACK TO breaking; RELEASE breaking')
  expect(found).toMatchObject({ name: 'reference-broken', count: 25 })
  expect(found?.ids).toHaveLength(20)
})

test('--remote asks the deployed database by wrangler, and says what it leaves out', async () => {
  const said: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line: unknown) => void said.push(String(line)))
  const asked: string[] = []
  const wrangler: Run = async (command, words) => {
    expect([command, ...words.slice(0, 6)]).toEqual([
      'wrangler',
      'd1',
      'execute',
      'DB',
      '--remote',
      '--json',
      '--command',
    ])
    const statements = (words[6] ?? '').split(';\n')
    asked.push(...statements)
    const results = await askOf(database)(statements)
    return `▲ [WARNING] a banner\n${JSON.stringify(
      results.map((each) => ({ results: each, success: true })),
      null,
      2,
    )}\n`
  }
  vi.stubEnv('SEALING_KEYS', '')
  // By the real clock the date of this database is long over.
  expect(await main(['--remote'], wrangler)).toBe(true)
  expect(said[0]).toBe(`All is as it must be: ${CHECKS.length - 3} checks.`)
  expect(said.slice(1)).toHaveLength(3)
  expect(
    asked.every((each) => each.startsWith('SELECT')),
    'it only reads',
  ).toBe(true)

  database.exec("SAVEPOINT breaking; UPDATE totals SET held = 2; UPDATE timers SET subject = 'ses_gone'")
  said.length = 0
  expect(await main(['--remote', '--json'], wrangler)).toBe(false)
  const report: Report = JSON.parse(said.join(''))
  expect(report.broken).toEqual([
    { name: 'totals-miscounted', count: 1, ids: ['prg_closed'] },
    { name: 'timer-orphaned', count: 1, ids: ['ses_gone brief'] },
  ])
  said.length = 0
  vi.stubEnv('SEALING_KEYS', KEYRING)
  expect(await main(['--remote'], wrangler)).toBe(false)
  database.exec('ROLLBACK TO breaking; RELEASE breaking')
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  expect(said[0]).toMatch(/^totals-miscounted: 1\. The totals of a closed programme/)
  expect(said).toContain('  prg_closed')
  expect(said.filter((line) => line.includes('left out'))).toHaveLength(2)
})

async function broken(sql: string): Promise<readonly CheckName[]> {
  database.exec('SAVEPOINT breaking')
  database.exec(sql)
  try {
    return (await findings()).map(({ name }) => name)
  } finally {
    database.exec('ROLLBACK TO breaking; RELEASE breaking')
  }
}

async function findings() {
  const ask = askOf(database)
  return [
    ...(await checkTables(ask, NOW)),
    ...(await checkAccessLog(ask, sha256, Infinity)),
    ...(await checkSealedWords(ask, sealingOf(KEYRING), Infinity)),
    ...(await checkFile(ask)),
  ]
}
