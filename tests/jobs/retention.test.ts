import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { changePairing } from '../../worker/actions/pairing/change.ts'
import { RETENTION } from '../../worker/domain/clock/retention.ts'
import { sealedBy } from '../../worker/domain/seal/sealed.ts'
import { DAY } from '../../worker/domain/time/time.ts'
import { runCron } from '../../worker/jobs/jobs.ts'
import { aLoggedSession } from '../support/logged-session.ts'
import { at } from '../support/times.ts'
import { asManager, aWorld, have, type World } from '../support/world.ts'

const NIGHT = '23 2 * * *'
const T0 = at('2027-03-16T10:00Z')

type Row = { readonly days: number | null; readonly put: string; readonly left: string }

/** What is written at T0, how many days it is kept (null: it stays), and how it is found. */
const ROWS: Readonly<Record<string, Row>> = {
  counter: {
    days: 1,
    put: `INSERT INTO counters VALUES ('hash', ${T0 / 3_600_000}, 1)`,
    left: 'SELECT 1 FROM counters',
  },
  letter: {
    days: 7,
    put: `UPDATE outbox SET sent_at = ${T0}, state = 'sent', retired_at = NULL`,
    left: `SELECT 1 FROM outbox WHERE state = 'sent' AND letter LIKE '%"id"%'`,
  },
  'undelivered letter': {
    days: 30,
    put: `INSERT INTO outbox (id, dedupe_key, person_id, letter, state, due_at, created_at)
      SELECT 'let_failed', 'failed', person_id, letter, 'failed', ${T0}, ${T0} FROM outbox LIMIT 1`,
    left: `SELECT 1 FROM outbox WHERE id = 'let_failed' AND letter LIKE '%"id"%'`,
  },
  key: {
    days: 30,
    put: `INSERT INTO idempotency_keys (id, fingerprint, made_at) VALUES ('req_old', 'hash', ${T0})`,
    left: `SELECT 1 FROM idempotency_keys WHERE id = 'req_old'`,
  },
  reason: {
    days: 30,
    put: `INSERT INTO reasons SELECT subject, version, 'Only this once' FROM events WHERE at = ${T0} AND code = 'logged'`,
    // Its words are sealed in the night.
    left: `SELECT 1 FROM reasons JOIN events USING (subject, version) WHERE at = ${T0} AND code = 'logged'`,
  },
  'words with an offer': {
    days: 30,
    put: `INSERT INTO offers (id, session_id, status, asked_id, held_until, made_at, unanswered_at, words, why_not_suited, why_said_by)
      SELECT 'off_old', id, 'expired', executive_id, ${T0}, ${T0}, ${T0}, 'Spare him half an hour', 'of-no-use', executive_id FROM sessions LIMIT 1`,
    left: `SELECT 1 FROM offers WHERE words IS NOT NULL`,
  },
  'times of no use': {
    days: 30,
    put: `SELECT 1`,
    left: `SELECT 1 FROM offers WHERE why_not_suited = 'of-no-use'`,
  },
  'why times did not suit': {
    days: null,
    put: `INSERT INTO offers (id, session_id, status, asked_id, held_until, made_at, unanswered_at, why_not_suited, why_said_by)
      SELECT 'off_why', id, 'expired', executive_id, ${T0}, ${T0}, ${T0}, 'full-week', executive_id FROM sessions LIMIT 1`,
    left: `SELECT 1 FROM offers WHERE why_not_suited = 'full-week'`,
  },
  'a session of no use': {
    days: 30,
    put: `UPDATE outcomes SET why_not_held = 'of-no-use'`,
    left: `SELECT 1 FROM outcomes WHERE why_not_held IS NOT NULL`,
  },
  'words with a refused time': {
    days: 30,
    put: `INSERT INTO proposals (id, session_id, person_id, starts_at, ends_at, via, at, state, words)
      SELECT 'ctr_old', id, executive_id, ${T0}, ${T0}, 'link', ${T0}, 'superseded', 'Only from Oslo' FROM sessions LIMIT 1`,
    left: `SELECT 1 FROM proposals WHERE words = 'Only from Oslo'`,
  },
  'words with a waiting time': {
    days: null,
    put: `INSERT INTO proposals (id, session_id, person_id, starts_at, ends_at, via, at, state, words)
      SELECT 'ctr_new', id, executive_id, ${T0}, ${T0}, 'link', ${T0}, 'waiting', 'Only from Rome' FROM sessions LIMIT 1`,
    left: `SELECT 1 FROM proposals WHERE words = 'Only from Rome'`,
  },
  'sign-in': {
    days: 30,
    put: `INSERT INTO sign_ins (id, token_hash, person_id, asked_at, link_until, used_at, until_at)
      SELECT 'sgn_old', 'sgn_old', id, ${T0 - DAY}, ${T0 - DAY}, ${T0 - DAY}, ${T0} FROM people LIMIT 1`,
    left: `SELECT 1 FROM sign_ins WHERE id = 'sgn_old'`,
  },
  'sign-in that was ended': {
    days: 30,
    put: `INSERT INTO sign_ins (id, token_hash, person_id, asked_at, link_until, used_at, until_at, ended_at)
      SELECT 'sgn_end', 'sgn_end', id, ${T0 - DAY}, ${T0 - DAY}, ${T0 - DAY}, ${T0 + 9 * DAY}, ${T0} FROM people LIMIT 1`,
    left: `SELECT 1 FROM sign_ins WHERE id = 'sgn_end'`,
  },
  'address at rest': {
    days: 30,
    put: `INSERT INTO suppressions (address, person_id, since, kind, detail, until_at)
      SELECT 'rested@x.example', id, ${T0 - DAY}, 'temporary', '4.2.2', ${T0} FROM people LIMIT 1`,
    left: `SELECT 1 FROM suppressions WHERE address = 'rested@x.example'`,
  },
  'stopped address': {
    days: null,
    put: `INSERT INTO suppressions (address, person_id, since, kind, detail)
      SELECT 'stopped@x.example', id, ${T0}, 'permanent', '5.1.1' FROM people LIMIT 1`,
    left: `SELECT 1 FROM suppressions WHERE address = 'stopped@x.example'`,
  },
  link: {
    days: 90,
    put: `INSERT INTO links (id, token_hash, purpose, person_id, session_id, expires_at, address)
      SELECT 'lnk_old', 'lnk_old', 'own', executive_id, id, ${T0}, 'a@x.example' FROM sessions LIMIT 1`,
    left: `SELECT 1 FROM links WHERE id = 'lnk_old'`,
  },
  'link that was ended': {
    days: 90,
    put: `INSERT INTO links (id, token_hash, purpose, person_id, session_id, expires_at, revoked_at, address)
      SELECT 'lnk_end', 'lnk_end', 'own', executive_id, id, ${T0 + 999 * DAY}, ${T0}, 'a@x.example' FROM sessions LIMIT 1`,
    left: `SELECT 1 FROM links WHERE id = 'lnk_end'`,
  },
  'link to the figures': {
    days: 90,
    put: `INSERT INTO report_links (id, programme_id, token_hash, label, locale, made_by, made_at, ends_at)
      SELECT 'rpl_old', programme_id, 'rpl_old', 'Board', 'en', mentor_id, ${T0 - DAY}, ${T0} FROM sessions LIMIT 1`,
    left: `SELECT 1 FROM report_links WHERE id = 'rpl_old'`,
  },
  'link to the figures that was ended': {
    days: 90,
    put: `INSERT INTO report_links (id, programme_id, token_hash, label, locale, made_by, made_at, ends_at, ended_at)
      SELECT 'rpl_end', programme_id, 'rpl_end', 'Board', 'en', mentor_id, ${T0 - DAY}, ${T0 + 300 * DAY}, ${T0} FROM sessions LIMIT 1`,
    left: `SELECT 1 FROM report_links WHERE id = 'rpl_end'`,
  },
  'key of the API': {
    days: 90,
    put: `INSERT INTO api_keys (id, token_hash, name, access, programmes, person_id, address, made_at, ends_at)
      SELECT 'key_old', 'key_old', 'Intranet', 'read', '[]', mentor_id, 'a@x.example', ${T0 - DAY}, ${T0} FROM sessions LIMIT 1`,
    left: `SELECT 1 FROM api_keys WHERE id = 'key_old'`,
  },
  'key that was ended': {
    days: 90,
    put: `INSERT INTO api_keys (id, token_hash, name, access, programmes, person_id, address, made_at, ends_at, ended_at)
      SELECT 'key_end', 'key_end', 'Intranet', 'read', '[]', mentor_id, 'a@x.example', ${T0 - DAY}, ${T0 + 300 * DAY}, ${T0} FROM sessions LIMIT 1`,
    left: `SELECT 1 FROM api_keys WHERE id = 'key_end'`,
  },
  'key that opens': {
    days: null,
    put: `INSERT INTO api_keys (id, token_hash, name, access, programmes, person_id, address, made_at, ends_at)
      SELECT 'key_new', 'key_new', 'Intranet', 'read', '[]', mentor_id, 'a@x.example', ${T0}, ${T0 + 999 * DAY} FROM sessions LIMIT 1`,
    left: `SELECT 1 FROM api_keys WHERE id = 'key_new'`,
  },
  'webhook that ended': {
    days: 90,
    put: `INSERT INTO webhooks (id, programme_id, person_id, address, url, types, secret, state, made_at, ended_at)
      SELECT 'whk_end', programme_id, mentor_id, 'a@x.example', 'x', '[]', 'x', 'on', ${T0 - DAY}, ${T0} FROM sessions LIMIT 1`,
    left: `SELECT 1 FROM webhooks WHERE id = 'whk_end'`,
  },
  'webhook that is told': {
    days: null,
    put: `INSERT INTO webhooks (id, programme_id, person_id, address, url, types, secret, state, made_at)
      SELECT 'whk_new', programme_id, mentor_id, 'a@x.example', 'x', '[]', 'x', 'on', ${T0} FROM sessions LIMIT 1`,
    left: `SELECT 1 FROM webhooks WHERE id = 'whk_new'`,
  },
  'what a webhook was told': {
    days: 30,
    put: `INSERT INTO webhook_messages (webhook_id, id, type, at, data, state, due_at)
      VALUES ('whk_new', 'msg_old', 'offer.made', ${T0}, '{}', 'sent', ${T0})`,
    left: `SELECT 1 FROM webhook_messages WHERE id = 'msg_old'`,
  },
  'link that opens': {
    days: null,
    put: `INSERT INTO links (id, token_hash, purpose, person_id, session_id, expires_at, address)
      SELECT 'lnk_new', 'lnk_new', 'own', executive_id, id, ${T0 + 999 * DAY}, 'a@x.example' FROM sessions LIMIT 1`,
    left: `SELECT 1 FROM links WHERE id = 'lnk_new'`,
  },
  'line that was put off': {
    days: 90,
    put: snooze('declined:ses_old', T0),
    left: `SELECT 1 FROM snoozes WHERE key = 'declined:ses_old'`,
  },
  'line that was settled': {
    days: 90,
    put: snooze('undelivered:let_old', null),
    left: `SELECT 1 FROM snoozes WHERE key = 'undelivered:let_old'`,
  },
  'line that would come back': {
    days: null,
    put: snooze('pulse:pai_old', null),
    left: `SELECT 1 FROM snoozes WHERE key = 'pulse:pai_old'`,
  },
  'question, after its session': {
    days: 30,
    put: `INSERT INTO questions (session_id, words, written_at) SELECT id, 'SEALED', ${T0} FROM sessions WHERE ends_at IS NOT NULL LIMIT 1`,
    left: 'SELECT 1 FROM questions',
  },
  'private note, after its session': {
    days: 30,
    put: `INSERT INTO private_notes (session_id, person_id, words, written_at)
      SELECT id, mentor_id, 'SEALED', ${T0} FROM sessions WHERE ends_at IS NOT NULL LIMIT 1`,
    left: 'SELECT 1 FROM private_notes',
  },
  'words of a settled mail': {
    days: 30,
    put: `INSERT INTO received (id, fingerprint, at, person_id, class, reading, state, settled_at, words_until)
      SELECT 'rcv_old', 'rcv_old', ${T0}, executive_id, 'none', '{"class":"none","text":"Rather not"}', 'settled', ${T0}, ${T0 + 30 * DAY}
      FROM sessions LIMIT 1`,
    left: `SELECT 1 FROM received WHERE reading LIKE '%Rather not%'`,
  },
  'mail of a stranger': {
    days: 30,
    put: `INSERT INTO received (id, fingerprint, at, person_id, class, reading, state, sender)
      SELECT 'rcv_who', 'rcv_who', ${T0}, executive_id, 'none', '{"class":"none"}', 'waiting', 'who@else.example' FROM sessions LIMIT 1`,
    left: `SELECT 1 FROM received WHERE id = 'rcv_who'`,
  },
  'form that was kept for a sign-in': {
    days: 1,
    put: `INSERT INTO kept_forms (id, person_id, kept_at, sealed) SELECT 'kpt_old', id, ${T0}, 'sealed' FROM people LIMIT 1`,
    left: 'SELECT 1 FROM kept_forms',
  },
  'where a sign-in was to lead': {
    days: 1,
    put: `INSERT INTO sign_ins (id, token_hash, person_id, asked_at, link_until, until_at, way_back)
      SELECT 'sgn_way', 'sgn_way', id, ${T0}, ${T0}, ${T0 + 999 * DAY}, '/people/per_x' FROM people LIMIT 1`,
    left: 'SELECT 1 FROM sign_ins WHERE way_back IS NOT NULL',
  },
  'file that nobody confirmed': {
    days: 1,
    put: `INSERT INTO imports (id, programme_id, made_by, made_at, files)
      SELECT 'imp_old', programme_id, executive_id, ${T0}, '[]' FROM sessions LIMIT 1`,
    left: 'SELECT 1 FROM imports',
  },
  'line of such a file': {
    days: 1,
    put: `INSERT INTO import_rows (import_id, file, line, cells) VALUES ('imp_old', 0, 1, '["Ada Grey"]')`,
    left: 'SELECT 1 FROM import_rows',
  },
  'what stood before a press': {
    days: 0,
    put: `INSERT INTO undos (session_id, version, act, by_id, at, until_at, before, letters)
      SELECT id, 1, 'offered', executive_id, ${T0}, ${T0}, '{}', '[]' FROM sessions LIMIT 1`,
    left: 'SELECT 1 FROM undos',
  },
  'request about a record that was answered': {
    days: 30,
    put: `INSERT INTO record_requests (programme_id, person_id, kind, at, field, words, answer, answered_at, answered_by, answer_words)
      SELECT programme_id, executive_id, 'correction', ${T0 - DAY}, 'unit', 'Legal', 'refused', ${T0}, mentor_id, 'No.' FROM sessions LIMIT 1`,
    left: `SELECT 1 FROM record_requests WHERE kind = 'correction'`,
  },
  'request that waits': {
    days: null,
    put: `INSERT INTO record_requests (programme_id, person_id, kind, at)
      SELECT programme_id, executive_id, 'erasure', ${T0} FROM sessions LIMIT 1`,
    left: `SELECT 1 FROM record_requests WHERE kind = 'erasure'`,
  },
  // It counts from its seal, of the night after.
  access: {
    days: 366,
    put: `INSERT INTO access_log (at, actor_id, role, subject_id, route)
      SELECT ${T0}, id, 'manager', id, '/people/:id' FROM people LIMIT 1`,
    left: 'SELECT 1 FROM access_log',
  },
}

