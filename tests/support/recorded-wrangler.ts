import { readFileSync, writeFileSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'

import type { Run } from '../../scripts/run.ts'

/** A deployed database as wrangler shows it; `asked` is what was typed. */
export type Wrangler = { readonly ran: Run; readonly asked: (readonly string[])[] }

/** Answers as wrangler does: JSON within its warnings, an export as D1 writes it, an import as a whole or not at all. */
export function wranglerOf(database: DatabaseSync): Wrangler {
  const asked: (readonly string[])[] = []
  const after = (words: readonly string[], name: string) => words[words.indexOf(name) + 1] ?? ''
  const ran: Run = (_, words) => {
    asked.push(words)
    const [, act = ''] = words
    if (act === 'export') return exportInto(database, after(words, '--output'))
    if (words.includes('--file')) return importFrom(database, after(words, '--file'))
    const results = after(words, '--command')
      .split(';')
      .filter((statement) => statement.trim() !== '')
      .map((statement) => ({ results: database.prepare(statement).all(), success: true }))
    return Promise.resolve(`▲ [WARNING] a banner\n${JSON.stringify(results, null, 2)}\nand a last word\n`)
  }
  return { ran, asked }
}

async function importFrom(database: DatabaseSync, file: string): Promise<string> {
  database.exec('BEGIN')
  try {
    database.exec(readFileSync(file, 'utf8'))
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
  return 'Executed.'
}

/** Each table and its rows at once, in the order the tables were made; then indexes and triggers. */
async function exportInto(database: DatabaseSync, file: string): Promise<string> {
  const made = database
    .prepare(
      "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name = 'sqlite_sequence', rowid",
    )
    .all()
  const lines = ['PRAGMA defer_foreign_keys=TRUE']
  for (const { type, name, sql } of made.filter((each) => each['type'] === 'table')) {
    lines.push(name === 'sqlite_sequence' ? 'DELETE FROM sqlite_sequence' : String(sql))
    const select = database.prepare(`SELECT * FROM "${String(name)}"`)
    select.setReadBigInts(true)
    for (const row of select.all())
      lines.push(
        `INSERT INTO "${String(name)}" (${columnsOf(row)}) VALUES(${Object.values(row).map(written).join(',')})`,
      )
    if (type !== 'table') throw new Error('not a table')
  }
  for (const { type, sql } of made) if (type !== 'table') lines.push(String(sql))
  writeFileSync(file, lines.map((each) => `${each};\n`).join(''))
  return 'Exported.'
}

function columnsOf(row: object): string {
  return Object.keys(row)
    .map((name) => `"${name.replaceAll('"', '""')}"`)
    .join(',')
}

function written(cell: unknown): string {
  if (cell === null) return 'NULL'
  if (typeof cell === 'string') return `'${cell.replaceAll("'", "''")}'`
  if (cell instanceof Uint8Array) return `X'${Buffer.from(cell).toString('hex')}'`
  if (typeof cell === 'bigint') return String(cell)
  const real = Number(cell)
  return Number.isFinite(real) ? String(real) : real > 0 ? '9e999' : '-9e999'
}
