export type Recording = {
  /** The statements of each call, in order. */
  readonly calls: (readonly string[])[]
  /** Calls that would have written product state, where nothing may be written. */
  readonly refused: (readonly string[])[]
  mayWrite: boolean
}

export function aRecording({ mayWrite }: Pick<Recording, 'mayWrite'>): Recording {
  return { calls: [], refused: [], mayWrite }
}

/** The append-only access log is no product state (docs/promises.md#t5); a form is kept for whoever typed it. */
const NOT_STATE = ['access_log', 'kept_forms'] as const

/**
 * A database that keeps the text of all that it is asked. Where nothing may be written, a call that would change product
 * state fails before it does, so that the world stays as it is.
 */
export function recordingDatabase(database: D1Database, recording: Recording): D1Database {
  return new Proxy(database, {
    get(target, name) {
      if (name === 'prepare') return (query: string) => recorded(target.prepare(query), query, recording)
      if (name === 'batch')
        return async (statements: readonly D1PreparedStatement[]) => {
          keep(
            recording,
            statements.map((each) => inner.get(each)?.query ?? ''),
          )
          return target.batch(statements.map((each) => inner.get(each)?.statement ?? each))
        }
      throw new Error(`not recorded: ${String(name)}`)
    },
  })
}

/** The real statements, since `batch` takes no wrappers. */
const inner = new WeakMap<object, { readonly statement: D1PreparedStatement; readonly query: string }>()

function recorded(statement: D1PreparedStatement, query: string, recording: Recording): D1PreparedStatement {
  const wrapper = new Proxy(statement, {
    get(target, name) {
      if (name === 'bind') return (...values: unknown[]) => recorded(target.bind(...values), query, recording)
      if (name === 'all' || name === 'run')
        return async () => {
          keep(recording, [query])
          return target.all()
        }
      if (name === 'first')
        return async () => {
          keep(recording, [query])
          return target.first()
        }
      if (name === 'raw')
        return async () => {
          keep(recording, [query])
          return target.raw()
        }
      throw new Error(`not recorded: ${String(name)}`)
    },
  })
  inner.set(wrapper, { statement, query })
  return wrapper
}

function keep({ calls, refused, mayWrite }: Recording, queries: readonly string[]): void {
  calls.push(queries)
  if (mayWrite || !queries.some(writesState)) return
  refused.push(queries)
  throw new Error('nothing may be written here')
}

function writesState(query: string): boolean {
  const table = /^\s*(?:insert\s+(?:or\s+\w+\s+)?into|update|delete\s+from|replace\s+into)\s+"?(\w+)/i.exec(
    query,
  )?.[1]
  return table !== undefined && !NOT_STATE.some((each) => each === table)
}
