import { and, eq, gt, gte, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'

import { offers, sessions } from '../../../schema/index.ts'
import type { OfferId, PairingId, PersonId, ProgrammeId, SessionId } from '../../domain/ids.ts'
import type { Session } from '../../domain/session/session.ts'
import { before, latest, type Instant, type Interval } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { MAX_SESSION_MS, IS_OPEN_ROUND, selectSessions, toSessions } from './rows.ts'

export async function findSession(db: Database, id: SessionId): Promise<Session | null> {
  const rows = await db.batch(selectSessions(db, eq(sessions.id, id)))
  return toSessions(rows)[0] ?? null
}

/** The round that is open for a pairing. */
export async function findOpenSession(db: Database, pairingId: PairingId): Promise<Session | null> {
  const rows = await db.batch(selectSessions(db, and(eq(sessions.pairingId, pairingId), IS_OPEN_ROUND), 1))
  return toSessions(rows)[0] ?? null
}

/** The session an offer was made for, whatever became of the offer. */
export async function findSessionByOffer(db: Database, offerId: OfferId): Promise<Session | null> {
  const of = db.select({ id: offers.sessionId }).from(offers).where(eq(offers.id, offerId))
  const rows = await db.batch(selectSessions(db, inArray(sessions.id, of), 1))
  return toSessions(rows)[0] ?? null
}

/** The latest of a pairing, earliest first; before them those that have no date. */
export async function listSessionsOfPairing(
  db: Database,
  pairingId: PairingId,
  limit = 50,
): Promise<readonly Session[]> {
  const ids = sql`SELECT id FROM (
      SELECT id FROM sessions WHERE pairing_id = ${pairingId} AND starts_at IS NULL ORDER BY created_at DESC LIMIT ${limit})
    UNION ALL SELECT id FROM (
      SELECT id FROM sessions WHERE pairing_id = ${pairingId} AND starts_at IS NOT NULL ORDER BY starts_at DESC LIMIT ${limit})`
  return toSessions(await db.batch(selectSessions(db, sql`${sessions.id} IN (${ids})`, 2 * limit)))
}

/** Some of a list, from behind the session it left off at: those without a time come first. */
export type SessionListPage = {
  readonly limit: number
  readonly after: { readonly start: Instant | null; readonly id: SessionId } | null
}

const A_PAGE: SessionListPage = { limit: 500, after: null }

/** A programme's sessions of a window, as `within` has it. */
export async function listSessions(
  db: Database,
  programmeId: ProgrammeId,
  window: Window,
  page: SessionListPage = A_PAGE,
): Promise<readonly Session[]> {
  return listWithin(db, eq(sessions.programmeId, programmeId), window, page)
}

export type Window = Interval & { readonly now: Instant }

/**
 * Those that touch the window; of those still on offer, whose held times do, or none yet and it is open today. Two
 * lists, each as long as a page at most, so that a wide window costs no more than a narrow one.
 */
async function listWithin(
  db: Database,
  here: SQL | undefined,
  window: Window,
  { limit, after: last }: SessionListPage,
): Promise<readonly Session[]> {
  const dated = last?.start
    ? sql`(${sessions.startsAt} > ${last.start} OR +${sessions.id} > ${last.id})`
    : undefined
  const undated = last === null ? undefined : last.start === null ? gt(sessions.id, last.id) : sql`false`
  const onOffer = and(here, isNull(sessions.startsAt), IS_OPEN_ROUND, isOffered(window), undated)
  const ids = sql`SELECT id FROM (SELECT id FROM sessions WHERE ${onOffer} ORDER BY id LIMIT ${limit})
    UNION ALL SELECT id FROM (
      SELECT id FROM sessions WHERE ${and(here, touches(window, last?.start ?? null), dated)} ORDER BY starts_at, id LIMIT ${limit})`
  return toSessions(await db.batch(selectSessions(db, sql`${sessions.id} IN (${ids})`, limit)))
}

function isOffered({ start, end, now }: Window): SQL {
  const held = sql`FROM offers JOIN options ON options.offer_id = offers.id
    WHERE offers.session_id = ${sessions.id} AND offers.status = 'open'`
  const touching = sql`options.starts_at < ${end} AND options.ends_at > ${start}`
  return start <= now && now < end
    ? sql`(EXISTS (SELECT 1 ${held} AND ${touching}) OR NOT EXISTS (SELECT 1 ${held}))`
    : sql`EXISTS (SELECT 1 ${held} AND ${touching})`
}

/** The longest session bounds the search from below, or where a page left off, so that the past costs nothing. */
function touches({ start, end }: Interval, leftOff: Instant | null = null) {
  const earliest = before(start, MAX_SESSION_MS)
  return and(
    gte(sessions.startsAt, leftOff === null ? earliest : latest(earliest, leftOff)),
    lt(sessions.startsAt, end),
    gt(sessions.endsAt, start),
  )
}

/** A mentor's sessions that have a date and can still be logged, earliest first. */
export async function listFixedOfMentor(db: Database, mentorId: PersonId): Promise<readonly Session[]> {
  const inOpen = sql`EXISTS (SELECT 1 FROM programmes WHERE id = ${sessions.programmeId} AND status = 'open')`
  const fixed = and(eq(sessions.mentorId, mentorId), sql`${sessions.status} = 'fixed'`, inOpen)
  return toSessions(await db.batch(selectSessions(db, fixed, 50)))
}

/** The same of a mentor, who hears nothing of a pairing that is only proposed. */
export async function listSessionsOfMentor(
  db: Database,
  mentorId: PersonId,
  window: Window,
  page: SessionListPage = A_PAGE,
): Promise<readonly Session[]> {
  const told = sql`NOT EXISTS (SELECT 1 FROM pairings WHERE id = ${sessions.pairingId} AND status = 'proposed')`
  return listWithin(db, and(eq(sessions.mentorId, mentorId), told), window, page)
}

/** The rounds of a programme that are not over: what Today looks at. */
export async function listOpenSessions(db: Database, programmeId: ProgrammeId): Promise<readonly Session[]> {
  const open = and(eq(sessions.programmeId, programmeId), IS_OPEN_ROUND)
  return toSessions(await db.batch(selectSessions(db, open, 500)))
}
