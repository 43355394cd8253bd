import { and, asc, eq, lte, sql } from 'drizzle-orm'

import { outbox, sessions } from '../../../schema/index.ts'
import type { LetterId, ProgrammeId, SessionId } from '../../domain/ids.ts'
import type { OfferLetter, OffersLetter } from '../../domain/letter/letter.ts'
import { hasText, threadOf, validUntilOf } from '../../domain/letter/thread.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../batch.ts'
import { isFree } from './outbox.ts'
import { openAll, sealLetter } from './sealed.ts'

export type Gatherable = {
  readonly id: LetterId
  readonly sessionId: SessionId
  readonly programmeId: ProgrammeId
  readonly letter: OfferLetter
  readonly isQuiet: boolean
}

const GROUPS_AT_ONCE = 10

/**
 * Due offers that were never tried, to the assistants who have waited longest for more than one; always all of each. Those of
 * one moment by the executive's name.
 */
export async function listGatherable(platform: Platform): Promise<readonly Gatherable[]> {
  const { db } = platform
  const now = platform.now()
  const groups = sql`
    WITH due AS MATERIALIZED (
      SELECT outbox.id AS id, outbox.created_at AS created_at, sessions.programme_id || ' ' || outbox.is_quiet || ' '
        || json_extract(outbox.letter, '$.reader.email') AS key
      FROM outbox JOIN sessions ON sessions.id = outbox.session_id
      WHERE ${isUntouched(now)} AND ${IS_TO_ASSISTANT}),
    several AS (
      SELECT key FROM due GROUP BY key HAVING count(*) > 1 ORDER BY min(created_at), key LIMIT ${GROUPS_AT_ONCE})
    SELECT due.id FROM due JOIN several ON several.key = due.key`
  const rows = await db
    .select({
      id: outbox.id,
      sessionId: sessions.id,
      programmeId: sessions.programmeId,
      letter: outbox.letter,
      createdAt: outbox.createdAt,
      isQuiet: outbox.isQuiet,
    })
    .from(outbox)
    .innerJoin(sessions, eq(sessions.id, outbox.sessionId))
    .where(sql`${outbox.id} IN (${groups})`)
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
  const opened = (await openAll(platform, rows)).flatMap(({ letter, ...row }) =>
    hasText(letter) && letter.kind === 'offer' ? [{ ...row, letter }] : [],
  )
  return opened.toSorted(
    (one, other) =>
      one.createdAt - other.createdAt || compare(one.letter.executiveName, other.letter.executiveName),
  )
}

/** As the database orders texts. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

const IS_TO_ASSISTANT = sql`json_extract(${outbox.letter}, '$.kind') = 'offer'
  AND json_extract(${outbox.letter}, '$.toExecutive') = 0`

/**
 * Replaces several letters by one; does nothing if a deliverer has leased one of them meanwhile. Each of them counts as
 * sent, so that no dedupe key gets a second letter.
 */
export async function gatherLetters(
  platform: Platform,
  { rows, letter }: { readonly rows: readonly Gatherable[]; readonly letter: OffersLetter },
): Promise<void> {
  const { db } = platform
  const now = platform.now()
  const chosen = sql`${outbox.id} IN (SELECT value FROM json_each(${JSON.stringify(rows.map(({ id }) => id))}))`
  const free = db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(chosen, isUntouched(now)))
  const content = JSON.stringify(await sealLetter(platform, letter.id, letter))
  await inOneBatch(db, [
    db.insert(outbox).select(sql`
      SELECT ${letter.id}, ${`offers:${letter.id}`}, ${letter.reader.personId}, ${rows[0]?.sessionId ?? null}, ${content},
        'waiting', 0, ${now}, NULL, NULL, NULL, NULL, ${now}, ${threadOf(letter)}, ${validUntilOf(letter)}, NULL, 0,
        NULL, NULL, ${rows[0]?.isQuiet ? 1 : 0}
      WHERE (SELECT count(*) FROM ${free}) = ${rows.length}`),
    db
      .update(outbox)
      .set({ state: 'sent', sentAt: now, providerId: `in:${letter.id}` })
      .where(and(chosen, isUntouched(now), sql`EXISTS (SELECT 1 FROM outbox WHERE id = ${letter.id})`)),
  ])
}

function isUntouched(now: Instant) {
  return and(
    sql`${outbox.state} = 'waiting'`,
    lte(outbox.dueAt, now),
    eq(outbox.attempts, 0),
    eq(outbox.mayBeHad, false),
    isFree(now),
  )
}
