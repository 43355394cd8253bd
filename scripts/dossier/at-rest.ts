import { AT_REST } from '../../worker/domain/seal/at-rest.ts'

export type AtRest = 'sealed' | 'hashed' | 'clear'

/** How a column is kept in the database. Whatever is not sealed or hashed is only encrypted with the whole disk, by D1. */
export function atRest(table: string, column: string): AtRest {
  const { sealed = {}, hashed = {} } = AT_REST[table] ?? {}
  if (column in sealed) return 'sealed'
  return column in hashed ? 'hashed' : 'clear'
}
