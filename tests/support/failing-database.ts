import { withDistinctColumns } from './distinct-columns.ts'

/** The call that fails, counted from one, and whether its statements had been carried out by then. */
export type Fault = {
  readonly at: number
  readonly when: 'before' | 'after'
  readonly error: () => Error
  /** How many calls were made so far. */
  calls: number
}

/** A fault at that call. Its error is what D1 says when it is overloaded, unless another is given. */
export function aFault(at: number, { when = 'before', error = overloaded }: Partial<Fault> = {}): Fault {
  return { at, when, error, calls: 0 }
}

export function hasFired({ at, calls }: Fault): boolean {
  return calls >= at
}

export function overloaded(): Error {
  return new Error('D1_ERROR: D1 DB is overloaded. Requests queued for too long.')
}

/** A database whose `at`-th call fails, and every later one, as a database that is away does. */
export function failingDatabase(database: D1Database, fault: Fault): D1Database {
  return new Proxy(database, {
    get(target, name) {
      if (name === 'prepare')
        return (query: string) => failingStatement(target.prepare(withDistinctColumns(query)), fault)
      if (name === 'batch')
        return (statements: readonly D1PreparedStatement[]) =>
          called(fault, () => target.batch(statements.map((each) => inner.get(each) ?? each)))
      throw new Error(`not failing: ${String(name)}`)
    },
  })
}

/** The real statements, since `batch` takes no wrappers. */
const inner = new WeakMap<object, D1PreparedStatement>()

function failingStatement(statement: D1PreparedStatement, fault: Fault): D1PreparedStatement {
  const wrapper = new Proxy(statement, {
    get(target, name) {
      if (name === 'bind') return (...values: unknown[]) => failingStatement(target.bind(...values), fault)
      if (name === 'all' || name === 'run') return () => called(fault, () => target.all())
      if (name === 'first') return () => called(fault, () => target.first())
      if (name === 'raw')
        return async () =>
          (await called(fault, () => target.all<object>())).results.map((row) => Object.values(row))
      throw new Error(`not failing: ${String(name)}`)
    },
  })
  inner.set(wrapper, statement)
  return wrapper
}

async function called<Value>(fault: Fault, ask: () => Promise<Value>): Promise<Value> {
  fault.calls += 1
  if (!hasFired(fault)) return ask()
  if (fault.when === 'after' && fault.calls === fault.at) await ask()
  throw fault.error()
}
