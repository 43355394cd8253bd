import { and, eq, isNull, sql } from 'drizzle-orm'

import { links } from '../../../schema/index.ts'
import type { LinkId, OfferId, PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Link, LinkPurpose } from '../../domain/letter/link.ts'
import type { Instant } from '../../domain/time/time.ts'
import { type Database, hashOf, type Statement } from '../../platform.ts'

/** The link a token opens, if it was made for this purpose and not revoked; expired ones are found, to say so. */
export async function findLink(db: Database, purpose: LinkPurpose, token: string): Promise<Link | null> {
  const [row] = await db
    .select()
    .from(links)
    .where(and(eq(links.tokenHash, await hashOf(token)), eq(links.purpose, purpose), isNull(links.revokedAt)))
  if (!row) return null
  const { tokenHash: _, revokedAt: _revoked, ...link } = row
  return link
}

/** The id of the link by which this person answers this offer. */
export async function findAnswerLink(
  db: Database,
  offerId: OfferId,
  personId: PersonId,
): Promise<LinkId | null> {
  const [row] = await db
    .select({ id: links.id })
    .from(links)
    .where(and(eq(links.offerId, offerId), eq(links.personId, personId), isNull(links.revokedAt)))
  return row?.id ?? null
}

/** An assistant who was replaced opens nothing of this executive any more, in that programme. */
export function revokeLinks(
  db: Database,
  programmeId: ProgrammeId,
  personId: PersonId,
  executiveId: PersonId,
  at: Instant,
): Statement {
  return db
    .update(links)
    .set({ revokedAt: at })
    .where(
      and(
        eq(links.personId, personId),
        sql`${links.sessionId} IN (SELECT id FROM sessions WHERE executive_id = ${executiveId} AND programme_id = ${programmeId})`,
      ),
    )
}
