import * as z from 'zod/mini'

import { fromIso, instant, type Instant, type Interval } from '../../worker/domain/time.ts'
import type { House } from './house.ts'

/** A session as the API tells it. */
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

export async function roundsOf(house: House, programmeId: string, from: string): Promise<readonly Round[]> {
  const { sessions } = Sessions.parse(await house.get(`/sessions?programme=${programmeId}&from=${from}`))
  return sessions.map(({ start, end, options, ...each }) => ({
    ...each,
    time: start && end ? { start: momentOf(start), end: momentOf(end) } : null,
    options: options.map((option) => ({ start: momentOf(option.start), end: momentOf(option.end) })),
  }))
}

const History = z.looseObject({
  history: z.array(
    z.looseObject({ code: z.string(), at: z.string(), detail: z.record(z.string(), z.unknown()) }),
  ),
})

/** A date that a session got: when it was fixed, and for when. */
export type Dated = { readonly at: string; readonly start: string }

/** The dates of a session, oldest first. */
export async function datesOf(house: House, sessionId: string): Promise<readonly Dated[]> {
  const { history } = History.parse(await house.get(`/sessions/${sessionId}/history`))
  return history
    .filter(({ code }) => FIXES.has(code))
    .map(({ at, detail }) => ({ at, start: String(detail['start']) }))
    .toReversed()
}

const FIXES = new Set(['fixed', 'booked', 'moved', 'mentor-changed'])

function momentOf(text: string): Instant {
  return fromIso(text) ?? instant(0)
}
