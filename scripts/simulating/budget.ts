import * as z from 'zod/mini'

import { overBudget, type Spent } from '../../worker/domain/letter/budget.ts'
import { instant, type Instant, iso } from '../../worker/domain/time/time.ts'
import type { Cast } from './cast.ts'
import type { Doors } from './doors.ts'
import { isInWriting, type Letter } from './letters.ts'

/** When the sessions of each executive took place. */
export type Held = readonly { readonly executiveId: string; readonly end: Instant }[]

/** What executives got above the mail budget, by the mails that were really sent. */
export async function brokenBudget(
  { rows }: Doors,
  cast: Cast,
  letters: readonly Letter[],
  ended: Instant,
): Promise<readonly string[]> {
  const found = Ended.parse(
    await rows(`SELECT executive_id, ends_at FROM sessions WHERE status IN ('happened', 'cut-short')`),
  )
  const held = found.map(({ executive_id, ends_at }) => ({
    executiveId: executive_id,
    end: instant(ends_at),
  }))
  return overBudget(spentOn(cast, letters, { held, ended }))
}

const Ended = z.array(z.object({ executive_id: z.string(), ends_at: z.int() }))

/** Each mail to an executive, with its occasion. Nobody asks for his own page here: what links to it is a nudge. */
export function spentOn(
  { executives }: Cast,
  letters: readonly Letter[],
  { held, ended }: { readonly held: Held; readonly ended: Instant },
): readonly Spent[] {
  return executives.flatMap(({ id, email }) => {
    const ends = held.flatMap(({ executiveId, end }) => (executiveId === id ? [end] : []))
    return letters.filter(({ to }) => to === email).flatMap((letter) => spentFor(letter, ends, ended))
  })
}

function spentFor(letter: Letter, ends: readonly Instant[], ended: Instant): readonly Spent[] {
  const { at, to: reader, event, links } = letter
  if (event?.method === 'REQUEST')
    return [{ mail: 'invite', reader, occasion: `${event.uid} revision ${event.sequence}` }]
  if (event?.method === 'CANCEL') return [{ mail: 'cancellation', reader, occasion: event.uid }]

  const offers = [...links('answer').keys()].map((k): Spent => ({ mail: 'offer', reader, occasion: k }))
  if (links('own').size === 0) return offers
  if (at >= ended) return [...offers, { mail: 'closing', reader, occasion: 'the programme' }]

  const pause = ends.filter((end) => end <= at).length
  if (isInWriting(letter)) return [...offers, { mail: 'in writing', reader, occasion: `session ${pause}` }]
  return [
    ...offers,
    { mail: 'nudge', reader, occasion: `pause ${pause}` },
    { mail: 'own page', reader, occasion: iso(at).slice(0, 10) },
  ]
}
