import { and, desc, eq, gt, sql } from 'drizzle-orm'

import {
  outbox,
  outcomes,
  pairings,
  programmes,
  received,
  sessions,
  suppressions,
  wishes,
} from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { before, DAY, instant, type Zone } from '../../domain/time/time.ts'
import type { Morning } from '../../domain/today/item.ts'
import type { Platform } from '../../platform.ts'
import { ofProgramme } from '../letter/delivery.ts'
import { selectSendingStopped } from '../letter/failed.ts'
import { isInForce } from '../letter/suppression.ts'
import { concerns } from '../mail/received.ts'
import { PAIRING } from '../pairing/pairing.ts'
import { selectHeard } from '../pairing/pulse.ts'
import { selectAssistants } from '../people/assistant.ts'
import { type Member, selectMembers, toMembers } from '../people/membership.ts'
import { selectSuperiors, toSuperiors } from '../people/superiors.ts'
import { PROGRAMME, toProgramme } from '../programme/programme.ts'
import { selectDecided, toDisplaced } from '../session/displaced.ts'
import { IS_UNLOGGED, selectSessions, toSessions } from '../session/rows.ts'
import { linesOf, pairedIn } from './lines.ts'
import { selectPutOff } from './put-off.ts'
import { isSettled, selectSnoozes } from './snooze.ts'

/** Limits one kind of item on Today. Failed letters stay there for a month, and on the delivery page for good. */
const MAX_LINES_PER_KIND = 200

/** Plus the members of the programme, and who answers for whom. */
export type MorningWithPeople = Morning & {
  readonly members: readonly Member[]
  readonly answering: readonly { readonly executiveId: PersonId; readonly assistantId: PersonId }[]
}

/** All that Today reads, in one call; the history costs nothing. Null if there is no such programme. */
export async function findMorning(
  platform: Platform,
  programmeId: ProgrammeId,
): Promise<MorningWithPeople | null> {
  const { db } = platform
  const now = platform.now()
  // In a closed programme all pairings have ended, and items still name them.
  const isListed = sql`(${pairings.status} <> 'ended' OR (SELECT status FROM programmes WHERE id = ${programmeId}) <> 'open')`
  const settledMail = isSettled(programmeId, 'answer-waiting', received.id)
  const monthAgo = before(now, 30 * DAY)
  const members = sql`(SELECT person_id FROM memberships WHERE programme_id = ${programmeId})`
  const lastAt = sql<number>`coalesce(
    (SELECT ends_at FROM sessions WHERE pairing_id = pairings.id AND starts_at IS NOT NULL AND status <> 'cancelled'
     ORDER BY starts_at DESC LIMIT 1),
    pairings.last_met, (SELECT created_at FROM pairings AS old WHERE old.id = pairings.follows), pairings.created_at)`
  const [
    programmeRows,
    memberRows,
    answering,
    snoozes,
    pairingRows,
    waiting,
    flagged,
    failed,
    bounced,
    wishRows,
    pulseRows,
    putOff,
    stopped,
    superiors,
    dates,
    hours,
    changes,
    policyChanges,
    ...open
  ] = await db.batch([
    db.select(PROGRAMME).from(programmes).where(eq(programmes.id, programmeId)),
    selectMembers(db, programmeId),
    selectAssistants(db, programmeId, now),
    selectSnoozes(db, programmeId, { now, monthAgo }),
    db
      .select({ ...PAIRING, lastAt })
      .from(pairings)
      .where(and(eq(pairings.programmeId, programmeId), isListed))
      .limit(500),
    db
      .select({
        id: received.id,
        at: received.at,
        personId: received.personId,
        sessionId: received.sessionId,
      })
      .from(received)
      .where(and(sql`${received.state} = 'waiting'`, concerns(programmeId)))
      // The longest waiting first; of the settled ones, which can be settled again, the latest.
      .orderBy(settledMail, sql`iif(${settledMail}, -${received.at}, ${received.at})`)
      .limit(MAX_LINES_PER_KIND),
    db
      .select({ sessionId: outcomes.sessionId, pairingId: sessions.pairingId, at: outcomes.loggedAt })
      .from(outcomes)
      .innerJoin(sessions, eq(sessions.id, outcomes.sessionId))
      .where(
        and(
          // The `+` keeps SQLite off the index of the programme's sessions: few outcomes are flagged.
          sql`+${sessions.programmeId} = ${programmeId}`,
          sql`${outcomes.needsManager} = 1 AND ${outcomes.replaced} = 0`,
          gt(outcomes.loggedAt, monthAgo),
        ),
      )
      .limit(MAX_LINES_PER_KIND),
    db
      .select({ id: outbox.id, at: outbox.createdAt, personId: outbox.personId, sessionId: outbox.sessionId })
      .from(outbox)
      .where(and(sql`${outbox.state} = 'failed'`, ofProgramme(programmeId), gt(outbox.createdAt, monthAgo)))
      .orderBy(desc(outbox.createdAt))
      .limit(MAX_LINES_PER_KIND),
    db
      .select({ personId: suppressions.personId, at: suppressions.since })
      .from(suppressions)
      .where(and(isInForce(now), sql`${suppressions.personId} IN ${members}`))
      .limit(MAX_LINES_PER_KIND),
    db
      .select({ pairingId: wishes.pairingId, personId: wishes.personId, kind: wishes.kind, at: wishes.at })
      .from(wishes)
      .innerJoin(pairings, eq(pairings.id, wishes.pairingId))
      .where(and(eq(pairings.programmeId, programmeId), sql`${pairings.status} <> 'ended'`))
      .limit(MAX_LINES_PER_KIND),
    selectHeard(db, programmeId),
    selectPutOff(db, programmeId),
    selectSendingStopped(db),
    selectSuperiors(db, programmeId, pairedIn(programmeId)),
    ...selectDecided(db, { programmeId, now }),
    ...selectSessions(db, and(eq(sessions.programmeId, programmeId), IS_UNLOGGED), 500),
  ])
  const [programmeRow] = programmeRows
  if (!programmeRow) return null
  const programme = toProgramme(programmeRow)
  const [people, rounds] = [toMembers(memberRows), toSessions(open)]
  const zoneOf = new Map<PersonId, Zone>(memberRows.map(({ id, zone }) => [id, zone]))
  return {
    now,
    programme,
    pairings: pairingRows.map((row) => ({ ...row, lastAt: instant(row.lastAt) })),
    sessions: rounds,
    zoneOf: (id) => zoneOf.get(id) ?? 'UTC',
    walls: new Map(open[0].flatMap(({ id, wall }) => (wall === null ? [] : [[id, wall] as const]))),
    waiting,
    flagged,
    failed,
    bounced,
    sendingStoppedAt: stopped[0]?.at ?? null,
    wishes: wishRows,
    pulses: pulseRows,
    snoozes,
    putOff,
    lines: linesOf(pairingRows, rounds, people, toSuperiors(superiors)),
    displaced: toDisplaced([dates, hours, changes, policyChanges], [], {
      members: people,
      policy: programme.policy,
    }),
    members: people,
    answering,
  }
}
