import { env } from 'cloudflare:workers'

import { canariesIn } from './canary.ts'

/** What a column may hold: text that can be read, or only what nobody can read without a key, or turn back at all. */
export type Kept = 'clear' | 'sealed' | 'hashed'

/** Columns that hold no readable word. Each other column is `clear`. */
export const KEPT: Readonly<Record<string, Kept>> = {
  'links.token_hash': 'hashed',
  'sign_ins.token_hash': 'hashed',
  'feeds.token_hash': 'hashed',
  'kept_forms.sealed': 'sealed',
}

export type Stored = { readonly column: string; readonly kept: Kept; readonly text: string }

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
        if (typeof value === 'string')
          all.push({ column: `${name}.${column}`, kept: KEPT[`${name}.${column}`] ?? 'clear', text: value })
  }
  return all
}

/** What stands where it should not be readable: a canary in a column that is sealed or hashed, a token in any. */
export function misplaced(stored: readonly Stored[], tokens: ReadonlySet<string>): readonly string[] {
  return stored.flatMap(({ column, kept, text }) => [
    ...(kept === 'clear' ? [] : canariesIn(text).map(({ owner, field }) => `${column}: ${owner}’s ${field}`)),
    ...(text.match(/[\w-]{43}/g) ?? []).filter((each) => tokens.has(each)).map(() => `${column}: a token`),
  ])
}
