import { and, eq, gt, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'

import { links, memberships, people } from '../../../schema/index.ts'
import type { LinkId, OfferId, PersonId, SessionId } from '../../domain/ids.ts'
import type { Link, LinkPurpose } from '../../domain/letter/link.ts'
import type { LinkInstead } from '../../domain/letter/readdress.ts'
import { isAmong as isOneOf } from '../../domain/people/address.ts'
import { addressesOf, type Person, type Role } from '../../domain/people/person.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import type { Diary } from '../../domain/slot/diary.ts'
import type { Instant } from '../../domain/time/time.ts'
import { type Database, hashOf, type Platform, type Statement } from '../../platform.ts'
import { isAmong } from '../among.ts'
import { type Asked, selectAsked, toAsked } from '../offer/asked.ts'
import { selectPeople, toPerson } from '../people/person.ts'
import { selectBothDiaries, toDiary } from '../read-for-decision.ts'
import { aboutSession, programmeOf, selectSituation, toSituation, withSession } from '../situation.ts'

/** A link with its reader and its session; null if one of them no longer exists. */
export type OpenedLink = {
  readonly link: Link
  readonly isRevoked: boolean
  readonly reader: Person | null
  /** The reader's roles in the session's programme. */
  readonly roles: readonly Role[]
  readonly situation: SessionSituation | null
  /** When the two of the session are free. */
  readonly diary: Diary | null
  /** What the reader is asked for others now; only with a link that answers an offer. */
  readonly asked: readonly Asked[]
}

/**
 * The link of this token and purpose, with all that its page reads, in one call. Expired and ended links are found too:
 * their page says whom to write to.
 */
export async function readLink(
  platform: Platform,
  purpose: LinkPurpose,
  token: string,
): Promise<OpenedLink | null> {
  const { db } = platform
  const now = platform.now()
  const isThisLink = and(eq(links.tokenHash, await hashOf(token)), eq(links.purpose, purpose))
  const columnOfLink = (column: SQLiteColumn) => db.select({ id: column }).from(links).where(isThisLink)
  const about = aboutSession(sql`${columnOfLink(links.sessionId)}`)
  const [[row], [reader], roleRows, asked, hours, versions, feeds, taken, ...rows] = await db.batch([
    db.select().from(links).where(isThisLink),
    selectPeople(db, programmeOf(about)).where(inArray(people.id, columnOfLink(links.personId))),
    db
      .select({ role: memberships.role })
      .from(memberships)
      .where(
        and(
          eq(memberships.programmeId, programmeOf(about)),
          inArray(memberships.personId, columnOfLink(links.personId)),
        ),
      ),
    selectAsked(db, purpose === 'answer' ? sql`(${columnOfLink(links.personId)})` : sql`NULL`, now),
    ...selectBothDiaries(db, about, now, null),
    ...selectSituation(db, about, now),
  ])
  if (!row) return null
  const { tokenHash: _, revokedAt, ...link } = row
  const situation = withSession(toSituation(rows, platform, now))
  const diary = situation && toDiary([hours, versions, feeds, taken], situation, null)
  const roles = roleRows.map(({ role }) => role)
  const person = reader ? toPerson(reader) : null
  return {
    link,
    isRevoked: revokedAt !== null,
    reader: person,
    roles,
    situation,
    diary,
    // What went to another address is not for whoever reads this one.
    asked: toAsked(asked).filter(
      ({ address }) => person && address !== null && isOneOf(address, addressesOf(person)),
    ),
  }
}

/** The id of the latest link with which this person answers this offer. */
export async function findAnswerLink(
  db: Database,
  offerId: OfferId,
  personId: PersonId,
): Promise<LinkId | null> {
  const [row] = await db
    .select({ id: links.id })
    .from(links)
    .where(and(eq(links.offerId, offerId), eq(links.personId, personId), isNull(links.revokedAt)))
    .orderBy(sql`links.rowid DESC`)
    .limit(1)
  return row?.id ?? null
}

/** The id of the link by which the same reader, at the same address, logs the same session. */
export async function findLogLink(
  db: Database,
  { personId, sessionId, address }: Link,
  now: Instant,
): Promise<LinkId | null> {
  if (address === null) return null
  const held = await listHeldLinks(db, { personId, addresses: [address], sessionIds: [sessionId], now })
  return held.get(sessionId)?.get('log') ?? null
}

type Holder = {
  readonly personId: PersonId
  /** Where the links went. */
  readonly addresses: readonly string[]
  readonly sessionIds: readonly SessionId[]
  readonly now: Instant
}

/** Of each of these sessions, the latest link of each purpose that a person holds and can still open. */
export async function listHeldLinks(
  db: Database,
  { personId, addresses, sessionIds, now }: Holder,
): Promise<ReadonlyMap<SessionId, ReadonlyMap<LinkPurpose, LinkId>>> {
  if (sessionIds.length === 0) return new Map()
  const isTheirs = and(
    // The plus keeps SQLite from reading all that the person ever got.
    ...[isAmong(links.sessionId, sessionIds), sql`+${links.personId} = ${personId}`],
    ...[isAmong(sql`+${links.address}`, addresses), isNull(links.revokedAt), gt(links.expiresAt, now)],
  )
  const rows = await db
    .select({ id: links.id, purpose: links.purpose, sessionId: links.sessionId })
    .from(links)
    .where(isTheirs)
    .orderBy(sql`links.rowid`)
  return new Map(
    [...Map.groupBy(rows, ({ sessionId }) => sessionId)].map(([sessionId, held]) => [
      sessionId,
      new Map(held.map(({ purpose, id }) => [purpose, id])),
    ]),
  )
}

/** The same link for another address, if the condition holds. */
export function insertLinkInstead(
  db: Database,
  { id, of, address }: LinkInstead,
  tokenHash: string,
  where: SQL,
): Statement {
  return db.insert(links).select(sql`
    SELECT ${id}, ${tokenHash}, purpose, person_id, session_id, offer_id, expires_at, NULL, ${address}, made_at
    FROM links WHERE id = ${of} AND ${where}`)
}
