import { and, eq, type SQL, sql } from 'drizzle-orm'

import {
  assistants,
  busyFeeds,
  members,
  pairings,
  people,
  programmes,
  sessions,
} from '../../../schema/index.ts'
import type { PairingId, PersonId, ProgrammeId, SessionId } from '../../domain/ids.ts'
import type { Place } from '../../domain/pairing/pairing.ts'
import type { Person } from '../../domain/people/person.ts'
import { completePolicy, type Policy } from '../../domain/programme/programme.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Duty } from '../../domain/situation.ts'
import type { PersonDiary } from '../../domain/slot/diary.ts'
import type { Instant, Zone } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { type Asked, selectAsked, toAsked } from '../offer/asked.ts'
import { LAST_FIXED } from '../session/displaced.ts'
import { IS_OPEN_ROUND, NO_LIMIT, selectSessions, toSessions } from '../session/rows.ts'
import { selectAvailability } from '../slot/availability.ts'
import { toDiaries } from '../slot/diary.ts'
import { isAnswering } from './assistant.ts'
import { inProgramme, PERSON, toPerson } from './person.ts'

/** An executive as one programme describes him. */
export type ServedExecutive = {
  readonly programmeId: ProgrammeId
  readonly programme: string
  readonly policy: Policy
  readonly executive: Person
  /** Who answers, has answered or will answer for him there. */
  readonly duties: readonly Duty[]
  /** Whether the calendar that he lets be read can be; null: there is none. */
  readonly calendar: 'known' | 'unknown' | null
}

/** What is open between an executive and his mentor: who that is, and where they meet. */
export type ServedPairing = {
  readonly id: PairingId
  readonly mentor: Person
  readonly place: Place | null
}

export type Desk = {
  /** By name; once for each programme. */
  readonly served: readonly ServedExecutive[]
  readonly pairings: readonly ServedPairing[]
  readonly sessions: readonly Session[]
  /** The offers that are asked of her, with the links that answer them. */
  readonly asked: readonly Asked[]
  /** Where the executive was expected when the date was fixed; null: it is not said. */
  readonly expectedIn: ReadonlyMap<SessionId, Zone | null>
  /** The hours of everybody here, without what is in their calendars: enough to judge what is held already. */
  readonly hoursOf: (person: Person) => PersonDiary
}

/** All that an assistant's desk shows, in one call. `until`: no date after it. */
export async function findDesk(
  db: Database,
  assistantId: PersonId,
  { now, until }: { readonly now: Instant; readonly until: Instant },
): Promise<Desk> {
  const isHers = and(eq(assistants.assistantId, assistantId), isAnswering(now), eq(programmes.status, 'open'))
  const [executives, dutyRows, pairingRows, asked, hours, fixed, ...rows] = await db.batch([
    db
      .selectDistinct({
        ...{ ...PERSON, programmeId: assistants.programmeId },
        ...{ programme: PROGRAMME_NAME, policy: programmes.policy, calendar: CALENDAR },
      })
      .from(assistants)
      .innerJoin(programmes, eq(programmes.id, assistants.programmeId))
      .innerJoin(people, eq(people.id, assistants.executiveId))
      .leftJoin(members, inProgramme(assistants.programmeId))
      .where(isHers)
      .orderBy(PERSON.name, people.id, programmes.shortName),
    selectDutiesBeside(db, { assistantId, now }),
    selectPairings(db, { assistantId, now }),
    selectAsked(db, sql`${assistantId}`, now),
    selectAvailability(db, whoMeet({ assistantId, now })),
    db
      .select({ id: sessions.id, fixed: LAST_FIXED })
      .from(sessions)
      .where(and(isShown(assistantId, now, until), eq(sessions.status, 'fixed'))),
    ...selectSessions(db, isShown(assistantId, now, until), NO_LIMIT),
  ])
  return {
    served: executives.map(({ programmeId, programme, policy, calendar, ...row }) => ({
      ...{ programmeId, programme, calendar, policy: completePolicy(policy) },
      executive: toPerson(row),
      duties: dutyRows.filter((each) => each.programmeId === programmeId && each.executiveId === row.id),
    })),
    pairings: pairingRows.map(({ pairingId: id, place, ...mentor }) => ({
      ...{ id, place },
      mentor: toPerson(mentor),
    })),
    sessions: toSessions(rows),
    asked: toAsked(asked),
    expectedIn: new Map(fixed.map((each) => [each.id, each.fixed?.zone ?? null])),
    hoursOf: toDiaries([hours, [], [], []], { now, horizon: 0, window: null }),
  }
}

/** An expression: the bare column would have the name of one of a person's. */
const PROGRAMME_NAME = sql<string>`coalesce(${programmes.shortName}, '')`

const CALENDAR = sql<ServedExecutive['calendar']>`(SELECT ${busyFeeds.state} FROM ${busyFeeds}
  WHERE ${busyFeeds.personId} = ${people.id})`

/** Each with the mentor of its open round, who may be a stand-in. */
function selectPairings(db: Database, of: Of) {
  return db
    .select({ ...PERSON, pairingId: PAIRING_ID, place: pairings.place })
    .from(pairings)
    .innerJoin(people, sql`${people.id} = ${MENTOR}`)
    .leftJoin(members, inProgramme(pairings.programmeId))
    .where(isServed(sql`${pairings.programmeId}`, sql`${pairings.executiveId}`, of))
}

/** An expression, for the same reason as the programme's name. */
const PAIRING_ID = sql<PairingId>`coalesce(${pairings.id}, '')`

const MENTOR = sql<PersonId>`coalesce((SELECT mentor_id FROM sessions
  WHERE ${sessions.pairingId} = ${pairings.id} AND ${IS_OPEN_ROUND}), ${pairings.mentorId})`

/** A colleague, or whoever answered before her, may have said something for the same executive. */
function selectDutiesBeside(db: Database, of: Of) {
  return db
    .select({
      programmeId: assistants.programmeId,
      executiveId: assistants.executiveId,
      personId: assistants.assistantId,
      from: assistants.fromAt,
      until: assistants.untilAt,
    })
    .from(assistants)
    .where(isServed(sql`${assistants.programmeId}`, sql`${assistants.executiveId}`, of))
}

/** Her executives, and who meets them. */
function whoMeet(of: Of): SQL {
  const served = isServed(sql`${pairings.programmeId}`, sql`${pairings.executiveId}`, of)
  return sql`(SELECT ${pairings.executiveId} FROM ${pairings} WHERE ${served}
    UNION SELECT ${MENTOR} FROM ${pairings} WHERE ${served})`
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
