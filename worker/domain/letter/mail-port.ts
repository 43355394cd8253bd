/** One mail as RFC 5322 text. `from` is also the envelope sender. */
export type Mail = {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly raw: string
}

/**
 * Whose fault a failed try is: this `address` takes no mail, our `sending` does not work (for any letter), the
 * `moment` is wrong (later may succeed), or this `letter` cannot be sent.
 */
export type Fault = 'address' | 'sending' | 'moment' | 'letter'

/** The provider's id of the mail, or an error code, whose fault it is, and whether the mail may have left all the same. */
export type SendResult =
  | { readonly ok: true; readonly providerId: string }
  | {
      readonly ok: false
      readonly error: string
      readonly fault: Fault
      readonly mayBeHad: boolean
      /** Not before this many milliseconds from now. */
      readonly waitMs?: number
      /** Nobody was asked to take it, so it says nothing about our sending. */
      readonly isUnasked?: true
    }

/** Sends one mail. `end` closes what was kept open between mails; the next mail opens it again. */
export type MailPort = ((mail: Mail) => Promise<SendResult>) & { readonly end?: () => Promise<void> }

/** Each try ends within this. It is shorter than a letter's lease, so that nothing leaves after the lease is over. */
export const SEND_DEADLINE_MS = 45_000
