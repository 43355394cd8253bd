import { type SQL, sql } from 'drizzle-orm'

import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { figuresLetterKey } from '../../domain/report/make-link.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { listIds } from '../ids.ts'
import { forgetOpenings } from '../report/end-link.ts'
import { type Manager, managedBy } from './membership.ts'

/** Replaces deleted words and names. */
export const BLANK = '–'
/** Shorter ones stand in words that are not about the person. */
const MIN_NEEDLE = 4

/** What is left of a letter whose words go with a person. */
export const EMPTIED = sql`json_patch('{}', json_object('kind', json_extract(letter, '$.kind'),
  'method', json_extract(letter, '$.method'), 'reader', json_object('email', '')))`

/** Of whom, and where: in one programme, or null, in the whole installation. */
export type Erasing = { readonly personId: PersonId; readonly programmeId: ProgrammeId | null }

/** Who runs the installation. */
export async function isOwner(db: Database, id: PersonId): Promise<boolean> {
  const rows = await db.all(sql`SELECT 1 FROM owners WHERE person_id = ${id}`)
  return rows.length > 0
}

/** The programmes that know the person, also one that he has left: all, or those that a manager manages. */
export function listKnowing(
  db: Database,
  id: PersonId,
  manager: Manager | null,
): Promise<readonly ProgrammeId[]> {
  const isHers = manager === null ? sql`1` : isManagedBy(manager)
  return listIds(
    db,
    sql`SELECT programme_id AS id FROM members WHERE person_id = ${id} AND ${isHers} ORDER BY programme_id`,
  )
}

/** Whether a programme that she does not manage knows the person by name. */
export async function isKnownElsewhere(db: Database, id: PersonId, manager: Manager): Promise<boolean> {
  const rows = await db.all(
    sql`SELECT 1 FROM members WHERE person_id = ${id} AND name <> ${BLANK} AND NOT ${isManagedBy(manager)}`,
  )
  return rows.length > 0
}

function isManagedBy(manager: Manager): SQL {
  return sql`(members.programme_id IN ${managedBy(manager)})`
}

/** How many cancellations of his sessions have not left yet: they need the address. */
export async function countCancellations(db: Database, erasing: Erasing): Promise<number> {
  const [row] = await db.all<{ readonly count: number }>(sql`
    SELECT count(*) AS count FROM outbox WHERE state = 'waiting' AND session_id IN ${sessionsOf(erasing)}
      AND json_extract(letter, '$.method') = 'CANCEL'`)
  return row?.count ?? 0
}

/**
 * Deletes what was said of a person and by him, and leaves ids, codes, times and counts. What others wrote about their own
 * things stays. Safe to run again: the names go last, so what was interrupted is still to be done.
 */
export async function deleteAllOf(db: Database, erasing: Erasing, at: Instant): Promise<void> {
  const needles = erasing.programmeId === null ? await listNeedles(db, erasing) : []
  for (const statement of [
    ...wordsOf(erasing),
    ...linksToFigures(erasing, needles),
    ...mailsOf(erasing, needles),
    ...(erasing.programmeId === null ? accountOf(erasing.personId, at) : []),
    ...placeIn(erasing, at),
  ])
    await db.run(statement)
}

/** By which the person can be found in what was written: names and addresses. */
export async function listNeedles(
  db: Database,
  { personId: id, programmeId }: Erasing,
): Promise<readonly string[]> {
  const here = inScope(programmeId)
  // Name and address come from one term: D1 bounds how many a compound SELECT has.
  const rows = await db.all<{ readonly needle: string }>(sql`
    SELECT own.value AS needle FROM people, json_each(json_array(people.name, people.email)) AS own WHERE people.id = ${id}
    UNION SELECT name FROM members WHERE person_id = ${id} AND ${here}
    UNION SELECT short_name FROM members WHERE person_id = ${id} AND short_name IS NOT NULL AND ${here}
    UNION SELECT address FROM addresses WHERE person_id = ${id}
    UNION SELECT own.value FROM members, json_each(members.own_addresses) AS own
      WHERE members.person_id = ${id} AND members.own_addresses IS NOT NULL AND ${here}`)
  return rows.map(({ needle }) => needle).filter((needle) => needle.length >= MIN_NEEDLE)
}

