import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import type { ProgrammeId } from '../ids.ts'
import { MAX_NEVER_WINDOWS, MAX_TRIPS } from '../limits.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { inOrder, overlappingTrip } from '../slot/trips.ts'
import { personStep } from '../step.ts'
import type { Instant } from '../time/time.ts'
import type { Person, PersonRules, Trip, WeeklyWindow } from './person.ts'

/** What whoever answers for an executive may say of his time: “in New York 3–9 March”, “never Mondays before ten”. */
export type TimeRule =
  | { readonly kind: 'trip'; readonly trip: Trip }
  | { readonly kind: 'never'; readonly windows: readonly WeeklyWindow[] }

export type TimeRuleChange = { readonly what: 'add' | 'remove'; readonly rule: TimeRule }

/** Adds it to, or takes it from, what one programme knows of him. The same again changes nothing. */
export function decideTimeRule(
  person: Person,
  programmeId: ProgrammeId,
  { what, rule }: TimeRuleChange,
  { at, by }: { readonly at: Instant; readonly by: By },
): Result<Decision, Refusal> {
  const after = what === 'add' ? withRule(person.rules, rule) : withoutRule(person.rules, rule)
  if (!after.ok) return after
  const field = rule.kind === 'trip' ? 'trips' : 'never'
  if (JSON.stringify(after.value[field] ?? []) === JSON.stringify(person.rules[field] ?? []))
    return accept(NO_CHANGE)

  const happened = { code: 'person-changed', detail: { fields: `rules.${field}` }, at, by } as const
  const changed = { ...person, rules: after.value }
  return accept({
    ...NO_CHANGE,
    people: [{ ...personStep(person, changed, happened), inProgramme: { id: programmeId } }],
  })
}

function withRule(rules: PersonRules, rule: TimeRule): Result<PersonRules, Refusal> {
  if (rule.kind === 'trip') {
    const { trips = [] } = rules
    if (trips.some((each) => isSameTrip(each, rule.trip))) return accept(rules)
    const all = inOrder([...trips, rule.trip])
    if (overlappingTrip(all) !== null) return refuse({ reason: 'trips-overlap' })
    return all.length > MAX_TRIPS
      ? refuse({ reason: 'list-full', most: MAX_TRIPS })
      : accept({ ...rules, trips: all })
  }
  const { never = [] } = rules
  const added = rule.windows.filter((window) => !never.some((each) => isSameWindow(each, window)))
  return never.length + added.length > MAX_NEVER_WINDOWS
    ? refuse({ reason: 'list-full', most: MAX_NEVER_WINDOWS })
    : accept({ ...rules, never: [...never, ...added] })
}

/** An empty list is no rule: the programme's holds. */
function withoutRule(rules: PersonRules, rule: TimeRule): Result<PersonRules, Refusal> {
  const { trips = [], never = [], ...others } = rules
  const left = {
    trips: trips.filter((each) => rule.kind !== 'trip' || !isSameTrip(each, rule.trip)),
    never: never.filter(
      (each) => rule.kind !== 'never' || !rule.windows.some((one) => isSameWindow(each, one)),
    ),
  }
  return accept({
    ...others,
    ...(left.trips.length > 0 && { trips: left.trips }),
    ...(left.never.length > 0 && { never: left.never }),
  })
}

function isSameTrip(one: Trip, other: Trip): boolean {
  return one.zone === other.zone && one.from === other.from && one.to === other.to
}

function isSameWindow(one: WeeklyWindow, other: WeeklyWindow): boolean {
  return one.day === other.day && one.from === other.from && one.to === other.to
}