/** Rules that count in days, by their table. */
const DATED = Object.entries(RETENTION).flatMap(([table, { rules }]) =>
  rules.flatMap(({ keptMs, columns }) =>
    keptMs === null ? [] : [{ table, keptMs, of: columns ?? ['row'] }],
  ),
)

test.each(DATED)('the rule of $table ($of) is tried here with a clock', ({ table, keptMs }) => {
  const tried = Object.values(ROWS).filter(({ left: query }) => new RegExp(`FROM ${table}\\b`).test(query))
  const days = Math.floor(keptMs / DAY)
  expect(tried.some((row) => row.days === days || row.days === days + 1)).toBe(true)
})

test('in the night before its time each is there, in the night after it is gone, and nothing else is', async () => {
  const world = await ended()
  // What is sealed by today’s key is not sealed anew.
  const sealed = `${sealedBy(world.platform.sealsWith)}x`
  for (const { put } of Object.values(ROWS)) await env.DB.prepare(put.replaceAll('SEALED', sealed)).run()
  expect(await left()).toEqual(Object.keys(ROWS))

  for (const night of [1, 7, 30, 90, 366]) {
    for (const [until, names] of [
      [night, (days: number) => days >= night],
      [night + 1, (days: number) => days > night],
    ] as const) {
      world.now(`${new Date(T0 + until * DAY).toISOString().slice(0, 10)}T02:23Z`)
      expect(await runCron(world.platform, NIGHT)).toMatchObject({ failed: [] })
      const kept = Object.entries(ROWS).flatMap(([name, { days }]) => (names(days ?? Infinity) ? [name] : []))
      expect(await left(), `night ${until}`).toEqual(kept)
    }
  }
})

