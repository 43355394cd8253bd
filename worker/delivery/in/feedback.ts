import { stopAddress } from '../../actions/letter/stop-address.ts'
import { type Blame, codeFrom } from '../../domain/letter/suppression.ts'
import { normalAddress } from '../../domain/people/person.ts'
import type { Platform } from '../../platform.ts'

/** Handles one event of Cloudflare's mail sending, as its queue delivers it. True if it stopped an address. */
export async function hearFeedback(platform: Platform, event: unknown): Promise<boolean> {
  const blame = readFeedback(event)
  return blame ? stopAddress(platform, blame) : false
}

/** Only a hard bounce, a complaint, or an address that the provider suppresses; null for a temporary failure. */
export function readFeedback(event: unknown): Blame | null {
  const type = textIn(event, 'type')
  const payload = partOf(event, 'payload')
  const address = normalAddress(textIn(payload, 'recipient') ?? '')
  const about = textIn(payload, 'messageId')
  const status = textIn(partOf(payload, 'delivery'), 'smtpEnhancedStatusCode')
  if (!address.includes('@')) return null

  switch (type) {
    case 'cf.email.sending.message.bounced': {
      if (textIn(partOf(payload, 'bounce'), 'type') !== 'hard') return null
      return { address, kind: 'permanent', detail: codeFrom(status, 'hard'), about }
    }
    case 'cf.email.sending.message.rejected': {
      if (textIn(partOf(payload, 'rejection'), 'reason') !== 'suppressed') return null
      return { address, kind: 'permanent', detail: 'suppressed', about }
    }
    case 'cf.email.sending.message.complained':
      return { address, kind: 'complaint', detail: 'complaint', about: null }
    default:
      return null
  }
}

function partOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
}

function textIn(value: unknown, name: string): string | null {
  const found = partOf(value, name)
  return typeof found === 'string' ? found : null
}
