import { and, desc, eq, gt, type SQL, sql } from 'drizzle-orm'

import { outbox } from '../../../schema/index.ts'
import type { Outgoing } from '../../domain/decision.ts'
import type { LetterId, PersonId, ProgrammeId } from '../../domain/ids.ts'
import { type Sending, SENDING_WORKS } from '../../domain/letter/breaker.ts'
import { threadWithin, validUntilOf } from '../../domain/letter/thread.ts'
import { formsOfAddress } from '../../domain/people/address.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Platform, Statement } from '../../platform.ts'
import { field } from '../many.ts'
import { MAY_LEAVE } from './restored.ts'
import { sealLetter } from './sealed.ts'

/** Leased to nobody, or to somebody who has not come back. */
export function isFree(now: Instant): SQL {
  return sql`(lease IS NULL OR lease_until <= ${now})`
}

/** A letter that is due and not leased. */
function isDue(now: Instant): SQL {
  return sql`state = 'waiting' AND due_at <= ${now} AND ${isFree(now)} AND ${MAY_LEAVE}`
}

/** Whether a letter is due and not leased: one row, for a batch. */
export function selectLettersDue(db: Database, now: Instant) {
  return db.select({ id: outbox.id }).from(outbox).where(isDue(now)).limit(1)
}

/** Became due after our sending was stopped, and has not failed. */
export function isNewSince(stoppedAt: Instant | SQL): SQL {
  return sql`fault IS NULL AND due_at > ${stoppedAt}`
}

/** Whether a letter is due, whether one is new since our sending stopped, and whether it works: all that an idle run reads. */
export async function findWork(
  db: Database,
  now: Instant,
): Promise<{ readonly isDue: boolean; readonly isNewDue: boolean; readonly sending: Sending }> {
  const stoppedAt = sql`(SELECT stopped_at FROM sending WHERE id = 1)`
  const [row] = await db.all<{
    readonly isDue: number
    readonly isNewDue: number
    readonly sending: string | null
  }>(sql`
    SELECT EXISTS (SELECT 1 FROM outbox WHERE ${isDue(now)}) AS isDue,
      EXISTS (SELECT 1 FROM outbox WHERE ${isDue(now)} AND ${isNewSince(stoppedAt)}) AS isNewDue,
      (SELECT json_object('stoppedAt', stopped_at, 'failures', failures, 'tries', tries, 'nextTryAt', next_try_at,
        'error', error, 'errorAt', error_at, 'refusedAs', refused_as, 'refusedReaders', json(refused_readers)) FROM sending WHERE id = 1) AS sending`)
  const sending: Sending = row?.sending ? JSON.parse(row.sending) : SENDING_WORKS
  return { isDue: row?.isDue === 1, isNewDue: row?.isNewDue === 1, sending }
}

/** One letter for each dedupe key: repeating a decision writes no second one. A list, since a promise of a statement would run it. */
export async function insertLetter(
  platform: Pick<Platform, 'db' | 'now' | 'seal' | 'open'>,
  outgoing: Outgoing,
): Promise<readonly [Statement]> {
  const row = await letterRow(platform, outgoing)
  return [platform.db.insert(outbox).values(row).onConflictDoNothing({ target: outbox.dedupeKey })]
}

/** The row of a letter that waits, with all that its columns need. */
export async function letterRow(
  { now, seal, open }: Pick<Platform, 'now' | 'seal' | 'open'>,
  { dedupeKey, letter, dueAt, isQuiet, programmes }: Outgoing,
) {
  return {
    id: letter.id,
    dedupeKey,
    personId: letter.reader.personId,
    sessionId: 'sessionId' in letter ? letter.sessionId : null,
    letter: await sealLetter({ seal, open }, letter.id, letter),
    state: 'waiting',
    attempts: 0,
    dueAt,
    createdAt: now(),
    thread: threadWithin(letter, programmes ?? []),
    validUntil: validUntilOf(letter),
    mayBeHad: false,
    isQuiet: isQuiet ?? false,
  } as const
}

