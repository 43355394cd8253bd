import { withDistinctColumns } from './distinct-columns.ts'

export type Cost = { readonly calls: number; readonly rowsRead: number; readonly rowsWritten: number }

export type Total = {
  -readonly [Key in keyof Cost]: Cost[Key]
} & {
  /** The most parameters that one statement bound. D1 allows a hundred. */
  mostBound?: number
  /** The longest text that was bound, in octets. D1 allows two megabytes. */
  longestBound?: number
  /** The most statements of one batch. A Worker may ask a thousand in all. */
  mostTogether?: number
  /** Milliseconds until the database answered, over all calls. */
  waited?: number
}

/** A database that adds the cost of each call to `total`. */
export function countingDatabase(database: D1Database, total: Total): D1Database {
  return new Proxy(database, {
    get(target, name) {
      if (name === 'prepare')
        return (query: string) => countedStatement(target.prepare(withDistinctColumns(query)), total)
      if (name === 'batch')
        return (statements: readonly D1PreparedStatement[]) => batch(target, statements, total)
      throw new Error(`not counted: ${String(name)}`)
    },
  })
}

/** The real statements, since `batch` takes no wrappers. */
const inner = new WeakMap<object, D1PreparedStatement>()

function countedStatement(statement: D1PreparedStatement, total: Total): D1PreparedStatement {
  const wrapper = new Proxy(statement, {
    get(target, name) {
      if (name === 'bind')
        return (...values: unknown[]) => {
          total.mostBound = Math.max(total.mostBound ?? 0, values.length)
          total.longestBound = Math.max(total.longestBound ?? 0, ...values.map(octetsOf))
          return countedStatement(target.bind(...values), total)
        }
      if (name === 'all' || name === 'run')
        return async () => add(total, 1, [await timed(total, target.all())])[0]
      // `raw` itself reports no cost.
      if (name === 'raw')
        return async () =>
          add(total, 1, [await timed(total, target.all<object>())]).flatMap(({ results }) =>
            results.map(Object.values),
          )
      throw new Error(`not counted: ${String(name)}`)
    },
  })
  inner.set(wrapper, statement)
  return wrapper
}

async function batch(database: D1Database, statements: readonly D1PreparedStatement[], total: Total) {
  total.mostTogether = Math.max(total.mostTogether ?? 0, statements.length)
  return add(total, 1, await timed(total, database.batch(statements.map((each) => inner.get(each) ?? each))))
}

async function timed<Value>(total: Total, answer: Promise<Value>): Promise<Value> {
  const began = performance.now()
  const value = await answer
  total.waited = (total.waited ?? 0) + performance.now() - began
  return value
}

function octetsOf(value: unknown): number {
  return typeof value === 'string' ? new TextEncoder().encode(value).length : 0
}

function add<Result extends D1Result>(
  total: Total,
  calls: number,
  results: readonly Result[],
): readonly Result[] {
  total.calls += calls
  for (const { meta } of results) {
    total.rowsRead += meta.rows_read
    total.rowsWritten += meta.rows_written
  }
  return results
}
