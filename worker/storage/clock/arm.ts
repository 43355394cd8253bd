import { sql } from 'drizzle-orm'

import { timersOfProgramme } from '../../domain/clock/timers-of.ts'
import type { Decision } from '../../domain/decision.ts'
import type { PairingId, PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time/time.ts'
import { mayBeUrgent } from '../../domain/today/urgent.ts'
import type { Database, Statement } from '../../platform.ts'
import { listOf } from '../among.ts'
import { armStatements, lookForUrgent, reArm } from './timers.ts'

/**
 * The timers that a decision carries. What it changes without carrying its timers, or by a setting that others are made
 * from, is armed by the next tick.
 */
export function timerStatements(db: Database, decision: Decision, now: Instant): readonly Statement[] {
  const { timers, programmes, people } = decision
  const urgent = decision.sessions.filter(mayBeUrgent).map(({ after }) => after.programmeId)
  const writers = decision.received.flatMap((each) =>
    each.kind === 'arrived' && each.mail.state === 'waiting' && each.mail.personId !== null
      ? [each.mail.personId]
      : [],
  )
  const managers = newManagers(decision)
  const last = new Map(timers.map((each) => [each.subject, each]))
  const touched = [...new Set(people.flatMap(({ before, after }) => (before ? [after.id] : [])))]
  const pairings = unarmedPairings(decision, new Set<string>(last.keys()))
  const assistants = people.flatMap(({ inProgramme }) => [
    ...(inProgramme?.assistants?.begun ?? []),
    ...(inProgramme?.assistants?.ended ?? []),
  ])
  return [
    ...armStatements(db, [...last.values(), ...programmes.map(({ after }) => timersOfProgramme(after))]),
    ...(pairings.length > 0 ? [reArm(db, pairings, now)] : []),
    ...(touched.length > 0 ? [reArm(db, touchedByPeople(touched), now)] : []),
    ...([...assistants, ...managers].length > 0 ? [reArm(db, [...assistants, ...managers], now)] : []),
    ...(urgent.length > 0 ? [lookForUrgent(db, listed(urgent), now)] : []),
    ...(writers.length > 0 ? [lookForUrgent(db, programmesWith(writers), now)] : []),
    ...programmes.flatMap(({ before, after }) =>
      before && before.policy !== after.policy ? [reArm(db, armedIn(after.id), now)] : [],
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

/** Their own timers, and their pairings': hours, zone and rules decide what is owed when. */
function touchedByPeople(ids: readonly PersonId[]) {
  const these = listOf(ids)
  return sql`SELECT value FROM ${these} UNION SELECT id FROM pairings
      WHERE (mentor_id IN ${these} OR executive_id IN ${these}) AND status <> 'ended'
    UNION SELECT pairing_id FROM sessions WHERE mentor_id IN ${these} AND status IN ('offered', 'fixed')`
}

/** What the rules of a programme decide: its pairings, and when its managers hear. */
function armedIn(id: ProgrammeId) {
  return sql`SELECT id AS value FROM pairings WHERE programme_id = ${id} AND status <> 'ended'
    UNION SELECT person_id FROM memberships WHERE programme_id = ${id} AND role = 'manager'`
}

/** Who manages something from now on; a person who was known before is armed anew anyway. */
function newManagers({ people, programmes }: Decision): readonly PersonId[] {
  return [
    ...people.flatMap(({ before, after, inProgramme }) =>
      before === null && inProgramme?.roles?.includes('manager') ? [after.id] : [],
    ),
    ...programmes.flatMap(({ managerId }) => managerId ?? []),
  ]
}

function listed(ids: readonly string[]) {
  return sql`SELECT value FROM json_each(${JSON.stringify([...new Set(ids)])})`
}

function programmesWith(people: readonly PersonId[]) {
  return sql`SELECT programme_id FROM memberships WHERE person_id IN (${listed(people)})`
}
