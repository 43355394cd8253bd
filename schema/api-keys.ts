import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { ProgrammeId } from '../worker/domain/ids.ts'
import type { KeyAccess } from '../worker/domain/key/key.ts'
import type { Day } from '../worker/domain/time/time.ts'
import { id, instantColumn, json, word } from './columns.ts'

/** Keys by which a program asks the API, as its maker. */
export const apiKeys = sqliteTable('api_keys', {
  id: id('id', 'key').primaryKey().notNull(),
  tokenHash: text('token_hash').notNull(),
  /** What it is for, in its maker's words. */
  name: text('name').notNull(),
  access: word<KeyAccess>('access').notNull(),
  programmes: json<readonly ProgrammeId[]>('programmes').notNull(),
  /** Its maker. */
  personId: id('person_id', 'per').notNull(),
  /** At which its maker was signed in: the key sees what that sign-in would. */
  address: text('address').notNull(),
  madeAt: instantColumn('made_at').notNull(),
  endsAt: instantColumn('ends_at').notNull(),
  endedAt: instantColumn('ended_at'),
  /** The last day, in UTC, on which it was used. */
  usedOn: text('used_on').$type<Day>(),
})
