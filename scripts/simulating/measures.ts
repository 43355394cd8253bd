import { DAY, HOUR, iso, type Instant } from '../../worker/domain/time/time.ts'
import type { Cast } from './cast.ts'
import { isInWriting, type Letter } from './letters.ts'
import type { Line } from './manager.ts'
import type { Dated, Round } from './rounds.ts'

/** The policy of a new programme. */
const CADENCE = 21
const TOLERANCE = 7

/** Executives whose next session is overdue and who have neither a date nor an open offer. */
export function dateless(
  { executives }: Cast,
  rounds: readonly Round[],
  { began, now }: { readonly began: Instant; readonly now: Instant },
): readonly { readonly name: string; readonly isOn: (lines: readonly Line[]) => boolean }[] {
  return executives.flatMap(({ id, name }) => {
    const own = rounds.filter(({ executiveId }) => executiveId === id)
    const ends = own.flatMap(({ time, status }) =>
      time && time.end <= now && status !== 'cancelled' ? [time.end] : [],
    )
    const isDue = now > Math.max(began, ...ends) + (CADENCE + TOLERANCE) * DAY
    const hasDate = own.some(({ time, status }) => status === 'fixed' && time && time.end > now - HOUR)
    const isAsked = own.some(({ status, options }) => status === 'offered' && options.length > 0)
    if (!isDue || hasDate || isAsked) return []
    const pairings = new Set(own.map(({ pairingId }) => pairingId))
    const isAbout = ({ pairingId, personId }: Line) => personId === id || pairings.has(pairingId ?? '')
    return [{ name, isOn: (lines: readonly Line[]) => lines.some(isAbout) }]
  })
}

export type MailCount = {
  readonly perSession: number
  readonly perMove: number
  readonly offers: number
  readonly nudges: number
  /** What was agreed, to those who want it in writing. */
  readonly inWriting: number
  readonly cancels: number
  /** To the manager: of the mornings, and at once. They are no mails to executives. */
  readonly toManager: { readonly morning: number; readonly urgent: number }
}

/** Counts the mails to executives: for first dates, for moves, and separately offers and nudges. */
export function countMails(
  { executives }: Cast,
  dates: readonly Dated[],
  letters: readonly Letter[],
): MailCount {
  const emailOf = new Map(executives.map(({ id, email }) => [id, email]))
  const emails = new Set(emailOf.values())
  const all = letters.filter(({ to }) => emails.has(to))
  const of = (method: string) => all.filter(({ event }) => event?.method === method)
  const linked = (page: string) => all.filter(({ event, links }) => !event && links(page).size > 0)
  const [invites, cancels, offers, nudges] = [of('REQUEST'), of('CANCEL'), linked('answer'), linked('own')]

  const bySession = Map.groupBy(dates, ({ sessionId }) => sessionId)
  const moves = [...bySession.values()].flatMap((each) => each.slice(1))
  const isMove = ({ to, at, event }: Letter) =>
    moves.some(
      (move) =>
        emailOf.get(move.executiveId) === to &&
        move.at === at &&
        event?.time &&
        iso(event.time.start) === move.start,
    )
  const moved = invites.filter(isMove).length
  const written = nudges.filter(isInWriting).length
  const others = all.filter(({ event }) => !event).length - offers.length - nudges.length
  return {
    perSession: ratio(invites.length - moved + others, bySession.size),
    perMove: ratio(moved, moves.length),
    offers: offers.length,
    nudges: nudges.length - written,
    inWriting: written,
    cancels: cancels.length,
    toManager: toManager(letters),
  }
}

/** Only mails to managers lead to Today; that of the morning ends with the whole of it. */
function toManager(letters: readonly Letter[]): MailCount['toManager'] {
  const told = letters.filter(({ text }) => text.includes('/today?in='))
  const morning = told.filter(({ text }) => /\/today\r?$/m.test(text)).length
  return { morning, urgent: told.length - morning }
}

function ratio(count: number, of: number): number {
  return of === 0 ? 0 : Math.round((100 * count) / of) / 100
}
