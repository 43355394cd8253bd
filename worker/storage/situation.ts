import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'

import {
  assistants,
  formats,
  memberships,
  pairings,
  people,
  programmes,
  sessions,
} from '../../schema/index.ts'
import type { PairingId, PersonId, SessionId } from '../domain/ids.ts'
import { MIDWAY_SESSIONS } from '../domain/pairing/pulse.ts'
import type { SessionSituation, Situation } from '../domain/situation.ts'
import type { Platform } from '../platform.ts'
import { PAIRING } from './pairing/pairing.ts'
import { selectPulses, toPulse } from './pairing/pulse.ts'
import { selectWishes } from './pairing/wish.ts'
import { selectFormats, toFormat } from './path/format.ts'
import { selectPeople, toPerson } from './people/person.ts'
import { PROGRAMME, toProgramme } from './programme/programme.ts'
import { IS_OPEN_ROUND, selectSessions, toSessions } from './session/rows.ts'

/** The situation of a pairing with its open session, in one batch; null where there is no such pairing. */
export async function findSituation(platform: Platform, pairingId: PairingId): Promise<Situation | null> {
  return read(platform, sql`${pairingId}`, and(eq(sessions.pairingId, pairingId), IS_OPEN_ROUND))
}

/** The situation of one session, whatever its status. */
export async function findSessionSituation(
  platform: Platform,
  sessionId: SessionId,
): Promise<SessionSituation | null> {
  const pairing = sql`(SELECT pairing_id FROM sessions WHERE id = ${sessionId})`
  const situation = await read(platform, pairing, eq(sessions.id, sessionId))
  return situation?.session ? { ...situation, session: situation.session } : null
}

async function read(platform: Platform, pairing: SQL, session: SQL | undefined): Promise<Situation | null> {
  const { db, newId } = platform
  const now = platform.now()
  const here = eq(pairings.id, pairing)
  const executive = db.select({ id: pairings.executiveId }).from(pairings).where(here)
  const programme = db.select({ id: pairings.programmeId }).from(pairings).where(here)
  const answering = sql`${assistants.fromAt} <= ${now} AND (${assistants.untilAt} IS NULL OR ${assistants.untilAt} > ${now})`
  const everybody = sql`${people.id} IN (
    SELECT mentor_id FROM pairings WHERE id = ${pairing}
    UNION SELECT mentor_id FROM sessions WHERE ${session ?? sql`false`}
    UNION SELECT executive_id FROM pairings WHERE id = ${pairing}
    UNION SELECT assistants.assistant_id FROM assistants JOIN pairings ON pairings.programme_id = assistants.programme_id
      AND pairings.executive_id = assistants.executive_id WHERE pairings.id = ${pairing}
    UNION SELECT person_id FROM memberships
      WHERE role = 'manager' AND programme_id = (SELECT programme_id FROM pairings WHERE id = ${pairing}))`

  const kept = sql`${formats.id} IN (SELECT format_id FROM sessions WHERE ${session ?? sql`false`})`
  const ofPairing = eq(sessions.pairingId, pairing)

  const [pairingRows, programmeRows, formatRows, peopleRows, answererRows, managerRows, ...others] =
    await db.batch([
      db
        .select({ ...PAIRING, begun: pairings.createdAt, lastMet: pairings.lastMet })
        .from(pairings)
        .where(here),
      db.select(PROGRAMME).from(programmes).where(inArray(programmes.id, programme)),
      selectFormats(db, sql`(SELECT programme_id FROM pairings WHERE id = ${pairing})`, kept),
      selectPeople(db, sql`(SELECT programme_id FROM pairings WHERE id = ${pairing})`).where(everybody),
      db
        .select({ id: assistants.assistantId })
        .from(assistants)
        .where(
          and(
            inArray(assistants.programmeId, programme),
            inArray(assistants.executiveId, executive),
            answering,
          ),
        )
        .orderBy(assistants.fromAt, assistants.assistantId),
      db
        .select({ id: memberships.personId })
        .from(memberships)
        .where(and(inArray(memberships.programmeId, programme), eq(memberships.role, 'manager')))
        .orderBy(memberships.since, memberships.personId),
      db
        .select({ end: sessions.endsAt })
        .from(sessions)
        .where(and(ofPairing, HELD))
        .orderBy(sql`${sessions.startsAt} DESC`)
        .limit(MIDWAY_SESSIONS),
      db
        .select({ formatId: sessions.formatId })
        .from(sessions)
        .where(and(ofPairing, or(HELD, eq(sessions.passed, true))))
        .orderBy(sql`${sessions.startsAt} DESC`)
        .limit(1),
      selectPulses(db, pairing),
      selectWishes(db, pairing),
      ...selectSessions(db, session, 1),
    ])

  const [heldRows, lastRows, pulseRows, wishRows, ...sessionRows] = others
  const byId = new Map(peopleRows.map((row) => [row.id, toPerson(row)]))
  const [row] = pairingRows
  const [programmeRow] = programmeRows
  if (!row || !programmeRow) return null
  const { begun, lastMet, ...pairingRow } = row
  const found = toSessions(sessionRows)[0] ?? null
  // A stand-in mentors his one session; everything else is the pairing's own.
  const mentor = byId.get(found?.mentorId ?? pairingRow.mentorId)
  const boss = byId.get(pairingRow.executiveId)
  const manager = firstOf(managerRows, byId)
  if (!mentor || !boss || !manager) return null

  return {
    now,
    newId,
    programme: toProgramme(programmeRow),
    pairing: pairingRow,
    mentor,
    executive: boss,
    assistants: answererRows.flatMap(({ id }) => byId.get(id) ?? []),
    manager,
    session: found,
    lastHeld: heldRows[0]?.end ?? lastMet,
    formats: formatRows.map(toFormat),
    lastFormatId: lastRows[0]?.formatId ?? null,
    pulse: { begun, held: heldRows.length, pulses: pulseRows.map(toPulse) },
    wishes: wishRows.map(({ kind }) => kind),
    firstContact: pairingRow.status === 'proposed',
  }
}

const HELD = sql`${sessions.status} IN ('happened', 'cut-short')`

function firstOf<Value>(
  rows: readonly { readonly id: PersonId }[],
  byId: ReadonlyMap<PersonId, Value>,
): Value | null {
  const [first] = rows
  return (first && byId.get(first.id)) ?? null
}
