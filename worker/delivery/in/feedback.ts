import { recordReturned } from '../../actions/letter/record-returned.ts'
import { faultOfEvent, faultOfStatus } from '../../domain/letter/fault.ts'
import { complained, type Returned, undelivered } from '../../domain/letter/returned.ts'
import type { Platform } from '../../platform.ts'

/** Handles one event of Cloudflare's mail sending, as its queue delivers it. True if it was about a letter of ours. */
export async function hearFeedback(platform: Platform, event: unknown): Promise<boolean> {
  const returned = readFeedback(event)
  return returned ? recordReturned(platform, returned) : false
}

/** Only what is final: a bounce, a refusal, a failure, a complaint. Null while delivery goes on, and when it arrived. */
export function readFeedback(event: unknown): Returned | null {
  const payload = partOf(event, 'payload')
  const status = textIn(partOf(payload, 'delivery'), 'smtpEnhancedStatusCode')
  const about = textIn(payload, 'messageId')
  const report = { address: textIn(payload, 'recipient'), about }

  switch (textIn(event, 'type')) {
    case 'cf.email.sending.message.bounced': {
      const code = status ?? textIn(partOf(payload, 'bounce'), 'type')
      return undelivered({ ...report, code }, faultOfStatus(statusOf(status)))
    }
    case 'cf.email.sending.message.rejected': {
      const reason = textIn(partOf(payload, 'rejection'), 'reason')
      return undelivered({ ...report, code: reason ?? 'rejected' }, faultOfEvent('rejected', reason))
    }
    case 'cf.email.sending.message.failed': {
      const reason = textIn(partOf(payload, 'failure'), 'reason')
      return undelivered({ ...report, code: reason ?? 'failed' }, faultOfEvent('failed', reason))
    }
    case 'cf.email.sending.message.complained':
      return complained(report)
    default:
      return null
  }
}

function statusOf(text: string | null): string | null {
  return text && /^[45]\.\d{1,3}\.\d{1,3}$/.test(text) ? text : null
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
