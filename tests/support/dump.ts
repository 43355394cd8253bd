import { env } from 'cloudflare:workers'

/** All rows of all tables, by table. */
export async function dump(): Promise<Readonly<Record<string, readonly Record<string, unknown>[]>>> {
  const names = await tableNames()
  const rows = await env.DB.batch<Record<string, unknown>>(
    names.map((name) => env.DB.prepare(`SELECT * FROM ${name}`)),
  )
  return Object.fromEntries(names.map((name, index) => [name, rows[index]?.results ?? []]))
}

/** Where each of these words stands in the database, as `table.column: word`; JSON is decoded. */
export async function hits(words: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const [table, rows] of Object.entries(await dump()))
    for (const row of rows)
      for (const [column, value] of Object.entries(row))
        for (const text of textsIn(value))
          for (const word of words)
            if (text.toLowerCase().includes(word.toLowerCase())) found.add(`${table}.${column}: ${word}`)
  return [...found].toSorted()
}

async function tableNames(): Promise<readonly string[]> {
  const { results } = await env.DB.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all<{
    readonly name: string
  }>()
  return results.map(({ name }) => name).filter((name) => !/^(_cf|sqlite_|d1_)/.test(name))
}

/** A text as it is, and what is in it if it is JSON. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value !== 'string') return []
  const decoded = decodedOf(value)
  return decoded === null ? [value] : [value, ...leaves(decoded)]
}

function decodedOf(text: string): unknown {
  try {
    const decoded: unknown = JSON.parse(text)
    return decoded
  } catch {
    return null
  }
}

function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return textsIn(value)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, each]) => [key, ...leaves(each)])
}
