import { primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core'

import type { WishKind } from '../worker/domain/pairing/wish.ts'
import { id, instantColumn, word } from './columns.ts'

export const wishes = sqliteTable(
  'wishes',
  {
    pairingId: id('pairing_id', 'pai').notNull(),
    kind: word<WishKind>('kind').notNull(),
    personId: id('person_id', 'per').notNull(),
    at: instantColumn('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.pairingId, table.kind] })],
)
