import type { Refusal } from '../refusals.ts'
import { errorAt, type LineError } from './fault.ts'
import type { Column } from './file.ts'

/** Where a rule's refusal belongs in a line; elsewhere it is about the line as a whole. */
const FIELD_OF: Readonly<Partial<Record<Refusal['reason'], Column>>> = {
  'reporting-circle': 'reports_to',
  'no-such-person': 'reports_to',
  'list-full': 'aliases',
  'address-taken': 'aliases',
  'role-in-use': 'roles',
  'last-manager': 'roles',
  'not-a-mentor': 'mentor',
  'not-an-executive': 'executive',
  'reporting-line': 'executive',
  'words-not-neutral': 'place',
}

export function refusedAt(refusal: Refusal): LineError {
  return errorAt(fieldOf(refusal), { code: 'refused', refusal })
}

function fieldOf(refusal: Refusal): Column | null {
  if (refusal.reason !== 'outward-words') return FIELD_OF[refusal.reason] ?? null
  return refusal.found.some(({ field }) => field === 'place') ? 'place' : 'short_name'
}
