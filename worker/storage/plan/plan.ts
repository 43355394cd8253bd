import { and, eq, sql } from 'drizzle-orm'

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
    ...slicesOf(rows.map((row, position) => [position, row] as const)).map((some) =>
      insertRows(db, plan.id, some),
    ),
  ]
}

/** A bound value may be two megabytes, and an invocation may ask a thousand things: many rows go in one statement. */
const ROWS_PER_STATEMENT = 100

function slicesOf<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_PER_STATEMENT) }, (_, index) =>
    rows.slice(index * ROWS_PER_STATEMENT, (index + 1) * ROWS_PER_STATEMENT),
  )
}

function insertRows(db: Database, id: PlanId, rows: readonly (readonly [number, PlanRow])[]): Statement {
  const field = (path: string) => sql`value ->> ${sql.raw(`'$[1].${path}'`)}`
  const whole = (path: string) => sql`value -> ${sql.raw(`'$[1].${path}'`)}`
  return db.insert(planRows).select(sql`
    SELECT ${id}, ${field('pairingId')}, value ->> '$[0]', ${field('mentorId')}, ${field('offerId')},
      ${field('minutes')}, ${whole('options')}, ${field('state')}, nullif(${whole('refusal')}, 'null')
    FROM json_each(${JSON.stringify(rows)})`)
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
