import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'

import {
  assistants,
  availability,
  commitments,
  memberships,
  offers,
  pairings,
  people,
  programmes,
  sessions,
} from '../../schema/index.ts'
import type { OfferId, PairingId, PersonId, SessionId } from '../domain/ids.ts'
import { MIDWAY_SESSIONS } from '../domain/pairing/pulse.ts'
import type { Availability } from '../domain/people/person.ts'
import type { TriedTime } from '../domain/session/session.ts'
import type { SessionSituation, Situation } from '../domain/situation.ts'
import { type Instant, latestKnown } from '../domain/time/time.ts'
import type { Database, Platform } from '../platform.ts'
import { PAIRING } from './pairing/pairing.ts'
import { selectPulses, toPulse } from './pairing/pulse.ts'
import { selectWishes } from './pairing/wish.ts'
import { selectFormats, toFormat } from './path/format.ts'
import { PATH } from './path/path.ts'
import { selectPeople, toPerson } from './people/person.ts'
import { superiorsOfMember } from './people/superiors.ts'
import { PROGRAMME, toProgramme } from './programme/programme.ts'
import { linksOf, selectLinksTaken } from './session/links-taken.ts'
import { COMMITMENT } from './session/outcome.ts'
import { IS_HELD, IS_OPEN_ROUND, selectSessions, toSessions } from './session/rows.ts'
import { AVAILABILITY } from './slot/availability.ts'

/** What to read a situation for: a pairing with its open round, or one session in any status. */
export type About = {
  readonly pairing: SQL
  readonly session: SQL
  /** Whether a new round may begin: it needs to know what the one before has tried. */
  readonly opensRound: boolean
}

export function aboutPairing(id: PairingId): About {
  return {
    pairing: sql`${id}`,
    session: sql`${sessions.pairingId} = ${id} AND ${IS_OPEN_ROUND}`,
    opensRound: true,
  }
}

export function aboutSession(id: SessionId | SQL): About {
  return {
    pairing: sql`(SELECT pairing_id FROM sessions WHERE id = ${id})`,
    session: sql`${sessions.id} = ${id}`,
    opensRound: false,
  }
}

/** The session of an offer, whatever the offer's status. */
export function aboutOffer(id: OfferId): About {
  return aboutSession(sql`(SELECT session_id FROM offers WHERE id = ${id})`)
}

/** The situation of a pairing with its open session, in one batch; null if there is no such pairing. */
export async function findSituation(platform: Platform, pairingId: PairingId): Promise<Situation | null> {
  const now = platform.now()
  const rows = await batchSituation(platform.db, aboutPairing(pairingId), now)
  return toSituation(rows, platform, now)
}

/** The situation of one session in any status. */
export async function findSessionSituation(
  platform: Platform,
  sessionId: SessionId,
): Promise<SessionSituation | null> {
  const now = platform.now()
  const rows = await batchSituation(platform.db, aboutSession(sessionId), now)
  return withSession(toSituation(rows, platform, now))
}

export function withSession(situation: Situation | null): SessionSituation | null {
  return situation?.session ? { ...situation, session: situation.session } : null
}

export function programmeOf({ pairing }: About): SQL {
  return sql`(SELECT programme_id FROM pairings WHERE id = ${pairing})`
}

/** The pairing's mentor, the session's stand-in, and the executive. */
export function selectBothPeople({ pairing, session }: About): SQL {
  return sql`SELECT mentor_id FROM pairings WHERE id = ${pairing}
    UNION SELECT mentor_id FROM sessions WHERE ${session}
    UNION SELECT executive_id FROM pairings WHERE id = ${pairing}`
}

