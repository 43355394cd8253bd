import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'

import { links, people } from '../../../schema/index.ts'
import type { LinkId, OfferId, PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Link, LinkPurpose } from '../../domain/letter/link.ts'
import type { Person } from '../../domain/people/person.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import type { Diary } from '../../domain/slot/diary.ts'
import type { Instant } from '../../domain/time/time.ts'
import { type Database, hashOf, type Platform, type Statement } from '../../platform.ts'
import { selectPeople, toPerson } from '../people/person.ts'
import { selectBothDiaries, toDiary } from '../read-for-decision.ts'
import { aboutSession, selectSituation, toSituation, withSession } from '../situation.ts'

/** A link with its reader and its session; null if one of them no longer exists. */
export type OpenedLink = {
  readonly link: Link
  readonly reader: Person | null
  readonly situation: SessionSituation | null
  /** When the two of the session are free. */
  readonly diary: Diary | null
}

/**
 * The link of this token and purpose, if it was not revoked, with all that its page reads, in one call. Expired links
 * are found too: their page says so.
 */
export async function readLink(
  platform: Platform,
  purpose: LinkPurpose,
  token: string,
): Promise<OpenedLink | null> {
  const { db } = platform
  const now = platform.now()
  const isThisLink = and(
    eq(links.tokenHash, await hashOf(token)),
    eq(links.purpose, purpose),
    isNull(links.revokedAt),
  )
  const columnOfLink = (column: SQLiteColumn) => db.select({ id: column }).from(links).where(isThisLink)
  const about = aboutSession(sql`${columnOfLink(links.sessionId)}`)
  const [[row], [reader], hours, versions, feeds, taken, ...rows] = await db.batch([
    db.select().from(links).where(isThisLink),
    selectPeople(db, null).where(inArray(people.id, columnOfLink(links.personId))),
    ...selectBothDiaries(db, about, now, null),
    ...selectSituation(db, about, now),
  ])
  if (!row) return null
  const { tokenHash: _, revokedAt: _revoked, ...link } = row
  const situation = withSession(toSituation(rows, platform, now))
  const diary = situation && toDiary([hours, versions, feeds, taken], situation, null)
  return { link, reader: reader ? toPerson(reader) : null, situation, diary }
}

/** The id of the link with which this person answers this offer. */
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

/** Revokes the links of a replaced assistant to one executive's sessions in one programme. */
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
