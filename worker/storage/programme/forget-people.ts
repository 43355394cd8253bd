import { type SQL, sql } from 'drizzle-orm'

import type { ProgrammeId } from '../../domain/ids.ts'
import { isEmptied } from '../webhook/webhook.ts'

/**
 * Those to forget at a purge, also who left before: nobody in another programme that is not purged, no manager, sponsor or owner. Those
 * accounts belong to the installation.
 */
function selectForgotten(id: ProgrammeId): SQL {
  return sql`(SELECT mine.person_id FROM members AS mine WHERE mine.programme_id = ${id}
    AND NOT EXISTS (
      SELECT 1 FROM memberships AS others JOIN programmes ON programmes.id = others.programme_id
      WHERE others.person_id = mine.person_id
        AND (others.role IN ('manager', 'sponsor')
          OR (others.programme_id <> ${id} AND programmes.purged_at IS NULL)))
    AND NOT EXISTS (
      SELECT 1 FROM members AS kept JOIN programmes ON programmes.id = kept.programme_id
      WHERE kept.person_id = mine.person_id AND kept.programme_id <> ${id} AND programmes.purged_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM owners WHERE owners.person_id = mine.person_id))`
}

/** Deletes their names, addresses and hours. The person's row stays, because other rows point to it. */
export function forgetPeople(id: ProgrammeId, limit: number): readonly SQL[] {
  const forgottenIds = selectForgotten(id)
  return [
    ...['availability', 'busy_feeds', 'feeds', 'guide_reads', 'test_invites'].map((table) =>
      ofPerson(table, 'person_id', forgottenIds, limit),
    ),
    sql`DELETE FROM timers WHERE (subject, kind) IN (
      SELECT subject, kind FROM timers WHERE subject IN ${forgottenIds} LIMIT ${limit})`,
    sql`UPDATE assistants SET until_at = from_at + 1 WHERE (programme_id, executive_id, assistant_id, from_at) IN (
      SELECT programme_id, executive_id, assistant_id, from_at FROM assistants
      WHERE assistant_id IN ${forgottenIds} AND until_at IS NULL LIMIT ${limit})`,
    ofPerson('addresses', 'address', forgottenIds, limit),
    ofPerson('sign_ins', 'id', forgottenIds, limit),
    ofPerson('kept_forms', 'id', forgottenIds, limit),
    ofPerson('api_keys', 'id', forgottenIds, limit),
    sql`DELETE FROM webhook_messages WHERE (webhook_id, id) IN (
      SELECT webhook_messages.webhook_id, webhook_messages.id FROM webhook_messages
      JOIN webhooks ON webhooks.id = webhook_messages.webhook_id WHERE webhooks.person_id IN ${forgottenIds} LIMIT ${limit})`,
    sql`DELETE FROM webhooks WHERE id IN (
      SELECT id FROM webhooks WHERE person_id IN ${forgottenIds} AND ${isEmptied} LIMIT ${limit})`,
    sql`DELETE FROM private_notes WHERE (session_id, person_id) IN (
      SELECT session_id, person_id FROM private_notes WHERE person_id IN ${forgottenIds}
        OR session_id IN (SELECT id FROM sessions WHERE executive_id IN ${forgottenIds}) LIMIT ${limit})`,
    sql`UPDATE links SET address = NULL WHERE id IN (
      SELECT id FROM links WHERE person_id IN ${forgottenIds} AND address IS NOT NULL LIMIT ${limit})`,
    sql`DELETE FROM suppressions WHERE (address, since) IN (
      SELECT address, since FROM suppressions WHERE person_id IN ${forgottenIds} LIMIT ${limit})`,
    sql`UPDATE received SET reading = json_object('class', class), sender = NULL, sender_domain = NULL, suggests = 0,
        state = CASE state WHEN 'waiting' THEN 'settled' ELSE state END WHERE id IN (
      SELECT id FROM received WHERE person_id IN ${forgottenIds} AND session_id IS NULL
        AND (reading <> json_object('class', class) OR sender IS NOT NULL OR sender_domain IS NOT NULL) LIMIT ${limit})`,
    sql`UPDATE outbox SET error = NULL, lease = NULL, lease_until = NULL, state = CASE WHEN state IN ('waiting', 'failed') THEN 'stopped' ELSE state END,
        letter = json_object('kind', json_extract(letter, '$.kind'), 'reader', json_object('email', '')) WHERE id IN (
      SELECT id FROM outbox WHERE person_id IN ${forgottenIds} AND json_extract(letter, '$.id') IS NOT NULL LIMIT ${limit})`,
    sql`UPDATE people SET name = '–', email = '', zone = 'UTC', version = version + 1 WHERE id IN (
      SELECT id FROM people WHERE id IN ${forgottenIds} AND email <> '' LIMIT ${limit})`,
    sql`UPDATE members SET name = '–', version = version + 1 WHERE (programme_id, person_id) IN (
      SELECT programme_id, person_id FROM members WHERE person_id IN ${forgottenIds} AND name <> '–' LIMIT ${limit})`,
  ]
}

/**
 * Deletes what a programme said about all its people, also those another programme has: unit, superior, blockers,
 * rules, notes, addresses of its own.
 */
export function forgetMembers(id: ProgrammeId, limit: number): SQL {
  return sql`UPDATE members SET short_name = NULL, unit = NULL, reports_to = NULL, blockers = '[]', rules = '{}',
      notes = NULL, own_addresses = NULL, notify = 'both', away_until = NULL, deputy_id = NULL, version = version + 1 WHERE (programme_id, person_id) IN (
    SELECT programme_id, person_id FROM members WHERE programme_id = ${id}
      AND NOT (short_name IS NULL AND unit IS NULL AND reports_to IS NULL AND blockers = '[]' AND rules = '{}' AND notes IS NULL
        AND own_addresses IS NULL
        AND notify = 'both' AND away_until IS NULL AND deputy_id IS NULL)
      AND NOT EXISTS (
        SELECT 1 FROM memberships WHERE memberships.person_id = members.person_id AND role IN ('manager', 'sponsor'))
      AND NOT EXISTS (SELECT 1 FROM owners WHERE owners.person_id = members.person_id)
    LIMIT ${limit})`
}

/** Deletes rows of these people. Table and key are constants, never input. */
function ofPerson(table: string, key: string, personIds: SQL, limit: number): SQL {
  const [from, column] = [sql.identifier(table), sql.identifier(key)]
  return sql`DELETE FROM ${from} WHERE ${column} IN (
    SELECT ${column} FROM ${from} WHERE person_id IN ${personIds} LIMIT ${limit})`
}
