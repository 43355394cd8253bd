import { and, eq, gt, type SQL, sql } from 'drizzle-orm'

import { events, offers, options, sessions } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Availability, Person } from '../../domain/people/person.ts'
import { rulesOf } from '../../domain/people/presets.ts'
import type { Policy, Programme } from '../../domain/programme/programme.ts'
import { type DecidedTime, type Displaced, displacedBy } from '../../domain/session/displaced.ts'
import type { PersonDiary } from '../../domain/slot/diary.ts'
import { instant, type Instant, type Zone } from '../../domain/time/time.ts'
import type { Database, Platform } from '../../platform.ts'
import { selectMembers, toMembers } from '../people/membership.ts'
import { selectAvailability } from '../slot/availability.ts'
import { IS_OPEN_ROUND, IS_UNLOGGED } from './rows.ts'

/** Whose dates: of a whole programme, or of one person in it. */
type Asked = { readonly programmeId: ProgrammeId; readonly now: Instant; readonly personId?: PersonId }

/** The dates and open options that a trip, a move, new hours or a blackout covers since they were decided. */
export async function listDisplaced(
  { db, now: clock }: Platform,
  { id, policy }: Pick<Programme, 'id' | 'policy'>,
  personId: PersonId | null = null,
): Promise<readonly Displaced[]> {
  const now = clock()
  const [members, optionRows, ...rows] = await db.batch([
    selectMembers(db, id),
    selectOpenOptions(db, { programmeId: id, now, ...(personId && { personId }) }),
    ...selectDecided(db, { programmeId: id, now, ...(personId && { personId }) }),
  ])
  return toDisplaced(rows, optionRows, { members: toMembers(members), policy })
}

/** The queries for a batch: fixed dates to come, the hours of both, and when something they rest on was last changed. */
export function selectDecided(db: Database, asked: Asked) {
  const decided = sql`SELECT id FROM sessions WHERE ${isFixed(asked)} UNION SELECT session_id FROM offers
    JOIN sessions ON sessions.id = offers.session_id WHERE ${isOnOffer(asked)}`
  const people = sql`(SELECT mentor_id FROM sessions WHERE id IN (${decided})
    UNION SELECT executive_id FROM sessions WHERE id IN (${decided}))`
  return [
    db
      .select({
        sessionId: sessions.id,
        pairingId: sessions.pairingId,
        mentorId: sessions.mentorId,
        executiveId: sessions.executiveId,
        start: sessions.startsAt,
        end: sessions.endsAt,
        zone: sessions.zone,
        fixed: LAST_FIXED,
      })
      .from(sessions)
      .where(isFixed(asked)),
    selectAvailability(db, people),
    db
      .select({
        subject: events.subject,
        hoursAt: lastChange(OF_HOURS),
        zoneAt: lastChange(names('zone')),
      })
      .from(events)
      .where(sql`subject IN ${people} AND code IN ('person-changed', 'hours-changed')`)
      .groupBy(events.subject),
    db
      .select({ blackoutsAt: sql<Instant | null>`max(at)` })
      .from(events)
      .where(sql`subject = ${asked.programmeId} AND code = 'programme-changed' AND ${names('blackouts')}`),
  ] as const
}

function isFixed({ programmeId, now, personId }: Asked): SQL | undefined {
  return and(
    eq(sessions.programmeId, programmeId),
    IS_UNLOGGED,
    sql`sessions.status = 'fixed'`,
    gt(sessions.startsAt, now),
    isOf(personId),
  )
}

/** The times of open offers, for the same batch. */
export function selectOpenOptions(db: Database, asked: Asked) {
  return db
    .select({
      sessionId: sessions.id,
      pairingId: sessions.pairingId,
      mentorId: sessions.mentorId,
      executiveId: sessions.executiveId,
      start: options.startsAt,
      end: options.endsAt,
      zone: sessions.zone,
      offeredAt: offers.madeAt,
      against: options.against,
    })
    .from(sessions)
    .innerJoin(offers, eq(offers.sessionId, sessions.id))
    .innerJoin(options, eq(options.offerId, offers.id))
    .where(and(isOnOffer(asked), gt(options.untilAt, asked.now), eq(options.dropped, false)))
}

function isOnOffer({ programmeId, now, personId }: Asked): SQL | undefined {
  return and(
    eq(sessions.programmeId, programmeId),
    IS_OPEN_ROUND,
    sql`sessions.status = 'offered' AND offers.status = 'open' AND offers.held_until > ${now}`,
    isOf(personId),
  )
}

