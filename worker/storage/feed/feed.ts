import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import { feeds, members, pairings, people, programmes, sessions } from '../../../schema/index.ts'
import type { FeedSession } from '../../domain/feed/feed.ts'
import { FEED_KEEPS_MS } from '../../domain/feed/feed.ts'
import type { LinkId, PersonId, ProgrammeId } from '../../domain/ids.ts'
import { isNameless } from '../../domain/people/permission.ts'
import { rulesOf } from '../../domain/people/presets.ts'
import { completePolicy } from '../../domain/programme/programme.ts'
import { before, instant, type Instant } from '../../domain/time/time.ts'
import { type Database, hashOf, type Statement } from '../../platform.ts'
import { isAmong } from '../among.ts'
import { inProgramme, PERSON, toPerson } from '../people/person.ts'
import { MAX_SESSION_MS } from '../session/rows.ts'
import { emailOf } from '../sign-in/sign-in.ts'
import { findFormatTitles } from './format-titles.ts'

/** The owner of the feed that this token opens, and the address of whoever subscribed. */
export async function findFeedOwner(
  db: Database,
  token: string,
): Promise<{ readonly personId: PersonId; readonly address: string | null } | null> {
  const [row] = await db
    .select({ personId: feeds.personId, address: feeds.address })
    .from(feeds)
    .where(eq(feeds.tokenHash, await hashOf(token)))
  return row ?? null
}

/** The feed that a person subscribed to. */
export async function findFeed(
  db: Database,
  personId: PersonId,
): Promise<{ readonly linkId: LinkId; readonly address: string | null } | null> {
  const [row] = await db
    .select({ linkId: feeds.linkId, address: feeds.address })
    .from(feeds)
    .where(eq(feeds.personId, personId))
  return row ?? null
}

/** A new address; the old one stops working. */
export function putFeed(db: Database, { address, ...feed }: typeof feeds.$inferInsert): Statement {
  const row = { ...feed, address: address ?? emailOf(feed.personId) }
  return db.insert(feeds).values(row).onConflictDoUpdate({ target: feeds.personId, set: row })
}

export function deleteFeed(db: Database, personId: PersonId): Statement {
  return db.delete(feeds).where(eq(feeds.personId, personId))
}

/** Sessions with a time, of one mentor or of the programmes a manager manages: the last month and all future ones. */
export async function listFeedSessions(
  db: Database,
  of:
    | { readonly mentorId: PersonId; readonly mine: readonly ProgrammeId[] }
    | { readonly managed: readonly ProgrammeId[] },
  now: Instant,
): Promise<readonly FeedSession[]> {
  const from = before(now, FEED_KEEPS_MS)
  const mentors = alias(people, 'mentors')
  const asMentor = alias(members, 'as_mentor')
  const isListed =
    'mentorId' in of
      ? and(eq(sessions.mentorId, of.mentorId), isAmong(sessions.programmeId, of.mine))
      : isAmong(sessions.programmeId, of.managed)
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
    .where(and(isListed, gt(sessions.startsAt, before(from, MAX_SESSION_MS)), gt(sessions.endsAt, from)))
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
  const known = rows.map((row) => ({ ...row, executive: toPerson(row.executive) }))
  const titles = await findFormatTitles(
    db,
    known.map(({ usual, ...row }) => ({ ...row, place: usual })),
  )
  return known.flatMap(({ start, end, own, usual, executive, policy, changedAt, createdAt, ...row }) =>
    start === null || end === null
      ? []
      : [
          {
            ...{ id: row.id, status: row.status, version: row.version, time: { start, end } },
            changedAt: changedAt === null ? createdAt : instant(changedAt),
            ...{ mentorName: row.mentorName, mentorShortName: row.mentorShortName },
            executiveName: executive.name,
            executiveShortName: executive.shortName,
            place: own ?? usual,
            policy: completePolicy(policy),
            ownWording: rulesOf(executive).wording ?? null,
            formatTitle: titles.get(row.id) ?? null,
            nameless: isNameless(executive),
          },
        ],
  )
}
