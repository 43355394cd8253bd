import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import type { FormatId, ProgrammeId } from '../ids.ts'
import { MAX_FORMATS } from '../limits.ts'
import { whyClosed } from '../programme/close.ts'
import type { Programme } from '../programme/programme.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { programmeStep } from '../step.ts'
import type { Instant } from '../time/time.ts'
import { canBeReached, type Format, type FormatText, whyNotFormat } from './format.ts'

export type FormatWish = FormatText & { readonly id: FormatId; readonly programmeId: ProgrammeId }

/** Adds a format at the end of a programme's list. */
export function decideFormat(
  { programme, list }: { readonly programme: Programme; readonly list: readonly Format[] },
  wish: FormatWish,
  { at, by }: { readonly at: Instant; readonly by: By },
): Result<Decision, Refusal> {
  const closed = whyClosed(programme)
  if (closed) return refuse(closed)
  const { fit, id } = wish
  if (!canBeReached({ fit, id, standard: null }, list)) return refuse({ reason: 'format-unreachable' })
  if (list.length >= MAX_FORMATS) return refuse({ reason: 'list-full', most: MAX_FORMATS })
  const refusal = whyNotFormat(wish, programme.policy, list)
  if (refusal) return refuse(refusal)

  const position = Math.max(-1, ...list.map((each) => each.position)) + 1
  const made: Format = { ...wish, position, standard: null, isArchived: false }
  const step = programmeStep(programme, programme, {
    code: 'format-made',
    detail: { format: made.id },
    at,
    by,
  })
  return accept({ ...NO_CHANGE, programmes: [{ ...step, formats: [{ before: null, after: made }] }] })
}

/** The format after a decision. */
export function formatAfter({ programmes }: Decision, id: FormatId): Format | null {
  const all = programmes.flatMap(({ formats = [] }) => formats)
  return all.findLast(({ after }) => after.id === id)?.after ?? null
}
