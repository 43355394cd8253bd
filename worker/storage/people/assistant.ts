import { and, eq, type SQL, sql } from 'drizzle-orm'

import { assistants, programmes } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { isAmong } from '../among.ts'

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

/** Who answers now for each of these executives in the programme named with him. */
export async function listAssistantsOf(
  db: Database,
  asked: readonly { readonly programmeId: ProgrammeId; readonly id: PersonId }[],
  now: Instant,
): Promise<readonly { readonly executiveId: PersonId; readonly assistantId: PersonId }[]> {
  const pairs = JSON.stringify(asked.map(({ programmeId, id }) => [programmeId, id]))
  return selectAnswering(
    db,
    sql`(${assistants.programmeId}, ${assistants.executiveId}) IN (SELECT value ->> 0, value ->> 1 FROM json_each(${pairs}))`,
    now,
  )
}

/** The query, for a batch; without executives, it finds those of everybody. */
export function selectAssistants(
  db: Database,
  programmeId: ProgrammeId | null,
  now: Instant,
  executiveIds: readonly PersonId[] | null = null,
) {
  const inProgramme = programmeId ? eq(assistants.programmeId, programmeId) : undefined
  const ofThose = executiveIds ? isAmong(assistants.executiveId, executiveIds) : undefined
  return selectAnswering(db, and(inProgramme, ofThose), now)
}

function selectAnswering(db: Database, whose: SQL | undefined, now: Instant) {
  return db
    .selectDistinct({ executiveId: assistants.executiveId, assistantId: assistants.assistantId })
    .from(assistants)
    .where(and(whose, isAnswering(now)))
    .orderBy(assistants.fromAt, assistants.assistantId)
}

/** For whom somebody answers now. */
export async function listDuties(db: Database, assistantId: PersonId, now: Instant) {
  return selectDuties(db, sql`(${assistantId})`, now)
}

/** For whom somebody answers now, in all programmes that are open. For a batch; `assistantId` is a value or a query. */
export function selectDuties(db: Database, assistantId: SQL, now: Instant) {
  return db
    .selectDistinct({
      programmeId: assistants.programmeId,
      executiveId: assistants.executiveId,
      assistantId: assistants.assistantId,
    })
    .from(assistants)
    .innerJoin(programmes, eq(programmes.id, assistants.programmeId))
    .where(
      and(sql`${assistants.assistantId} IN ${assistantId}`, isAnswering(now), eq(programmes.status, 'open')),
    )
    .orderBy(assistants.programmeId, assistants.executiveId)
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
