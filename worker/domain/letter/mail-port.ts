/** One mail as RFC 5322 text. `from` is also the envelope sender. */
export type Mail = {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly raw: string
}

/** The answer of the mail port: the provider's id of the mail, or an error code and whether a retry is useless. */
export type SendResult =
  | { readonly ok: true; readonly providerId: string }
  | { readonly ok: false; readonly error: string; readonly isFinal: boolean }

export type MailPort = (mail: Mail) => Promise<SendResult>
