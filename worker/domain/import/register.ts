import type { Decision } from '../decision.ts'
import type { PersonId, ProgrammeId } from '../ids.ts'
import type { Pairing } from '../pairing/pairing.ts'
import { normalAddress } from '../people/address.ts'
import type { Availability, Person, Role } from '../people/person.ts'
import type { Programme } from '../programme/programme.ts'

/** Somebody of the programme, or whom the file mentions. */
export type Known = {
  /** As the programme describes the person. */
  readonly person: Person
  /** In the programme; empty for somebody who is not in it, or has left. */
  readonly roles: readonly Role[]
  /** Of those the ones that pairings rest on, or executives who are answered for. */
  readonly inUse: readonly Role[]
  /** Whether the manager has the person in a programme of hers: only then may a file mention him. */
  readonly isKnown: boolean
  /** The programmes of hers that he is in. */
  readonly managed: readonly ProgrammeId[]
  /** How her programmes know him; null: none does. */
  readonly knownBy: Pick<Person, 'email' | 'aliases' | 'hasOwnAddresses'> | null
  readonly isManagedElsewhere: boolean
  readonly isOnlyHere: boolean
  /** Who answers for the person here, the first one first. */
  readonly assistantIds: readonly PersonId[]
  readonly hours: Availability | null
}

/** A programme as an import finds it, and as it leaves it: each line is judged by what the lines before have made of it. */
export type Register = {
  readonly programme: Programme
  readonly people: ReadonlyMap<PersonId, Known>
  /** Whose each address is to her, by its normal form. */
  readonly addresses: ReadonlyMap<string, PersonId>
  /** Whose each is in the installation. */
  readonly shared: ReadonlyMap<string, PersonId>
  /** Whom each reports to, also outside the programme. */
  readonly superiors: ReadonlyMap<PersonId, PersonId>
  /** The versions that guard what was read. */
  readonly diaries: ReadonlyMap<PersonId, number>
  /** The managers who do not leave. */
  readonly stayingManagers: readonly PersonId[]
  /** Those that have not ended. */
  readonly pairings: readonly Pairing[]
}

export function ownerOf({ addresses }: Pick<Register, 'addresses'>, address: string): PersonId | undefined {
  return addresses.get(normalAddress(address))
}

const MOST_STEPS = 20

/** Nearest first. A circle ends where it closes. */
export function superiorsIn({ superiors }: Pick<Register, 'superiors'>, id: PersonId): readonly PersonId[] {
  const above: PersonId[] = []
  for (let next = superiors.get(id); next && above.length < MOST_STEPS; next = superiors.get(next)) {
    if (above.includes(next)) break
    above.push(next)
  }
  return above
}

/** The versions of these people's diaries: if one of them changes meanwhile, the commit conflicts. */
export function guardsOf(
  { diaries }: Pick<Register, 'diaries'>,
  ids: readonly PersonId[],
): Decision['diaries'] {
  return ids.flatMap((personId) => {
    const version = diaries.get(personId)
    return version === undefined ? [] : [{ personId, version }]
  })
}
