import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

import { makeApp } from '../../worker/app.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import { after, MINUTE } from '../../worker/domain/time/time.ts'
import { doors } from '../../worker/doors.ts'
import { hashOf, type Platform } from '../../worker/platform.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { insertSignIn } from '../../worker/storage/sign-in/sign-in.ts'

type Init = RequestInit<IncomingRequestCfProperties>
export type Answer = { readonly status: number; readonly body: unknown; readonly headers: Headers }

/** An API client of one user: JSON in and out, from our own origin, with his cookie. */
export type Client = {
  readonly get: (path: string) => Promise<Answer>
  readonly post: (path: string, body?: unknown) => Promise<Answer>
  readonly put: (path: string, body: unknown) => Promise<Answer>
  readonly patch: (path: string, body: unknown) => Promise<Answer>
  readonly delete: (path: string) => Promise<Answer>
  /** Any request; headers given here override the client's own. */
  readonly ask: (path: string, init: RequestInit<IncomingRequestCfProperties>) => Promise<Answer>
}

export function stranger(platform: Platform): Client {
  return clientOf(platform, {})
}

/** Signs in with a link as in a sign-in mail; later requests run on the platform `speaking`. */
export async function signedIn(
  platform: Platform,
  person: Person,
  speaking: Platform = platform,
): Promise<Client> {
  return clientOf(speaking, { Cookie: await cookieOf(platform, person) })
}

/** The cookie of somebody who signed in; on a `trusted` device it outlasts the day. */
export async function cookieOf(
  platform: Platform,
  person: Person,
  { trusted = false }: { readonly trusted?: boolean } = {},
): Promise<string> {
  const { db, now, newId, tokenOf } = platform
  const id = newId('sgn')
  const k = await tokenOf(id)
  const until = after(now(), 10 * MINUTE)
  const link = {
    id,
    tokenHash: await hashOf(k),
    personId: person.id,
    askedAt: now(),
    linkUntil: until,
    untilAt: until,
  }
  await inOneBatch(db, [insertSignIn(db, link)])
  const signed = await clientOf(platform, {}).ask('/sign-in/confirmation', {
    method: 'POST',
    body: new URLSearchParams({ k, ...(trusted && { trusted: 'yes' }) }),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  const cookie = signed.headers.get('Set-Cookie')?.split(';')[0]
  if (!cookie) throw new Error(`${person.name} could not sign in: ${signed.status}`)
  return cookie
}

function clientOf(platform: Platform, own: Readonly<Record<string, string>>): Client {
  const worker = doors(
    makeApp(() => platform),
    () => platform,
  )

  async function ask(path: string, { headers, ...init }: Init): Promise<Answer> {
    const all = new Headers({ Origin: env.ORIGIN, ...own })
    for (const [name, value] of new Headers(headers)) all.set(name, value)
    const url = new URL(path, env.ORIGIN)
    const context = createExecutionContext()
    const request = new Request<unknown, IncomingRequestCfProperties>(url, {
      redirect: 'manual',
      ...init,
      headers: all,
    })
    const response = await worker.fetch(request, env, context)
    const text = await response.text()
    await waitOnExecutionContext(context)
    return { status: response.status, body: bodyOf(text, response.headers), headers: response.headers }
  }

  function sending(method: string) {
    return (path: string, body?: unknown) =>
      ask(path, { method, body: JSON.stringify(body ?? {}), headers: { 'Content-Type': 'application/json' } })
  }

  return {
    ask,
    get: (path) => ask(path, {}),
    post: sending('POST'),
    put: sending('PUT'),
    patch: sending('PATCH'),
    delete: sending('DELETE'),
  }
}

function bodyOf(text: string, headers: Headers): unknown {
  const isJson = text !== '' && headers.get('Content-Type')?.startsWith('application/json')
  const body: unknown = isJson ? JSON.parse(text) : text
  return body
}
