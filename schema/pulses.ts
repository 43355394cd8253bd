import { primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core'

import type { Onward, PulsePhase, Worth } from '../worker/domain/pairing/pulse-answer.ts'
import { id, instantColumn, word } from './columns.ts'

export const pulses = sqliteTable(
  'pulses',
  {
    pairingId: id('pairing_id', 'pai').notNull(),
    personId: id('person_id', 'per').notNull(),
    phase: word<PulsePhase>('phase').notNull(),
    askedAt: instantColumn('asked_at').notNull(),
    /** The four columns are null until the person answers; then none of them is. */
    worth: word<Worth>('worth'),
    onward: word<Onward>('onward'),
    saidAt: instantColumn('said_at'),
    changedAt: instantColumn('changed_at'),
  },
  (table) => [primaryKey({ columns: [table.pairingId, table.personId, table.phase] })],
)
