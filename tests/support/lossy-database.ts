/** The call that fails, counted from 1, and whether it took effect before it failed. */
export type Fault = { readonly call: number; readonly when: 'before' | 'after' }

export type Lossy = { readonly database: D1Database; readonly hasFired: () => boolean }

/** A database that loses one call: the statement or batch is not run, or it is run and its response is lost. */
export function lossyDatabase(database: D1Database, fault: Fault): Lossy {
  let calls = 0
  let fired = false
  const call = async <Answer>(run: () => Promise<Answer>): Promise<Answer> => {
    calls += 1
    if (calls !== fault.call) return run()
    fired = true
    if (fault.when === 'after') await run()
    throw new Error('D1_ERROR: Network connection lost.')
  }
  return { database: wrapped(database, call), hasFired: () => fired }
}

type Call = <Answer>(run: () => Promise<Answer>, isWrite: boolean) => Promise<Answer>

/** A database whose every call goes through `call`. A batch writes if one of its statements does. */
export function wrapped(database: D1Database, call: Call): D1Database {
  /** The real statements, since `batch` takes no wrappers. */
  const inner = new WeakMap<object, D1PreparedStatement>()
  const writing = new WeakSet<object>()
  const statement = (real: D1PreparedStatement, isWrite: boolean): D1PreparedStatement => {
    const wrapper = new Proxy(real, {
      get(target, name) {
        if (name === 'bind') return (...values: unknown[]) => statement(target.bind(...values), isWrite)
        if (name === 'all' || name === 'run') return () => call(() => target.all(), isWrite)
        if (name === 'raw') return () => call(() => target.raw(), isWrite)
        throw new Error(`not wrapped: ${String(name)}`)
      },
    })
    inner.set(wrapper, real)
    if (isWrite) writing.add(wrapper)
    return wrapper
  }
  return new Proxy(database, {
    get(target, name) {
      if (name === 'prepare') return (query: string) => statement(target.prepare(query), isChange(query))
      if (name === 'batch')
        return (statements: readonly D1PreparedStatement[]) =>
          call(
            () => target.batch(statements.map((each) => inner.get(each) ?? each)),
            statements.some((each) => writing.has(each)),
          )
      throw new Error(`not wrapped: ${String(name)}`)
    },
  })
}

function isChange(query: string): boolean {
  return /^\s*(insert|update|delete|replace)\b/i.test(query)
}