test('however many have ended, one night takes them slice by slice', async () => {
  const world = await ended()
  const many = (put: string) =>
    env.DB.prepare(
      `WITH RECURSIVE nth (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM nth WHERE n < 2500) ${put}`,
    )
  await env.DB.batch([
    many(`INSERT INTO received (id, fingerprint, at, person_id, class, reading, state, settled_at, words_until)
      SELECT 'rcv_' || n, 'rcv_' || n, ${T0}, (SELECT id FROM people LIMIT 1), 'none', '{"text":"Rather not"}', 'settled', ${T0}, ${T0} FROM nth`),
    many(`INSERT INTO kept_forms (id, person_id, kept_at, sealed)
      SELECT 'kpt_' || n, (SELECT id FROM people LIMIT 1), ${T0}, 'sealed' FROM nth`),
    many(`INSERT INTO undos (session_id, version, act, by_id, at, until_at, before, letters)
      SELECT (SELECT id FROM sessions LIMIT 1), 100 + n, 'offered', (SELECT id FROM people LIMIT 1), ${T0}, ${T0}, '{}', '[]' FROM nth`),
    env.DB.prepare(`INSERT INTO imports (id, programme_id, made_by, made_at, files)
      SELECT 'imp_old', programme_id, executive_id, ${T0}, '[]' FROM sessions LIMIT 1`),
    many(
      `INSERT INTO import_rows (import_id, file, line, cells) SELECT 'imp_old', 0, n, '["Ada Grey"]' FROM nth`,
    ),
  ])
  world.now('2027-03-18T02:23Z')
  const { counts, failed } = await runCron(world.platform, NIGHT)
  expect(failed).toEqual([])
  expect(counts).toMatchObject({
    ...{ 'drop-undos-and-words': 5000, 'drop-kept-forms': 2500, 'drop-imports': 2501 },
  })
})

function snooze(key: string, until: number | null): string {
  return `INSERT INTO snoozes (programme_id, key, until_at, made_at, made_by)
    SELECT programme_id, '${key}', ${until}, ${T0}, executive_id FROM sessions LIMIT 1`
}

async function left(): Promise<readonly string[]> {
  const found = await env.DB.batch(Object.values(ROWS).map((row) => env.DB.prepare(row.left)))
  return Object.keys(ROWS).filter((_, index) => (found[index]?.results.length ?? 0) > 0)
}

/** They have met, and will not again: the clock has nothing to do but to keep house. */
async function ended(): Promise<World> {
  const world = await aWorld()
  await aLoggedSession(world, '2027-03-16T09:00Z', 'Ask first')
  have(await changePairing(world.platform, world.pairing.id, { status: 'ended' }, asManager(world.nadia)))
  return world
}
