import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import { MAX_FORMATS } from '../limits.ts'
import { whyClosed } from '../programme/close.ts'
import type { Programme } from '../programme/programme.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { programmeStep } from '../step.ts'
import type { Instant } from '../time/time.ts'
import {
  canBeReached,
  fitOf,
  type Format,
  type FormatText,
  isInCircle,
  whyNotFormat,
  withFormatAt,
} from './format.ts'

/** Absent fields stay. `standard` words restore the built-in words of a built-in format. */
export type FormatChange = Partial<FormatText> & {
  readonly isArchived?: boolean
  /** Its position in the list, counted from 0; the others move. */
  readonly place?: number
}

/** A programme with its living formats, and with the archived ones. */
export type FormatReading = {
  readonly programme: Programme
  readonly list: readonly Format[]
  readonly all: readonly Format[]
}

/** Changes, archives or restores a format. Letters already sent keep their words. */
export function decideFormatChange(
  { programme, list, all }: FormatReading,
  before: Format,
  change: FormatChange,
  { at, by }: { readonly at: Instant; readonly by: By },
): Result<Decision, Refusal> {
  const { place, ...rest } = change
  const changed: Format = { ...before, ...rest }
  const { words } = changed
  if ('standard' in words && words.standard !== before.standard) return refuse({ reason: 'no-such-format' })
  const closed = whyClosed(programme)
  if (closed) return refuse(closed)
  if (!canBeReached(changed, list)) return refuse({ reason: 'format-unreachable' })
  if (isInCircle(changed, list)) return refuse({ reason: 'formats-in-a-circle' })
  const comesBack = before.isArchived && !changed.isArchived
  if (comesBack && list.length >= MAX_FORMATS) return refuse({ reason: 'list-full', most: MAX_FORMATS })
  const known = [...list, ...kept(before, all)]
  const refusal = whyNotFormat(changed, programme.policy, known, before)
  if (refusal) return refuse(refusal)

  const steps =
    place === undefined || changed.isArchived
      ? [{ before, after: changed }]
      : inOrder(withFormatAt(list, changed, place), [before, ...list])
  const detail = { format: before.id }
  const step = programmeStep(programme, programme, { code: 'format-changed', detail, at, by })
  return accept({ ...NO_CHANGE, programmes: [{ ...step, formats: steps }] })
}

/** Formats that came before it already: one of them may have been archived since. */
function kept(before: Format, all: readonly Format[]): readonly Pick<Format, 'id'>[] {
  return fitOf(before, all).after.map((id) => ({ id }))
}

/** The formats with their new positions, each with what it was before. */
function inOrder(after: readonly Format[], all: readonly Format[]) {
  return after.flatMap((format, position) => {
    const before = all.find(({ id }) => id === format.id)
    return before ? [{ before, after: { ...format, position } }] : []
  })
}
