import { sql } from 'drizzle-orm'

import { timersOfProgramme } from '../../domain/clock/timers-of.ts'
import type { Decision } from '../../domain/decision.ts'
import type { PairingId, PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { armStatements, reArm } from './timers.ts'

/**
 * The timers that a decision carries. What it changes without carrying its timers, or by a setting that others are made
 * from, is armed by the next tick.
 */
export function timerStatements(db: Database, decision: Decision, now: Instant): readonly Statement[] {
  const { timers, programmes, people } = decision
  const last = new Map(timers.map((each) => [each.subject, each]))
  const pairings = unarmedPairings(decision, new Set<string>(last.keys()))
  const assistants = people.flatMap(({ inProgramme }) => [
    ...(inProgramme?.assistants?.begun ?? []),
    ...(inProgramme?.assistants?.ended ?? []),
  ])
  return [
    ...armStatements(db, [...last.values(), ...programmes.map(({ after }) => timersOfProgramme(after))]),
    ...(pairings.length > 0 ? [reArm(db, pairings, now)] : []),
    ...people.flatMap(({ before, after }) => (before ? [reArm(db, touchedByPerson(after.id), now)] : [])),
    ...(assistants.length > 0 ? [reArm(db, assistants, now)] : []),
    ...programmes.flatMap(({ before, after }) =>
      before && before.policy !== after.policy ? [reArm(db, pairingsOf(after.id), now)] : [],
    ),
  ]
}

function unarmedPairings(
  { sessions, pairings, wishes }: Decision,
  armed: ReadonlySet<string>,
): readonly PairingId[] {
  return [
    ...new Set([
      ...sessions.flatMap(({ after }) =>
        armed.has(after.id) && armed.has(after.pairingId) ? [] : [after.pairingId],
      ),
      ...pairings.flatMap(({ after }) => (armed.has(after.id) ? [] : [after.id])),
      ...wishes.flatMap(({ pairingId }) => (armed.has(pairingId) ? [] : [pairingId])),
    ]),
  ]
}

/** His own timers, and his pairings': hours, zone and rules decide what is owed when. */
function touchedByPerson(id: PersonId) {
  return sql`SELECT ${id} AS value UNION SELECT id FROM pairings WHERE (mentor_id = ${id} OR executive_id = ${id}) AND status <> 'ended'
    UNION SELECT pairing_id FROM sessions WHERE mentor_id = ${id} AND status IN ('offered', 'fixed')`
}

function pairingsOf(id: ProgrammeId) {
  return sql`SELECT id AS value FROM pairings WHERE programme_id = ${id} AND status <> 'ended'`
}
