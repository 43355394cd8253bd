import { and, eq, sql } from 'drizzle-orm'

import { events, outbox, sessions, undos } from '../../../schema/index.ts'
import type { EventCode } from '../../domain/events.ts'
import type { PersonId, ProgrammeId, SessionId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { isAmong } from '../among.ts'

/** What a press did, and who hears of it. */
export type PressDone = {
  readonly act: EventCode
  /** Who pressed, while the press is kept. */
  readonly pressedBy: PersonId | null
  readonly at: Instant
  /** While it can be undone: when its letters leave. */
  readonly until: Instant | null
  readonly readers: readonly string[]
}

/** The press that left this version of a session of these programmes; null if there is none. */
export async function findPress(
  db: Database,
  { sessionId, version }: { readonly sessionId: SessionId; readonly version: number },
  reach: readonly ProgrammeId[],
  now: Instant,
): Promise<PressDone | null> {
  const [happened, kept, told] = await db.batch([
    db
      .select({ act: events.code, at: events.at })
      .from(events)
      .innerJoin(sessions, eq(sessions.id, events.subject))
      .where(
        and(eq(events.subject, sessionId), eq(events.version, version), isAmong(sessions.programmeId, reach)),
      ),
    db
      .select({ until: undos.untilAt, pressedBy: undos.byId })
      .from(undos)
      .where(and(eq(undos.sessionId, sessionId), eq(undos.version, version))),
    db
      .select({ name: sql<string | null>`json_extract(${outbox.letter}, '$.reader.name')` })
      .from(outbox)
      .innerJoin(events, and(eq(events.subject, outbox.sessionId), eq(events.version, version)))
      .where(
        and(
          eq(outbox.sessionId, sessionId),
          eq(outbox.createdAt, events.at),
          sql`${outbox.state} NOT IN ('retired', 'superseded') AND ${events.code} <> 'undone'`,
        ),
      ),
  ])
  const [press] = happened
  if (!press) return null
  const until = kept[0]?.until ?? null
  return {
    ...press,
    pressedBy: kept[0]?.pressedBy ?? null,
    until: until !== null && until > now ? until : null,
    readers: [...new Set(told.flatMap(({ name }) => name ?? []))],
  }
}
