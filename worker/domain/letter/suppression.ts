import type { PersonId } from '../ids.ts'
import type { Instant } from '../time/time.ts'

/** `complaint`: the reader marked our mail as spam. A temporary failure, such as a full mailbox, never stops mail. */
export type SuppressionKind = 'permanent' | 'complaint'

/** An address that gets no mail until a person clears it. */
export type Suppression = {
  readonly address: string
  readonly personId: PersonId
  readonly since: Instant
  readonly kind: SuppressionKind
  readonly detail: string
}

/** Why an address should be stopped. `about` is the letter's id or the provider's id of it, if known. */
export type Blame = {
  readonly address: string
  readonly kind: SuppressionKind
  readonly detail: string
  readonly about: string | null
}

/**
 * Whether the error code blames the address itself (RFC 3463 §3.2: X.1 is about the address), and not this mail, a
 * temporary state or our relay.
 */
export function blamesAddress(error: string): boolean {
  if (error === 'E_RECIPIENT_SUPPRESSED') return true
  const match = /^smtp-recipient-(5\d\d)(?:-(\d+\.\d+\.\d+))?$/.exec(error)
  if (!match) return false
  const [, code = '', status] = match
  return status === undefined ? ['550', '551', '553'].includes(code) : /^5\.(?:1\.|2\.1)/.test(status)
}

/** The text if it is a code, which can be stored and shown; else `otherwise`. Never words or an address. */
export function codeFrom(text: string | null | undefined, otherwise: string): string {
  return text && /^[\w.-]{1,60}$/.test(text) ? text : otherwise
}
