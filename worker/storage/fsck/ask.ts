import { sql } from 'drizzle-orm'

import type { Database } from '../../platform.ts'
import type { Ask } from './check.ts'

/** The database of the Worker, each call one batch. */
export function askOf(db: Database): Ask {
  return async ([first, ...rest]) => {
    if (first === undefined) return []
    const queryOf = (text: string) => db.all<Readonly<Record<string, unknown>>>(sql.raw(text))
    return db.batch([queryOf(first), ...rest.map(queryOf)])
  }
}
