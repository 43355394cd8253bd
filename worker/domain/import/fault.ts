import type { Refusal } from '../refusals.ts'
import type { Column } from './file.ts'

/** Why a cell cannot be read, with what its reader needs to know. */
export type CellFault =
  | { readonly code: 'needed' }
  /** Characters that no text has, or that were lost on the way. */
  | { readonly code: 'unreadable' }
  | { readonly code: 'too-long'; readonly most: number }
  | { readonly code: 'too-many'; readonly most: number }
  | { readonly code: 'no-address'; readonly text: string }
  | { readonly code: 'other-letters'; readonly text: string }
  | { readonly code: 'address-too-long'; readonly text: string }
  | { readonly code: 'unknown-role'; readonly text: string }
  | { readonly code: 'unknown-zone'; readonly text: string }
  | { readonly code: 'unknown-locale'; readonly text: string }
  | { readonly code: 'unknown-blocker'; readonly text: string }
  | { readonly code: 'unknown-kind'; readonly text: string }
  | { readonly code: 'bad-minutes'; readonly least: number; readonly most: number }
  | { readonly code: 'bad-place'; readonly kind: 'room' | 'phone' | 'link' }
  | { readonly code: 'bad-day'; readonly text: string }
  | { readonly code: 'bad-time'; readonly text: string }
  /** The end does not come after the start. */
  | { readonly code: 'bad-order' }
  /** One of the two times is missing; only a date may have neither. */
  | { readonly code: 'time-needed' }

/** Why a line cannot be taken, judged with the other lines and the programme. */
type LineRefusal =
  | { readonly code: 'too-many-cells' }
  | { readonly code: 'bad-quotes' }
  /** The same person, pairing or address stands in an earlier line. */
  | { readonly code: 'duplicate'; readonly line: number }
  /** Nobody of the programme, of the manager's others, or of the file has this address. */
  | { readonly code: 'nobody-here'; readonly text: string }
  | { readonly code: 'overlapping-hours'; readonly line: number }
  /** The two are paired, in another kind: that one stays until the pairing ends. */
  | { readonly code: 'kind-stays'; readonly kind: string }
  | { readonly code: 'too-many-places'; readonly most: number }
  /** What the rule says that would be asked for one of them alone. */
  | { readonly code: 'refused'; readonly refusal: Refusal }

export type LineError = {
  /** Null: the line as a whole. */
  readonly field: Column | null
} & (CellFault | LineRefusal)

export function errorAt(field: Column | null, fault: CellFault | LineRefusal): LineError {
  return { field, ...fault }
}
