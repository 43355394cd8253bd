/** One mail as RFC 5322 text. `from` is the envelope's sender too. */
export type Mail = {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly raw: string
}

/** What the mail port answers: the id it knows the mail by, or why not (a code), and whether trying again is idle. */
export type SendResult =
  | { readonly ok: true; readonly providerId: string }
  | { readonly ok: false; readonly error: string; readonly isFinal: boolean }

export type MailPort = (mail: Mail) => Promise<SendResult>
