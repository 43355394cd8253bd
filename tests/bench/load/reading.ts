import * as z from 'zod/mini'

import { DAY } from '../../../worker/domain/time/time.ts'
import { pick, type Visitor } from './visitor.ts'

const Slots = z.object({ slots: z.array(z.object({ start: z.string() })) })
const Way = z.object({ k: z.string() })

export async function bare({ send }: Visitor): Promise<void> {
  await send('bare route', '/bench/bare')
}

export async function today({ send, cast }: Visitor): Promise<void> {
  await send('Today', '/today', { cookie: cast.manager })
}

export async function pairings({ send, cast }: Visitor): Promise<void> {
  await send('all pairings', '/pairings', { cookie: cast.manager })
}

export async function aPairing({ send, cast, chance }: Visitor): Promise<void> {
  await send('a pairing', `/pairings/${pick(chance, cast.pairings)?.id}`, { cookie: cast.manager })
}

export async function mentorsDay({ send, cast, chance }: Visitor): Promise<void> {
  await send('a mentor’s day', '/mine', { cookie: pick(chance, cast.mentors) ?? '' })
}

export async function feed({ send, cast, chance }: Visitor): Promise<void> {
  await send('a calendar’s feed', `/calendar.ics?k=${pick(chance, cast.feeds)}`)
}

/** One of the first free times: everybody wants those. */
export async function freeTime(
  { send, cast, chance }: Visitor,
  pairingId: string,
): Promise<string | undefined> {
  const to = new Date(Date.now() + 21 * DAY).toISOString()
  const path = `/api/v1/pairings/${pairingId}/slots?limit=50&to=${to}`
  const { status, text } = await send('free times', path, { cookie: cast.manager })
  return status === 200 ? pick(chance, Slots.parse(JSON.parse(text)).slots.slice(0, 12))?.start : undefined
}

/** The token in the mail of an offer, and the page that it opens. */
export async function answerPage({ deployed, send }: Visitor, offerId: string): Promise<string> {
  const { text } = await deployed.ask(`/bench/answer?offer=${offerId}`)
  const { k } = Way.parse(JSON.parse(text))
  await send('the answer page', `/answer?k=${k}`)
  return k
}
