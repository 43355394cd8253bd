import { DAY, HOUR, iso, type Instant } from '../../worker/domain/time.ts'
import type { Cast } from './cast.ts'
import type { House } from './house.ts'
import type { Letter } from './letters.ts'
import type { Line } from './manager.ts'
import { datesOf, type Round } from './rounds.ts'

/** The policy of a new programme. */
const CADENCE = 21
const TOLERANCE = 7

/** Executives with neither a date, an open offer nor a line on Today, though their last session is long enough ago. */
export function forgotten(
  cast: Cast,
  rounds: readonly Round[],
  lines: readonly Line[],
  { began, now }: { readonly began: Instant; readonly now: Instant },
): readonly string[] {
  return cast.executives
    .filter(({ id }) => {
      const own = rounds.filter(({ executiveId }) => executiveId === id)
      const last = Math.max(
        began,
        ...own.flatMap(({ time, status }) =>
          time && time.end <= now && status !== 'cancelled' ? [time.end] : [],
        ),
      )
      const isDue = now > last + (CADENCE + TOLERANCE) * DAY
      const hasDate = own.some(({ time, status }) => status === 'fixed' && time && time.end > now - HOUR)
      const isAsked = own.some(({ status, options }) => status === 'offered' && options.length > 0)
      const isListed = lines.some(
        ({ pairingId, personId }) => personId === id || own.some((each) => each.pairingId === pairingId),
      )
      return isDue && !hasDate && !isAsked && !isListed
    })
    .map(({ name }) => name)
}

export type MailCount = { readonly perSession: number; readonly perMove: number; readonly cancels: number }

/** What executives get beside the times they are asked about: one mail for a date, one for each other date. */
export async function countMails(
  house: House,
  cast: Cast,
  rounds: readonly Round[],
  letters: readonly Letter[],
): Promise<MailCount> {
  const emailOf = new Map(cast.executives.map(({ id, email }) => [id, email]))
  const toExecutives = letters.filter(({ to }) => cast.executives.some(({ email }) => email === to))
  const invites = toExecutives.filter(({ event }) => event?.method === 'REQUEST')
  const keys = invites.map(
    ({ to, at, event }) => `${to} ${iso(at)} ${event?.time ? iso(event.time.start) : ''}`,
  )
  let [sessions, moves, movedMails] = [0, 0, 0]
  for (const { id, executiveId } of rounds) {
    const dates = await datesOf(house, id)
    sessions += dates.length > 0 ? 1 : 0
    moves += Math.max(0, dates.length - 1)
    for (const { at, start } of dates.slice(1))
      movedMails += keys.filter((each) => each === `${emailOf.get(executiveId)} ${at} ${start}`).length
  }
  const others = toExecutives.filter(({ event, links }) => !event && links('answer').size === 0)
  return {
    perSession: ratio(invites.length - movedMails + others.length, sessions),
    perMove: ratio(movedMails, moves),
    cancels: toExecutives.filter(({ event }) => event?.method === 'CANCEL').length,
  }
}

function ratio(count: number, of: number): number {
  return of === 0 ? 0 : Math.round((100 * count) / of) / 100
}
