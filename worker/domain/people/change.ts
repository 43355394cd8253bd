import { type By, type Decision, NO_CHANGE, personStep, type PersonStep } from '../decision.ts'
import type { PersonId, ProgrammeId } from '../ids.ts'
import type { MergePatch } from '../merge-patch.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { Instant } from '../time/time.ts'
import { changedRules, type Person, type PersonRules } from './person.ts'

/** What is absent stays; a rule that is null goes back to the programme's. */
export type PersonChange = Partial<Omit<Person, 'id' | 'replyAddress' | 'rules' | 'version'>> & {
  readonly rules?: MergePatch<PersonRules>
  /** Who answers for him from now on, first the one to ask. Links of whoever no longer does open nothing. */
  readonly assistantIds?: readonly PersonId[]
}

export type PersonReading = {
  /** As the programme knows him. */
  readonly person: Person
  readonly programmeId: ProgrammeId
  /** Whether this is the only programme he is in. */
  readonly isOnlyHere: boolean
  /** Who answers for him now. */
  readonly assistantIds: readonly PersonId[]
  /** Those mentioned whom `by` may know. */
  readonly known: readonly PersonId[]
  /** Of whom he is to report to. */
  readonly superiors: readonly PersonId[]
  /** Whether he is also in a programme that `by` does not manage: what is shared then stays. */
  readonly isManagedElsewhere: boolean
}

/** Everybody a change names. */
export function mentionedIn({ reportsTo = null, assistantIds = [] }: PersonChange): readonly PersonId[] {
  return [...assistantIds, ...(reportsTo ? [reportsTo] : [])]
}

/** What belongs to a membership; the rest of a person is shared by all his programmes. */
const OF_MEMBERSHIP = ['name', 'unit', 'reportsTo', 'blockers', 'assistantIds'] as const

/** Whose words of him are changed: the programme named, else the only one; any where none of them is touched. */
export function programmeToChange(
  managed: readonly ProgrammeId[],
  change: PersonChange,
  named: ProgrammeId | undefined,
): Result<ProgrammeId, Refusal> {
  const here = named ?? managed[0]
  if (here === undefined || !managed.includes(here)) return refuse({ reason: 'not-found' })
  const touches =
    OF_MEMBERSHIP.some((field) => change[field] !== undefined) || Object.keys(change.rules ?? {}).length > 0
  return named === undefined && managed.length > 1 && touches
    ? refuse({ reason: 'programme-needed' })
    : accept(here)
}

/** Changes what is named. Decisions that rest on his old rules are read anew. */
export function decidePersonChange(
  reading: PersonReading,
  change: PersonChange,
  { at, by }: { readonly at: Instant; readonly by: By },
): Result<Decision, Refusal> {
  const { person, programmeId, assistantIds: before } = reading
  const refusal = whyNotChange(reading, change)
  if (refusal) return refuse(refusal)

  const asked = withChange(person, change)
  const { email, aliases, zone, locale } = person
  const after = reading.isManagedElsewhere ? { ...asked, email, aliases, zone, locale } : asked
  const fields = Object.keys(change).toSorted().join(' ')
  const { assistantIds } = change
  const assistants = assistantIds && {
    ended: before.filter((id) => !assistantIds.includes(id)),
    begun: assistantIds.filter((id) => !before.includes(id)),
  }
  const changed: PersonStep = {
    ...personStep(person, after, { code: 'person-changed', detail: { fields }, at, by }),
    inProgramme: { id: programmeId, ...(assistants && { assistants }) },
    ...(reading.isOnlyHere && { ownName: after.name }),
  }
  return accept({ ...NO_CHANGE, people: [changed] })
}

/** An address opens the sign-in, so only whoever manages all of somebody's programmes may change it. */
function whyNotChange(
  { person, known, superiors, isManagedElsewhere }: PersonReading,
  change: PersonChange,
): Refusal | null {
  const { email = person.email, aliases = person.aliases } = change
  const isOtherAddress = email !== person.email || aliases.join(' ') !== person.aliases.join(' ')
  if (isOtherAddress && isManagedElsewhere) return { reason: 'managed-elsewhere' }

  const mentioned = mentionedIn(change)
  if (mentioned.includes(person.id) || !mentioned.every((id) => known.includes(id)))
    return { reason: 'no-such-person' }
  return superiors.includes(person.id) ? { reason: 'reporting-circle' } : null
}

/** The person as the change would have him. */
export function withChange(person: Person, { assistantIds: _, rules = {}, ...change }: PersonChange): Person {
  return { ...person, ...change, rules: changedRules(person.rules, rules) }
}
