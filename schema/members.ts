import { sql } from 'drizzle-orm'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { Blocker, Notify, PersonRules } from '../worker/domain/people/person.ts'
import { id, instantColumn, json, word } from './columns.ts'

/** What one programme says about a person. The person's roles are in `memberships`. */
export const members = sqliteTable(
  'members',
  {
    programmeId: id('programme_id', 'prg').notNull(),
    personId: id('person_id', 'per').notNull(),
    name: text('name').notNull(),
    /** For titles; null: made from the name. */
    shortName: text('short_name'),
    unit: text('unit'),
    reportsTo: id('reports_to', 'per'),
    blockers: json<readonly Blocker[]>('blockers')
      .notNull()
      .default(sql`'[]'`),
    rules: json<PersonRules>('rules')
      .notNull()
      .default(sql`'{}'`),
    notes: text('notes'),
    version: integer('version').notNull().default(1),
    /** His last day in the programme; null: he stays. */
    leavesOn: text('leaves_on'),
    leavingSince: instantColumn('leaving_since'),
    /** When the membership ended: he has no role any more. */
    leftAt: instantColumn('left_at'),
    /** Of a manager: which mails she gets of this programme. */
    notify: word<Notify>('notify').notNull().default('both'),
    /** The last day on which her mails go to `deputyId`. */
    awayUntil: text('away_until'),
    deputyId: id('deputy_id', 'per'),
    /** By which this programme alone knows the person, the one to write to first. Null: the shared ones. */
    ownAddresses: json<readonly string[]>('own_addresses'),
  },
  (table) => [primaryKey({ columns: [table.programmeId, table.personId] })],
)
