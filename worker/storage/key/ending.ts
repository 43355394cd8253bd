import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm'

import { apiKeys, memberships } from '../../../schema/index.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import { KEY_ENDS_SOON_MS } from '../../domain/key/key.ts'
import { after, type Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'

/**
 * The keys of this programme's managers that end within a week, but those whose maker has another one of the same name
 * and kind that lasts longer. Each stands in one programme: the first that it names and that she manages; one for health,
 * which names none, in the first of hers.
 */
export function selectEndingKeys(db: Database, programmeId: ProgrammeId, now: Instant) {
  const named = sql`(${apiKeys.access} = 'health' OR mine.programme_id IN (SELECT value FROM json_each(${apiKeys.programmes})))`
  const first = sql`(SELECT min(mine.programme_id) FROM memberships AS mine
    WHERE mine.person_id = ${apiKeys.personId} AND mine.role = 'manager' AND ${named})`
  const isReplaced = sql`EXISTS (SELECT 1 FROM api_keys AS other WHERE other.person_id = ${apiKeys.personId}
    AND other.name = ${apiKeys.name} AND other.access = ${apiKeys.access} AND other.ended_at IS NULL
    AND other.ends_at > ${apiKeys.endsAt})`
  return db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      personId: apiKeys.personId,
      endsAt: apiKeys.endsAt,
    })
    .from(memberships)
    .innerJoin(apiKeys, eq(apiKeys.personId, memberships.personId))
    .where(
      and(
        eq(memberships.programmeId, programmeId),
        eq(memberships.role, 'manager'),
        isNull(apiKeys.endedAt),
        gt(apiKeys.endsAt, now),
        lte(apiKeys.endsAt, after(now, KEY_ENDS_SOON_MS)),
        sql`${first} = ${programmeId}`,
        sql`NOT ${isReplaced}`,
      ),
    )
}
