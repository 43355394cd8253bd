import { and, eq, gt, type SQL, sql } from 'drizzle-orm'

import { keptForms } from '../../../schema/index.ts'
import { KEPT_MS } from '../../domain/clock/retention.ts'
import type { KeptFormId, PersonId } from '../../domain/ids.ts'
import { RATE_LIMITS } from '../../domain/rate-limits.ts'
import { before, type Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'

/** For one person: the newest. */
const MOST_KEPT = RATE_LIMITS['kept-form'].most

export type KeptForm = typeof keptForms.$inferSelect

/** Keeps a form, and no more than some of one person. */
export function insertKeptForm(db: Database, form: KeptForm): readonly Statement[] {
  const newest = sql`(SELECT id FROM kept_forms WHERE person_id = ${form.personId}
    ORDER BY kept_at DESC, rowid DESC LIMIT ${MOST_KEPT})`
  return [
    db.insert(keptForms).values(form),
    db
      .delete(keptForms)
      .where(and(eq(keptForms.personId, form.personId), sql`${keptForms.id} NOT IN ${newest}`)),
  ]
}

/** What this person's form was; null if it is somebody else's, or too old. */
export async function findKeptForm(
  db: Database,
  { id, personId, now }: { readonly id: KeptFormId; readonly personId: PersonId; readonly now: Instant },
): Promise<KeptForm | null> {
  const [row] = await db
    .select()
    .from(keptForms)
    .where(
      and(
        eq(keptForms.id, id),
        eq(keptForms.personId, personId),
        gt(keptForms.keptAt, before(now, KEPT_MS.keptForms)),
      ),
    )
  return row ?? null
}

/** Deletes what is older than a day. A slice. */
export function dropKeptForms(now: Instant, limit: number): SQL {
  return sql`DELETE FROM kept_forms WHERE id IN (
    SELECT id FROM kept_forms WHERE kept_at <= ${before(now, KEPT_MS.keptForms)} LIMIT ${limit})`
}
