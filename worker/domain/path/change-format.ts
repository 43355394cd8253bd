import { type By, type Decision, NO_CHANGE, programmeStep } from '../decision.ts'
import { MAX_FORMATS } from '../limits.ts'
import { whyClosed } from '../programme/close.ts'
import type { Programme } from '../programme/programme.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { Instant } from '../time/time.ts'
import { type Format, type FormatText, whyNotFormat, withFormatAt } from './format.ts'

/** What is absent stays. `standard` words take a format of the house back to the house's own. */
export type FormatChange = Partial<FormatText> & {
  readonly isArchived?: boolean
  /** Its place in the list, counted from 0; the others make room. */
  readonly place?: number
}

/** Changes a format, puts it away, or takes it back; what was sent keeps the words it was sent with. */
export function decideFormatChange(
  { programme, list }: { readonly programme: Programme; readonly list: readonly Format[] },
  before: Format,
  change: FormatChange,
  { at, by }: { readonly at: Instant; readonly by: By },
): Result<Decision, Refusal> {
  const { place, ...rest } = change
  const changed: Format = { ...before, ...rest }
  const { words } = changed
  if ('standard' in words && words.standard !== before.standard) return refuse({ reason: 'no-such-format' })
  const refusal = whyClosed(programme) ?? whyNotFormat(changed, programme.policy)
  if (refusal) return refuse(refusal)
  const comesBack = before.isArchived && !changed.isArchived
  if (comesBack && list.length >= MAX_FORMATS) return refuse({ reason: 'list-full', most: MAX_FORMATS })

  const steps =
    place === undefined || changed.isArchived
      ? [{ before, after: changed }]
      : inOrder(withFormatAt(list, changed, place), [before, ...list])
  const detail = { format: before.id }
  const step = programmeStep(programme, programme, { code: 'format-changed', detail, at, by })
  return accept({ ...NO_CHANGE, programmes: [{ ...step, formats: steps }] })
}

/** Each at its new place, with what it was. */
function inOrder(after: readonly Format[], all: readonly Format[]) {
  return after.flatMap((format, position) => {
    const before = all.find(({ id }) => id === format.id)
    return before ? [{ before, after: { ...format, position } }] : []
  })
}
