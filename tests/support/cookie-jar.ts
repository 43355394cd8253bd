import { env } from 'cloudflare:workers'

import { makeApp } from '../../worker/app.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import { storedOfKind } from './stored-letters.ts'
import type { World } from './world.ts'

export type Shown = {
  readonly status: number
  readonly body: string
  readonly location: string | null
  readonly cookies: readonly string[]
}

/** A browser with a cookie jar, as far as sign-ins need one. It does not know that cookies expire. */
export type Browser = {
  readonly get: (path: string) => Promise<Shown>
  /** A form as a browser sends it from a page. */
  readonly post: (path: string, fields: Fields, from?: string) => Promise<Shown>
  readonly json: (method: string, path: string, body: unknown) => Promise<Shown>
  readonly forget: (cookie: string) => void
  /** Asks for a link, opens it, and presses the button; returns what that answered. */
  readonly signIn: (person: Person, options?: SignInOptions) => Promise<Shown>
}

type Fields = Readonly<Record<string, string>> | readonly (readonly [string, string])[]
type SignInOptions = { readonly trusted?: boolean; readonly back?: string; readonly opens?: Browser }

export function aBrowser(world: World): Browser {
  const { platform } = world
  const app = makeApp(() => platform)
  const jar = new Map<string, string>()
  const ask = async (path: string, init: RequestInit): Promise<Shown> => {
    const headers = new Headers(init.headers)
    if (jar.size > 0) headers.set('Cookie', Array.from(jar, ([name, value]) => `${name}=${value}`).join('; '))
    const answer = await app.request(new URL(path, env.ORIGIN), { ...init, headers }, env)
    const cookies = answer.headers.getSetCookie()
    for (const cookie of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    const location = answer.headers.get('Location')
    return { status: answer.status, body: await answer.text(), location, cookies }
  }
  const get = (path: string) => ask(path, {})
  const post = (path: string, fields: Fields, from?: string) => {
    const pairs = Array.isArray(fields) ? fields : Object.entries(fields)
    const referer = from === undefined ? {} : { Referer: `${env.ORIGIN}${from}` }
    const headers = { Origin: env.ORIGIN, ...referer }
    const body = new URLSearchParams(pairs.map(([name, value]) => [name, value]))
    return ask(path, { method: 'POST', headers, body })
  }
  const own: Browser = {
    get,
    post,
    json: (method, path, body) =>
      ask(path, {
        method,
        headers: { Origin: env.ORIGIN, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    forget: (cookie) => void jar.delete(cookie),
    signIn: async (person, { trusted = false, back, opens = own } = {}) => {
      await post('/sign-in', { email: person.email, ...(back !== undefined && { back }) })
      return confirm(await linkTo(world, person), trusted, opens)
    },
  }
  return own
}

/** The token in the newest sign-in mail to this person. */
export async function linkTo({ platform }: World, person: Person): Promise<string> {
  const letters = await storedOfKind(platform, 'sign-in', person.id)
  const last = letters.toSorted((one, other) => one.madeAt - other.madeAt).at(-1)
  return last ? platform.tokenOf(last.linkId) : ''
}

export function confirm(k: string, trusted: boolean, browser: Browser): Promise<Shown> {
  return browser.post('/sign-in/confirmation', { k, ...(trusted && { trusted: 'yes' }) })
}
