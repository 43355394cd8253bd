import { and, eq, gte, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'

import {
  assistants,
  busyFeeds,
  feeds,
  links,
  members,
  memberships,
  offers,
  people,
  sessions,
  signIns,
} from '../../../schema/index.ts'
import type { PairingId, PersonId, ProgrammeId, SessionId } from '../../domain/ids.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { reArm } from '../clock/timers.ts'
import { listIds } from '../ids.ts'
import { endReportLinksOf } from '../report/end-link.ts'

/**
 * Ends what a membership gave: roles, links, who answers for whom. Sign-ins and calendars end where no other programme
 * has the person.
 */
export function leaveStatements(
  db: Database,
  programmeId: ProgrammeId,
  personId: PersonId,
  at: Instant,
): readonly Statement[] {
  const isHere = (column: SQL) =>
    sql`${column} IN (SELECT id FROM sessions WHERE programme_id = ${programmeId})`
  const isNowhere = sql`NOT EXISTS (SELECT 1 FROM memberships WHERE person_id = ${personId})`
  const answers = and(
    eq(assistants.programmeId, programmeId),
    or(eq(assistants.assistantId, personId), eq(assistants.executiveId, personId)),
    isNull(assistants.untilAt),
  )
  return [
    // First: a duty that has not begun is forgotten, and with it whose rounds it was to change.
    reArm(db, pairingsAnsweredBy(programmeId, personId), at),
    db
      .delete(memberships)
      .where(and(eq(memberships.programmeId, programmeId), eq(memberships.personId, personId))),
    db
      .update(assistants)
      .set({ untilAt: at })
      .where(and(answers, lt(assistants.fromAt, at))),
    db.delete(assistants).where(and(answers, gte(assistants.fromAt, at))),
    db
      .update(links)
      .set({ revokedAt: at })
      .where(and(eq(links.personId, personId), isNull(links.revokedAt), isHere(sql`${links.sessionId}`))),
    db
      .update(signIns)
      .set({ endedAt: at })
      .where(and(eq(signIns.personId, personId), isNull(signIns.endedAt), isNowhere)),
    ...endReportLinksOf(db, { programmeId, madeBy: personId }, at),
    db.delete(feeds).where(and(eq(feeds.personId, personId), isNowhere)),
    db.delete(busyFeeds).where(and(eq(busyFeeds.personId, personId), isNowhere)),
  ]
}

function pairingsAnsweredBy(programmeId: ProgrammeId, assistantId: PersonId): SQL {
  return sql`SELECT pairings.id AS value FROM assistants
    JOIN pairings ON pairings.programme_id = assistants.programme_id AND pairings.executive_id = assistants.executive_id
    WHERE assistants.programme_id = ${programmeId} AND assistant_id = ${assistantId} AND until_at IS NULL
      AND pairings.status <> 'ended'`
}

/** The person's memberships that are to end and have not. */
export async function listDepartures(
  db: Database,
  personId: PersonId,
): Promise<readonly (Pick<Person, 'zone' | 'departure'> & { readonly programmeId: ProgrammeId })[]> {
  return (await selectDepartures(db, personId)).map(toDeparture)
}

/** The query, for a batch. */
export function selectDepartures(db: Database, personId: PersonId) {
  return db
    .select({
      programmeId: members.programmeId,
      zone: people.zone,
      on: members.leavesOn,
      saidAt: members.leavingSince,
    })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(sql`${members.personId} = ${personId} AND leaves_on IS NOT NULL AND left_at IS NULL`)
}

export function toDeparture({
  programmeId,
  zone,
  on,
  saidAt,
}: Awaited<ReturnType<typeof selectDepartures>>[number]) {
  const departure = on !== null && saidAt !== null ? { on, saidAt, leftAt: null } : null
  return { programmeId, zone, departure }
}

/** The person's open rounds and dates, on either side. */
export async function listOpenSessionsOf(
  db: Database,
  personId: PersonId,
): Promise<readonly Pick<typeof sessions.$inferSelect, 'id' | 'programmeId' | 'mentorId' | 'status'>[]> {
  return db
    .select({
      ...{ id: sessions.id, programmeId: sessions.programmeId },
      ...{ mentorId: sessions.mentorId, status: sessions.status },
    })
    .from(sessions)
    .where(
      and(
        or(eq(sessions.mentorId, personId), eq(sessions.executiveId, personId)),
        inArray(sessions.status, ['offered', 'fixed']),
        eq(sessions.passed, false),
      ),
    )
}

/** The executive's pairings that have not ended. */
export function listPairingsToEnd(
  db: Database,
  programmeId: ProgrammeId,
  executiveId: PersonId,
): Promise<readonly PairingId[]> {
  return listIds(
    db,
    sql`SELECT id FROM pairings WHERE programme_id = ${programmeId} AND executive_id = ${executiveId}
      AND status <> 'ended' ORDER BY id`,
  )
}

/** The open offers of which this person was asked. */
export async function listAskedOf(
  db: Database,
  programmeId: ProgrammeId,
  personId: PersonId,
): Promise<readonly SessionId[]> {
  const rows = await db
    .select({ id: sessions.id })
    .from(offers)
    .innerJoin(sessions, eq(sessions.id, offers.sessionId))
    .where(
      and(
        eq(offers.askedId, personId),
        eq(offers.status, 'open'),
        eq(sessions.programmeId, programmeId),
        eq(sessions.status, 'offered'),
      ),
    )
  return rows.map(({ id }) => id)
}

/** The managers of a programme who stay, with the versions of their diaries: two who leave at once are noticed. */
export async function listStayingManagers(
  db: Database,
  programmeId: ProgrammeId,
): Promise<readonly { readonly personId: PersonId; readonly version: number }[]> {
  return db.all<{ personId: PersonId; version: number }>(sql`
    SELECT diaries.person_id AS personId, diaries.version FROM memberships
    JOIN diaries ON diaries.person_id = memberships.person_id
    LEFT JOIN members ON members.person_id = memberships.person_id AND members.programme_id = memberships.programme_id
    WHERE memberships.programme_id = ${programmeId} AND role = 'manager' AND members.leaves_on IS NULL`)
}
