import { accessLog } from '../../../schema/index.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { inOneBatch } from '../batch.ts'
import { insertFrom, writeMany } from '../many.ts'

export type Access = {
  readonly at: Instant
  readonly actorId: PersonId
  readonly role: string
  readonly subjectId: PersonId
  /** The route's pattern, not the URL. */
  readonly route: string
}

/** One row for each access to what is about a person. */
export async function insertAccesses(db: Database, accesses: readonly Access[]): Promise<void> {
  await inOneBatch(
    db,
    writeMany(accesses, (rows) => insertFrom(db, accessLog, rows)),
  )
}
