import { and, asc, eq, gt } from 'drizzle-orm'

import { claims, offers, options, sessions } from '../../../schema/index.ts'
import type { FeedSession } from '../../domain/feed/feed.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { isAmong } from '../among.ts'
import { listForFeed } from './feed-sessions.ts'

/** The times that are held for a mentor's open offers. What an undoable press keeps for a minute is none of them. */
export async function listHeldTimes(
  db: Database,
  { mentorId, mine }: { readonly mentorId: PersonId; readonly mine: readonly ProgrammeId[] },
  now: Instant,
): Promise<readonly FeedSession[]> {
  const held = await db
    .select({
      id: options.id,
      sessionId: claims.sessionId,
      start: options.startsAt,
      end: options.endsAt,
      madeAt: offers.madeAt,
    })
    .from(claims)
    .innerJoin(sessions, eq(sessions.id, claims.sessionId))
    .innerJoin(offers, and(eq(offers.sessionId, claims.sessionId), eq(offers.status, 'open')))
    .innerJoin(
      options,
      and(
        eq(options.offerId, offers.id),
        eq(options.startsAt, claims.startsAt),
        eq(options.dropped, false),
        gt(options.untilAt, now),
      ),
    )
    .where(
      and(
        eq(claims.personId, mentorId),
        gt(claims.startsAt, now),
        gt(claims.heldUntil, now),
        isAmong(sessions.programmeId, mine),
      ),
    )
    .orderBy(asc(options.startsAt), asc(options.id))
  if (held.length === 0) return []

  const ids = [...new Set(held.map(({ sessionId }) => sessionId))]
  const found = await listForFeed(db, isAmong(sessions.id, ids))
  return held.flatMap(({ id, sessionId, start, end, madeAt }) => {
    const session = found.find((each) => each.id === sessionId)
    return session ? [{ ...session, held: id, time: { start, end }, version: 0, changedAt: madeAt }] : []
  })
}
