import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'

import { outbox, sessions } from '../../../schema/index.ts'
import type { LetterId, ProgrammeId, SessionId } from '../../domain/ids.ts'
import type { OfferLetter, OffersLetter } from '../../domain/letter/letter.ts'
import { hasText, threadOf, validUntilOf } from '../../domain/letter/thread.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { inOneBatch } from '../batch.ts'
import { isFree } from './outbox.ts'

export type Gatherable = {
  readonly id: LetterId
  readonly sessionId: SessionId
  readonly programmeId: ProgrammeId
  readonly letter: OfferLetter
}

const GATHER_LIMIT = 100

/** Due offers to assistants that were never tried; offers of one moment by the executive's name. */
export async function listGatherable(db: Database, now: Instant): Promise<readonly Gatherable[]> {
  const rows = await db
    .select({
      id: outbox.id,
      sessionId: sessions.id,
      programmeId: sessions.programmeId,
      letter: outbox.letter,
    })
    .from(outbox)
    .innerJoin(sessions, eq(sessions.id, outbox.sessionId))
    .where(
      and(
        isUntouched(now),
        sql`json_extract(${outbox.letter}, '$.kind') = 'offer' AND json_extract(${outbox.letter}, '$.toExecutive') = 0`,
      ),
    )
    .orderBy(asc(outbox.createdAt), sql`json_extract(${outbox.letter}, '$.executiveName')`, asc(outbox.id))
    .limit(GATHER_LIMIT)
  return rows.flatMap(({ letter, ...row }) =>
    hasText(letter) && letter.kind === 'offer' ? [{ ...row, letter }] : [],
  )
}

/**
 * Replaces several letters by one; does nothing if a deliverer has leased one of them meanwhile. Each of them counts as
 * sent, so that no dedupe key gets a second letter.
 */
export async function gatherLetters(
  db: Database,
  {
    rows,
    letter,
    now,
  }: { readonly rows: readonly Gatherable[]; readonly letter: OffersLetter; readonly now: Instant },
): Promise<void> {
  const ids = rows.map(({ id }) => id)
  const free = db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(inArray(outbox.id, ids), isUntouched(now)))
  const content = JSON.stringify(letter)
  await inOneBatch(db, [
    db.insert(outbox).select(sql`
      SELECT ${letter.id}, ${`offers:${letter.id}`}, ${letter.reader.personId}, ${rows[0]?.sessionId ?? null}, ${content},
        'waiting', 0, ${now}, NULL, NULL, NULL, NULL, ${now}, ${threadOf(letter)}, ${validUntilOf(letter)}, NULL, 0,
        NULL, NULL
      WHERE (SELECT count(*) FROM ${free}) = ${ids.length}`),
    db
      .update(outbox)
      .set({ state: 'sent', sentAt: now, providerId: `in:${letter.id}` })
      .where(
        and(
          inArray(outbox.id, ids),
          isUntouched(now),
          sql`EXISTS (SELECT 1 FROM outbox WHERE id = ${letter.id})`,
        ),
      ),
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