/** The queries of a situation, for one batch. */
export function selectSituation(db: Database, about: About, now: Instant) {
  const { pairing, session } = about
  const isThisPairing = eq(pairings.id, pairing)
  const executive = db.select({ id: pairings.executiveId }).from(pairings).where(isThisPairing)
  const programme = db.select({ id: pairings.programmeId }).from(pairings).where(isThisPairing)
  const everybody = sql`${people.id} IN (
    ${selectBothPeople(about)}
    UNION SELECT assistants.assistant_id FROM assistants JOIN pairings ON pairings.programme_id = assistants.programme_id
      AND pairings.executive_id = assistants.executive_id WHERE pairings.id = ${pairing}
    UNION SELECT person_id FROM memberships
      WHERE role = 'manager' AND programme_id = ${programmeOf(about)})`

  // A stand-in is the mentor of one session.
  const mentor = sql`coalesce((SELECT mentor_id FROM sessions WHERE ${session}), pairings.mentor_id)`
  const ofSession = sql`SELECT format_id FROM sessions WHERE ${session}`
  const ofPairing = eq(sessions.pairingId, pairing)

  return [
    db
      .select({
        ...PAIRING,
        begun: pairings.createdAt,
        lastMet: pairings.lastMet,
        path: PATH,
        hours: AVAILABILITY,
        aboveMentor: superiorsOfMember(sql`pairings.programme_id`, mentor),
        aboveExecutive: superiorsOfMember(sql`pairings.programme_id`, sql`pairings.executive_id`),
      })
      .from(pairings)
      .leftJoin(availability, eq(availability.personId, pairings.executiveId))
      .where(isThisPairing),
    db.select(PROGRAMME).from(programmes).where(inArray(programmes.id, programme)),
    selectFormats(db, programmeOf(about), ofSession),
    selectPeople(db, programmeOf(about)).where(everybody),
    db
      .select({
        personId: assistants.assistantId,
        from: assistants.fromAt,
        until: assistants.untilAt,
        hours: AVAILABILITY,
      })
      .from(assistants)
      .leftJoin(availability, eq(availability.personId, assistants.assistantId))
      .where(and(inArray(assistants.programmeId, programme), inArray(assistants.executiveId, executive)))
      .orderBy(assistants.fromAt, assistants.assistantId),
    db
      .select({ id: memberships.personId })
      .from(memberships)
      .where(and(inArray(memberships.programmeId, programme), eq(memberships.role, 'manager')))
      .orderBy(memberships.since, memberships.personId),
    db
      .select({ end: sessions.endsAt })
      .from(sessions)
      .where(and(ofPairing, IS_HELD))
      .orderBy(sql`${sessions.startsAt} DESC`)
      .limit(MIDWAY_SESSIONS),
    selectPulses(db, pairing),
    selectWishes(db, pairing),
    selectLinksTaken(db, linksOf(programmeOf(about), selectBothPeople(about)), now),
    ...selectBeside(db, about),
    ...selectSessions(db, session, 1),
  ] as const
}

/** What lies beside the session: the latest commitment, the earlier offers, the pairing's other sessions. */
function selectBeside(db: Database, { pairing, session, opensRound }: About) {
  const own = sql`(SELECT id FROM sessions WHERE ${session})`
  const others = sql`FROM sessions WHERE pairing_id = ${pairing} AND id NOT IN ${own}`
  const lastDated = sql`${others} AND starts_at IS NOT NULL`
  return [
    db
      .select(COMMITMENT)
      .from(commitments)
      .where(
        and(
          eq(commitments.pairingId, pairing),
          eq(commitments.replaced, false),
          sql`${commitments.sessionId} NOT IN ${own}`,
        ),
      )
      .orderBy(desc(commitments.madeAt))
      .limit(1),
    db
      .select({ status: offers.status, count: sql<number>`count(*)` })
      .from(offers)
      .where(
        sql`${offers.sessionId} IN ${own} AND offers.rowid < (
          SELECT max(later.rowid) FROM offers AS later WHERE later.session_id = ${offers.sessionId})`,
      )
      .groupBy(offers.status),
    db
      .select({
        dated:
          sql<LastRound | null>`(SELECT ${LAST_ROUND} ${lastDated} ORDER BY starts_at DESC LIMIT 1)`.mapWith(
            JSON.parse,
          ),
        undated: opensRound
          ? sql<LastRound | null>`(SELECT ${LAST_ROUND} ${others} AND starts_at IS NULL ORDER BY created_at DESC LIMIT 1)`.mapWith(
              JSON.parse,
            )
          : sql<LastRound | null>`NULL`,
        met: sql<Instant | null>`(SELECT ends_at ${lastDated} AND status <> 'cancelled' ORDER BY starts_at DESC LIMIT 1)`,
        isOpen: sql<number>`EXISTS (SELECT 1 ${others} AND ${IS_OPEN_ROUND})`,
      })
      .from(pairings)
      .where(eq(pairings.id, pairing)),
  ] as const
}

