import { SEALED_COLUMNS } from '../../worker/storage/seal/sealed-columns.ts'

export type AtRest = 'sealed' | 'hashed' | 'clear'

/** A hash, or sealed in a way of its own, where the name of the column does not say so. */
const OTHERS: Readonly<Record<string, AtRest>> = {
  'kept_forms.sealed': 'sealed',
  'counters.key': 'hashed',
  'idempotency_keys.fingerprint': 'hashed',
  'received.fingerprint': 'hashed',
  'seals.head': 'hashed',
}

/** How a column is kept in the database. Whatever is not sealed or hashed is only encrypted with the whole disk, by D1. */
export function atRest(table: string, column: string): AtRest {
  if (SEALED_COLUMNS.some((each) => each.table === table && each.column === column)) return 'sealed'
  if (column.endsWith('_hash')) return 'hashed'
  return OTHERS[`${table}.${column}`] ?? 'clear'
}
