import { type SQL, sql } from 'drizzle-orm'

import { offers } from '../../../schema/index.ts'
import type { LinkId, OfferId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'

/** More than anybody answers in one sitting. */
const MOST_ASKED = 50

/** An open offer that waits for its reader, with the latest link that answers it. */
export type Asked = {
  readonly offerId: OfferId
  readonly linkId: LinkId
  /** Where the link went; null: that was deleted. */
  readonly address: string | null
}

/**
 * What somebody is asked for other people now, what ends first first; not what a person has to decide already. For a batch.
 * `readerId` is a value or a query.
 */
export function selectAsked(db: Database, readerId: SQL, now: Instant) {
  const linkId = sql<LinkId | null>`(SELECT links.id FROM links
    WHERE links.offer_id = offers.id AND links.person_id = offers.asked_id AND links.purpose = 'answer'
      AND links.revoked_at IS NULL AND links.expires_at > ${now}
    ORDER BY links.rowid DESC LIMIT 1)`
  const answersForHim = sql`EXISTS (SELECT 1 FROM sessions
    JOIN pairings ON pairings.id = sessions.pairing_id AND pairings.status <> 'ended'
    JOIN assistants ON assistants.programme_id = pairings.programme_id
      AND assistants.executive_id = pairings.executive_id AND assistants.assistant_id = offers.asked_id
    WHERE sessions.id = offers.session_id AND sessions.status = 'offered' AND assistants.from_at <= ${now}
      AND (assistants.until_at IS NULL OR assistants.until_at > ${now}))`
  const isWithSomebody = sql`EXISTS (SELECT 1 FROM proposals
    WHERE proposals.session_id = offers.session_id AND proposals.state = 'waiting'
      AND proposals.via <> 'calendar' AND proposals.at >= offers.made_at)`
  return db
    .select({
      ...{ offerId: offers.id, linkId },
      address: sql<string | null>`(SELECT links.address FROM links WHERE links.id = ${linkId})`,
    })
    .from(offers)
    .where(
      sql`${offers.status} = 'open' AND ${offers.heldUntil} > ${now} AND ${offers.askedId} = ${readerId}
        AND ${answersForHim} AND NOT ${isWithSomebody}`,
    )
    .orderBy(offers.heldUntil, offers.id)
    .limit(MOST_ASKED)
}

export function toAsked(rows: Awaited<ReturnType<typeof selectAsked>>): readonly Asked[] {
  return rows.flatMap(({ offerId, linkId, address }) => (linkId ? [{ offerId, linkId, address }] : []))
}
