import { and, eq, type SQL, sql } from 'drizzle-orm'

import { programmes } from '../../../schema/index.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { dropReportLinks } from '../report/end-link.ts'
import { forgetCounted } from '../report/release.ts'
import { forgetMembers, forgetPeople } from './forget-people.ts'
import { hasStages } from './switches.ts'

/** Replaces deleted words. */
const BLANK = '–'

/** Purges at most `limit` rows of each table; returns the largest count of one table. */
export async function purgeSome(db: Database, id: ProgrammeId, limit: number): Promise<number> {
  let changed = 0
  for (const statement of [
    ...words(id, limit),
    ...mails(id, limit),
    ...forgetPeople(id, limit),
    forgetMembers(id, limit),
    forgetCounted(id),
  ]) {
    const { meta } = await db.run(statement)
    changed = Math.max(changed, meta.changes)
  }
  return changed
}

export function markPurged(db: Database, id: ProgrammeId, at: Instant): Statement {
  return db
    .update(programmes)
    .set({ purgedAt: at, version: sql`${programmes.version} + 1` })
    .where(and(eq(programmes.id, id), eq(programmes.status, 'closed')))
}

/** Commitments, questions, managers' and mentors' notes, reasons, why sessions did not happen or times did not suit, what was seen where stages are off, what came with proposed times, what went with the first offers, pulses, wishes, what people asked about their record and snoozes, files that were brought in, the places, which can contain a phone number, the aims, and which track a workshop followed. */
function words(id: ProgrammeId, limit: number): readonly SQL[] {
  const pairings = sql`(SELECT id FROM pairings WHERE programme_id = ${id})`
  const keepsStages = hasStages(sql`${id}`)
  return [
    sql`UPDATE commitments SET words = ${BLANK} WHERE id IN (
      SELECT id FROM commitments WHERE pairing_id IN ${pairings} AND words <> ${BLANK} LIMIT ${limit})`,
    sql`DELETE FROM reasons WHERE (subject, version) IN (
      SELECT subject, version FROM reasons
      WHERE subject = ${id} OR subject IN (SELECT id FROM sessions WHERE programme_id = ${id}) LIMIT ${limit})`,
    sql`UPDATE proposals SET words = NULL, refusal = NULL WHERE id IN (
      SELECT id FROM proposals WHERE session_id IN (SELECT id FROM sessions WHERE programme_id = ${id})
        AND (words IS NOT NULL OR refusal IS NOT NULL) LIMIT ${limit})`,
    sql`UPDATE offers SET words = NULL, why_not_suited = NULL, why_said_by = NULL WHERE id IN (
      SELECT id FROM offers WHERE session_id IN (SELECT id FROM sessions WHERE programme_id = ${id})
        AND (words IS NOT NULL OR why_not_suited IS NOT NULL) LIMIT ${limit})`,
    sql`UPDATE outcomes SET why_not_held = NULL, evidence = iif(${keepsStages}, evidence, NULL) WHERE id IN (
      SELECT id FROM outcomes WHERE session_id IN (SELECT id FROM sessions WHERE programme_id = ${id})
        AND (why_not_held IS NOT NULL OR (NOT ${keepsStages} AND evidence IS NOT NULL)) LIMIT ${limit})`,
    sql`UPDATE pairings SET override_reason = NULL, place = NULL, aim = NULL, track_id = NULL, track = NULL, version = version + 1 WHERE id IN (
      SELECT id FROM pairings WHERE programme_id = ${id} 
        AND (override_reason IS NOT NULL OR place IS NOT NULL OR aim IS NOT NULL
          OR track_id IS NOT NULL OR track IS NOT NULL) LIMIT ${limit})`,
    sql`UPDATE sessions SET place = NULL WHERE id IN (
      SELECT id FROM sessions WHERE programme_id = ${id} AND place IS NOT NULL LIMIT ${limit})`,
    sql`DELETE FROM pulses WHERE (pairing_id, person_id, phase) IN (
      SELECT pairing_id, person_id, phase FROM pulses WHERE pairing_id IN ${pairings} LIMIT ${limit})`,
    sql`DELETE FROM wishes WHERE (pairing_id, kind) IN (
      SELECT pairing_id, kind FROM wishes WHERE pairing_id IN ${pairings} LIMIT ${limit})`,
    sql`DELETE FROM record_requests WHERE (programme_id, person_id, kind) IN (
      SELECT programme_id, person_id, kind FROM record_requests WHERE programme_id = ${id} LIMIT ${limit})`,
    sql`DELETE FROM questions WHERE session_id IN (
      SELECT session_id FROM questions WHERE session_id IN (SELECT id FROM sessions WHERE programme_id = ${id}) LIMIT ${limit})`,
    sql`DELETE FROM private_notes WHERE (session_id, person_id) IN (
      SELECT session_id, person_id FROM private_notes WHERE session_id IN (SELECT id FROM sessions WHERE programme_id = ${id}) LIMIT ${limit})`,
    sql`DELETE FROM pairing_notes WHERE pairing_id IN (
      SELECT pairing_id FROM pairing_notes WHERE pairing_id IN ${pairings} LIMIT ${limit})`,
    ...dropReportLinks(id, limit),
    sql`DELETE FROM import_rows WHERE import_id IN (SELECT id FROM imports WHERE programme_id = ${id})`,
    sql`DELETE FROM imports WHERE id IN (SELECT id FROM imports WHERE programme_id = ${id} LIMIT ${limit})`,
    sql`DELETE FROM dropped_mails WHERE programme_id = ${id}`,
    sql`DELETE FROM snoozes WHERE (programme_id, key) IN (
      SELECT programme_id, key FROM snoozes WHERE programme_id = ${id} LIMIT ${limit})`,
  ]
}

/**
 * Received mails and letters, except for their codes. Digests and mails about several offers have no session: they are
 * found by member, if written before the programme was closed.
 */
function mails(id: ProgrammeId, limit: number): readonly SQL[] {
  const sessions = sql`(SELECT id FROM sessions WHERE programme_id = ${id})`
  const members = sql`(SELECT person_id FROM members WHERE programme_id = ${id})`
  const closedAt = sql`(SELECT closed_at FROM programmes WHERE id = ${id})`
  return [
    sql`UPDATE received SET reading = json_object('class', class), sender = NULL, sender_domain = NULL, suggests = 0,
        state = CASE state WHEN 'waiting' THEN 'settled' ELSE state END WHERE id IN (
      SELECT id FROM received
      WHERE (session_id IN ${sessions} OR (session_id IS NULL AND person_id IN ${members} AND at <= ${closedAt}))
        AND reading <> json_object('class', class) LIMIT ${limit})`,
    sql`UPDATE outbox SET error = NULL,
        lease = NULL, lease_until = NULL, state = CASE WHEN state IN ('waiting', 'failed') THEN 'stopped' ELSE state END,
        letter = json_object('kind', json_extract(letter, '$.kind'), 'method', json_extract(letter, '$.method'),
          'reader', json_object('email', '')) WHERE id IN (
      SELECT id FROM outbox
      WHERE (session_id IN ${sessions} OR (session_id IS NULL AND person_id IN ${members} AND created_at <= ${closedAt})
          OR thread = ${`figures:${id}`})
        AND json_extract(letter, '$.id') IS NOT NULL LIMIT ${limit})`,
  ]
}
