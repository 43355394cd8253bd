import { type SQL, sql } from 'drizzle-orm'

import type { ProgrammeId } from '../../domain/ids.ts'

/**
 * Of a programme's members those whom no other programme still knows, when it is purged. Whoever runs an installation,
 * or reads its totals, stays: those accounts are no notes of a programme.
 */
function forgotten(id: ProgrammeId): SQL {
  return sql`(SELECT mine.person_id FROM memberships AS mine WHERE mine.programme_id = ${id}
    AND NOT EXISTS (
      SELECT 1 FROM memberships AS others JOIN programmes ON programmes.id = others.programme_id
      WHERE others.person_id = mine.person_id
        AND (others.role IN ('manager', 'sponsor')
          OR (others.programme_id <> ${id} AND programmes.purged_at IS NULL)))
    AND NOT EXISTS (SELECT 1 FROM owners WHERE owners.person_id = mine.person_id))`
}

/** Their names, addresses and hours; rows stay, so that what points to them still does. */
export function forgetPeople(id: ProgrammeId, most: number): readonly SQL[] {
  const gone = forgotten(id)
  return [
    ...['availability', 'busy_feeds', 'feeds'].map((table) => ofPerson(table, 'person_id', gone, most)),
    ofPerson('addresses', 'address', gone, most),
    ofPerson('sign_ins', 'id', gone, most),
    sql`DELETE FROM suppressions WHERE (address, since) IN (
      SELECT address, since FROM suppressions WHERE person_id IN ${gone} LIMIT ${most})`,
    sql`UPDATE received SET reading = json_object('class', class) WHERE id IN (
      SELECT id FROM received WHERE person_id IN ${gone} AND session_id IS NULL
        AND reading <> json_object('class', class) LIMIT ${most})`,
    sql`UPDATE outbox SET error = NULL, state = CASE state WHEN 'sent' THEN 'sent' ELSE 'stopped' END,
        letter = json_object('kind', json_extract(letter, '$.kind'), 'reader', json_object('email', '')) WHERE id IN (
      SELECT id FROM outbox WHERE person_id IN ${gone} AND json_extract(letter, '$.id') IS NOT NULL LIMIT ${most})`,
    sql`UPDATE people SET name = '–', email = '', zone = 'UTC', version = version + 1 WHERE id IN (
      SELECT id FROM people WHERE id IN ${gone} AND email <> '' LIMIT ${most})`,
    sql`UPDATE members SET name = '–', version = version + 1 WHERE (programme_id, person_id) IN (
      SELECT programme_id, person_id FROM members WHERE person_id IN ${gone} AND name <> '–' LIMIT ${most})`,
  ]
}

/** What a programme said of its people, also of those whom another still knows: unit, superior, blockers, rules, notes. */
export function forgetMembers(id: ProgrammeId, most: number): SQL {
  return sql`UPDATE members SET short_name = NULL, unit = NULL, reports_to = NULL, blockers = '[]', rules = '{}',
      notes = NULL, version = version + 1 WHERE (programme_id, person_id) IN (
    SELECT programme_id, person_id FROM members WHERE programme_id = ${id}
      AND NOT (short_name IS NULL AND unit IS NULL AND reports_to IS NULL AND blockers = '[]' AND rules = '{}' AND notes IS NULL)
      AND NOT EXISTS (
        SELECT 1 FROM memberships WHERE memberships.person_id = members.person_id AND role IN ('manager', 'sponsor'))
      AND NOT EXISTS (SELECT 1 FROM owners WHERE owners.person_id = members.person_id)
    LIMIT ${most})`
}

/** Rows that belong to one of them; table and key are ours, never a request's. */
function ofPerson(table: string, key: string, gone: SQL, most: number): SQL {
  const [from, column] = [sql.identifier(table), sql.identifier(key)]
  return sql`DELETE FROM ${from} WHERE ${column} IN (
    SELECT ${column} FROM ${from} WHERE person_id IN ${gone} LIMIT ${most})`
}
