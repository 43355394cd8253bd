import { and, eq } from 'drizzle-orm'

import { planRows, plans } from '../../../schema/index.ts'
import type { PairingId, PlanId } from '../../domain/ids.ts'
import type { KeptPlan, PlanRow } from '../../domain/plan/plan.ts'
import type { Database, Statement } from '../../platform.ts'

export async function findPlan(db: Database, id: PlanId): Promise<KeptPlan | null> {
  const [[plan], rows] = await db.batch([
    db.select().from(plans).where(eq(plans.id, id)),
    db.select().from(planRows).where(eq(planRows.planId, id)).orderBy(planRows.position),
  ])
  return plan ? { ...plan, rows: rows.map(({ planId: _, position: _position, ...row }) => row) } : null
}

export function insertPlan(db: Database, { rows, ...plan }: KeptPlan): readonly Statement[] {
  return [
    db.insert(plans).values(plan),
    ...rows.map((row, position) => db.insert(planRows).values({ ...row, planId: plan.id, position })),
  ]
}

/** Callers change only a row that was not sent. */
export function updatePlanRow(
  db: Database,
  planId: PlanId,
  pairingId: PairingId,
  row: Partial<Pick<PlanRow, 'state' | 'refusal' | 'options'>>,
): Statement {
  return db
    .update(planRows)
    .set(row)
    .where(and(eq(planRows.planId, planId), eq(planRows.pairingId, pairingId)))
}
