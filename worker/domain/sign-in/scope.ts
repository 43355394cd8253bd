import type { ProgrammeId } from '../ids.ts'
import { isAmong } from '../people/address.ts'
import { addressesOf, type Person } from '../people/person.ts'

/** A programme that knows somebody by addresses of its own, the one to write to first. */
export type OwnAddresses = { readonly programmeId: ProgrammeId; readonly own: readonly string[] | null }

export type Scope = {
  /** With the addresses by which these programmes know him. */
  readonly person: Person
  /** Whether the address is one that all his programmes share. */
  readonly isShared: boolean
  readonly opens: (programmeId: ProgrammeId) => boolean
}

/**
 * What somebody reaches by an address: the programmes that know him by it. An address that one manager wrote opens nothing
 * of another's.
 */
export function scopeOf(address: string | null, person: Person, all: readonly OwnAddresses[]): Scope {
  const shared = addressesOf(person)
  const own = new Map(all.flatMap((each) => (each.own ? [[each.programmeId, each.own] as const] : [])))
  const has = (list: readonly string[]) => address !== null && isAmong(address, list)
  const lists = [...own.values()].filter(has)
  const isShared = has(shared)
  const [email = person.email, ...aliases] = [...new Set([...(isShared ? shared : []), ...lists.flat()])]
  return {
    person: lists.length > 0 ? { ...person, email, aliases } : person,
    isShared,
    opens: (programmeId) => has(own.get(programmeId) ?? shared),
  }
}

/** Where an address leads: to the accounts of a person that have it, each with the address to write to. */
export function mailboxesOf(
  address: string,
  person: Person,
  all: readonly OwnAddresses[],
): readonly string[] {
  const lists = [addressesOf(person), ...all.flatMap(({ own }) => (own ? [own] : []))]
  return [...new Set(lists.flatMap((list) => (isAmong(address, list) ? list.slice(0, 1) : [])))]
}
