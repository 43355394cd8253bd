import { and, eq, isNull, sql } from 'drizzle-orm'

import { outbox, suppressions } from '../../../schema/index.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Suppression } from '../../domain/letter/suppression.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'

/** Those of the addresses that nothing may be sent to now. */
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

/** Marked once, however many mails come back. */
export function insertSuppression(db: Database, suppression: Suppression): Statement {
  return db.insert(suppressions).values(suppression).onConflictDoNothing()
}

export function clearSuppression(db: Database, address: string, by: PersonId, at: Instant): Statement {
  return db
    .update(suppressions)
    .set({ clearedAt: at, clearedBy: by })
    .where(and(eq(suppressions.address, address), isNull(suppressions.clearedAt)))
}

/** The letter that came back did not arrive, whatever its state said: by its own id, or by the provider's. */
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
