import * as z from 'zod/mini'

import { DAY, MINUTE } from '../../worker/domain/time/time.ts'
import type { DeployedWorker } from './deployed-worker.ts'

const Staged = z.object({ cast: z.record(z.string(), z.object({ id: z.string() })), k: z.string() })
const Slots = z.object({ slots: z.array(z.object({ start: z.string() })) })
const HALF_HOUR = 30 * MINUTE
/** The newest past session is a month ago. */
const LAST = Math.floor(Date.now() / HALF_HOUR) * HALF_HOUR - 31 * DAY

/** A programme with its manager signed in. */
export type BenchProgramme = {
  readonly deployed: DeployedWorker
  readonly cookie: string
  readonly cast: z.infer<typeof Staged>['cast']
  readonly idOf: (name: string) => string
}

/** As many mentors as executives, paired one to one. */
export async function openProgramme(deployed: DeployedWorker, mentors: number): Promise<BenchProgramme> {
  const { text } = await deployed.ask(`/bench/cast?mentors=${mentors}`, '', {})
  const { cast, k } = Staged.parse(JSON.parse(text))
  const idOf = (name: string) => cast[name]?.id ?? ''
  return { deployed, cast, idOf, cookie: await deployed.signedIn(k) }
}

/** Past sessions of the first pairing, one every half hour; `whole` adds their invites, offers, letters and logs. */
export async function addPastSessions(
  programme: BenchProgramme,
  from: number,
  to: number,
  whole: boolean,
): Promise<void> {
  const query = `last=${LAST}&apart=${HALF_HOUR}&from=${from}&to=${to}${whole ? '&whole=yes' : ''}`
  await programme.deployed.ask(`/bench/past?${query}`, '', programme.cast)
}

/** The address of the first pairing's slots. */
export function slotsOf({ idOf }: BenchProgramme, days = 31): string {
  const to = new Date(Date.now() + days * DAY).toISOString()
  return `/api/v1/pairings/${idOf('pairing')}/slots?limit=2000&to=${to}`
}

/** A time free for both, some days ahead. */
export async function aFreeTime(programme: BenchProgramme): Promise<string> {
  const { text } = await programme.deployed.ask(slotsOf(programme), programme.cookie)
  const start = Slots.parse(JSON.parse(text)).slots.at(9)?.start
  if (!start) throw new Error('No time is free')
  return start
}
