import { type SQL, sql } from 'drizzle-orm'

import type { PairingId, PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import { lineBetween } from '../../domain/pairing/reporting-line.ts'
import type { Reporting } from '../../domain/pairing/reporting.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Session } from '../../domain/session/session.ts'

/** Everybody who could meet somebody here. */
export function pairedIn(programmeId: ProgrammeId): SQL {
  return sql`(SELECT person_id FROM memberships WHERE programme_id = ${programmeId} AND role IN ('mentor', 'executive'))`
}

/** The pairings whose two stand in one reporting line now, or whose stand-in and executive do. */
export function linesOf(
  pairings: readonly Pairing[],
  rounds: readonly Session[],
  people: readonly Person[],
  superiorsOf: (id: PersonId) => readonly PersonId[],
): ReadonlyMap<PairingId, Reporting> {
  const byId = new Map(people.map((each) => [each.id, each]))
  const placed = (id: PersonId) => {
    const person = byId.get(id)
    return person && { person, superiors: superiorsOf(id) }
  }
  const lineTo = (executiveId: PersonId, mentorId: PersonId): Reporting | null => {
    const [mentor, executive] = [placed(mentorId), placed(executiveId)]
    return mentor && executive ? lineBetween(mentor, executive) : null
  }
  const standIns = new Map(
    rounds.filter(({ passed }) => !passed).map((each) => [each.pairingId, each.mentorId]),
  )
  return new Map(
    pairings.flatMap(({ id, mentorId, executiveId }) => {
      const line = lineTo(executiveId, mentorId) ?? lineTo(executiveId, standIns.get(id) ?? mentorId)
      return line ? [[id, line] as const] : []
    }),
  )
}
