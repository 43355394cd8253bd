import type { NewId, PersonId } from '../ids.ts'
import { normalAddress } from '../people/address.ts'
import { errorAt, type LineError } from './fault.ts'
import type { PersonLine } from './person-line.ts'
import { type Register, ownerOf } from './register.ts'

/** A line with the person it is about, and those whom it mentions. */
export type PlacedLine = {
  readonly line: PersonLine
  /** Null: there is no address. */
  readonly id: PersonId | null
  /** Undefined: not said. */
  readonly reportsTo: PersonId | null | undefined
  readonly assistantIds: readonly PersonId[] | undefined
  readonly errors: readonly LineError[]
}

/** Whose each address of the file is: somebody known keeps his id, somebody new gets one. Lines may mention each other. */
export function placedLines(
  lines: readonly PersonLine[],
  register: Register,
  newId: NewId,
): readonly PlacedLine[] {
  const owners = new Map<string, PersonId>()
  const lineOf = new Map<PersonId, number>()
  const identified = lines.map((line) => {
    if (line.email === undefined) return { line, id: null, errors: [] }
    const id = ownerOf(register, line.email) ?? owners.get(line.email) ?? newId('per')
    const earlier = lineOf.get(id)
    if (earlier !== undefined)
      return { line, id, errors: [errorAt('email', { code: 'duplicate', line: earlier })] }
    lineOf.set(id, line.line)
    owners.set(line.email, id)
    const errors = aliasErrors(line, id, { register, owners, lineOf })
    for (const alias of line.aliases ?? []) if (!owners.has(alias)) owners.set(alias, id)
    return { line, id, errors }
  })

  const inFile = new Set(lineOf.keys())
  const find = (address: string): PersonId | null => {
    const id = owners.get(address) ?? ownerOf(register, address)
    const isMentionable = id !== undefined && (inFile.has(id) || register.people.get(id)?.isKnown === true)
    return isMentionable ? id : null
  }
  return identified.map(({ line, id, errors }) => {
    const { missing, ...others } = mentioned(line, find)
    return { line, id, ...others, errors: [...line.errors, ...errors, ...missing] }
  })
}

/** An address is one person's. What belongs to somebody of whom she knows nothing is left out, and nothing is said of it. */
function aliasErrors(
  { aliases = [] }: PersonLine,
  id: PersonId,
  {
    register,
    owners,
    lineOf,
  }: {
    readonly register: Register
    readonly owners: ReadonlyMap<string, PersonId>
    readonly lineOf: ReadonlyMap<PersonId, number>
  },
): readonly LineError[] {
  return aliases.flatMap((alias) => {
    const owner = owners.get(alias) ?? ownerOf(register, alias)
    if (owner === undefined || owner === id) return []
    if (!owners.has(alias) && !isHers(register, owner)) return []
    const line = owners.has(alias) ? lineOf.get(owner) : undefined
    return line === undefined
      ? [errorAt('aliases', { code: 'refused', refusal: { reason: 'address-taken' } })]
      : [errorAt('aliases', { code: 'duplicate', line })]
  })
}

function isHers({ people }: Register, id: PersonId): boolean {
  return people.get(id)?.isKnown === true
}

/** Those among these addresses that are another's in the installation, of whom she knows nothing by them. */
export function addressesElsewhere(
  { shared }: Register,
  id: PersonId,
  addresses: readonly string[],
): readonly string[] {
  return addresses.filter((each) => (shared.get(normalAddress(each)) ?? id) !== id)
}

function mentioned(line: PersonLine, find: (address: string) => PersonId | null) {
  const superior = line.reportsTo ? find(line.reportsTo) : line.reportsTo === undefined ? undefined : null
  const assistants = line.assistants?.map((address) => ({ address, id: find(address) }))
  const missing = [
    ...(line.reportsTo && superior === null
      ? [errorAt('reports_to', { code: 'nobody-here', text: line.reportsTo })]
      : []),
    ...(assistants ?? []).flatMap(({ address, id }) =>
      id === null ? [errorAt('assistants', { code: 'nobody-here', text: address })] : [],
    ),
  ]
  return { reportsTo: superior, assistantIds: assistants?.flatMap(({ id }) => id ?? []), missing }
}