/** Of a round beside the open one: when it ended, and what it tried if it was called off. */
const LAST_ROUND = sql`json_object('end', ends_at, 'since', created_at,
  'tried', json(iif(status = 'cancelled', tried, '[]')))`

type LastRound = {
  readonly end: Instant | null
  readonly since: Instant
  readonly tried: readonly TriedTime[]
}

type SituationRows = Awaited<ReturnType<typeof batchSituation>>

function batchSituation(db: Database, about: About, now: Instant) {
  return db.batch(selectSituation(db, about, now))
}

/** Their rows as a value; null if there is no such pairing. */
export function toSituation(
  [
    pairingRows,
    programmeRows,
    formatRows,
    peopleRows,
    dutyRows,
    managerRows,
    heldRows,
    pulseRows,
    wishRows,
    linkRows,
    commitmentRows,
    offerRows,
    besideRows,
    ...sessionRows
  ]: SituationRows,
  { newId, random }: Platform,
  now: Instant,
): Situation | null {
  const byId = new Map(peopleRows.map((row) => [row.id, toPerson(row)]))
  const [row] = pairingRows
  const [programmeRow] = programmeRows
  if (!row || !programmeRow) return null
  const { begun, lastMet, path, hours, aboveMentor, aboveExecutive, ...pairingRow } = row
  const [beside] = besideRows
  const session = toSessions(sessionRows)[0] ?? null
  // A stand-in is the mentor of one session; the rest belongs to the pairing.
  const mentor = byId.get(session?.mentorId ?? pairingRow.mentorId)
  const ownMentor = byId.get(pairingRow.mentorId)
  const executive = byId.get(pairingRow.executiveId)
  const manager = firstOf(managerRows, byId)
  if (!mentor || !ownMentor || !executive || !manager) return null

  return {
    now,
    newId,
    random,
    programme: toProgramme(programmeRow),
    pairing: pairingRow,
    mentor,
    ownMentor,
    executive,
    assistants: dutyRows
      .filter(({ from, until }) => from <= now && (until === null || until > now))
      .flatMap(({ personId }) => byId.get(personId) ?? []),
    assistantDuties: dutyRows.map(({ hours: _, ...duty }) => duty),
    superiors: { mentor: JSON.parse(aboveMentor), executive: JSON.parse(aboveExecutive) },
    manager,
    session,
    lastHeld: heldRows[0]?.end ?? lastMet,
    formats: formatRows.map(toFormat),
    path,
    pulse: { begun, held: heldRows.length, pulses: pulseRows.map(toPulse) },
    wishes: wishRows.map(({ kind }) => kind),
    lastCommitment: commitmentRows[0] ?? null,
    earlierOffers: Object.fromEntries(offerRows.map(({ status, count }) => [status, count])),
    dated: { end: latestKnown(beside?.dated?.end, lastMet), met: latestKnown(beside?.met, lastMet) },
    triedBefore: triedIn(beside?.dated ?? null, beside?.undated ?? null, now),
    hoursKnown: hoursOf([{ personId: executive.id, hours }, ...dutyRows]),
    linksTaken: linkRows,
    hasOtherRound: beside?.isOpen === 1,
    firstContact: pairingRow.status === 'proposed',
  }
}

/** Of the round before, whether it had a date or not. */
function triedIn(dated: LastRound | null, undated: LastRound | null, now: Instant): readonly TriedTime[] {
  const last = (undated?.since ?? 0) > (dated?.since ?? 0) ? undated : dated
  return last?.tried.filter(({ end }) => end > now) ?? []
}

function hoursOf(
  rows: readonly { readonly personId: PersonId; readonly hours: Availability | null }[],
): Situation['hoursKnown'] {
  return rows.flatMap(({ personId, hours }) => (hours ? [{ ...hours, personId }] : []))
}

function firstOf<Value>(
  rows: readonly { readonly id: PersonId }[],
  byId: ReadonlyMap<PersonId, Value>,
): Value | null {
  const [first] = rows
  return (first && byId.get(first.id)) ?? null
}
