import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'

import { members, pairings, people, programmes, pulses } from '../../../schema/index.ts'
import type { PairingId, PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Letter } from '../../domain/letter/letter.ts'
import type { Pulse } from '../../domain/pairing/pulse-answer.ts'
import { MIDWAY_SESSIONS } from '../../domain/pairing/pulse.ts'
import type { Situation } from '../../domain/situation.ts'
import { before, HOUR, type Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { isAmong } from '../among.ts'
import { inProgramme, PERSON } from '../people/person.ts'
import { PROGRAMME, toProgramme } from '../programme/programme.ts'
import { PAIRING } from './pairing.ts'

type Row = typeof pulses.$inferSelect

/** The questions and answers of a pairing: one row for each person and phase. */
export function selectPulses(db: Database, pairing: SQL) {
  return db.select().from(pulses).where(eq(pulses.pairingId, pairing))
}

export function toPulse({ personId, phase, askedAt, worth, onward, saidAt: at, changedAt }: Row): Pulse {
  const said = worth && onward && at !== null && changedAt !== null ? { worth, onward, at, changedAt } : null
  return { personId, phase, askedAt, said }
}

/** Notes that a mail asks, so that no second mail does. */
export function notePulse(db: Database, letter: Letter, now: Instant): readonly Statement[] {
  if (!('asks' in letter) || !letter.asks) return []
  const pairing = sql`(SELECT pairing_id FROM sessions WHERE id = ${letter.sessionId})`
  return [
    db
      .insert(pulses)
      .values({
        pairingId: sql`${pairing}`,
        personId: letter.reader.personId,
        phase: letter.asks,
        askedAt: now,
      })
      .onConflictDoNothing(),
  ]
}

/** Stores an answer; one older than an hour stays, even if the writer read it as open. */
export function putPulse(
  db: Database,
  pairingId: PairingId,
  { said, ...pulse }: Pulse,
  now: Instant,
): Statement {
  const answer = {
    worth: said?.worth ?? null,
    onward: said?.onward ?? null,
    saidAt: said?.at ?? null,
    changedAt: said?.changedAt ?? null,
  }
  return db
    .insert(pulses)
    .values({ pairingId, ...pulse, ...answer })
    .onConflictDoUpdate({
      target: [pulses.pairingId, pulses.personId, pulses.phase],
      set: answer,
      setWhere: sql`${pulses.saidAt} IS NULL OR ${pulses.saidAt} > ${before(now, HOUR)}`,
    })
}

/** The executive has no later pairing in the programme. */
const IS_LAST = sql`NOT EXISTS (SELECT 1 FROM pairings AS later WHERE later.programme_id = pairings.programme_id
    AND later.executive_id = pairings.executive_id AND later.created_at > pairings.created_at)`

export type Askable = Pick<Situation, 'programme' | 'pairing' | 'pulse'> & { readonly executiveName: string }

/**
 * The pairings a mentor can be asked about: those that are active or paused, and the last one of each executive in a
 * closed programme.
 */
export async function listAskable(
  db: Database,
  mentorId: PersonId,
  programmeIds: readonly ProgrammeId[],
): Promise<readonly Askable[]> {
  const isAskable = and(
    eq(pairings.mentorId, mentorId),
    isAmong(pairings.programmeId, programmeIds),
    sql`${programmes.purgedAt} IS NULL`,
    sql`(${pairings.status} IN ('active', 'paused') OR (${programmes.status} <> 'open' AND ${IS_LAST}))`,
  )
  const heldCount = sql<number>`(SELECT count(*) FROM (SELECT 1 FROM sessions
    WHERE pairing_id = pairings.id AND status IN ('happened', 'cut-short') LIMIT ${MIDWAY_SESSIONS}))`
  const askable = db
    .select({ id: pairings.id, programmeId: pairings.programmeId })
    .from(pairings)
    .innerJoin(programmes, eq(programmes.id, pairings.programmeId))
    .where(isAskable)
    .as('askable')
  // In a batch, two columns of one name collide: the programmes need a query of their own.
  const [rows, programmeRows, pulseRows] = await db.batch([
    db
      .select({ ...PAIRING, begun: pairings.createdAt, held: heldCount, executiveName: PERSON.name })
      .from(pairings)
      .innerJoin(programmes, eq(programmes.id, pairings.programmeId))
      .innerJoin(people, eq(people.id, pairings.executiveId))
      .leftJoin(members, inProgramme(pairings.programmeId))
      .where(isAskable)
      .orderBy(pairings.createdAt),
    db
      .select(PROGRAMME)
      .from(programmes)
      .where(inArray(programmes.id, db.select({ id: askable.programmeId }).from(askable))),
    db
      .select()
      .from(pulses)
      .where(inArray(pulses.pairingId, db.select({ id: askable.id }).from(askable))),
  ])
  const byId = new Map(programmeRows.map((row) => [row.id, toProgramme(row)]))
  const byPairing = Map.groupBy(pulseRows, ({ pairingId }) => pairingId)
  return rows.flatMap(({ begun, held: count, executiveName, ...pairing }) => {
    const programme = byId.get(pairing.programmeId)
    const pairingPulses = (byPairing.get(pairing.id) ?? []).map(toPulse)
    return programme
      ? [{ pairing, programme, executiveName, pulse: { begun, held: count, pulses: pairingPulses } }]
      : []
  })
}

/**
 * Pairings where one of the two wants a change, and since when: those that have not ended; in a closed programme, the
 * last one of each executive.
 */
export function selectHeard(db: Database, programmeId: ProgrammeId) {
  const isOpen = sql`(SELECT status FROM programmes WHERE id = ${programmeId}) = 'open'`
  return db
    .select({ pairingId: pulses.pairingId, at: sql<Instant>`max(${pulses.changedAt})` })
    .from(pulses)
    .innerJoin(pairings, eq(pairings.id, pulses.pairingId))
    .where(
      and(
        eq(pairings.programmeId, programmeId),
        sql`iif(${isOpen}, ${pairings.status} <> 'ended', ${IS_LAST})`,
        sql`(${pulses.worth} = 'no' OR ${pulses.onward} IN ('change', 'pause'))`,
      ),
    )
    .groupBy(pulses.pairingId)
}
