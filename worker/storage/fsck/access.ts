import type { Queries } from './query.ts'

type Name = 'timer-orphaned' | 'access-outlives' | 'erased-but-named' | 'key-astray' | 'reference-broken'

/** Nobody has an account for anything but a role, the installation, or an executive whom he answers for. */
const hasNoPlace = (person: string) => `NOT EXISTS (SELECT 1 FROM memberships WHERE person_id = ${person})
  AND NOT EXISTS (SELECT 1 FROM owners WHERE person_id = ${person})
  AND NOT EXISTS (SELECT 1 FROM assistants WHERE assistant_id = ${person} AND until_at IS NULL)`
const exists = (table: string, prefix: string) =>
  `(substr(subject, 1, 4) = '${prefix}_' AND EXISTS (SELECT 1 FROM ${table} WHERE id = subject))`

/** Tables that must say nothing of a person who was erased from the whole installation. */
const OWN_ROWS = ['addresses', 'availability', 'busy_feeds', 'feeds', 'sign_ins', 'kept_forms', 'memberships']
const ownRows = OWN_ROWS.map(
  (table) => `EXISTS (SELECT 1 FROM ${table} WHERE ${table}.person_id = tombstones.person_id)`,
)

export const ACCESS_QUERIES: Queries<Name> = {
  'timer-orphaned':
    () => `SELECT subject || ' ' || kind AS id FROM timers WHERE NOT (${exists('sessions', 'ses')}
    OR ${exists('pairings', 'pai')} OR ${exists('people', 'per')} OR ${exists('programmes', 'prg')})`,
  'access-outlives': (at) => `SELECT id FROM sign_ins
      WHERE ended_at IS NULL AND until_at > ${at} AND ${hasNoPlace('sign_ins.person_id')}
    UNION SELECT person_id FROM feeds WHERE ${hasNoPlace('feeds.person_id')}
    UNION SELECT person_id FROM busy_feeds WHERE ${hasNoPlace('busy_feeds.person_id')}
    UNION SELECT links.id FROM links JOIN sessions ON sessions.id = session_id
      WHERE revoked_at IS NULL AND expires_at > ${at} AND NOT EXISTS (
        SELECT 1 FROM memberships WHERE memberships.programme_id = sessions.programme_id
          AND memberships.person_id = links.person_id)
      AND NOT EXISTS (SELECT 1 FROM assistants WHERE assistant_id = links.person_id AND until_at IS NULL)`,
  // Added anew to a programme since, he is there rightly.
  'erased-but-named': () => `SELECT tombstones.person_id AS id FROM tombstones
      JOIN people ON people.id = tombstones.person_id
      WHERE programme_id = '' AND erased_at IS NOT NULL AND (email <> '' OR name <> '–' OR ${ownRows.join(' OR ')})
    UNION SELECT tombstones.person_id FROM tombstones JOIN members ON members.person_id = tombstones.person_id
      AND tombstones.programme_id IN ('', members.programme_id)
      WHERE erased_at IS NOT NULL AND (name <> '–' OR notes IS NOT NULL OR own_addresses IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM memberships WHERE memberships.person_id = members.person_id
          AND memberships.programme_id = members.programme_id AND since >= erased_at)`,
  'key-astray': () => `SELECT id FROM idempotency_keys WHERE made IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM sessions WHERE sessions.id = made)`,
  'reference-broken': () => `SELECT "table" || ' ' || coalesce(rowid, '') || ' → ' || parent AS id
    FROM pragma_foreign_key_check`,
}
