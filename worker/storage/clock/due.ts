import { type SQL, sql } from 'drizzle-orm'

import type { PairingId, SessionId } from '../../domain/ids.ts'
import { OUTCOME_ASKED_AFTER_MS } from '../../domain/session/ask-for-outcome.ts'
import { MAX_REOFFERS, DECLINE_GRACE_MS } from '../../domain/session/bump.ts'
import { ROUND_OPENS_DAYS_AHEAD, MIN_GAP_AFTER_SESSION_MS } from '../../domain/session/round.ts'
import { before, DAY, type Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { listIds, ROWS_PER_TICK } from './work.ts'

/** Sessions whose open offer has expired. */
export function listExpired(db: Database, now: Instant): Promise<readonly SessionId[]> {
  return listIds(db, expired(now))
}

export function expired(now: Instant): SQL {
  return sql`SELECT session_id AS id FROM offers WHERE status = 'open' AND held_until <= ${now} LIMIT ${ROWS_PER_TICK}`
}

/** Fixed sessions whose executive declined so long ago that it counts as a bump. */
export function listDeclined(db: Database, now: Instant): Promise<readonly SessionId[]> {
  return listIds(db, declined(now))
}

export function declined(now: Instant): SQL {
  return sql`
    SELECT sessions.id FROM sessions
    JOIN invites ON invites.session_id = sessions.id AND invites.person_id = sessions.executive_id
    WHERE sessions.status = 'fixed' AND sessions.ends_at > ${now}
      AND invites.live = 1 AND invites.partstat = 'DECLINED'
      AND json_extract(invites.answer, '$.at') <= ${before(now, DECLINE_GRACE_MS)}
    ORDER BY sessions.starts_at LIMIT ${ROWS_PER_TICK}`
}

/** Sessions that ended some minutes ago, whose mentor was not asked for the outcome. */
export function listUnasked(db: Database, now: Instant): Promise<readonly SessionId[]> {
  return listIds(db, unasked(now))
}

export function unasked(now: Instant): SQL {
  return sql`
    SELECT id FROM sessions
    WHERE status = 'fixed' AND ends_at <= ${before(now, OUTCOME_ASKED_AFTER_MS)}
      AND NOT EXISTS (SELECT 1 FROM outbox WHERE dedupe_key = 'outcome:' || sessions.id || ':' || sessions.ends_at)
      AND EXISTS (SELECT 1 FROM programmes WHERE id = sessions.programme_id AND status = 'open')
    ORDER BY ends_at LIMIT ${ROWS_PER_TICK}`
}

/**
 * Active pairings whose next round is due (`roundDueAt`): no round is open, or the last session is over and nobody
 * logged it.
 */
export function listRoundless(db: Database, now: Instant): Promise<readonly PairingId[]> {
  return listIds(db, roundless(now))
}

export function roundless(now: Instant): SQL {
  return sql`
    SELECT pairings.id, coalesce(max(sessions.ends_at), pairings.last_met) AS last_end,
      coalesce(max(CASE WHEN sessions.status <> 'cancelled' THEN sessions.ends_at END), pairings.last_met, 0) AS last_at
    FROM pairings
    JOIN programmes ON programmes.id = pairings.programme_id
    LEFT JOIN sessions ON sessions.pairing_id = pairings.id AND sessions.ends_at IS NOT NULL
    WHERE pairings.status = 'active'
      AND NOT EXISTS (SELECT 1 FROM wishes WHERE wishes.pairing_id = pairings.id)
      AND NOT EXISTS (
        SELECT 1 FROM sessions AS open
        WHERE open.pairing_id = pairings.id AND open.status IN ('offered', 'fixed') AND open.passed = 0
          AND (open.status = 'offered' OR open.ends_at > ${before(now, MIN_GAP_AFTER_SESSION_MS)}))
    GROUP BY pairings.id
    HAVING last_end <= ${before(now, MIN_GAP_AFTER_SESSION_MS)}
      AND last_at + (json_extract(programmes.policy, '$.cadence') - ${ROUND_OPENS_DAYS_AHEAD}) * ${DAY} <= ${now}
    LIMIT ${ROWS_PER_TICK}`
}

/**
 * Rounds on autopilot that need an offer: the latest one expired, suited nobody, or was put off to a day that has come.
 */
export function listUnoffered(db: Database, now: Instant): Promise<readonly SessionId[]> {
  return listIds(db, unoffered(now))
}

export function unoffered(now: Instant): SQL {
  return sql`
    SELECT sessions.id FROM sessions
    JOIN offers ON offers.id = (SELECT id FROM offers WHERE session_id = sessions.id ORDER BY rowid DESC LIMIT 1)
    JOIN programmes ON programmes.id = sessions.programme_id
    LEFT JOIN members ON members.programme_id = sessions.programme_id AND members.person_id = sessions.executive_id
    WHERE sessions.status IN ('offered', 'fixed') AND sessions.status = 'offered'
      AND NOT EXISTS (SELECT 1 FROM wishes WHERE wishes.pairing_id = sessions.pairing_id)
      AND (sessions.not_before IS NULL OR sessions.not_before <= ${now})
      AND coalesce(json_extract(members.rules, '$.autopilot'), json_extract(programmes.policy, '$.autopilot')) IS NOT 0
      AND (offers.status = 'later'
        OR (offers.status = 'expired' AND 1 >= (SELECT count(*) FROM offers WHERE session_id = sessions.id AND status = 'expired'))
        OR (offers.status = 'none' AND ${MAX_REOFFERS} >= (SELECT count(*) FROM offers WHERE session_id = sessions.id AND status = 'none')))
    LIMIT ${ROWS_PER_TICK}`
}
