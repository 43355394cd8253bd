import type { Instant } from '../../domain/time/time.ts'
import { bodyOf } from '../../domain/webhook/body.ts'
import { mayBeTold } from '../../domain/webhook/make.ts'
import { type Attempt, type Message, SECRET_PREFIX } from '../../domain/webhook/webhook.ts'
import { type Platform, signMessage } from '../../platform.ts'
import { withinTime } from '../within-time.ts'

/** A call may take so long. */
export const CALL_MS = 10_000

/** Nothing is called by a webhook whose address or secret does not open. */
type Target = { readonly url: string | null; readonly secrets: readonly string[] }

class CallError extends Error {
  override readonly name = 'CallError'
}

/**
 * Calls an address with a message, once. Of the answer the status counts and nothing else is read; no redirect is followed,
 * since it is as good as no answer. Never throws.
 */
export async function postMessage(
  platform: Platform,
  message: Pick<Message, 'id' | 'type' | 'at' | 'data'>,
  { url, secrets }: Target,
): Promise<Attempt> {
  const at = platform.now()
  // How long the other side took is time that really passed: the platform's clock may stand still, or be set.
  const began = Date.now()
  const attempt = (status: number | null, problem: string | null): Attempt => ({
    ...{ at, ms: Date.now() - began, status, problem },
  })
  const { origin, replyDomain } = platform.settings
  if (url === null || secrets.length === 0) return attempt(null, 'not-opened')
  if (!mayBeTold(url, { origin, replyDomain }, (text) => URL.parse(text))) return attempt(null, 'not-public')
  try {
    const init = await requestOf(message, secrets, at)
    const status = await withinTime(
      CALL_MS,
      () => new CallError('timeout'),
      async (signal) => {
        const response = await platform.fetch(url, { ...init, signal })
        // Not awaited: it could take as long as the other side likes.
        response.body?.cancel().catch(() => {})
        return response.status
      },
    )
    return attempt(status, null)
  } catch (error) {
    return attempt(null, error instanceof CallError ? error.message : 'unreachable')
  }
}

async function requestOf(
  message: Pick<Message, 'id' | 'type' | 'at' | 'data'>,
  secrets: readonly string[],
  at: Instant,
): Promise<RequestInit> {
  const body = bodyOf(message)
  const seconds = Math.floor(at / 1000)
  const signed = { id: message.id, seconds, body }
  const signatures = await Promise.all(
    secrets.map((each) => signMessage(each.slice(SECRET_PREFIX.length), signed)),
  )
  return {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': 'Sotto',
      'webhook-id': message.id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signatures.join(' '),
    },
    body,
  }
}
