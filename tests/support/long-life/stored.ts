import { env } from 'cloudflare:workers'

import { AT_REST, type Holds } from '../../../worker/domain/seal/at-rest.ts'
import { canariesIn } from './canary.ts'
import { type FieldName, isField } from './cells.ts'

/** As which word of the table each canary may stand in the database. Null: nowhere can it be read there. */
const HELD_AS: Readonly<Record<FieldName, Holds | null>> = {
  name: 'name',
  helper: 'name',
  host: 'name',
  address: 'address',
  hostmail: 'address',
  unit: 'unit',
  wished: 'topics',
  said: 'mail',
  diary: null,
  programme: 'programme',
  blackout: 'programme',
  label: 'name',
  format: 'format',
  prompt: 'format',
  room: 'place',
  track: 'track',
  material: 'track',
  commitment: 'commitment',
  question: null,
  note: null,
  ownnote: null,
  reason: null,
  correction: null,
  asked: null,
  words: 'offer-words',
}

export type Stored = { readonly column: string; readonly text: string }

/** Every text in the database, by column. */
export async function allStored(): Promise<readonly Stored[]> {
  const tables = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '_cf%' AND name NOT LIKE 'sqlite%'",
  ).all<{ name: string }>()
  const all: Stored[] = []
  for (const { name } of tables.results) {
    const { results } = await env.DB.prepare(`SELECT * FROM "${name}"`).all()
    for (const row of results)
      for (const [column, value] of Object.entries(row))
        if (typeof value === 'string') all.push({ column: `${name}.${column}`, text: value })
  }
  return all
}

/** What a column may say in clear, and whether its values are to be unreadable otherwise. */
export function mayHold(column: string): {
  readonly holds: readonly Holds[]
  readonly kept: 'clear' | 'sealed' | 'hashed' | 'code'
} {
  const [table = '', name = ''] = column.split('.')
  const { codes = [], sealed = {}, hashed = {}, clear = {} } = AT_REST[table] ?? {}
  if (codes.includes(name)) return { holds: [], kept: 'code' }
  if (sealed[name]) return { holds: sealed[name].beside, kept: 'sealed' }
  if (hashed[name] !== undefined) return { holds: [], kept: 'hashed' }
  return { holds: clear[name]?.holds ?? [], kept: 'clear' }
}

/** How what nobody may read is written: by a key that it names, or as a hash. A letter has it in a field, an address a host. */
const UNREADABLE = {
  sealed:
    /^sealed\.[a-z0-9-]+\.[\w-]{38,}(?:@[\w.-]+)?$|"sealed":"sealed\.[a-z0-9-]+\.[\w-]{38,}"|^[\w+/=]{16,}\.[\w+/=]{22,}$/,
  // What counts how often a link was opened says so before the hash.
  hashed: /^(?:opened:)?[\w+/=-]{43,64}$/,
} as const

/** What stands where the table does not let it stand, once each: a canary, a token, a value that is not sealed or hashed. */
export function misplaced(stored: readonly Stored[], tokens: ReadonlySet<string>): readonly string[] {
  const wrong = stored.flatMap(({ column, text }) => {
    const { holds, kept } = mayHold(column)
    // Of a letter that has left long ago only its effect is kept.
    const isEmptied = column === 'outbox.letter' && !text.includes('"id":')
    const isWritten = kept === 'clear' || kept === 'code' || isEmptied || UNREADABLE[kept].test(text)
    return [
      ...canariesIn(text)
        // What is no field at all is a hash that looks like a canary.
        .filter(({ field }) => isField(field) && !holds.some((each) => each === HELD_AS[field]))
        .map(({ owner, field }) => `${column}: ${owner}’s ${field}`),
      ...(text.match(/[\w-]{43}/g) ?? []).filter((each) => tokens.has(each)).map(() => `${column}: a token`),
      ...(isWritten ? [] : [`${column}: not ${kept}`]),
    ]
  })
  return [...new Set(wrong)]
}

/** Canaries of these owners, wherever they stand. */
export function leftOf(stored: readonly Stored[], owners: readonly string[]): readonly string[] {
  if (owners.length === 0) return []
  const left = stored.flatMap(({ column, text }) =>
    canariesIn(text)
      .filter(({ owner }) => owners.includes(owner))
      .map(({ owner, field }) => `${column}: ${owner}’s ${field}, who was erased`),
  )
  return [...new Set(left)]
}