function sessionsOf({ personId, programmeId }: Erasing): SQL {
  return sql`(SELECT id FROM sessions WHERE (mentor_id = ${personId} OR executive_id = ${personId}) AND ${inScope(programmeId)})`
}

function pairingsOf({ personId, programmeId }: Erasing): SQL {
  return sql`(SELECT id FROM pairings WHERE (mentor_id = ${personId} OR executive_id = ${personId}) AND ${inScope(programmeId)})`
}

export function inScope(programmeId: ProgrammeId | null): SQL {
  return programmeId === null ? sql`1` : sql`programme_id = ${programmeId}`
}

/** What he meant to do and asked, what was noted of him, and where he is met. A mentor's executives keep what is theirs. */
function wordsOf(erasing: Erasing): readonly SQL[] {
  const { personId, programmeId } = erasing
  const [sessions, pairings] = [sessionsOf(erasing), pairingsOf(erasing)]
  const asExecutive = sql`(SELECT id FROM sessions WHERE executive_id = ${personId} AND ${inScope(programmeId)})`
  return [
    sql`UPDATE commitments SET words = ${BLANK} WHERE session_id IN ${asExecutive}`,
    sql`DELETE FROM questions WHERE session_id IN ${asExecutive}`,
    sql`DELETE FROM private_notes WHERE session_id IN ${sessions}`,
    sql`DELETE FROM record_requests WHERE person_id = ${personId} AND ${inScope(programmeId)}`,
    sql`DELETE FROM reasons WHERE subject IN ${sessions}`,
    sql`UPDATE offers SET words = NULL WHERE session_id IN ${sessions}`,
    sql`UPDATE proposals SET words = NULL, refusal = NULL WHERE session_id IN ${sessions}`,
    sql`UPDATE sessions SET place = NULL WHERE id IN ${sessions}`,
    sql`UPDATE pairings SET place = NULL, override_reason = NULL, version = version + 1
      WHERE id IN ${pairings} AND (place IS NOT NULL OR override_reason IS NOT NULL)`,
    sql`UPDATE pairings SET aim = NULL, track_id = NULL, track = NULL, version = version + 1
      WHERE id IN ${pairings} AND executive_id = ${personId} AND (aim IS NOT NULL OR track_id IS NOT NULL OR track IS NOT NULL)`,
    sql`DELETE FROM pairing_notes WHERE pairing_id IN ${pairings}`,
    sql`DELETE FROM pulses WHERE person_id = ${personId} AND pairing_id IN ${pairings}`,
    sql`DELETE FROM wishes WHERE person_id = ${personId} AND pairing_id IN ${pairings}`,
    sql`DELETE FROM undos WHERE session_id IN ${sessions}`,
  ]
}

/** Letters and mails to him, from him, and about his sessions; in the whole installation also those that name him. */
function mailsOf(erasing: Erasing, needles: readonly string[]): readonly SQL[] {
  const sessions = sessionsOf(erasing)
  const isHis = erasing.programmeId === null ? sql`person_id = ${erasing.personId}` : sql`0`
  const names = (text: SQL) => sql`EXISTS (SELECT 1 FROM json_each(${JSON.stringify(needles)}) AS needle
    WHERE instr(lower(${text}), lower(needle.value)) > 0)`
  return [
    sql`UPDATE received SET reading = json_object('class', class), sender = NULL, sender_domain = NULL, suggests = 0,
        words_until = NULL, state = CASE state WHEN 'waiting' THEN 'settled' ELSE state END
      WHERE (session_id IN ${sessions} OR ${isHis} OR ${names(sql`reading`)} OR ${names(sql`coalesce(sender, '')`)})
        AND reading <> json_object('class', class)`,
    sql`UPDATE outbox SET error = NULL, lease = NULL, lease_until = NULL, state = CASE WHEN state IN ('waiting', 'failed') THEN 'stopped' ELSE state END,
        letter = ${EMPTIED}
      WHERE (session_id IN ${sessions} OR ${isHis} OR ${names(sql`letter`)})
        AND (json_extract(letter, '$.id') IS NOT NULL OR error IS NOT NULL)`,
    sql`DELETE FROM import_rows WHERE ${names(sql`cells`)}`,
  ]
}

