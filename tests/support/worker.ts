import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

import worker from '../../worker/development.ts'

/** A request to the Worker without following redirects; resolves when its background work is done. */
export function visit(path: string, init: RequestInit<IncomingRequestCfProperties> = {}): Promise<Response> {
  const url = new URL(path, env.ORIGIN)
  const request = new Request<unknown, IncomingRequestCfProperties>(url, { redirect: 'manual', ...init })
  return settled((context) => worker.fetch(request, env, context))
}

export type Arriving = { readonly from: string; readonly to: string; readonly raw: string | Uint8Array }

/** A mail to the Worker; returns the reason when it is rejected, otherwise null. */
export async function receive({ from, to, raw }: Arriving): Promise<string | null> {
  const body = typeof raw === 'string' ? new TextEncoder().encode(raw) : raw
  const refusals: string[] = []
  const message: ForwardableEmailMessage = {
    from,
    to,
    raw: new Blob([body]).stream(),
    rawSize: body.byteLength,
    headers: headersOf(new TextDecoder('latin1').decode(body)),
    setReject: (reason) => void refusals.push(reason),
    forward: () => Promise.reject(new Error('Sotto forwards no mail')),
    reply: () => Promise.reject(new Error('Sotto replies by its outbox')),
  }

  await settled((context) => worker.email(message, env, context))
  return refusals[0] ?? null
}

async function settled<T>(work: (context: ExecutionContext) => T | Promise<T>): Promise<T> {
  const context = createExecutionContext()
  const answer = await work(context)
  await waitOnExecutionContext(context)
  return answer
}

function headersOf(text: string): Headers {
  const [head = ''] = text.split(/\r?\n\r?\n/, 1)
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const pairs = lines.flatMap((line) => {
    const named = /^([!-9;-~]+):\s*([\x20-\x7e]*)$/.exec(line)
    return named ? [[named[1] ?? '', named[2] ?? '']] : []
  })
  return new Headers(pairs)
}
