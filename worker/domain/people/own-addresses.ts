import type { AddressChange } from '../decision.ts'
import type { ProgrammeId } from '../ids.ts'
import type { Taken } from './address.ts'
import { addressesOf, type Person } from './person.ts'

type Reading = {
  readonly person: Person
  /** The programmes of `by` that know the person: to her he is one. */
  readonly managed: readonly ProgrammeId[]
  /** Whether a programme of another manager shares him. */
  readonly isManagedElsewhere: boolean
  readonly taken: Pick<Taken, 'elsewhere'>
}

/**
 * Whose addresses a manager writes. Those that another manager's programme shares stay; and what is somebody's elsewhere
 * stays his. Her own programmes then know the person by what she wrote, so that it is true for her and tells her nothing.
 * Null: the addresses stay, or all his programmes share the new ones.
 */
export function addressChange(
  { person, managed, isManagedElsewhere, taken }: Reading,
  patched: Person,
): AddressChange | null {
  const own = addressesOf(patched)
  if (isSameList(own, addressesOf(person))) return null
  const free = own.filter((each) => !taken.elsewhere.includes(each))
  if (isManagedElsewhere) return { own, programmes: managed, shared: null }
  if (free.length < own.length) return { own, programmes: managed, shared: free }
  return person.hasOwnAddresses ? { own: null, programmes: managed, shared: own } : null
}

type Joining = {
  /** The person whose address it is. */
  readonly existing: Person | null
  /** How programmes of `by` know him already; null: none does. */
  readonly knownBy: Pick<Person, 'email' | 'aliases' | 'hasOwnAddresses'> | null
  readonly programmeId: ProgrammeId
  readonly taken: Pick<Taken, 'elsewhere'>
}

/**
 * The same for somebody who joins a programme of hers: she has him there by the addresses by which she knows him, else by
 * those that she wrote, and by none that somebody else wrote of him.
 */
export function joiningAddresses(
  written: Pick<Person, 'email' | 'aliases'>,
  { existing, knownBy, programmeId, taken }: Joining,
): AddressChange | null {
  const programmes = [programmeId]
  if (knownBy) return knownBy.hasOwnAddresses ? { own: addressesOf(knownBy), programmes, shared: null } : null
  const own = addressesOf(written)
  if (existing) return isSameList(own, addressesOf(existing)) ? null : { own, programmes, shared: null }
  const free = own.filter((each) => !taken.elsewhere.includes(each))
  return free.length < own.length ? { own, programmes, shared: free } : null
}

/** The person as the programmes of the change know him from then on. */
export function withAddresses({ hasOwnAddresses, ...person }: Person, change: AddressChange | null): Person {
  const [email, ...aliases] = change?.own ?? []
  if (!change) return hasOwnAddresses ? { ...person, hasOwnAddresses } : person
  return email === undefined ? person : { ...person, email, aliases, hasOwnAddresses: true }
}

/** The one to write to first; the others have no order. */
function isSameList([email, ...aliases]: readonly string[], [other, ...others]: readonly string[]): boolean {
  return email === other && aliases.toSorted().join(' ') === others.toSorted().join(' ')
}
