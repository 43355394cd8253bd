import { EmailMessage } from 'cloudflare:email'

import { blamesAddress } from '../../domain/letter/suppression.ts'
import type { MailPort } from '../../platform.ts'

/** Sends raw MIME through the `send_email` binding, which replaces the Message-ID and returns its own. */
export function cloudflareMailer(binding: SendEmail): MailPort {
  return async ({ from, to, raw }) => {
    try {
      const { messageId } = await binding.send(new EmailMessage(from, to, raw))
      return { ok: true, providerId: messageId }
    } catch (error) {
      const code = codeOf(error)
      const fault = blamesAddress(code) ? 'address' : FINAL.has(code) ? 'letter' : 'moment'
      return { ok: false, error: code, fault, mayBeHad: fault === 'moment' }
    }
  }
}

/** The binding's error codes for which a retry is useless. */
const FINAL = new Set([
  'E_VALIDATION_ERROR',
  'E_FIELD_MISSING',
  'E_SENDER_NOT_VERIFIED',
  'E_RECIPIENT_NOT_ALLOWED',
  'E_RECIPIENT_SUPPRESSED',
  'E_CONTENT_TOO_LARGE',
])

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.name : 'unknown'
}
