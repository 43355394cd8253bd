import type { PersonId, SessionId } from '../ids.ts'

/** Why a session did not happen, or why times did not suit: one optional tap. */
export const WHYS = ['full-week', 'travel', 'not-now', 'of-no-use', 'rather-not-say'] as const
export type Why = (typeof WHYS)[number]

export const WHY_KINDS = ['not-held', 'not-suited'] as const
export type WhyKind = (typeof WHY_KINDS)[number]

/** What somebody said of one session, or of the times of one offer. */
export type WhySaid = {
  readonly kind: WhyKind
  readonly code: Why
  readonly sessionId: SessionId
  readonly byId: PersonId
}

export function whyIn(text: string | undefined): Why | null {
  return WHYS.find((each) => each === text) ?? null
}

/** Whoever said it sees what he said, except for this one: it is the manager's alone. */
export function isOfNoUse({ code }: Pick<WhySaid, 'code'>): boolean {
  return code === 'of-no-use'
}

/** `again`: the reader has said it, and may say it differently. Null: somebody else has, and his word stands. */
export type WhyAsked = 'now' | 'again' | null

export function whyAsked(said: readonly Pick<WhySaid, 'byId'>[], readerId: PersonId): WhyAsked {
  if (said.length === 0) return 'now'
  return said.some(({ byId }) => byId === readerId) ? 'again' : null
}

export type WhyTally = {
  readonly kind: WhyKind
  readonly codes: readonly { readonly code: Why; readonly count: number }[]
}

/** How often each was said, the most frequent first. What was never said is left out. */
export function tallyOf(said: readonly WhySaid[]): readonly WhyTally[] {
  return WHY_KINDS.flatMap((kind) => {
    const ofKind = said.filter((each) => each.kind === kind)
    const codes = WHYS.map((code) => ({ code, count: ofKind.filter((each) => each.code === code).length }))
      .filter(({ count }) => count > 0)
      .toSorted((one, other) => other.count - one.count)
    return codes.length > 0 ? [{ kind, codes }] : []
  })
}
