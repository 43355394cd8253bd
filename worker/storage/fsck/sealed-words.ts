import type { Finding } from '../../domain/fsck/check.ts'
import type { Sealing } from '../../sealing.ts'
import { isAfter, rowIn, SEALED_COLUMNS, type SealedColumn } from '../seal/sealed-columns.ts'
import type { Ask, Row } from './check.ts'

const AT_ONCE = 100

/**
 * Words that do not open with a key we have, as `column key: why`; no word of them is kept. Of each key one is opened, and
 * of each column up to `mostRows`.
 */
export async function checkSealedWords(
  ask: Ask,
  { open }: Pick<Sealing, 'open'>,
  mostRows: number,
): Promise<readonly Finding[]> {
  const unopened = new Map<string, number>()
  const note = (what: string, count: number) => void unopened.set(what, (unopened.get(what) ?? 0) + count)
  for (const column of SEALED_COLUMNS) {
    const whyNot = async (row: Row) => {
      const opened = await column.open(open, String(row['row']), String(row['sealed']))
      return opened.ok ? null : opened.refusal.reason
    }
    const name = `${column.table}.${column.column}`
    const [keys = []] = await ask([samples(column)])
    const unknown = new Set<unknown>()
    for (const sample of keys)
      if ((await whyNot(sample)) === 'unknown-key') {
        unknown.add(sample['key'])
        note(`${name} ${String(sample['key'])}: unknown-key`, Number(sample['count']))
      }
    for await (const row of rowsOf(ask, column, mostRows)) {
      const why = await whyNot(row)
      if (why !== null && why !== 'unknown-key') note(`${name} ${String(row['row'])}: ${why}`, 1)
    }
  }
  const count = Array.from(unopened.values()).reduce((sum, each) => sum + each, 0)
  return count === 0 ? [] : [{ name: 'seal-unopened', count, ids: [...unopened.keys()].slice(0, 20) }]
}

/** One row of each key, with how many there are. */
function samples(column: SealedColumn): string {
  const { table, text } = column
  return `SELECT ${KEY} AS key, max(key_of_row) AS row, sealed, count(*) AS count
    FROM (SELECT ${rowIn(column)} AS key_of_row, ${text} AS sealed FROM ${table}) WHERE ${IS_SEALED} GROUP BY 1`
}

async function* rowsOf(ask: Ask, column: SealedColumn, most: number): AsyncGenerator<Row> {
  const { table, keys, text } = column
  let after = ''
  for (let read = 0; read < most;) {
    const limit = Math.min(AT_ONCE, most - read)
    const [rows = []] = await ask([
      `SELECT ${rowIn(column)} AS row, sealed FROM (SELECT *, ${text} AS sealed FROM ${table})
        WHERE ${isAfter(column, after)} AND ${IS_SEALED} ORDER BY ${keys.join(', ')} LIMIT ${limit}`,
    ])
    yield* rows
    if (rows.length < limit) return
    read += rows.length
    after = String(rows.at(-1)?.['row'])
  }
}

const IS_SEALED = "sealed LIKE 'sealed._%._%'"
const KEY = "substr(sealed, 8, instr(substr(sealed, 8), '.') - 1)"
