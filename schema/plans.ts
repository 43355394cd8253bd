import { integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core'

import type { LeftOver, PlanRow } from '../worker/domain/plan/plan.ts'
import type { Refusal } from '../worker/domain/refusals.ts'
import { flag, id, instantColumn, json, word } from './columns.ts'

export const plans = sqliteTable('plans', {
  id: id('id', 'pln').primaryKey().notNull(),
  programmeId: id('programme_id', 'prg').notNull(),
  madeBy: id('made_by', 'per').notNull(),
  madeAt: instantColumn('made_at').notNull(),
  standIns: flag('stand_ins').notNull(),
  leftOver: json<readonly LeftOver[]>('left_over').notNull(),
  /** Of a draft: the key by which a program made it. */
  keyId: id('key_id', 'key'),
})

export const planRows = sqliteTable(
  'plan_rows',
  {
    planId: id('plan_id', 'pln').notNull(),
    pairingId: id('pairing_id', 'pai').notNull(),
    position: integer('position').notNull(),
    mentorId: id('mentor_id', 'per').notNull(),
    offerId: id('offer_id', 'off').notNull(),
    minutes: integer('minutes').notNull(),
    options: json<PlanRow['options']>('options').notNull(),
    state: word<PlanRow['state']>('state').notNull(),
    refusal: json<Refusal>('refusal'),
  },
  (table) => [primaryKey({ columns: [table.planId, table.pairingId] })],
)
