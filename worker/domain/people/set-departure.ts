import { type By, type Decision, NO_CHANGE, type PersonStep } from '../decision.ts'
import type { ProgrammeId } from '../ids.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { personStep } from '../step.ts'
import type { Day, Instant } from '../time/time.ts'
import type { Person, Role } from './person.ts'

/** One membership of the person. */
export type DepartureReading = {
  readonly programmeId: ProgrammeId
  /** As this programme describes him. */
  readonly person: Person
  readonly roles: readonly Role[]
  /** The other managers who stay. Asked only for a manager. */
  readonly staying: Decision['diaries']
}

/**
 * The last day in these programmes; null: the person stays after all. A day that has passed means now. A programme keeps a
 * manager.
 */
export function decideDeparture(
  readings: readonly DepartureReading[],
  on: Day | null,
  { at, by }: { readonly at: Instant; readonly by: By },
): Result<Decision, Refusal> {
  const changed = readings.filter(({ person }) => (person.departure?.on ?? null) !== on)
  const isLast = ({ roles, staying }: DepartureReading) => roles.includes('manager') && staying.length === 0
  if (on !== null && changed.some(isLast)) return refuse({ reason: 'last-manager' })
  return accept({
    ...NO_CHANGE,
    people: changed.map((reading, index) => departureStep(reading, index, on, { at, by })),
    diaries: guardsOf(on === null ? [] : changed),
  })
}

/** Several steps of one person: each is a version of its own. */
function departureStep(
  { person, programmeId }: DepartureReading,
  index: number,
  on: Day | null,
  when: { readonly at: Instant; readonly by: By },
): PersonStep {
  const before = { ...person, version: person.version + index }
  const departure = on === null ? null : { on, saidAt: when.at, leftAt: null }
  const step =
    on === null
      ? personStep(
          before,
          { ...before, departure },
          {
            ...{ code: 'departure-withdrawn', detail: { programme: programmeId } },
            ...when,
          },
        )
      : personStep(
          before,
          { ...before, departure },
          {
            ...{ code: 'departure-set', detail: { programme: programmeId, on } },
            ...when,
          },
        )
  return { ...step, inProgramme: { id: programmeId } }
}

/** Each diary once: it is raised by one. */
function guardsOf(readings: readonly DepartureReading[]): Decision['diaries'] {
  const managed = readings.filter(({ roles }) => roles.includes('manager'))
  const guards = new Map(managed.flatMap(({ staying }) => staying.map((each) => [each.personId, each])))
  return [...guards.values()]
}
