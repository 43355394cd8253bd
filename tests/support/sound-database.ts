import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'

import { migrationTexts } from '../../scripts/migrate.ts'
import { type Hash, headOfLeaves, leafOf, type Look } from '../../worker/domain/record/proof.ts'
import { DAY, HOUR, instant } from '../../worker/domain/time/time.ts'
import { sealingOf } from '../../worker/sealing.ts'
import type { Ask } from '../../worker/storage/fsck/check.ts'

export const KEYRING = 'k1=x7hQ0m9Zt3sVw5yB8cD1eF2gH4jK6lN0pR9uT8vX7a0='
export const NOW = instant(100 * DAY)
/** The date that is fixed, and the time that is offered. */
export const FIXED_AT = NOW + DAY
export const OFFERED_AT = NOW + 2 * DAY
const HELD_UNTIL = NOW + DAY
const LOGGED_AT = NOW - 5 * DAY

export const sha256: Hash = (text) => Promise.resolve(createHash('sha256').update(text).digest('base64url'))

/**
 * A small database in memory in which all is as it must be: a date to come, an offer, a session that was held, a closed
 * programme, somebody who was erased. Without triggers and foreign keys, so that a test can write what no action could.
 */
export async function soundDatabase(path = ':memory:'): Promise<DatabaseSync> {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false })
  for (const text of await migrationTexts()) database.exec(text)
  database.exec('PRAGMA foreign_keys = OFF')
  const triggers = database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all()
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${String(name)}`)
  database.exec(PEOPLE + SESSIONS + LETTERS + ACCESS)
  const place = { table: 'questions', row: 'ses_fixed', column: 'words' }
  const sealed = await sealingOf(KEYRING).seal(place, 'May I ask?')
  database.prepare("INSERT INTO questions VALUES ('ses_fixed', ?, 0)").run(sealed)
  await sealAccess(database)
  return database
}

export function askOf(database: DatabaseSync): Ask {
  return async (questions) => questions.map((each) => database.prepare(each).all())
}

async function sealAccess(database: DatabaseSync): Promise<void> {
  const look: Look = {
    ...{ id: 1, at: instant(1), actorId: 'per_manager' as const, role: 'manager' },
    ...{ subjectId: 'per_exec' as const, route: '/people/:id' },
  }
  database
    .prepare('INSERT INTO access_log VALUES (?, ?, ?, ?, ?, ?)')
    .run(look.id, look.at, look.actorId, look.role, look.subjectId, look.route)
  const head = await headOfLeaves('', [await leafOf(look, sha256)], sha256)
  database.prepare('INSERT INTO seals VALUES (1, ?, 2, 0)').run(head)
}

const person = (id: string, name: string, email: string) => `
  INSERT INTO people (id, name, email, zone, locale, reply_address, created_at)
    VALUES ('${id}', '${name}', '${email}', 'UTC', 'en', '${id}', 0);
  INSERT INTO diaries (person_id) VALUES ('${id}');
  INSERT INTO addresses SELECT email, id FROM people WHERE id = '${id}' AND email <> '';`
const member = (id: string, role: string, programme = 'prg_open') => `
  INSERT INTO memberships VALUES ('${programme}', '${id}', '${role}', 0);
  INSERT INTO members (programme_id, person_id, name) VALUES ('${programme}', '${id}', '${id}');`
const programme = (id: string, status: string) => `
  INSERT INTO programmes (id, name, short_name, policy, created_at, status) VALUES ('${id}', 'A', 'A', '{}', 0, '${status}');`
const pairing = (id: string, executive: string, of = 'prg_open') => `
  INSERT INTO pairings (id, programme_id, mentor_id, executive_id, kind, status, created_at)
    VALUES ('${id}', '${of}', 'per_mentor', '${executive}', 'mentoring', 'active', 0);`

const PEOPLE = [
  programme('prg_open', 'open') + programme('prg_closed', 'closed'),
  person('per_manager', 'Ann', 'ann@x.example') + member('per_manager', 'manager'),
  person('per_mentor', 'Ben', 'ben@x.example') + member('per_mentor', 'mentor'),
  person('per_exec', 'Cal', 'cal@x.example') + member('per_exec', 'executive'),
  person('per_other', 'Dan', 'dan@x.example') + member('per_other', 'executive'),
  person('per_erased', '–', ''),
  "INSERT INTO tombstones VALUES ('per_erased', '', 1, NULL, 2);",
  pairing('pai_one', 'per_exec') + pairing('pai_two', 'per_other'),
  pairing('pai_past', 'per_exec', 'prg_closed'),
].join('')

type SessionRow = {
  readonly id: string
  readonly pairing: string
  readonly executive: string
  readonly status: string
  readonly start: number | null
  readonly programme?: string
}

function session({ id, pairing: of, executive, status, start, programme: within = 'prg_open' }: SessionRow) {
  const end = start === null ? null : start + HOUR
  return `
  INSERT INTO sessions (id, pairing_id, programme_id, mentor_id, executive_id, status, starts_at, ends_at, wall, minutes,
    zone, version, created_at) VALUES ('${id}', '${of}', '${within}', 'per_mentor', '${executive}', '${status}', ${start},
    ${end}, ${start === null ? null : "'a'"}, 60, 'UTC', 2, 0);`
}
const event = (subject: string, version: number, code: string, detail = {}) => `
  INSERT INTO events VALUES ('${subject}', ${version}, 0, NULL, 'clock', '${code}', '${JSON.stringify(detail)}');`
const claim = (id: string, executive: string, start: number, until: number | null) =>
  ['per_mentor', executive]
    .map((each) => `INSERT INTO claims VALUES ('${each}', ${start}, ${start + HOUR}, '${id}', ${until});`)
    .join('')
const held = (id: string) => event(id, 2, 'logged', { result: 'happened' })
const outcome = (id: string, of: string) => `
  INSERT INTO outcomes (id, session_id, result, starts_at, ends_at, logged_by, logged_at)
    VALUES ('${id}', '${of}', 'happened', 0, 1, 'per_mentor', 0);`
const offer = (id: string, of: string, status: string, option: string, start: number) => `
  INSERT INTO offers (id, session_id, status, asked_id, held_until, made_at, unanswered_at)
    VALUES ('${id}', '${of}', '${status}', 'per_other', ${HELD_UNTIL}, 0, 0);
  INSERT INTO options (id, offer_id, starts_at, ends_at, origin, until_at)
    VALUES ('${option}', '${id}', ${start}, ${start + HOUR}, 'found', ${HELD_UNTIL});`

const FIXED = { id: 'ses_fixed', pairing: 'pai_one', executive: 'per_exec', status: 'fixed', start: FIXED_AT }
const OFFERED = {
  id: 'ses_offered',
  pairing: 'pai_two',
  executive: 'per_other',
  status: 'offered',
  start: null,
}
const LOGGED = { ...FIXED, id: 'ses_logged', status: 'happened', start: LOGGED_AT }
const PAST = {
  ...LOGGED,
  id: 'ses_past',
  pairing: 'pai_past',
  start: LOGGED_AT - DAY,
  programme: 'prg_closed',
}

const SESSIONS = [
  session(FIXED) + session(OFFERED) + session(LOGGED) + session(PAST),
  event('ses_fixed', 1, 'offered') + event('ses_fixed', 2, 'fixed', { start: FIXED_AT }),
  event('ses_offered', 1, 'round-opened') + event('ses_offered', 2, 'offered'),
  event('ses_logged', 1, 'booked', { start: LOGGED_AT }) + held('ses_logged'),
  event('ses_past', 1, 'booked', { start: LOGGED_AT - DAY }) + held('ses_past'),
  claim('ses_fixed', 'per_exec', FIXED_AT, null) + claim('ses_offered', 'per_other', OFFERED_AT, HELD_UNTIL),
  claim('ses_logged', 'per_exec', LOGGED_AT, null) + claim('ses_past', 'per_exec', LOGGED_AT - DAY, null),
  outcome('out_logged', 'ses_logged') + outcome('out_past', 'ses_past'),
  offer('off_open', 'ses_offered', 'open', 'opt_open', OFFERED_AT),
  offer('off_taken', 'ses_fixed', 'answered', 'opt_taken', FIXED_AT),
  "UPDATE offers SET answered_option = 'opt_taken' WHERE id = 'off_taken';",
  `INSERT INTO totals VALUES ('prg_closed', 1, 1, 60, NULL, 0, 1, 0, 0, 0, NULL);`,
].join('')

const invite = (uid: string, of: string, sequence: number, live: number) => `
  INSERT INTO invites VALUES ('inv_${uid}', 'ses_fixed', '${of}', '${uid}', 'o', ${sequence}, 'NEEDS-ACTION', ${live}, 0,
    NULL, ${sequence});`
/** A letter about an event, sent that many hours ago. */
export function sentLetter(
  uid: string,
  of: string,
  sequence: number,
  method: string,
  hoursAgo: number,
): string {
  const letter = JSON.stringify({ id: 'let', kind: 'calendar', method, sequence, uid })
  return `
  INSERT INTO outbox (id, dedupe_key, person_id, session_id, letter, state, due_at, sent_at, created_at, thread)
    VALUES ('let_${uid}_${sequence}', '${uid}:${sequence}:${method}', '${of}', 'ses_fixed', '${letter}', 'sent', 0,
    ${NOW - hoursAgo * HOUR}, 0, '${uid}');`
}

const LETTERS = [
  invite('mentor', 'per_mentor', 1, 1) + invite('exec', 'per_exec', 1, 1) + invite('old', 'per_exec', 2, 0),
  sentLetter('mentor', 'per_mentor', 1, 'REQUEST', 2),
  sentLetter('exec', 'per_exec', 0, 'REQUEST', 3) + sentLetter('exec', 'per_exec', 1, 'REQUEST', 2),
  sentLetter('old', 'per_exec', 0, 'REQUEST', 5) + sentLetter('old', 'per_exec', 1, 'CANCEL', 4),
  `INSERT INTO outbox (id, dedupe_key, person_id, session_id, letter, state, due_at, sent_at, created_at, thread)
    VALUES ('let_offer', 'offer:off_open', 'per_other', 'ses_offered', '{"id":"let","kind":"offer"}', 'sent', 0, 1, 0, 'offer');`,
].join('')

const ACCESS = `
  INSERT INTO timers (subject, kind, lane, due_at) VALUES ('ses_fixed', 'brief', 'rounds', 0);
  INSERT INTO sign_ins (id, token_hash, person_id, asked_at, link_until, until_at)
    VALUES ('sgn_one', 'a', 'per_manager', 0, 0, ${NOW + DAY});
  INSERT INTO links (id, token_hash, purpose, person_id, session_id, expires_at)
    VALUES ('lnk_one', 'b', 'invite', 'per_exec', 'ses_fixed', ${NOW + DAY});
  INSERT INTO feeds (person_id, link_id, token_hash, made_at) VALUES ('per_mentor', 'lnk_feed', 'c', 0);
  INSERT INTO idempotency_keys (id, fingerprint, made_at, made) VALUES ('ses_key', 'd', 0, 'ses_fixed');`