/** Links to the figures that were made for him, and their mails: they open nothing any more. */
function linksToFigures({ personId, programmeId }: Erasing, needles: readonly string[]): readonly SQL[] {
  const isForHim = sql`${inScope(programmeId)} AND (address IN (${addressesOf(personId)})
    OR EXISTS (SELECT 1 FROM json_each(${JSON.stringify(needles)}) AS needle
      WHERE instr(lower(label || ' ' || coalesce(address, '')), lower(needle.value)) > 0))`
  return [
    sql`UPDATE outbox SET error = NULL, lease = NULL, lease_until = NULL, state = iif(state IN ('waiting', 'failed'), 'stopped', state),
        letter = json_object('kind', 'figures', 'reader', json_object('email', ''))
      WHERE dedupe_key IN (SELECT ${figuresLetterKey('')} || id FROM report_links WHERE ${isForHim})`,
    forgetOpenings(isForHim),
    sql`DELETE FROM report_links WHERE ${isForHim}`,
  ]
}

function addressesOf(id: PersonId): SQL {
  return sql`SELECT address FROM addresses WHERE person_id = ${id} UNION SELECT own.value
    FROM members, json_each(members.own_addresses) AS own WHERE members.person_id = ${id} AND members.own_addresses IS NOT NULL`
}

/** Everything by which he comes in or is reached. The row stays, because others point to it. */
function accountOf(id: PersonId, at: Instant): readonly SQL[] {
  return [
    ...[
      'availability',
      'busy_feeds',
      'feeds',
      'guide_reads',
      'test_invites',
      'sign_ins',
      'kept_forms',
      'api_keys',
    ].map((table) => sql`DELETE FROM ${sql.identifier(table)} WHERE person_id = ${id}`),
    sql`DELETE FROM webhook_messages WHERE webhook_id IN (SELECT id FROM webhooks WHERE person_id = ${id})`,
    sql`DELETE FROM webhooks WHERE person_id = ${id}`,
    sql`DELETE FROM suppressions WHERE person_id = ${id}
      OR address IN (${addressesOf(id)})`,
    sql`DELETE FROM addresses WHERE person_id = ${id}`,
    sql`DELETE FROM idempotency_keys WHERE id = ${id}`,
    sql`DELETE FROM timers WHERE subject = ${id} AND kind <> 'erase'`,
    sql`UPDATE links SET address = NULL, revoked_at = coalesce(revoked_at, ${at}) WHERE person_id = ${id}`,
    sql`UPDATE people SET name = ${BLANK}, email = '', zone = 'UTC', version = version + 1
      WHERE id = ${id} AND (email <> '' OR name <> ${BLANK})`,
  ]
}

/** What the programme says of him, and what he is there. */
function placeIn({ personId, programmeId }: Erasing, at: Instant): readonly SQL[] {
  const here = inScope(programmeId)
  return [
    sql`UPDATE assistants SET until_at = max(from_at + 1, ${at})
      WHERE (executive_id = ${personId} OR assistant_id = ${personId}) AND until_at IS NULL AND ${here}`,
    sql`DELETE FROM memberships WHERE person_id = ${personId} AND ${here}`,
    sql`UPDATE links SET address = NULL, revoked_at = coalesce(revoked_at, ${at})
      WHERE person_id = ${personId} AND session_id IN ${sessionsOf({ personId, programmeId })}`,
    sql`UPDATE members SET name = ${BLANK}, short_name = NULL, unit = NULL, reports_to = NULL, blockers = '[]',
        rules = '{}', notes = NULL, own_addresses = NULL, notify = 'both', away_until = NULL, deputy_id = NULL,
        version = version + 1
      WHERE person_id = ${personId} AND ${here} AND name <> ${BLANK}`,
  ]
}
