import { and, type SQL, sql } from 'drizzle-orm'

import { outbox, suppressions } from '../../../schema/index.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { ofProgramme } from './delivery.ts'
import { isInForce } from './suppression.ts'

/** The addresses of a programme's people that get no mail now, for a batch: those to which it has written itself. */
export function selectBounced(db: Database, programmeId: ProgrammeId, now: Instant) {
  const members = sql`(SELECT person_id FROM memberships WHERE programme_id = ${programmeId})`
  return db
    .select({ address: suppressions.address, personId: suppressions.personId, at: suppressions.since })
    .from(suppressions)
    .where(and(isInForce(now), sql`${suppressions.personId} IN ${members}`, hasWrittenThere(programmeId)))
}

/** Whether the address to write to first gets no mail, as far as this programme knows. */
export async function isAddressStopped(
  db: Database,
  programmeId: ProgrammeId,
  { email }: Pick<Person, 'email'>,
  now: Instant,
): Promise<boolean> {
  const rows = await db
    .select({ address: suppressions.address })
    .from(suppressions)
    .where(and(isInForce(now), sql`${suppressions.address} = ${email}`, hasWrittenThere(programmeId)))
  return rows.length > 0
}

/** Where it never wrote, it was another programme's mail that came back. A letter whose text is gone names no address. */
function hasWrittenThere(programmeId: ProgrammeId): SQL {
  return sql`EXISTS (SELECT 1 FROM outbox WHERE ${outbox.personId} = ${suppressions.personId}
    AND coalesce(json_extract(${outbox.letter}, '$.reader.email'), '') IN (${suppressions.address}, '')
    AND ${ofProgramme(programmeId)})`
}
