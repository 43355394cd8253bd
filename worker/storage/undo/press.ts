import { and, between, eq, or, sql } from 'drizzle-orm'

import { events, members, outbox, people, sessions, undos } from '../../../schema/index.ts'
import type { EventCode } from '../../domain/events.ts'
import type { PersonId, ProgrammeId, SessionId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { isAmong } from '../among.ts'
import { inProgramme, PERSON } from '../people/person.ts'

/** What a press did, and who hears of it. */
export type PressDone = {
  /** All that it did, in order. */
  readonly acts: readonly EventCode[]
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
  { id: sessionId, version }: { readonly id: SessionId; readonly version: number },
  reach: readonly ProgrammeId[],
  now: Instant,
): Promise<PressDone | null> {
  const isThis = and(eq(undos.sessionId, sessionId), eq(undos.version, version))
  const opened = db
    .select({ id: sql`json_extract(${undos.before}, '$.opened.id')` })
    .from(undos)
    .where(isThis)
  const [happened, kept, told] = await db.batch([
    // What a press did has one moment; what was there before it has another version or another moment.
    db
      .select({ act: events.code, at: events.at })
      .from(events)
      .innerJoin(sessions, eq(sessions.id, events.subject))
      .where(
        and(
          eq(events.subject, sessionId),
          eq(events.at, sql`(SELECT at FROM events WHERE subject = ${sessionId} AND version = ${version})`),
          between(events.version, firstOf(sessionId, version), version),
          isAmong(sessions.programmeId, reach),
        ),
      )
      .orderBy(events.version),
    db.select({ until: undos.untilAt, pressedBy: undos.byId }).from(undos).where(isThis),
    db
      .select({ name: PERSON.name })
      .from(outbox)
      .innerJoin(people, eq(people.id, outbox.personId))
      .leftJoin(members, inProgramme(sql`(SELECT programme_id FROM sessions WHERE id = ${sessionId})`))
      .innerJoin(events, and(eq(events.subject, sessionId), eq(events.version, version)))
      .where(
        and(
          or(eq(outbox.sessionId, sessionId), eq(outbox.sessionId, opened)),
          eq(outbox.createdAt, events.at),
          sql`${outbox.state} NOT IN ('retired', 'superseded') AND ${events.code} <> 'undone'
            AND json_extract(${outbox.letter}, '$.id') IS NOT NULL`,
        ),
      ),
  ])
  const [press] = happened
  if (!press) return null
  const until = kept[0]?.until ?? null
  return {
    acts: sinceUndone(happened.map(({ act }) => act)),
    at: press.at,
    pressedBy: kept[0]?.pressedBy ?? null,
    until: until !== null && until > now ? until : null,
    readers: [...new Set(told.map(({ name }) => name))],
  }
}

/** On a clock that stands still an act that was taken back has the same moment as the one after it. */
function sinceUndone(acts: readonly EventCode[]): readonly EventCode[] {
  const before = acts.slice(0, -1).lastIndexOf('undone')
  return acts.at(-1) === 'undone' ? ['undone'] : acts.slice(before + 1)
}

/** The version that the first step of a press made: where it is kept, the one after what stood before; else of that moment. */
function firstOf(sessionId: SessionId, version: number) {
  return sql`coalesce((SELECT json_extract(before, '$.session.version') + 1 FROM undos
    WHERE session_id = ${sessionId} AND version = ${version}), 0)`
}
