import { eq, sql } from 'drizzle-orm'

import { pairings } from '../../../schema/index.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import type { Session } from '../../domain/session/session.ts'
import { instant, type Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { PAIRING } from '../pairing/pairing.ts'
import { listOpenSessions } from './session.ts'

/** A pairing with its open round, and when it last met. */
export type Round = {
  readonly pairing: Pairing
  readonly madeAt: Instant
  readonly open: Session | null
  readonly lastHeld: Instant | null
}

/** A programme's pairings, the ended ones last. */
export async function listRoundsOf(db: Database, programmeId: ProgrammeId): Promise<readonly Round[]> {
  const lastHeld = sql<number | null>`coalesce(
    (SELECT ends_at FROM sessions WHERE pairing_id = pairings.id AND status IN ('happened', 'cut-short')
     ORDER BY starts_at DESC LIMIT 1), pairings.last_met)`
  const [rows, sessions] = await Promise.all([
    db
      .select({ ...PAIRING, madeAt: pairings.createdAt, lastHeld })
      .from(pairings)
      .where(eq(pairings.programmeId, programmeId))
      .orderBy(sql`${pairings.status} = 'ended'`, pairings.createdAt, pairings.id),
    listOpenSessions(db, programmeId),
  ])
  const open = new Map(sessions.map((session) => [session.pairingId, session]))
  return rows.map(({ lastHeld: at, madeAt, ...pairing }) => ({
    pairing,
    madeAt,
    open: open.get(pairing.id) ?? null,
    lastHeld: at === null ? null : instant(at),
  }))
}
