import { sql } from 'drizzle-orm'

import type { PairingId } from '../../domain/ids.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import type { DoneSession } from '../../domain/path/path.ts'
import type { Database } from '../../platform.ts'
import { hasStages } from '../programme/switches.ts'

/** Longer than anybody's path: the latest count. */
const MAX_DONE = 200

/** What came before, the earliest first: of an executive in a programme, or in one pairing alone. */
export async function listDone(
  db: Database,
  { executiveId, programmeId }: Pick<Pairing, 'executiveId' | 'programmeId'>,
  only: PairingId | null,
): Promise<readonly DoneSession[]> {
  const rows = await db.all<DoneSession>(sql`
    SELECT format_id AS formatId, sessions.id AS sessionId, sessions.starts_at AS at,
      iif(status IN ('happened', 'cut-short'), status, NULL) AS result, last_done AS lastDone,
      iif(${hasStages(sql`${programmeId}`)}, evidence, NULL) AS evidence,
      (SELECT done FROM commitments WHERE session_id = sessions.id AND replaced = 0
        ORDER BY made_at DESC, rowid DESC LIMIT 1) AS commitmentDone
    FROM sessions LEFT JOIN outcomes ON outcomes.session_id = sessions.id AND outcomes.replaced = 0
    WHERE sessions.executive_id = ${executiveId} AND programme_id = ${programmeId}
      AND (${only} IS NULL OR pairing_id = ${only})
      AND (status IN ('happened', 'cut-short') OR passed = 1)
    ORDER BY sessions.starts_at DESC LIMIT ${MAX_DONE}`)
  return rows.toReversed()
}
