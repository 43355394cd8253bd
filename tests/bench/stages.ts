import * as z from 'zod/mini'

import { DAY, MINUTE } from '../../worker/domain/time/time.ts'
import type { House } from './house.ts'

const Staged = z.object({ cast: z.record(z.string(), z.object({ id: z.string() })), k: z.string() })
const Slots = z.object({ slots: z.array(z.object({ start: z.string() })) })
const HALF_HOUR = 30 * MINUTE
/** The newest of the past lies a month back. */
const LAST = Math.floor(Date.now() / HALF_HOUR) * HALF_HOUR - 31 * DAY

/** A programme with its manager signed in. */
export type Stage = {
  readonly house: House
  readonly cookie: string
  readonly cast: z.infer<typeof Staged>['cast']
  readonly idOf: (name: string) => string
}

/** As many mentors as executives, each with one. */
export async function openStage(house: House, mentors: number): Promise<Stage> {
  const { text } = await house.ask(`/stage/cast?mentors=${mentors}`, '', {})
  const { cast, k } = Staged.parse(JSON.parse(text))
  const idOf = (name: string) => cast[name]?.id ?? ''
  return { house, cast, idOf, cookie: await house.signedIn(k) }
}

/** Past sessions of the first pairing, one every half hour; `whole` with all that belongs to each. */
export async function addPast(stage: Stage, from: number, to: number, whole: boolean): Promise<void> {
  const query = `last=${LAST}&apart=${HALF_HOUR}&from=${from}&to=${to}${whole ? '&whole=yes' : ''}`
  await stage.house.ask(`/stage/past?${query}`, '', stage.cast)
}

/** Where the times of the first pairing stand. */
export function slotsOf({ idOf }: Stage, days = 31): string {
  const to = new Date(Date.now() + days * DAY).toISOString()
  return `/api/v1/pairings/${idOf('pairing')}/slots?limit=2000&to=${to}`
}

/** A time that both could meet, some days ahead. */
export async function aFreeTime(stage: Stage): Promise<string> {
  const { text } = await stage.house.ask(slotsOf(stage), stage.cookie)
  const start = Slots.parse(JSON.parse(text)).slots.at(9)?.start
  if (!start) throw new Error('No time is free')
  return start
}
