import type { PairingId, PersonId, ProgrammeId, SessionId } from '../ids.ts'
import { RESULTS_PER_KIND } from '../limits.ts'
import type { PairingKind, PairingStatus } from '../pairing/pairing.ts'
import { shownAddress } from '../people/address.ts'
import { proposedShortName } from '../people/name/short.ts'
import type { Role } from '../people/person.ts'
import type { SessionStatus } from '../session/session.ts'
import type { Interval, Zone } from '../time/time.ts'
import { fold, wordsOf } from './fold.ts'

/** Somebody in one programme, with the texts by which he can be found. */
export type Findable = {
  readonly id: PersonId
  readonly programmeId: ProgrammeId
  readonly name: string
  readonly shortName: string | null
  /** Null for a reader who may not know them. */
  readonly unit: string | null
  readonly email: string | null
  readonly aliases: readonly string[]
  /** Empty: he has left. */
  readonly roles: readonly Role[]
}

export type FindablePairing = {
  readonly id: PairingId
  readonly programmeId: ProgrammeId
  readonly mentorId: PersonId
  readonly executiveId: PersonId
  readonly kind: PairingKind
  readonly status: PairingStatus
}

export type FoundPairing = FindablePairing & { readonly mentor: string; readonly executive: string }

export type FoundSession = {
  readonly id: SessionId
  readonly pairingId: PairingId
  readonly programmeId: ProgrammeId
  readonly status: SessionStatus
  readonly time: Interval | null
  readonly zone: Zone
}

/** All that somebody's search names, with the two names of each session. */
export type SearchResult = {
  readonly people: readonly Findable[]
  readonly pairings: readonly FoundPairing[]
  readonly sessions: readonly (FoundSession & Pick<FoundPairing, 'mentor' | 'executive'>)[]
  /** Whether there are more than are named. */
  readonly more: { readonly people: boolean; readonly pairings: boolean; readonly sessions: boolean }
}

type Found = {
  readonly people: readonly Findable[]
  readonly pairings: readonly FoundPairing[]
  /** Those that are not named too: what comes next of all of them is looked for. */
  readonly allPairings: readonly FoundPairing[]
  readonly more: { readonly people: boolean; readonly pairings: boolean }
}

/** Whom and which pairings the words name: every word in one person, or in one of the two who meet. */
export function search(
  query: string,
  everybody: readonly Findable[],
  pairings: readonly FindablePairing[],
): Found {
  const words = wordsOf(query)
  if (words.length === 0)
    return { people: [], pairings: [], allPairings: [], more: { people: false, pairings: false } }
  const known = new Map(everybody.map((each) => [keyOf(each.programmeId, each.id), aimAt(each)]))
  const people = findPeople(words, [...known.values()])
  const pairs = findPairings(words, known, pairings)
  return {
    people: people.slice(0, RESULTS_PER_KIND),
    pairings: pairs.slice(0, RESULTS_PER_KIND),
    allPairings: pairs,
    more: { people: people.length > RESULTS_PER_KIND, pairings: pairs.length > RESULTS_PER_KIND },
  }
}

type Target = { readonly person: Findable; readonly text: string; readonly name: string }

function aimAt(person: Findable): Target {
  const { name, shortName, unit, email, aliases } = person
  const addresses = [email ?? '', ...aliases].flatMap((each) => [each, shownAddress(each)])
  const texts = [name, shortName ?? proposedShortName(name), unit ?? '', ...addresses]
  const text = fold(texts.join('\n'))
  // “OBrien” is how many type it who do not see the name.
  return { person, text: `${text}\n${text.replaceAll("'", '')}`, name: fold(name) }
}

/** One line for each person, though he is in several programmes; whose name begins so comes first. */
function findPeople(words: readonly string[], all: readonly Target[]): readonly Findable[] {
  const found = all.filter(({ person, text }) => person.roles.length > 0 && hasAll(text, words))
  const sorted = found.toSorted(
    (one, other) => rank(one, words) - rank(other, words) || byText(one.name, other.name),
  )
  return Array.from(
    Map.groupBy(sorted, ({ person }) => person.id).values(),
    ([first]) => first?.person,
  ).filter((each) => each !== undefined)
}

/** Those that live come before those that have ended, then by the executive's name. */
function findPairings(
  words: readonly string[],
  known: ReadonlyMap<string, Target>,
  pairings: readonly FindablePairing[],
): readonly FoundPairing[] {
  return pairings
    .flatMap((pairing) => {
      const mentor = known.get(keyOf(pairing.programmeId, pairing.mentorId))
      const executive = known.get(keyOf(pairing.programmeId, pairing.executiveId))
      if (!mentor || !executive || !hasAll(`${mentor.text}\n${executive.text}`, words)) return []
      return { ...pairing, mentor: mentor.person.name, executive: executive.person.name }
    })
    .toSorted(
      (one, other) =>
        Number(one.status === 'ended') - Number(other.status === 'ended') ||
        byText(fold(one.executive), fold(other.executive)) ||
        byText(one.id, other.id),
    )
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word))
}

/** 0: a word of the name begins so. 1: it is inside, or elsewhere. */
function rank({ name }: Target, words: readonly string[]): number {
  return words.every((word) => ` ${name}`.includes(` ${word}`)) ? 0 : 1
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function keyOf(programmeId: ProgrammeId, personId: PersonId): string {
  return `${programmeId} ${personId}`
}
