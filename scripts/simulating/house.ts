import * as z from 'zod/mini'

import { iso, type Instant } from '../../worker/domain/time.ts'

const Mails = z.array(
  z.object({
    id: z.string(),
    at: z.string(),
    from: z.string(),
    to: z.string(),
    subject: z.string(),
    raw: z.string(),
  }),
)
export type Mail = z.infer<typeof Mails>[number]

export type Answer = { readonly status: number; readonly body: unknown }

/** The doors of a development server, as people and their calendars use them. */
export type House = {
  readonly clock: (now: Instant) => Promise<void>
  readonly tick: () => Promise<void>
  /** What was sent after the mails already read. */
  readonly newMail: () => Promise<readonly Mail[]>
  readonly receive: (mail: {
    readonly from: string
    readonly to: string
    readonly raw: string
  }) => Promise<void>
  /** A form on a page that a link in a mail opens. */
  readonly press: (path: string, fields: Readonly<Record<string, string>>) => Promise<number>
  /** The API, as the manager. */
  readonly get: (path: string) => Promise<unknown>
  readonly post: (path: string, body: unknown) => Promise<Answer>
  readonly put: (path: string, body: unknown) => Promise<Answer>
  readonly patch: (path: string, body: unknown) => Promise<Answer>
}

type Init = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> }

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }
const JSON_BODY = { 'Content-Type': 'application/json' }

/** `managerId`: whom the development server lets in by one press. */
export function houseAt(origin: string, managerId: () => string): House {
  let cookie = ''
  let last = '0'
  const ask = (path: string, init: Init = {}) =>
    fetch(`${origin}${path}`, { redirect: 'manual', ...init, headers: { Origin: origin, ...init.headers } })

  /** A sign-in ends after some days of the programme's time. */
  async function asManager(path: string, init: Init = {}): Promise<Response> {
    const answer = await ask(path, { ...init, headers: { ...init.headers, Cookie: cookie } })
    if (answer.status !== 401) return answer
    const body = new URLSearchParams({ person: managerId() })
    const signedIn = await ask('/dev/sign-in', { method: 'POST', body, headers: FORM })
    cookie = signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? ''
    return ask(path, { ...init, headers: { ...init.headers, Cookie: cookie } })
  }

  const send = (method: string) => async (path: string, body: unknown) => {
    const answer = await asManager(`/api/v1${path}`, {
      method,
      body: JSON.stringify(body),
      headers: JSON_BODY,
    })
    return { status: answer.status, body: await answer.json() }
  }

  return {
    clock: async (now) =>
      done(
        await ask('/dev/clock', {
          method: 'POST',
          body: JSON.stringify({ now: iso(now) }),
          headers: JSON_BODY,
        }),
      ),
    tick: async () => done(await ask('/dev/tick', { method: 'POST', body: '{}', headers: JSON_BODY })),
    newMail: async () => {
      const mails = Mails.parse(await (await ask(`/dev/mail.json?after=${last}`)).json())
      last = mails.at(-1)?.id ?? last
      return mails
    },
    receive: async ({ from, to, raw }) => {
      const query = new URLSearchParams({ from, to })
      done(await ask(`/cdn-cgi/local/email?${query}`, { method: 'POST', body: raw }))
    },
    press: async (path, fields) => {
      const answer = await ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: FORM })
      await answer.text()
      return answer.status
    },
    get: async (path) => (await asManager(`/api/v1${path}`)).json(),
    post: send('POST'),
    put: send('PUT'),
    patch: send('PATCH'),
  }
}

function done(answer: Response): void {
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`)
}
