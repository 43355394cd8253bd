import { sql } from 'drizzle-orm'

import { formats, pairings } from '../../../schema/index.ts'
import type { PairingId } from '../../domain/ids.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import type { Format } from '../../domain/path/format.ts'
import type { PathReading } from '../../domain/path/path.ts'
import type { Database } from '../../platform.ts'
import { PAIRING } from '../pairing/pairing.ts'
import { toFormat } from './format.ts'
import { PATH } from './path.ts'

export type PairingBeginning = {
  readonly pairing: Pairing
  readonly formats: readonly Format[]
  readonly path: PathReading
}

/** What decides the next format of several pairings: two queries for any number of them. */
export async function listBeginnings(
  db: Database,
  pairingIds: readonly PairingId[],
): Promise<ReadonlyMap<PairingId, PairingBeginning>> {
  const isAsked = sql`${pairings.id} IN (SELECT value FROM json_each(${JSON.stringify(pairingIds)}))`
  const [rows, formatRows] = await db.batch([
    db
      .select({ ...PAIRING, path: PATH })
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
    rows.map(({ path, ...pairing }) => [
      pairing.id,
      { pairing, formats: byProgramme.get(pairing.programmeId) ?? [], path },
    ]),
  )
}
