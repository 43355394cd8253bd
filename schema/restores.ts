import { integer, sqliteTable } from 'drizzle-orm/sqlite-core'

import type { WaitingChoice } from '../worker/domain/letter/resume.ts'
import { id, instantColumn, word } from './columns.ts'

/** Each restore from a backup: until it is resumed, nothing is sent. */
export const restores = sqliteTable('restores', {
  id: integer('id').primaryKey().notNull(),
  at: instantColumn('at').notNull(),
  backupAt: instantColumn('backup_at').notNull(),
  /** The last row of the outbox that came with the backup. */
  lettersUpTo: integer('letters_up_to').notNull(),
  resumedAt: instantColumn('resumed_at'),
  resumedBy: id('resumed_by', 'per'),
  waiting: word<WaitingChoice>('waiting'),
})
