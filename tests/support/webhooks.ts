import type { Client } from './client.ts'
import { textAt } from './response-shapes.ts'
import type { World } from './world.ts'

export const HOOK = 'https://hooks.example/sotto?token=abc'

export type Call = {
  readonly url: string
  readonly init: RequestInit
  readonly body: string
  readonly headers: Headers
}

/** The other side: it keeps what it is sent, and answers as it is told to. */
export type OtherSide = {
  readonly calls: Call[]
  /** What it answers next; a function may take its time, or throw. */
  answer: (call: Call) => Response | Promise<Response>
}

/** A world whose platform calls the other side instead of the network. */
export function listening(world: World): { readonly world: World; readonly other: OtherSide } {
  const other: OtherSide = { calls: [], answer: () => new Response(null, { status: 204 }) }
  const fetch = async (url: string, init: RequestInit) => {
    const body = typeof init.body === 'string' ? init.body : ''
    const call = { url, init, body, headers: new Headers(init.headers) }
    other.calls.push(call)
    return other.answer(call)
  }
  return { world: { ...world, platform: { ...world.platform, fetch } }, other }
}

/** A webhook of Northwind that is told everything, with its secret. */
export async function aWebhook(client: Client, programmeId: string, more: object = {}) {
  const { body } = await client.post('/api/v1/webhooks', { programmeId, url: HOOK, ...more })
  return { id: textAt(body, 'id'), secret: textAt(body, 'secret') }
}

/** Written after the text of Standard Webhooks 1.0 alone: whether one of the signatures is made with this secret. */
export async function isVerified({ headers, body }: Call, secret: string): Promise<boolean> {
  const raw = Uint8Array.from(atob(secret.replace(/^whsec_/, '')), (each) => each.codePointAt(0) ?? 0)
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify'])
  const content = `${headers.get('webhook-id')}.${headers.get('webhook-timestamp')}.${body}`
  const signatures = (headers.get('webhook-signature') ?? '').split(' ')
  const checked = await Promise.all(
    signatures.map(async (each) => {
      const [version, base64 = ''] = each.split(',')
      const mac = Uint8Array.from(atob(base64), (one) => one.codePointAt(0) ?? 0)
      return version === 'v1' && crypto.subtle.verify('HMAC', key, mac, new TextEncoder().encode(content))
    }),
  )
  return checked.includes(true)
}
