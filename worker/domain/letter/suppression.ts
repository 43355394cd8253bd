import type { PersonId } from '../ids.ts'
import type { Instant } from '../time/time.ts'

/** `complaint`: the reader called a mail of ours unwanted. What may pass, such as a full mailbox, never stops mail. */
export type SuppressionKind = 'permanent' | 'complaint'

/** An address nothing is sent to until a person clears it. */
export type Suppression = {
  readonly address: string
  readonly personId: PersonId
  readonly since: Instant
  readonly kind: SuppressionKind
  readonly detail: string
}

/** Why an address should be left alone; `about` names the letter or the provider's id of it, where it is known. */
export type Blame = {
  readonly address: string
  readonly kind: SuppressionKind
  readonly detail: string
  readonly about: string | null
}

/**
 * Whether the mail port's code says that the address itself is wrong (RFC 3463 §3.2: X.1 is about the address), and
 * not only this mail, this hour or our relay.
 */
export function blamesAddress(error: string): boolean {
  if (error === 'E_RECIPIENT_SUPPRESSED') return true
  const match = /^smtp-recipient-(5\d\d)(?:-(\d+\.\d+\.\d+))?$/.exec(error)
  if (!match) return false
  const [, code = '', status] = match
  return status === undefined ? ['550', '551', '553'].includes(code) : /^5\.(?:1\.|2\.1)/.test(status)
}

/** A code fit to be kept and shown: nobody's words and nobody's address. */
export function codeFrom(text: string | null | undefined, otherwise: string): string {
  return text && /^[\w.-]{1,60}$/.test(text) ? text : otherwise
}
