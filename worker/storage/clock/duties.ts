import { and, eq, isNull, min, or, sql } from 'drizzle-orm'

import { assistants, busyFeeds, memberships, programmes, sessions, timers } from '../../../schema/index.ts'
import type { PersonalDuties } from '../../domain/clock/timers-of.ts'
import type { PairingId, PersonId, SessionId } from '../../domain/ids.ts'
import { leaveDueAt } from '../../domain/people/leave.ts'
import type { Database } from '../../platform.ts'
import { selectDepartures, toDeparture } from '../people/leave.ts'
import { selectErasure } from '../people/tombstone.ts'
import { IS_UNLOGGED } from '../session/rows.ts'

/** What the clock owes a person for: an assistant's executives, a published calendar, a departure, an erasure. */
export async function findDuties(db: Database, id: PersonId): Promise<PersonalDuties> {
  const [[assists], [feed], [manages], departures, [erasure]] = await db.batch([
    db
      .select({ from: min(assistants.fromAt) })
      .from(assistants)
      .where(and(eq(assistants.assistantId, id), isNull(assistants.untilAt))),
    db
      .select({ since: busyFeeds.since, triedAt: busyFeeds.triedAt })
      .from(busyFeeds)
      .where(eq(busyFeeds.personId, id)),
    db
      .select({ since: min(memberships.since) })
      .from(memberships)
      .innerJoin(programmes, eq(programmes.id, memberships.programmeId))
      .where(and(eq(memberships.personId, id), eq(memberships.role, 'manager'), isNull(programmes.purgedAt))),
    selectDepartures(db, id),
    selectErasure(db, id),
  ])
  return {
    ...{ person: { id }, assistsFrom: assists?.from ?? null, feed: feed ?? null },
    managesSince: manages?.since ?? null,
    leavesAt: leaveDueAt(departures.map(toDeparture)),
    erasesAt: erasure?.at ?? null,
  }
}

/** The sessions of a pairing that are not logged, and those that have timers all the same. */
export async function listTimedSessions(db: Database, pairingId: PairingId): Promise<readonly SessionId[]> {
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.pairingId, pairingId),
        or(IS_UNLOGGED, sql`EXISTS (SELECT 1 FROM ${timers} WHERE ${timers.subject} = ${sessions.id})`),
      ),
    )
  return rows.map(({ id }) => id)
}
