import { type By, type Decision, NO_CHANGE, personStep } from '../decision.ts'
import type { PersonId } from '../ids.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { Instant } from '../time/time.ts'
import type { Person, PersonRules } from './person.ts'

/** What is absent stays; a rule that is null goes back to the programme's. */
export type PersonChange = Partial<Omit<Person, 'id' | 'replyAddress' | 'rules' | 'version'>> & {
  readonly rules?: { readonly [Rule in keyof PersonRules]?: PersonRules[Rule] | null }
  /** Who answers for him from now on, first the one to ask. Links of whoever no longer does open nothing. */
  readonly assistantIds?: readonly PersonId[]
}

export type PersonReading = {
  readonly person: Person
  /** Who answers for him now. */
  readonly assistantIds: readonly PersonId[]
  /** Those mentioned whom `by` may know. */
  readonly known: readonly PersonId[]
  /** Of whom he is to report to. */
  readonly superiors: readonly PersonId[]
  /** Whether he is in a programme that `by` does not manage. */
  readonly isManagedElsewhere: boolean
}

/** Everybody a change names. */
export function mentionedIn({ reportsTo = null, assistantIds = [] }: PersonChange): readonly PersonId[] {
  return [...assistantIds, ...(reportsTo ? [reportsTo] : [])]
}

/** Changes what is named. Decisions that rest on his old rules are read anew. */
export function decidePersonChange(
  reading: PersonReading,
  change: PersonChange,
  { at, by }: { readonly at: Instant; readonly by: By },
): Result<Decision, Refusal> {
  const { person, assistantIds: before } = reading
  const refusal = whyNotChange(reading, change)
  if (refusal) return refuse(refusal)

  const fields = Object.keys(change).toSorted().join(' ')
  const changed = personStep(person, withChange(person, change), {
    code: 'person-changed',
    detail: { fields },
    at,
    by,
  })
  const { assistantIds } = change
  const assistants = assistantIds && {
    ended: before.filter((id) => !assistantIds.includes(id)),
    begun: assistantIds.filter((id) => !before.includes(id)),
  }
  return accept({ ...NO_CHANGE, people: [{ ...changed, ...(assistants && { assistants }) }] })
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

function withChange(person: Person, { assistantIds: _, rules = {}, ...change }: PersonChange): Person {
  const merged = Object.entries({ ...person.rules, ...rules }).filter(([, rule]) => rule !== null)
  return { ...person, ...change, rules: Object.fromEntries(merged) }
}
