import * as z from 'zod/mini'

import { fromIso, instant, type Instant, type Interval, iso } from '../../worker/domain/time/time.ts'
import type { Doors } from './doors.ts'
import type { ServerClient } from './server-client.ts'

/** A session as the API returns it. */
export type Round = {
  readonly id: string
  readonly pairingId: string
  readonly mentorId: string
  readonly executiveId: string
  readonly status: string
  readonly time: Interval | null
  readonly bumps: number
  readonly options: readonly Interval[]
}

const Sessions = z.object({
  sessions: z.array(
    z.looseObject({
      id: z.string(),
      pairingId: z.string(),
      mentorId: z.string(),
      executiveId: z.string(),
      status: z.string(),
      start: z.nullable(z.string()),
      end: z.nullable(z.string()),
      bumps: z.int(),
      options: z.array(z.object({ start: z.string(), end: z.string() })),
    }),
  ),
})

export async function roundsOf(
  server: ServerClient,
  programmeId: string,
  from: string,
): Promise<readonly Round[]> {
  const { sessions } = Sessions.parse(await server.get(`/sessions?programme=${programmeId}&from=${from}`))
  return sessions.map(({ start, end, options, ...each }) => ({
    ...each,
    time: start && end ? { start: momentOf(start), end: momentOf(end) } : null,
    options: options.map((option) => ({ start: momentOf(option.start), end: momentOf(option.end) })),
  }))
}

/** A date that a session got: when it was fixed, for when, and for which two people. */
export type Dated = {
  readonly sessionId: string
  readonly executiveId: string
  readonly people: readonly string[]
  readonly at: Instant
  readonly start: string
}

const FIXES = ['fixed', 'booked', 'moved', 'mentor-changed']

/** Every date of the programme, by session and in the order they were fixed. */
export async function datesOf({ rows }: Doors, programmeId: string): Promise<readonly Dated[]> {
  const codes = FIXES.map((code) => `'${code}'`).join(', ')
  const found = Fixes.parse(
    await rows(`
      SELECT sessions.id, mentor_id, executive_id, events.at, json_extract(detail, '$.start') AS start
      FROM events JOIN sessions ON sessions.id = events.subject
      WHERE sessions.programme_id = '${programmeId}' AND events.code IN (${codes})
      ORDER BY sessions.id, events.version`),
  )
  return found.map(({ id, mentor_id, executive_id, at, start }) => ({
    sessionId: id,
    executiveId: executive_id,
    people: [mentor_id, executive_id],
    at: instant(at),
    start: iso(instant(start)),
  }))
}

/** The starts of the dates that an executive's side gave up. */
export async function givenUp({ rows }: Doors, programmeId: string): Promise<readonly Instant[]> {
  const found = await rows(`
    SELECT json_extract(detail, '$.start') AS start FROM events JOIN sessions ON sessions.id = events.subject
    WHERE sessions.programme_id = '${programmeId}' AND events.code = 'bumped'`)
  return Starts.parse(found).map(({ start }) => instant(start))
}

const Starts = z.array(z.object({ start: z.int() }))

const Fixes = z.array(
  z.object({ id: z.string(), mentor_id: z.string(), executive_id: z.string(), at: z.int(), start: z.int() }),
)

function momentOf(text: string): Instant {
  return fromIso(text) ?? instant(0)
}
