import { events } from '../../schema/index.ts'
import type { Database, Statement } from '../platform.ts'
import { insertFrom, writeMany } from './many.ts'

/** The events of many subjects, of whatever kind. */
export function insertManyEvents(
  db: Database,
  happened: readonly (typeof events.$inferSelect)[],
): readonly Statement[] {
  return writeMany(happened, (rows) => insertFrom(db, events, rows))
}