/** What failed or was stopped at an address that is not its reader's any more is no longer undelivered. */
export function retireUndelivered(
  db: Database,
  personId: PersonId,
  addresses: readonly string[],
  { at, programmes }: { readonly at: Instant; readonly programmes: readonly ProgrammeId[] | null },
): Statement {
  return db
    .update(outbox)
    .set({ state: 'retired', error: 'address-changed', retiredAt: at })
    .where(
      and(
        eq(outbox.personId, personId),
        sql`${outbox.state} IN ('failed', 'stopped')`,
        sql`json_extract(${outbox.letter}, '$.reader.email') IN (SELECT value FROM json_each(${JSON.stringify(addresses.flatMap(formsOfAddress))}))`,
        programmes ? isAboutOne(sql`${JSON.stringify(programmes)}`) : undefined,
      ),
    )
}

/** About a session of one of these programmes, a list as JSON. */
function isAboutOne(programmes: SQL): SQL {
  return sql`EXISTS (SELECT 1 FROM sessions WHERE sessions.id = ${outbox.sessionId}
    AND instr(${programmes}, '"' || sessions.programme_id || '"') > 0)`
}

/**
 * The same of many; a row has `address`, in each form in which it can be stored, `personId`, `at`, and `programmes`, null
 * for all.
 */
export function retireAllUndelivered(db: Database, rows: SQL): Statement {
  return db
    .update(outbox)
    .set({ state: 'retired', error: 'address-changed', retiredAt: field<Instant>('at') })
    .from(rows)
    .where(
      and(
        eq(outbox.personId, field('personId')),
        sql`${outbox.state} IN ('failed', 'stopped')`,
        sql`json_extract(${outbox.letter}, '$.reader.email') = ${field('address')}`,
        sql`(${field('programmes')} IS NULL OR ${isAboutOne(field('programmes'))})`,
      ),
    )
}

/** Whether a letter with this dedupe key exists. */
export async function isWritten(db: Database, dedupeKey: string): Promise<boolean> {
  return isWrittenSince(db, [dedupeKey], null)
}

/** Whether a letter with one of these dedupe keys was written after this moment, or at any time. */
export async function isWrittenSince(
  db: Database,
  dedupeKeys: readonly string[],
  since: Instant | null,
): Promise<boolean> {
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        sql`${outbox.dedupeKey} IN (SELECT value FROM json_each(${JSON.stringify(dedupeKeys)}))`,
        since === null ? undefined : gt(outbox.createdAt, since),
      ),
    )
    .limit(1)
  return rows.length > 0
}

/** How many mails with the link to his own page were written to somebody after this moment; a nudge is none of them. */
export async function countOwnPages(db: Database, personId: PersonId, since: Instant): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(outbox)
    .where(
      and(
        eq(outbox.personId, personId),
        gt(outbox.createdAt, since),
        sql`${outbox.thread} LIKE 'own:%' AND ${outbox.state} NOT IN ('superseded', 'retired')`,
      ),
    )
  return row?.count ?? 0
}

/** The latest copy that “send again” wrote of this thread after this moment, to the same reader. */
export async function findAgainSince(
  db: Database,
  { personId, thread }: { readonly personId: PersonId; readonly thread: string | null },
  since: Instant,
): Promise<LetterId | null> {
  if (thread === null) return null
  const [row] = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.personId, personId),
        gt(outbox.createdAt, since),
        eq(outbox.thread, thread),
        sql`${outbox.dedupeKey} LIKE 'again:%' AND ${outbox.state} IN ('waiting', 'sent')`,
      ),
    )
    .orderBy(desc(outbox.createdAt))
    .limit(1)
  return row?.id ?? null
}

/** The number of leased letters. */
export async function countLeased(db: Database): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(outbox)
    .where(and(sql`${outbox.state} = 'waiting'`, sql`${outbox.lease} IS NOT NULL`))
  return row?.count ?? 0
}

/** Frees all leases. Only for a start with no other process: the holders of the leases no longer run. */
export async function releaseLeases(db: Database): Promise<void> {
  await db
    .update(outbox)
    .set({ lease: null, leaseUntil: null })
    .where(sql`${outbox.state} = 'waiting' AND ${outbox.lease} IS NOT NULL`)
}
