import { z } from 'zod'

import type { PersonId } from '../worker/domain/ids.ts'
import type { Tombstone } from '../worker/domain/people/tombstone.ts'
import { type Instant, instant } from '../worker/domain/time/time.ts'

export const isId = <P extends string>(prefix: P) =>
  z.custom<`${P}_${string}`>(
    (value) => typeof value === 'string' && new RegExp(`^${prefix}_[\\w-]+$`).test(value),
  )
const moment = z.number().transform((value): Instant => instant(value))
const LIST = z.array(
  z.object({
    personId: isId('per'),
    programmeId: z.union([z.literal(''), isId('prg')]),
    at: moment,
    byId: isId('per').nullable(),
    erasedAt: moment.nullable(),
  }),
)

/** Tombstones as they are kept beside the database: ids and moments. */
export function readTombstones(text: string): readonly Tombstone[] {
  return LIST.parse(JSON.parse(text))
}

/** Asks the deployed Worker: its next minute erases. It returns no row where that is refused. */
export function eraseSql(id: PersonId, now: number): string {
  const isLastManager = `EXISTS (SELECT 1 FROM memberships AS mine WHERE mine.person_id = people.id AND mine.role = 'manager'
    AND NOT EXISTS (SELECT 1 FROM memberships AS others
      LEFT JOIN members ON members.person_id = others.person_id AND members.programme_id = others.programme_id
      WHERE others.programme_id = mine.programme_id AND others.role = 'manager' AND others.person_id <> mine.person_id
        AND members.leaves_on IS NULL))`
  return `INSERT INTO tombstones (person_id, programme_id, at)
    SELECT id, '', ${now} FROM people WHERE id = '${id}' AND NOT ${isLastManager}
      AND NOT EXISTS (SELECT 1 FROM owners WHERE owners.person_id = people.id)
    ON CONFLICT DO UPDATE SET at = at RETURNING person_id; ${reArmSql(now)}`
}

/** After a restore: what the file says, for the next minute. */
export function againSql(tombstones: readonly Tombstone[], now: number): string {
  const rows = tombstones.map(
    ({ personId, programmeId, at, byId, erasedAt }) =>
      `('${personId}', '${programmeId}', ${at}, ${byId === null ? 'NULL' : `'${byId}'`}, ${erasedAt ?? now})`,
  )
  if (rows.length === 0) return reArmSql(now)
  return `INSERT INTO tombstones (person_id, programme_id, at, by_id, erased_at) VALUES ${rows.join(', ')}
    ON CONFLICT DO UPDATE SET erased_at = coalesce(erased_at, excluded.erased_at); ${reArmSql(now)}`
}

function reArmSql(now: number): string {
  return `INSERT INTO timers (subject, kind, lane, due_at, tries) SELECT person_id, 're-arm', 'repair', ${now}, 0
    FROM tombstones WHERE true ON CONFLICT DO NOTHING;`
}

export const LIST_SQL = `SELECT person_id AS personId, programme_id AS programmeId, at, by_id AS byId, erased_at AS erasedAt
  FROM tombstones ORDER BY person_id, programme_id`
