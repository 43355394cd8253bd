import { and, eq, gt, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'

import { offers, sessions } from '../../schema/index.ts'
import type { OfferId, PairingId, PersonId, ProgrammeId, SessionId } from '../domain/ids.ts'
import type { Session } from '../domain/sessions.ts'
import { before, HOUR, type Instant, type Interval } from '../domain/time.ts'
import type { Database } from '../platform.ts'
import { OPEN, selectSessions, toSessions } from './session-rows.ts'

/** The longest session, as the schema's CHECK has it. */
const LONGEST = 8 * HOUR

export async function findSession(db: Database, id: SessionId): Promise<Session | null> {
  const rows = await db.batch(selectSessions(db, eq(sessions.id, id)))
  return toSessions(rows)[0] ?? null
}

/** The round that is open for a pairing. */
export async function findOpenSession(db: Database, pairingId: PairingId): Promise<Session | null> {
  const rows = await db.batch(selectSessions(db, and(eq(sessions.pairingId, pairingId), OPEN), 1))
  return toSessions(rows)[0] ?? null
}

/** The session an offer was made for, whatever became of the offer. */
export async function findSessionByOffer(db: Database, offerId: OfferId): Promise<Session | null> {
  const of = db.select({ id: offers.sessionId }).from(offers).where(eq(offers.id, offerId))
  const rows = await db.batch(selectSessions(db, inArray(sessions.id, of), 1))
  return toSessions(rows)[0] ?? null
}

export async function listSessionsOfPairing(
  db: Database,
  pairingId: PairingId,
  limit = 50,
): Promise<readonly Session[]> {
  return toSessions(await db.batch(selectSessions(db, eq(sessions.pairingId, pairingId), limit)))
}

/** Some of a list, from behind the session it left off at: those without a time come first. */
export type Page = {
  readonly limit: number
  readonly after: { readonly start: Instant | null; readonly id: SessionId } | null
}

const A_PAGE: Page = { limit: 500, after: null }

function behind(last: Page['after']): SQL | undefined {
  if (!last) return undefined
  return sql`(coalesce(${sessions.startsAt}, 0), ${sessions.id}) > (${last.start ?? 0}, ${last.id})`
}

/** A programme's sessions that touch the window, and those still being offered, which have no time yet. */
export async function listSessions(
  db: Database,
  programmeId: ProgrammeId,
  window: Interval,
  { limit, after }: Page = A_PAGE,
): Promise<readonly Session[]> {
  const here = and(eq(sessions.programmeId, programmeId), behind(after))
  return toSessions(
    await db.batch(selectSessions(db, or(and(here, touches(window)), and(here, timeless())), limit)),
  )
}

/** The longest session bounds the search from below, so that its cost does not grow with the past. */
function touches({ start, end }: Interval) {
  return and(
    gt(sessions.startsAt, before(start, LONGEST)),
    lt(sessions.startsAt, end),
    gt(sessions.endsAt, start),
  )
}

function timeless() {
  return and(isNull(sessions.startsAt), OPEN)
}

/** A mentor's sessions that have a date and are not logged, earliest first. */
export async function listFixedOfMentor(db: Database, mentorId: PersonId): Promise<readonly Session[]> {
  const fixed = and(eq(sessions.mentorId, mentorId), sql`${sessions.status} = 'fixed'`)
  return toSessions(await db.batch(selectSessions(db, fixed, 50)))
}

/** The same of a mentor, who hears nothing of a pairing that is only proposed. */
export async function listSessionsOfMentor(
  db: Database,
  mentorId: PersonId,
  window: Interval,
  { limit, after }: Page = A_PAGE,
): Promise<readonly Session[]> {
  const told = sql`NOT EXISTS (SELECT 1 FROM pairings WHERE id = ${sessions.pairingId} AND status = 'proposed')`
  const here = and(eq(sessions.mentorId, mentorId), told, behind(after))
  return toSessions(
    await db.batch(selectSessions(db, or(and(here, touches(window)), and(here, timeless())), limit)),
  )
}

/** The rounds of a programme that are not over: what Today looks at. */
export async function listOpenSessions(db: Database, programmeId: ProgrammeId): Promise<readonly Session[]> {
  const open = and(eq(sessions.programmeId, programmeId), OPEN)
  return toSessions(await db.batch(selectSessions(db, open, 500)))
}
