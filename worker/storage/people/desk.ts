import { and, eq, type SQL, sql } from 'drizzle-orm'

import { assistants, members, pairings, people, programmes, sessions } from '../../../schema/index.ts'
import type { PairingId, PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Place } from '../../domain/pairing/pairing.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { type Asked, selectAsked, toAsked } from '../offer/asked.ts'
import { IS_OPEN_ROUND, NO_LIMIT, selectSessions, toSessions } from '../session/rows.ts'
import { isAnswering } from './assistant.ts'
import { inProgramme, PERSON, toPerson } from './person.ts'

/** An executive as one programme describes him. */
export type ServedExecutive = {
  readonly programmeId: ProgrammeId
  readonly programme: string
  readonly executive: Person
}

/** What is open between an executive and his mentor: who that is, and where they meet. */
export type ServedPairing = {
  readonly id: PairingId
  readonly mentorName: string
  readonly place: Place | null
}

export type Desk = {
  /** By name; once for each programme. */
  readonly served: readonly ServedExecutive[]
  readonly pairings: readonly ServedPairing[]
  readonly sessions: readonly Session[]
  /** The offers that are asked of her, with the links that answer them. */
  readonly asked: readonly Asked[]
}

/** All that an assistant's desk shows, in one call. `until`: no date after it. */
export async function findDesk(
  db: Database,
  assistantId: PersonId,
  { now, until }: { readonly now: Instant; readonly until: Instant },
): Promise<Desk> {
  const isHers = and(eq(assistants.assistantId, assistantId), isAnswering(now), eq(programmes.status, 'open'))
  const [executives, pairingRows, asked, ...rows] = await db.batch([
    db
      .selectDistinct({ ...PERSON, programmeId: assistants.programmeId, programme: PROGRAMME_NAME })
      .from(assistants)
      .innerJoin(programmes, eq(programmes.id, assistants.programmeId))
      .innerJoin(people, eq(people.id, assistants.executiveId))
      .leftJoin(members, inProgramme(assistants.programmeId))
      .where(isHers)
      .orderBy(PERSON.name, people.id, programmes.shortName),
    selectPairings(db, assistantId, now),
    selectAsked(db, sql`${assistantId}`, now),
    ...selectSessions(db, isShown(assistantId, now, until), NO_LIMIT),
  ])
  return {
    served: executives.map(({ programmeId, programme, ...row }) => ({
      ...{ programmeId, programme },
      executive: toPerson(row),
    })),
    pairings: pairingRows,
    sessions: toSessions(rows),
    asked: toAsked(asked),
  }
}

/** An expression: the bare column would have the name of one of a person's. */
const PROGRAMME_NAME = sql<string>`coalesce(${programmes.shortName}, '')`

/** Each with the mentor of its open round, who may be a stand-in. */
function selectPairings(db: Database, assistantId: PersonId, now: Instant) {
  const mentor = sql<PersonId>`coalesce((SELECT mentor_id FROM sessions
    WHERE ${sessions.pairingId} = ${pairings.id} AND ${IS_OPEN_ROUND}), ${pairings.mentorId})`
  return db
    .select({
      id: pairings.id,
      mentorName: PERSON.name,
      place: pairings.place,
    })
    .from(pairings)
    .innerJoin(people, sql`${people.id} = ${mentor}`)
    .leftJoin(members, inProgramme(pairings.programmeId))
    .where(isServed(sql`${pairings.programmeId}`, sql`${pairings.executiveId}`, { assistantId, now }))
}

type Of = { readonly assistantId: PersonId; readonly now: Instant }

function isServed(programmeId: SQL, executiveId: SQL, { assistantId, now }: Of): SQL {
  return sql`(${programmeId}, ${executiveId}) IN (
    SELECT programme_id, executive_id FROM assistants
    WHERE assistant_id = ${assistantId} AND from_at <= ${now} AND (until_at IS NULL OR until_at > ${now}))`
}

/** Dates that are not over, and what has none yet. */
function isShown(assistantId: PersonId, now: Instant, until: Instant): SQL {
  const served = isServed(sql`${sessions.programmeId}`, sql`${sessions.executiveId}`, { assistantId, now })
  return sql`${served} AND ${IS_OPEN_ROUND}
    AND (${sessions.startsAt} IS NULL OR (${sessions.endsAt} > ${now} AND ${sessions.startsAt} < ${until}))`
}
