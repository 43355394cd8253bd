import { EmailMessage } from 'cloudflare:email'

import { faultOfBinding } from '../../domain/letter/fault.ts'
import { SEND_DEADLINE_MS, type SendResult } from '../../domain/letter/mail-port.ts'
import type { MailPort } from '../../platform.ts'

/** Sends raw MIME through the `send_email` binding, which replaces the Message-ID and returns its own. */
export function cloudflareMailer(binding: SendEmail, deadlineMs = SEND_DEADLINE_MS): MailPort {
  return ({ from, to, raw }) => {
    const expiry = Promise.withResolvers<SendResult>()
    const timer = setTimeout(() => expiry.resolve(failed('E_TIMEOUT')), deadlineMs)
    const sent = binding.send(new EmailMessage(from, to, raw)).then(
      ({ messageId }): SendResult => ({ ok: true, providerId: messageId }),
      (error: unknown) => failed(codeOf(error)),
    )
    return Promise.race([sent, expiry.promise]).finally(() => clearTimeout(timer))
  }
}

function failed(error: string): SendResult {
  const { fault, mayBeHad, waitMs } = faultOfBinding(error)
  return { ok: false, error, fault, mayBeHad, ...(waitMs !== undefined && { waitMs }) }
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.name : 'unknown'
}
