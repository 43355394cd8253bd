import { and, lte, sql } from 'drizzle-orm'

import { offers, sessions } from '../../schema/index.ts'
import { SECOND_THOUGHTS } from '../domain/bumping.ts'
import type { PairingId, SessionId } from '../domain/ids.ts'
import { before, type Instant } from '../domain/time.ts'
import type { Database } from '../platform.ts'

/** One tick takes this many of a kind; the next takes the rest. */
const MOST = 50

/** Fixed sessions whose executive declined long enough ago for it to be meant. */
export async function listDeclined(db: Database, now: Instant): Promise<readonly SessionId[]> {
  const rows = await db.all<{ id: SessionId }>(sql`
    SELECT sessions.id FROM sessions
    JOIN invites ON invites.session_id = sessions.id AND invites.person_id = sessions.executive_id
    WHERE sessions.status = 'fixed' AND sessions.ends_at > ${now}
      AND invites.live = 1 AND invites.partstat = 'DECLINED'
      AND json_extract(invites.answer, '$.at') <= ${before(now, SECOND_THOUGHTS)}
    ORDER BY sessions.starts_at LIMIT ${MOST}`)
  return rows.map(({ id }) => id)
}

/** Sessions whose open offer is past its hour. */
export async function listExpired(db: Database, now: Instant): Promise<readonly SessionId[]> {
  const rows = await db
    .select({ id: offers.sessionId })
    .from(offers)
    .where(and(sql`${offers.status} = 'open'`, lte(offers.heldUntil, now)))
    .limit(MOST)
  return rows.map(({ id }) => id)
}

/** Sessions over by then whose mentor was not asked yet how it went. */
export async function listUnasked(db: Database, endedBy: Instant): Promise<readonly SessionId[]> {
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        sql`${sessions.status} = 'fixed'`,
        lte(sessions.endsAt, endedBy),
        sql`NOT EXISTS (SELECT 1 FROM outbox WHERE effect = 'outcome:' || ${sessions.id} || ':' || ${sessions.endsAt})`,
      ),
    )
    .orderBy(sessions.endsAt)
    .limit(MOST)
  return rows.map(({ id }) => id)
}

/** Living pairings with no round open, whose last session lies behind: the next one is to be opened. */
export async function listRoundless(db: Database, now: Instant): Promise<readonly PairingId[]> {
  const rows = await db.all<{ id: PairingId }>(sql`
    SELECT id FROM pairings
    WHERE status = 'active'
      AND NOT EXISTS (SELECT 1 FROM sessions WHERE pairing_id = pairings.id AND status IN ('offered', 'fixed'))
      AND EXISTS (SELECT 1 FROM sessions WHERE pairing_id = pairings.id AND ends_at <= ${now})
    LIMIT ${MOST}`)
  return rows.map(({ id }) => id)
}
