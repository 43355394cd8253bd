import { env } from 'cloudflare:workers'

import { signInDirectly } from '../../worker/actions/sign-in/sign-in.ts'
import { makeApp } from '../../worker/app.ts'
import type { PersonId } from '../../worker/domain/ids.ts'
import type { Platform } from '../../worker/platform.ts'

export type SignedInBrowser = {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>
  /** A form as a browser posts it. */
  readonly post: (
    path: string,
    fields?: Readonly<Record<string, string>> | URLSearchParams,
  ) => Promise<Response>
  readonly json: (path: string, body: unknown) => Promise<Response>
}

/** A signed-in browser; null is signed out. */
export async function signedInBrowser(
  platform: Platform,
  personId: PersonId | null,
): Promise<SignedInBrowser> {
  const app = makeApp(() => platform)
  const { origin } = platform.settings
  const cookie: Readonly<Record<string, string>> = personId
    ? { Cookie: await cookieOf(platform, personId) }
    : {}
  const ask = async (path: string, init: RequestInit) => app.request(new URL(path, origin), init, env)
  return {
    get: (path, headers = {}) => ask(path, { headers: { ...cookie, ...headers } }),
    post: (path, fields = {}) =>
      ask(path, {
        method: 'POST',
        headers: { ...cookie, Origin: origin },
        body: new URLSearchParams(fields),
      }),
    json: (path, body) =>
      ask(path, {
        method: 'POST',
        headers: { ...cookie, Origin: origin, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
  }
}

async function cookieOf(platform: Platform, personId: PersonId): Promise<string> {
  const { id } = await signInDirectly(platform, personId, false)
  const carried = `${id}.${platform.now()}`
  return `__Host-sotto=${carried}.${await platform.sign(`cookie:${carried}`)}`
}
