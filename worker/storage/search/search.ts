import { and, eq, ne, type SQL, sql } from 'drizzle-orm'

import { members, pairings, people, sessions } from '../../../schema/index.ts'
import type { PairingId, PersonId, ProgrammeId } from '../../domain/ids.ts'
import { RESULTS_PER_KIND } from '../../domain/limits.ts'
import type { Role } from '../../domain/people/person.ts'
import type { Findable, FindablePairing, FoundSession } from '../../domain/search/search.ts'
import type { Database } from '../../platform.ts'
import { isAmong, listOf } from '../among.ts'
import { PERSON } from '../people/person.ts'

/** Whose search it is: all of the programmes she manages, and a mentor's own pairs in the others of `mine`. */
export type Searcher = {
  readonly managed: readonly ProgrammeId[]
  readonly mentorId: PersonId | null
  readonly mine: readonly ProgrammeId[]
}

export type Searched = {
  readonly everybody: readonly Findable[]
  readonly pairings: readonly FindablePairing[]
}

const PAIR = {
  id: pairings.id,
  programmeId: pairings.programmeId,
  mentorId: pairings.mentorId,
  executiveId: pairings.executiveId,
  kind: pairings.kind,
  status: pairings.status,
}

/**
 * All that can be found, in one call: some rows for each person and each pairing, and none for a session. Who matches is
 * decided by a rule: SQLite does not know which letters are one letter to a reader.
 */
export async function listFindable(db: Database, { managed, mentorId, mine }: Searcher): Promise<Searched> {
  const own = ownPairs(mentorId, managed, mine)
  const [everybody, all, theirNames, theirs] = await db.batch([
    selectEverybody(db, isAmong(members.programmeId, managed)),
    db.select(PAIR).from(pairings).where(isAmong(pairings.programmeId, managed)),
    db
      .selectDistinct({ ...NAMED, isExecutive: sql`${members.personId} <> ${mentorId}`.mapWith(Boolean) })
      .from(pairings)
      .innerJoin(
        members,
        sql`${members.programmeId} = ${pairings.programmeId} AND ${members.personId} IN (${pairings.executiveId}, ${mentorId})`,
      )
      .where(own),
    db.select(PAIR).from(pairings).where(own),
  ])
  return {
    everybody: [
      ...everybody.map(({ addresses, roles, ...row }) => ({
        ...row,
        aliases: addresses.filter((address) => address !== row.email),
        roles,
      })),
      ...theirNames.map(({ isExecutive, ...row }) => ({
        ...row,
        ...{ unit: null, email: null, aliases: [] },
        roles: isExecutive ? (['executive'] as const) : [],
      })),
    ],
    pairings: [...all, ...theirs],
  }
}

const NAMED = {
  id: members.personId,
  programmeId: members.programmeId,
  name: members.name,
  shortName: members.shortName,
}

function selectEverybody(db: Database, where: SQL) {
  return db
    .select({
      ...NAMED,
      unit: members.unit,
      email: PERSON.email,
      addresses: sql`${PERSON.addresses}`.mapWith((text: string): readonly string[] => JSON.parse(text)),
      roles: sql`(SELECT json_group_array(role) FROM memberships
        WHERE person_id = people.id AND programme_id = ${members.programmeId})`.mapWith(
        (text: string): readonly Role[] => JSON.parse(text),
      ),
    })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(where)
}

/** A mentor does not know of a pairing that is only proposed, nor of a programme that he has left. */
function ownPairs(
  mentorId: PersonId | null,
  managed: readonly ProgrammeId[],
  mine: readonly ProgrammeId[],
): SQL | undefined {
  if (mentorId === null) return sql`false`
  return and(
    eq(pairings.mentorId, mentorId),
    ne(pairings.status, 'proposed'),
    isAmong(pairings.programmeId, mine),
    sql`${pairings.programmeId} NOT IN ${listOf(managed)}`,
  )
}

/**
 * The sessions of the pairings that were found: the open round of each, and the latest of those that are named. A mentor's
 * own alone, where he manages none.
 */
export async function listSessionsFound(
  db: Database,
  found: readonly PairingId[],
  { managed, mentorId }: Searcher,
): Promise<readonly FoundSession[]> {
  if (found.length === 0) return []
  const rows = await db
    .select({
      id: sessions.id,
      pairingId: sessions.pairingId,
      programmeId: sessions.programmeId,
      status: sessions.status,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      zone: sessions.zone,
    })
    .from(sessions)
    // The `+` keeps SQLite off the indexes of a programme's and of a mentor's whole history.
    .where(
      and(
        sql`${sessions.id} IN (${openAndLatestOf(found)})`,
        sql`(${isAmong(sql`+${sessions.programmeId}`, managed)} OR +${sessions.mentorId} = ${mentorId ?? 'per_'})`,
      ),
    )
  return rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    time: startsAt !== null && endsAt !== null ? { start: startsAt, end: endsAt } : null,
  }))
}

function openAndLatestOf(found: readonly PairingId[]): SQL {
  const named = found.slice(0, RESULTS_PER_KIND)
  return sql`SELECT open.id FROM json_each(${JSON.stringify(found)}) AS every CROSS JOIN sessions AS open
      ON open.pairing_id = every.value AND open.status IN ('offered', 'fixed') AND open.passed = 0
    UNION SELECT latest.id FROM json_each(${JSON.stringify(named)}) AS named CROSS JOIN sessions AS latest
      ON latest.id IN (SELECT id FROM sessions AS dated WHERE dated.pairing_id = named.value
        AND dated.starts_at IS NOT NULL ORDER BY dated.starts_at DESC LIMIT ${RESULTS_PER_KIND})`
}
