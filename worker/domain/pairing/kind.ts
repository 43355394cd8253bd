import type { Reporting } from './reporting.ts'

/** In a workshop the mentor teaches; in mentoring he is the senior or a peer; in reverse mentoring the junior leads. */
export const PAIRING_KINDS = ['mentoring', 'reverse-mentoring', 'workshop'] as const
export type PairingKind = (typeof PAIRING_KINDS)[number]

export function pairingKindIn(text: string | undefined): PairingKind | null {
  return PAIRING_KINDS.find((each) => each === text) ?? null
}

/**
 * The kind to propose for two people: where the mentor stands below the executive, the junior leads. It only proposes: who
 * may not meet at all is the same for every kind (`whyNotPair`).
 */
export function usualKind(below: Reporting | null): PairingKind {
  return below ? 'reverse-mentoring' : 'mentoring'
}
