/**
 * The life of a programme as the rulings say it, in plain values. Nothing here reads the product: the two are compared
 * after each command.
 */
export type Name = 'nadia' | 'tom' | 'uma' | 'bernard' | 'faure' | 'odile' | 'denis'
export type Side = 'executive' | 'mentor'
export type Partstat = 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE'
export type Status = 'offered' | 'fixed' | 'happened' | 'cut-short' | 'did-not-happen' | 'cancelled'
export type Span = { readonly start: number; readonly end: number }

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** What one calendar is told of one UID: each revision, and whether the event still stands. */
export type Entry = {
  readonly key: string
  uid: string | null
  readonly reader: Name
  sequence: number
  live: boolean
  /** Its owner has struck it out himself: nobody cancels it for him. */
  struck: boolean
  readonly revisions: Map<number, { readonly method: 'REQUEST' | 'CANCEL'; readonly span: Span }>
}

/** What was said last, and how new that is. */
export type Said = {
  readonly via: 'calendar' | 'link' | 'manager'
  readonly by: Name | null
  readonly sequence: number
  readonly stamp: number | null
  readonly at: number
}
export type Invite = { readonly entry: string; partstat: Partstat; said: Said | null }
export type Option = Span & { readonly id: string; readonly until: number }
export type Offer = { readonly id: string; asked: string; open: boolean; options: readonly Option[] }
export type Proposal = Span & {
  readonly id: string
  readonly side: Side
  /** Nobody is taken then, and it lies ahead. */
  readonly possible: boolean
}

export type Session = {
  readonly id: string
  readonly pair: string
  mentor: Name
  readonly executive: Name
  status: Status
  time: Span | null
  bumps: number
  invites: Record<Side, Invite | null>
  offer: Offer | null
  proposals: Proposal[]
  passed: boolean
  loggedAt: number | null
  /** The log has words of what was agreed. */
  hasAgreed: boolean
}
export type Pair = {
  readonly id: string
  readonly mentor: Name
  readonly executive: Name
  status: 'active' | 'paused' | 'ended'
  /** When it was last taken up again: the tick that follows makes its timers, and the next one runs them at the latest. */
  resumedAt?: number
}
/** A manager's press, which can be taken back while its minute lasts. */
export type Press = {
  readonly sessionId: string
  /** As the page says it after the press. */
  readonly pressed: string
  readonly until: number
  readonly version: number
  /** Null: the press made the session. */
  readonly before: Session | null
  /** Somebody of the session got what is so at a new address, before its minute was over. */
  isTold?: boolean
}
/** Freed by a press, and claimed until its letters leave. */
export type Kept = Span & {
  readonly sessionId: string
  readonly people: readonly Name[]
  readonly until: number
}

export type Model = {
  now: number
  readonly pairs: Map<string, Pair>
  readonly sessions: Map<string, Session>
  readonly entries: Map<string, Entry>
  readonly addresses: Map<Name, string>
  /** Of each executive; null: the executive answers. */
  readonly assistants: Map<Name, Name | null>
  readonly gone: Set<Name>
  /** Times an address was corrected, and presses taken back: each may send what is true once more. */
  readonly again: Map<string, number>
  press: Press | null
  kept: Kept[]
  /** What the next comparison may take over from the product, because a machine chose it. */
  readonly mayOpen: Set<string>
  readonly mayOffer: Set<string>
  readonly mayPropose: Set<string>
  readonly mayPass: Set<string>
  /** Executives for whom somebody else has answered: older links may have ended. */
  readonly replaced: Set<Name>
}

export function isOpen({ status, passed }: Session): boolean {
  return (status === 'offered' || status === 'fixed') && !passed
}

export function openOf({ sessions }: Model, pair: string): Session | null {
  return [...sessions.values()].find((each) => each.pair === pair && isOpen(each)) ?? null
}

export function isAhead({ time }: Session, now: number): boolean {
  return time !== null && time.end > now
}

/** Times that can be picked now. */
export function standing({ status, offer }: Session, now: number): readonly Option[] {
  if (status !== 'offered' || !offer?.open) return []
  return offer.options.filter(({ until, start }) => until > now && start > now)
}

export function answererOf({ assistants }: Model, executive: Name): Name {
  return assistants.get(executive) ?? executive
}

export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
