import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import type { FormatId } from '../ids.ts'
import { minutesOf } from '../path/length.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { SessionSituation, Situation } from '../situation.ts'
import { step } from '../step.ts'
import type { Session } from './session.ts'

/**
 * Another format for this session; null: the next in turn. No letter says so: calendars keep their title until their
 * next message, and the length stays as offered or agreed.
 */
export function decideFormatChoice(
  situation: SessionSituation,
  formatId: FormatId | null,
  by: By,
): Result<Decision, Refusal> {
  const { session, now } = situation
  if (session.status !== 'fixed' && session.status !== 'offered') return refuse({ reason: 'not-fixed' })
  if (session.time && session.time.end <= now)
    return refuse({ reason: 'already-over', end: session.time.end })
  if (formatId === session.formatId) return accept(NO_CHANGE)
  if (!mayChoose(situation, formatId)) return refuse({ reason: 'no-such-format' })

  const chosen: Session = { ...session, formatId }
  const detail = { format: formatId }
  return accept({
    ...NO_CHANGE,
    sessions: [step(session, chosen, { code: 'format-chosen', at: now, by, detail })],
  })
}

export type RoundWish = { readonly minutes: number | null; readonly formatId?: FormatId | null }

/** A round's format and length after a wish. Absent, both stay; another format brings its own length. */
export function roundSettingFor(
  situation: Situation,
  wish: RoundWish,
): Result<Pick<Session, 'formatId' | 'minutes'>, Refusal> {
  const { session } = situation
  const before = session?.formatId ?? null
  const { formatId = before } = wish
  if (formatId !== before && !mayChoose(situation, formatId)) return refuse({ reason: 'no-such-format' })

  const kept = formatId === before ? (session?.minutes ?? null) : null
  const minutes = minutesOf({ ...situation, session: { formatId } }, wish.minutes ?? kept)
  return accept({ formatId, minutes })
}

/** A format in the programme's list that is not archived. */
function mayChoose({ formats }: Situation, formatId: FormatId | null): boolean {
  return formatId === null || formats.some(({ id, isArchived }) => id === formatId && !isArchived)
}
