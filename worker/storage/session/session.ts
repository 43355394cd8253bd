import { and, eq, gt, gte, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'

import { offers, sessions } from '../../../schema/index.ts'
import type { OfferId, PairingId, PersonId, ProgrammeId, SessionId } from '../../domain/ids.ts'
import type { Session } from '../../domain/session/session.ts'
import { before, latest, type Instant, type Interval } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { isAmong } from '../among.ts'
import { IS_OPEN_ROUND, IS_UNLOGGED, MAX_SESSION_MS, NO_LIMIT, selectSessions, toSessions } from './rows.ts'

export async function findSession(db: Database, id: SessionId): Promise<Session | null> {
  const rows = await db.batch(selectSessions(db, eq(sessions.id, id)))
  return toSessions(rows)[0] ?? null
}

/** The open round of a pairing. */
export async function findOpenSession(db: Database, pairingId: PairingId): Promise<Session | null> {
  const rows = await db.batch(selectSessions(db, and(eq(sessions.pairingId, pairingId), IS_OPEN_ROUND), 1))
  return toSessions(rows)[0] ?? null
}

/** The session of an offer, whatever the offer's status. */
export async function findSessionByOffer(db: Database, offerId: OfferId): Promise<Session | null> {
  const sessionOfOffer = db.select({ id: offers.sessionId }).from(offers).where(eq(offers.id, offerId))
  const rows = await db.batch(selectSessions(db, inArray(sessions.id, sessionOfOffer), 1))
  return toSessions(rows)[0] ?? null
}

export const LATEST_SESSIONS = 50

/** The latest sessions of a pairing, earliest first; those without a time come before them. */
export async function listSessionsOfPairing(
  db: Database,
  pairingId: PairingId,
  limit = LATEST_SESSIONS,
): Promise<readonly Session[]> {
  return toSessions(
    await db.batch(selectSessions(db, sql`${sessions.id} IN (${latestOf(pairingId, limit)})`, 2 * limit)),
  )
}

/** The ids of the latest sessions of a pairing, without a time or with one. */
export function latestOf(pairingId: PairingId, limit = LATEST_SESSIONS): SQL {
  return sql`SELECT id FROM (
      SELECT id FROM sessions WHERE pairing_id = ${pairingId} AND starts_at IS NULL ORDER BY created_at DESC LIMIT ${limit})
    UNION ALL SELECT id FROM (
      SELECT id FROM sessions WHERE pairing_id = ${pairingId} AND starts_at IS NOT NULL ORDER BY starts_at DESC LIMIT ${limit})`
}

/** A page of a list; `after` is the pagination cursor. Sessions without a time come first. */
export type SessionListPage = {
  readonly limit: number
  readonly after: { readonly start: Instant | null; readonly id: SessionId } | null
}

/** A window of a page bounds it: nothing in it may be missing. */
const ALL: SessionListPage = { limit: NO_LIMIT, after: null }

/** A programme's sessions in a window, as in `listWithin`. */
export async function listSessions(
  db: Database,
  programmeId: ProgrammeId,
  window: Window,
  page: SessionListPage = ALL,
): Promise<readonly Session[]> {
  return listWithin(db, eq(sessions.programmeId, programmeId), window, page)
}

export type Window = Interval & { readonly now: Instant }

/**
 * Sessions that overlap the window. A session on offer counts by the times that still stand; without any, if the window contains
 * now. Two lists, each limited to a page, so that a wide window costs no more.
 */
async function listWithin(
  db: Database,
  isListed: SQL | undefined,
  window: Window,
  { limit, after: last }: SessionListPage,
): Promise<readonly Session[]> {
  const dated = last?.start
    ? sql`(${sessions.startsAt} > ${last.start} OR +${sessions.id} > ${last.id})`
    : undefined
  const undated = last === null ? undefined : last.start === null ? gt(sessions.id, last.id) : sql`false`
  const onOffer = and(isListed, isNull(sessions.startsAt), IS_OPEN_ROUND, isOffered(window), undated)
  const ids = sql`SELECT id FROM (SELECT id FROM sessions WHERE ${onOffer} ORDER BY id LIMIT ${limit})
    UNION ALL SELECT id FROM (
      SELECT id FROM sessions WHERE ${and(isListed, touches(window, last?.start ?? null), dated)} ORDER BY starts_at, id LIMIT ${limit})`
  return toSessions(await db.batch(selectSessions(db, sql`${sessions.id} IN (${ids})`, limit)))
}

function isOffered({ start, end, now }: Window): SQL {
  const openOptions = sql`FROM offers JOIN options ON options.offer_id = offers.id
    WHERE offers.session_id = ${sessions.id} AND offers.status = 'open'
      AND options.dropped = 0 AND options.until_at > ${now}`
  const touching = sql`options.starts_at < ${end} AND options.ends_at > ${start}`
  return start <= now && now < end
    ? sql`(EXISTS (SELECT 1 ${openOptions} AND ${touching}) OR NOT EXISTS (SELECT 1 ${openOptions}))`
    : sql`EXISTS (SELECT 1 ${openOptions} AND ${touching})`
}

/** The lower bound is the longest session, or the cursor: past sessions cost nothing. */
function touches({ start, end }: Interval, cursor: Instant | null = null) {
  const earliest = before(start, MAX_SESSION_MS)
  return and(
    gte(sessions.startsAt, cursor === null ? earliest : latest(earliest, cursor)),
    lt(sessions.startsAt, end),
    gt(sessions.endsAt, start),
  )
}

/** A mentor's fixed sessions in open programmes, earliest first. */
export async function listFixedOfMentor(
  db: Database,
  mentorId: PersonId,
  programmeIds: readonly ProgrammeId[],
): Promise<readonly Session[]> {
  const inOpenProgramme = sql`EXISTS (SELECT 1 FROM programmes WHERE id = ${sessions.programmeId} AND status = 'open')`
  const isMember = isAmong(sessions.programmeId, programmeIds)
  const fixed = and(
    eq(sessions.mentorId, mentorId),
    sql`${sessions.status} = 'fixed'`,
    inOpenProgramme,
    isMember,
  )
  return toSessions(await db.batch(selectSessions(db, fixed, NO_LIMIT)))
}

/** A mentor's sessions in a window, without pairings that are only proposed. */
export async function listSessionsOfMentor(
  db: Database,
  { mentorId, programmeIds }: { readonly mentorId: PersonId; readonly programmeIds: readonly ProgrammeId[] },
  window: Window,
  page: SessionListPage = ALL,
): Promise<readonly Session[]> {
  const isKnownToMentor = sql`NOT EXISTS (SELECT 1 FROM pairings WHERE id = ${sessions.pairingId} AND status = 'proposed')`
  const isMember = isAmong(sessions.programmeId, programmeIds)
  return listWithin(db, and(eq(sessions.mentorId, mentorId), isMember, isKnownToMentor), window, page)
}

/** The sessions of these executives for which times are on offer, the oldest first. */
export async function listOffered(
  db: Database,
  executiveIds: readonly PersonId[],
  most: number,
): Promise<readonly SessionId[]> {
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.status, 'offered'), isAmong(sessions.executiveId, executiveIds)))
    .orderBy(sessions.id)
    .limit(most)
  return rows.map(({ id }) => id)
}

/** The sessions that are not logged of somebody who meets in them, or is asked for a time of them. */
export async function listUnloggedOf(
  db: Database,
  personId: PersonId,
  programmes: readonly ProgrammeId[] | null = null,
): Promise<readonly SessionId[]> {
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        IS_UNLOGGED,
        programmes ? isAmong(sessions.programmeId, programmes) : undefined,
        sql`${sessions.programmeId} IN (SELECT programme_id FROM memberships WHERE person_id = ${personId}
          UNION SELECT programme_id FROM assistants WHERE assistant_id = ${personId})`,
        sql`(${sessions.mentorId} = ${personId} OR ${sessions.executiveId} = ${personId}
          OR EXISTS (SELECT 1 FROM offers WHERE session_id = ${sessions.id} AND status = 'open' AND asked_id = ${personId}))`,
      ),
    )
  return rows.map(({ id }) => id)
}

/** The open rounds of a programme. */
export async function listOpenSessions(db: Database, programmeId: ProgrammeId): Promise<readonly Session[]> {
  const open = and(eq(sessions.programmeId, programmeId), IS_OPEN_ROUND)
  return toSessions(await db.batch(selectSessions(db, open, NO_LIMIT)))
}
