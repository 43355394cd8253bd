import { and, desc, eq, gt, isNotNull, type SQL, sql } from 'drizzle-orm'

import { planRows, plans } from '../../../schema/index.ts'
import type { KeyId, PairingId, ProgrammeId } from '../../domain/ids.ts'
import type { KeptPlan } from '../../domain/plan/plan.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { findPlan } from './plan.ts'

/** What a person has neither sent nor left out. */
const IS_WAITING: SQL = sql`${planRows.state} IN ('open', 'failed')`

type Drafted = { readonly keyId: KeyId; readonly pairingId: PairingId }

/** The draft of this key for the pairing that waits. */
export async function findDraft(db: Database, { keyId, pairingId }: Drafted): Promise<KeptPlan | null> {
  const [row] = await db
    .select({ id: plans.id })
    .from(plans)
    .innerJoin(planRows, eq(planRows.planId, plans.id))
    .where(and(eq(plans.keyId, keyId), eq(planRows.pairingId, pairingId), IS_WAITING))
    .orderBy(desc(plans.madeAt))
    .limit(1)
  return row ? findPlan(db, row.id) : null
}

/** Leaves out what the key drafted for these pairings before: a page that shows it sends nothing any more. */
export function replaceDrafts(db: Database, { keyId, rows }: KeptPlan): readonly Statement[] {
  if (keyId === null) return []
  return rows.map(({ pairingId }) =>
    db
      .update(planRows)
      .set({ state: 'dropped' })
      .where(
        and(
          eq(planRows.pairingId, pairingId),
          IS_WAITING,
          sql`${planRows.planId} IN (SELECT id FROM plans WHERE key_id = ${keyId})`,
        ),
      ),
  )
}

/** What programs drafted lately and nobody has dealt with, as long as one of its times is to come. */
export function selectDrafts(
  db: Database,
  programmeId: ProgrammeId,
  { now, monthAgo }: { readonly now: Instant; readonly monthAgo: Instant },
) {
  return db
    .select({ planId: plans.id, pairingId: planRows.pairingId, at: plans.madeAt })
    .from(plans)
    .innerJoin(planRows, eq(planRows.planId, plans.id))
    .where(
      and(
        eq(plans.programmeId, programmeId),
        isNotNull(plans.keyId),
        gt(plans.madeAt, monthAgo),
        IS_WAITING,
        sql`EXISTS (SELECT 1 FROM json_each(${planRows.options}) WHERE value ->> 'start' > ${now})`,
      ),
    )
}
