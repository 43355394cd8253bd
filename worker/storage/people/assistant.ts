import { and, eq, type SQL, sql } from 'drizzle-orm'

import { assistants } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'

/** The assistant answers for the executive now. */
export function isAnswering(now: Instant): SQL {
  return sql`${assistants.fromAt} <= ${now} AND (${assistants.untilAt} IS NULL OR ${assistants.untilAt} > ${now})`
}

/** Who answers for whom now, in one programme or in all; for these executives, or for everybody. */
export async function listAssistants(
  db: Database,
  programmeId: ProgrammeId | null,
  executiveIds: readonly PersonId[] | null,
  now: Instant,
): Promise<readonly { readonly executiveId: PersonId; readonly assistantId: PersonId }[]> {
  return selectAssistants(db, programmeId, now, executiveIds)
}

/** The query, for a batch; without executives, it finds those of everybody. */
export function selectAssistants(
  db: Database,
  programmeId: ProgrammeId | null,
  now: Instant,
  executiveIds: readonly PersonId[] | null = null,
) {
  return db
    .selectDistinct({ executiveId: assistants.executiveId, assistantId: assistants.assistantId })
    .from(assistants)
    .where(
      and(
        programmeId ? eq(assistants.programmeId, programmeId) : undefined,
        executiveIds
          ? sql`${assistants.executiveId} IN (SELECT value FROM json_each(${JSON.stringify(executiveIds)}))`
          : undefined,
        isAnswering(now),
      ),
    )
    .orderBy(assistants.fromAt, assistants.assistantId)
}

export function insertAssistant(
  db: Database,
  programmeId: ProgrammeId,
  executiveId: PersonId,
  assistantId: PersonId,
  fromAt: Instant,
): Statement {
  return db.insert(assistants).values({ programmeId, executiveId, assistantId, fromAt }).onConflictDoNothing()
}

/** Ends an assistant's duty. The row stays as history, unless the duty never began. */
export function endAssistant(
  db: Database,
  programmeId: ProgrammeId,
  executiveId: PersonId,
  assistantId: PersonId,
  until: Instant,
): readonly Statement[] {
  const isThisPair = and(
    eq(assistants.programmeId, programmeId),
    eq(assistants.executiveId, executiveId),
    eq(assistants.assistantId, assistantId),
  )
  return [
    db
      .update(assistants)
      .set({ untilAt: until })
      .where(and(isThisPair, sql`${assistants.untilAt} IS NULL AND ${assistants.fromAt} < ${until}`)),
    db.delete(assistants).where(and(isThisPair, sql`${assistants.fromAt} >= ${until}`)),
  ]
}
