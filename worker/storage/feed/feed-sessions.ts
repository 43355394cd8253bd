import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import { members, pairings, people, programmes, sessions } from '../../../schema/index.ts'
import { FEED_KEEPS_MS, type FeedSession } from '../../domain/feed/feed.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { isNameless } from '../../domain/people/permission.ts'
import { rulesOf } from '../../domain/people/presets.ts'
import { completePolicy } from '../../domain/programme/programme.ts'
import { before, instant, type Instant, type Interval } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { isAmong } from '../among.ts'
import { inProgramme, PERSON, toPerson } from '../people/person.ts'
import { MAX_SESSION_MS } from '../session/rows.ts'
import { findFormatTitles } from './format-titles.ts'

/** Sessions with a time, of one mentor or of the programmes a manager manages: the last month and all future ones. */
export async function listFeedSessions(
  db: Database,
  of:
    | { readonly mentorId: PersonId; readonly mine: readonly ProgrammeId[] }
    | { readonly managed: readonly ProgrammeId[] },
  now: Instant,
): Promise<readonly FeedSession[]> {
  const from = before(now, FEED_KEEPS_MS)
  const isListed =
    'mentorId' in of
      ? and(eq(sessions.mentorId, of.mentorId), isAmong(sessions.programmeId, of.mine))
      : isAmong(sessions.programmeId, of.managed)
  const found = await listForFeed(
    db,
    and(isListed, gt(sessions.startsAt, before(from, MAX_SESSION_MS)), gt(sessions.endsAt, from)),
  )
  return found.flatMap(({ time, ...session }) => (time ? [{ ...session, time }] : []))
}

/** A session that may have no time yet. */
type ForFeed = Omit<FeedSession, 'time'> & { readonly time: Interval | null }

/** The sessions that `isListed` selects, by time. */
export async function listForFeed(db: Database, isListed: SQL | undefined): Promise<readonly ForFeed[]> {
  const mentors = alias(people, 'mentors')
  const asMentor = alias(members, 'as_mentor')
  const rows = await db
    .select({
      id: sessions.id,
      status: sessions.status,
      start: sessions.startsAt,
      end: sessions.endsAt,
      version: sessions.version,
      changedAt: sql<number>`(SELECT at FROM events WHERE subject = ${sessions.id} AND version = ${sessions.version})`,
      createdAt: sessions.createdAt,
      own: sessions.place,
      usual: pairings.place,
      aim: pairings.aim,
      pairingId: sessions.pairingId,
      programmeId: sessions.programmeId,
      formatId: sessions.formatId,
      mentorShortName: asMentor.shortName,
      mentorName: sql<string>`coalesce(${asMentor.name}, ${mentors.name})`,
      policy: programmes.policy,
      executive: PERSON,
    })
    .from(sessions)
    .innerJoin(pairings, eq(pairings.id, sessions.pairingId))
    .innerJoin(programmes, eq(programmes.id, sessions.programmeId))
    .innerJoin(people, eq(people.id, sessions.executiveId))
    .leftJoin(members, inProgramme(sessions.programmeId))
    .innerJoin(mentors, eq(mentors.id, sessions.mentorId))
    .leftJoin(
      asMentor,
      and(eq(asMentor.personId, sessions.mentorId), eq(asMentor.programmeId, sessions.programmeId)),
    )
    .where(isListed)
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
  const known = rows.map((row) => ({ ...row, executive: toPerson(row.executive) }))
  const titles = await findFormatTitles(
    db,
    known.map(({ usual, ...row }) => ({ ...row, place: usual })),
  )
  return known.map(({ start, end, own, usual, executive, policy, changedAt, createdAt, ...row }) => ({
    ...{ id: row.id, status: row.status, version: row.version, held: null },
    time: start === null || end === null ? null : { start, end },
    changedAt: changedAt === null ? createdAt : instant(changedAt),
    ...{ mentorName: row.mentorName, mentorShortName: row.mentorShortName },
    executiveName: executive.name,
    executiveShortName: executive.shortName,
    place: own ?? usual,
    policy: completePolicy(policy),
    ownWording: rulesOf(executive).wording ?? null,
    formatTitle: titles.get(row.id) ?? null,
    nameless: isNameless(executive),
  }))
}
