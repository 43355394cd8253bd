import { and, eq, gt, sql } from 'drizzle-orm'

import { outbox } from '../../../schema/index.ts'
import type { LetterId, PersonId } from '../../domain/ids.ts'
import { formsOfAddress } from '../../domain/people/address.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { lookAfterLetter } from '../clock/timers.ts'
import { isOwnAddress } from '../people/own-addresses.ts'

/** Of a letter whose data is gone only the reader is left. */
const WENT_TO = (address: string) => sql`CASE coalesce(json_extract(${outbox.letter}, '$.reader.email'), '')
  WHEN '' THEN ${IS_HIS(address)}
  ELSE json_extract(${outbox.letter}, '$.reader.email') IN ${formsIn(address)} END`

const IS_HIS = (address: string) =>
  sql<number>`(EXISTS (SELECT 1 FROM addresses WHERE address IN ${formsIn(address)} AND person_id = ${outbox.personId})
    OR EXISTS (SELECT 1 FROM members WHERE members.person_id = ${outbox.personId} AND ${isOwnAddress(address)}))`

/** However it was stored. */
const formsIn = (address: string) =>
  sql`(SELECT value FROM json_each(${JSON.stringify(formsOfAddress(address))}))`

/**
 * The letter that left under one of these ids, ours or the provider's, to this address. `isHis`: the address is still its
 * reader's.
 */
export async function findReturned(
  db: Database,
  ids: readonly string[],
  address: string,
): Promise<{ readonly id: LetterId; readonly personId: PersonId; readonly isHis: boolean } | null> {
  const listed = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
  const [row] = await db
    .select({
      id: outbox.id,
      personId: outbox.personId,
      isHis: IS_HIS(address),
    })
    .from(outbox)
    .where(
      and(
        sql`(${outbox.id} IN ${listed} OR ${outbox.providerId} IN ${listed})`,
        gt(outbox.attempts, 0),
        WENT_TO(address),
      ),
    )
    .limit(1)
  return row ? { ...row, isHis: row.isHis === 1 } : null
}

/** A sent letter that did not arrive. One that is tried again meanwhile keeps its state. */
export function markReturned(
  db: Database,
  id: LetterId,
  { state, error }: { readonly state: 'failed' | 'stopped'; readonly error: string },
  now: Instant,
): readonly Statement[] {
  const mark = db
    .update(outbox)
    .set({ state, error })
    .where(and(eq(outbox.id, id), sql`${outbox.state} = 'sent'`))
  return [mark, lookAfterLetter(db, id, now)]
}
