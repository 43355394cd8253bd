import { sql } from 'drizzle-orm'

import type { SessionId } from '../../domain/ids.ts'
import type { Blocker, PersonRules } from '../../domain/people/person.ts'
import { rulesOf } from '../../domain/people/presets.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'

type Row = { readonly id: SessionId; readonly rules: string; readonly blockers: string }

/**
 * Future sessions past the middle of the interval, of executives who accept nudges, with a commitment that nobody has
 * marked.
 */
export async function listNudgeable(db: Database, now: Instant): Promise<readonly SessionId[]> {
  const rows = await db.all<Row>(sql`
    SELECT sessions.id, members.rules, members.blockers FROM sessions
    JOIN members ON members.programme_id = sessions.programme_id AND members.person_id = sessions.executive_id
    JOIN commitments ON commitments.id = (
      SELECT id FROM commitments AS latest WHERE latest.pairing_id = sessions.pairing_id AND latest.replaced = 0
      ORDER BY made_at DESC LIMIT 1)
    WHERE sessions.status = 'fixed' AND sessions.ends_at > ${now} AND sessions.starts_at > ${now}
      AND NOT EXISTS (SELECT 1 FROM wishes WHERE wishes.pairing_id = sessions.pairing_id)
      AND commitments.done IS NULL AND commitments.session_id <> sessions.id
      AND 2 * ${now} >= sessions.starts_at + (
        SELECT max(ends_at) FROM sessions AS held WHERE held.pairing_id = sessions.pairing_id AND held.status IN ('happened', 'cut-short'))
      AND NOT EXISTS (SELECT 1 FROM outbox WHERE dedupe_key = 'nudge:' || commitments.id)
    ORDER BY sessions.ends_at LIMIT 200`)
  return rows.filter((row) => isAgreed(row)).map(({ id }) => id)
}

function isAgreed({ rules, blockers }: Row): boolean {
  const writtenRules: PersonRules = JSON.parse(rules)
  const writtenBlockers: readonly Blocker[] = JSON.parse(blockers)
  return rulesOf({ rules: writtenRules, blockers: writtenBlockers }).nudges === true
}
