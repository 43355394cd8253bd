import { and, eq, isNull, sql } from 'drizzle-orm'

import { outbox, suppressions } from '../../../schema/index.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Suppression } from '../../domain/letter/suppression.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'

/** The addresses among these that are suppressed now. */
export async function listSuppressed(
  db: Database,
  addresses: readonly string[],
): Promise<ReadonlySet<string>> {
  if (addresses.length === 0) return new Set()
  const rows = await db
    .select({ address: suppressions.address })
    .from(suppressions)
    .where(
      and(
        isNull(suppressions.clearedAt),
        sql`${suppressions.address} IN (SELECT value FROM json_each(${JSON.stringify(addresses)}))`,
      ),
    )
  return new Set(rows.map(({ address }) => address))
}

/** One row for an address, even if several mails bounce. */
export function insertSuppression(db: Database, suppression: Suppression): Statement {
  return db.insert(suppressions).values(suppression).onConflictDoNothing()
}

export function clearSuppression(db: Database, address: string, by: PersonId, at: Instant): Statement {
  return db
    .update(suppressions)
    .set({ clearedAt: at, clearedBy: by })
    .where(and(eq(suppressions.address, address), isNull(suppressions.clearedAt)))
}

/** Marks a sent letter as bounced. `about` is its own id, or the provider's. */
export function markBounced(db: Database, personId: PersonId, about: string, detail: string): Statement {
  return db
    .update(outbox)
    .set({ state: 'stopped', error: `bounced-${detail}` })
    .where(
      and(
        eq(outbox.personId, personId),
        sql`${outbox.state} = 'sent'`,
        sql`(${outbox.id} = ${about} OR ${outbox.providerId} = ${about})`,
      ),
    )
}
