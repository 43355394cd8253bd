import { sql } from 'drizzle-orm'

import { formats, pairings } from '../../../schema/index.ts'
import type { FormatId, PairingId } from '../../domain/ids.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import type { Format } from '../../domain/path/format.ts'
import type { Database } from '../../platform.ts'
import { PAIRING } from '../pairing/pairing.ts'
import { toFormat } from './format.ts'

/** The format of a pairing's last session that was held, or that passed without a log. */
export const LAST_FORMAT_ID = sql<FormatId | null>`(
  SELECT format_id FROM sessions WHERE pairing_id = pairings.id AND (status IN ('happened', 'cut-short') OR passed = 1)
  ORDER BY starts_at DESC LIMIT 1)`

export type PairingBeginning = {
  readonly pairing: Pairing
  readonly formats: readonly Format[]
  readonly lastFormatId: FormatId | null
}

/** What decides the next format of several pairings: two queries for any number of them. */
export async function listBeginnings(
  db: Database,
  pairingIds: readonly PairingId[],
): Promise<ReadonlyMap<PairingId, PairingBeginning>> {
  const isAsked = sql`${pairings.id} IN (SELECT value FROM json_each(${JSON.stringify(pairingIds)}))`
  const [rows, formatRows] = await db.batch([
    db
      .select({ ...PAIRING, lastFormatId: LAST_FORMAT_ID })
      .from(pairings)
      .where(isAsked),
    db
      .select()
      .from(formats)
      .where(sql`${formats.programmeId} IN (SELECT programme_id FROM pairings WHERE ${isAsked})`)
      .orderBy(formats.position, formats.id),
  ])
  const byProgramme = Map.groupBy(formatRows.map(toFormat), ({ programmeId }) => programmeId)
  return new Map(
    rows.map(({ lastFormatId: last, ...pairing }) => [
      pairing.id,
      { pairing, formats: byProgramme.get(pairing.programmeId) ?? [], lastFormatId: last },
    ]),
  )
}
