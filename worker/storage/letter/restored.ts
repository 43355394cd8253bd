import { and, desc, isNull, type SQL, sql } from 'drizzle-orm'

import { invites, outbox, restores } from '../../../schema/index.ts'
import type { TimerKind } from '../../domain/clock/timer.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { PausedWork, WaitingChoice } from '../../domain/letter/resume.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'

/** The database was restored, and nobody has resumed yet. */
const IS_PAUSED = sql`EXISTS (SELECT 1 FROM restores WHERE resumed_at IS NULL)`
/** The last row of the outbox that came with the backup. */
const LAST_OF_BACKUP = sql`(SELECT max(letters_up_to) FROM restores WHERE resumed_at IS NULL)`
/** Else nobody could sign in to resume, or see whether mail goes out at all. */
const LEAVES_ALWAYS = sql`('sign-in', 'test')`
/** What writes to nobody, and must not wait for a person. */
const RUNS_ALWAYS = [
  ...['read-feed', 'erase', 'purge', 're-arm', 'repair'],
] as const satisfies readonly TimerKind[]

/** Whether a letter may leave: all of them, but after a restore only what was asked for since to sign in. */
export const MAY_LEAVE: SQL = sql`(NOT ${IS_PAUSED} OR (json_extract(outbox.letter, '$.kind') IN ${LEAVES_ALWAYS}
  AND outbox.rowid > ${LAST_OF_BACKUP}))`

/** Whether a timer may run: after a restore none that could write to somebody, or decide by what may be long past. */
export const MAY_RUN: SQL = sql`(NOT ${IS_PAUSED} OR timers.kind IN (SELECT value FROM json_each(${JSON.stringify(RUNS_ALWAYS)})))`

/** Whether a webhook may be called. */
export const MAY_CALL: SQL = sql`NOT ${IS_PAUSED}`

/** One row while nothing is sent after a restore, with what waits; else none. */
export function selectPaused(db: Database, now: Instant) {
  const counted = (which: SQL) =>
    sql<number>`(SELECT count(*) FROM outbox WHERE state = 'waiting' AND ${which})`
  return db
    .select({
      at: restores.at,
      backupAt: restores.backupAt,
      ofBackup: counted(sql`outbox.rowid <= ${restores.lettersUpTo}`),
      since: counted(sql`outbox.rowid > ${restores.lettersUpTo}`),
      oldestAt: sql<Instant | null>`(SELECT min(created_at) FROM outbox WHERE state = 'waiting')`,
      timers: sql<number>`(SELECT count(*) FROM timers WHERE due_at <= ${now}
        AND kind NOT IN (SELECT value FROM json_each(${JSON.stringify(RUNS_ALWAYS)})))`,
    })
    .from(restores)
    .where(isNull(restores.resumedAt))
    .orderBy(desc(restores.id))
    .limit(1)
}

export async function findPaused(db: Database, now: Instant): Promise<PausedWork | null> {
  const [row] = await selectPaused(db, now)
  return row ?? null
}

/** The query, for a batch that asks only whether. */
export function selectRestoredAt(db: Database) {
  return db
    .select({ at: restores.at })
    .from(restores)
    .where(isNull(restores.resumedAt))
    .orderBy(desc(restores.id))
    .limit(1)
}

/**
 * Lets everything go again, once. With `drop`, what waited in the backup is set aside as if it had left: its calendars
 * count as having had it, so that an answer to it is taken and a cancellation still leaves.
 */
export function resumeStatements(
  db: Database,
  { byId, now, waiting }: { readonly byId: PersonId; readonly now: Instant; readonly waiting: WaitingChoice },
): readonly Statement[] {
  const isOfBackup = sql`outbox.state = 'waiting' AND outbox.rowid <= ${LAST_OF_BACKUP}`
  const handed = sql`(SELECT max(json_extract(letter, '$.sequence')) FROM outbox
    WHERE ${isOfBackup} AND json_extract(letter, '$.kind') = 'calendar' AND session_id = invites.session_id
      AND json_extract(letter, '$.uid') = invites.uid AND json_extract(letter, '$.method') <> 'DECLINECOUNTER')`
  const drop = [
    db
      .update(invites)
      .set({ sentSequence: sql`max(coalesce(${invites.sentSequence}, -1), ${handed})` })
      .where(
        and(
          sql`session_id IN (SELECT session_id FROM outbox WHERE ${isOfBackup})`,
          sql`${handed} IS NOT NULL`,
        ),
      ),
    db
      .update(outbox)
      .set({ state: 'retired', error: 'restored', retiredAt: now, lease: null, leaseUntil: null })
      .where(isOfBackup),
  ]
  return [
    ...(waiting === 'drop' ? drop : []),
    db.update(restores).set({ resumedAt: now, resumedBy: byId, waiting }).where(isNull(restores.resumedAt)),
  ]
}
