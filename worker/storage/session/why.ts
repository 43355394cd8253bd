import { and, eq, isNotNull, isNull, ne, not, or, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/sqlite-core'

import { offers, outcomes } from '../../../schema/index.ts'
import type { OfferId, PairingId, PersonId, SessionId } from '../../domain/ids.ts'
import type { Why, WhyKind, WhySaid } from '../../domain/session/why.ts'
import type { Database, Statement } from '../../platform.ts'
import { latestOf } from './session.ts'

/** What was said of the latest sessions of a pairing that fell short, and of times that did not suit. */
export async function listWhys(db: Database, pairingId: PairingId): Promise<readonly WhySaid[]> {
  return selectWhys(db, latestOf(pairingId))
}

export async function listWhysOfSession(db: Database, id: SessionId): Promise<readonly WhySaid[]> {
  return selectWhys(db, sql`${id}`)
}

/** A time that was given up and taken again: the session has it still, and nobody declines it. */
export const SUITS_AFTER_ALL = sql`(${offers.status} = 'answered' AND EXISTS (
  SELECT 1 FROM sessions WHERE id = ${offers.sessionId} AND status NOT IN ('offered', 'cancelled')
    AND NOT EXISTS (SELECT 1 FROM offers AS newer WHERE newer.session_id = sessions.id AND newer.made_at > ${offers.madeAt})
    AND NOT EXISTS (SELECT 1 FROM invites WHERE invites.session_id = sessions.id AND invites.person_id = sessions.executive_id
      AND live = 1 AND partstat = 'DECLINED')))`

/** Whoever logged, as long as it is what the log said at first; else whoever corrected the log. */
const WHO_SAID_NOT_HELD = sql<PersonId>`iif(outcomes.why_not_held IS (
    SELECT first.why_not_held FROM outcomes AS first
    WHERE first.session_id = outcomes.session_id AND first.logged_at = outcomes.logged_at
    ORDER BY first.rowid LIMIT 1), outcomes.logged_by,
  (SELECT actor_id FROM events WHERE subject = outcomes.session_id AND code = 'log-corrected'
    ORDER BY version DESC LIMIT 1))`

function selectWhys(db: Database, sessionIds: SQL) {
  const notHeld = db
    .select({
      kind: sql<WhyKind>`'not-held'`,
      code: sql<Why>`${outcomes.whyNotHeld}`,
      sessionId: outcomes.sessionId,
      byId: WHO_SAID_NOT_HELD,
    })
    .from(outcomes)
    .where(
      and(
        sql`${outcomes.sessionId} IN (${sessionIds}) AND ${outcomes.replaced} = 0`,
        isNotNull(outcomes.whyNotHeld),
      ),
    )
  const notSuited = db
    .select({
      kind: sql<WhyKind>`'not-suited'`,
      code: sql<Why>`${offers.whyNotSuited}`,
      sessionId: offers.sessionId,
      byId: sql<PersonId>`${offers.whySaidBy}`,
    })
    .from(offers)
    .where(
      and(sql`${offers.sessionId} IN (${sessionIds})`, isNotNull(offers.whyNotSuited), not(SUITS_AFTER_ALL)),
    )
  return unionAll(notHeld, notSuited)
}

/** What was said of the times of one offer: at most one. */
export async function listWhysOfOffer(db: Database, id: OfferId): Promise<readonly WhySaid[]> {
  const rows = await db
    .select({ code: offers.whyNotSuited, sessionId: offers.sessionId, byId: offers.whySaidBy })
    .from(offers)
    .where(eq(offers.id, id))
  return rows.flatMap(({ code, sessionId, byId }) =>
    code && byId ? [{ kind: 'not-suited' as const, code, sessionId, byId }] : [],
  )
}

/** Of an answered offer, also if a newer one has been made since. The word of somebody else stands. */
export function putWhyNotSuited(
  db: Database,
  id: OfferId,
  { code, byId }: Pick<WhySaid, 'code' | 'byId'>,
): Statement {
  const isTheirs = or(isNull(offers.whySaidBy), eq(offers.whySaidBy, byId))
  return db
    .update(offers)
    .set({ whyNotSuited: code, whySaidBy: byId })
    .where(and(eq(offers.id, id), ne(offers.status, 'open'), isTheirs))
}