function isOf(personId: PersonId | undefined): SQL | undefined {
  return personId && sql`${personId} IN (sessions.mentor_id, sessions.executive_id)`
}

/** When the date got its time, and where the executive was expected then. */
export const LAST_FIXED = sql<Fixed | null>`(
  SELECT json_object('at', at, 'zone', json_extract(detail, '$.zone'), 'against', json_extract(detail, '$.against'))
  FROM events
  WHERE subject = sessions.id AND code IN ('fixed', 'booked', 'moved', 'mentor-changed')
  ORDER BY version DESC LIMIT 1)`.mapWith(JSON.parse)

/** Whether the event names this field. Older events name all rules as one. */
function names(field: string): SQL {
  return sql`instr(' ' || json_extract(detail, '$.fields') || ' ', ${` ${field} `}) > 0`
}

const OF_HOURS = sql`code = 'hours-changed' OR ${names('rules.trips')} OR ${names('rules.never')}
  OR ${names('rules')} OR ${names('zone')}`

function lastChange(condition: SQL): SQL<Instant | null> {
  return sql`max(CASE WHEN ${condition} THEN at END)`
}

type DecidedRows = readonly [
  readonly DateRow[],
  readonly (Availability & { readonly personId: PersonId })[],
  readonly { readonly subject: string; readonly hoursAt: Instant | null; readonly zoneAt: Instant | null }[],
  readonly { readonly blackoutsAt: Instant | null }[],
]

type Fixed = Pick<DecidedTime, 'against'> & { readonly at: Instant; readonly zone: Zone | null }
type Row = Omit<DecidedTime, 'time' | 'decidedAt' | 'isOption' | 'against'>
type DateRow = Row & {
  readonly start: Instant | null
  readonly end: Instant | null
  readonly fixed: Fixed | null
}
type OptionRow = Row &
  Pick<DecidedTime, 'against'> & {
    readonly start: Instant
    readonly end: Instant
    readonly offeredAt: Instant
  }

/** Judges the rows; of people who left the programme nothing is said. */
export function toDisplaced(
  [dates, hours, changes, [programme]]: DecidedRows,
  open: readonly OptionRow[],
  { members, policy }: { readonly members: readonly Person[]; readonly policy: Policy },
): readonly Displaced[] {
  const byId = new Map(members.map((each) => [each.id, each]))
  const hoursOf = new Map(hours.map(({ personId, ...each }) => [personId, each]))
  const changedAt = new Map(changes.map((each) => [each.subject, each]))
  const judging = {
    policy,
    diaryOf: (id: PersonId) => diaryFor(byId.get(id), hoursOf.get(id)),
    changes: {
      hoursOf: (id: PersonId) => changedAt.get(id)?.hoursAt ?? null,
      zoneOf: (id: PersonId) => changedAt.get(id)?.zoneAt ?? null,
      blackouts: programme?.blackoutsAt ?? null,
    },
  }
  return [...dates.flatMap(decidedDate), ...open.map(decidedOption)]
    .filter(({ mentorId, executiveId }) => byId.has(mentorId) && byId.has(executiveId))
    .flatMap((each) => displacedBy(each, judging))
    .toSorted((one, other) => one.time.start - other.time.start)
}

function decidedDate({ start, end, fixed, ...row }: DateRow): readonly DecidedTime[] {
  if (start === null || end === null) return []
  const zone = fixed?.zone ?? row.zone
  const { at: decidedAt = instant(0), against = null } = fixed ?? {}
  return [{ ...row, zone, time: { start, end }, decidedAt, isOption: false, against }]
}

function decidedOption({ start, end, offeredAt, ...row }: OptionRow): DecidedTime {
  return { ...row, time: { start, end }, decidedAt: offeredAt, isOption: true }
}

/** Hours and rules without what is busy: a date of one's own does not stand in its own way. */
function diaryFor(person: Person | undefined, hours: Availability | undefined): PersonDiary {
  if (!person) throw new Error('nobody of the programme')
  return {
    personId: person.id,
    availability: hours ?? { zone: person.zone, weekly: [], exceptions: [] },
    rules: rulesOf(person),
    busy: [],
    feedUnknown: false,
    leaves: null,
    version: 0,
  }
}
