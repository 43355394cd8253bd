import * as z from 'zod/mini'

import { iso, type Instant } from '../../worker/domain/time/time.ts'
import type { Doors, Init } from './doors.ts'

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
export type ServerClient = {
  readonly clock: (now: Instant) => Promise<void>
  /** Sets the clock and does what is due by then. */
  readonly tick: (now: Instant) => Promise<void>
  /** Mails sent since the last call. */
  readonly newMail: () => Promise<readonly Mail[]>
  readonly receive: (mail: {
    readonly from: string
    readonly to: string
    readonly raw: string
  }) => Promise<void>
  /** Posts the form of a page that a mail links to. */
  readonly press: (path: string, fields: Readonly<Record<string, string>>) => Promise<number>
  /** Calls the API as the manager. */
  readonly get: (path: string) => Promise<unknown>
  readonly post: (path: string, body: unknown) => Promise<Answer>
  readonly put: (path: string, body: unknown) => Promise<Answer>
  /** How many changes the manager has asked for. */
  readonly presses: () => number
}

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }
const JSON_BODY = { 'Content-Type': 'application/json' }

/** Signs in as `managerId` by the development sign-in. */
export function serverClient({ origin, ask: askDirectly, receive }: Doors, managerId: string): ServerClient {
  let cookie = ''
  let last = '0'
  let presses = 0
  const ask = (path: string, init: Init = {}) =>
    askDirectly(path, { ...init, headers: { Origin: origin, ...init.headers } })

  /** Signs in again when the sign-in has expired in simulated time. */
  async function asManager(path: string, init: Init = {}) {
    const answer = await ask(path, { ...init, headers: { ...init.headers, Cookie: cookie } })
    if (answer.status !== 401) {
      cookie = answer.headers.get('Set-Cookie')?.split(';')[0] ?? cookie
      return answer
    }
    await answer.text()
    const body = form({ person: managerId })
    const signedIn = await ask('/dev/sign-in', { method: 'POST', body, headers: FORM })
    cookie = signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? ''
    await signedIn.text()
    return ask(path, { ...init, headers: { ...init.headers, Cookie: cookie } })
  }

  const send = (method: string) => async (path: string, body: unknown) => {
    presses += 1
    const answer = await asManager(`/api/v1${path}`, {
      method,
      body: JSON.stringify(body),
      headers: JSON_BODY,
    })
    return { status: answer.status, body: await answer.json() }
  }

  async function postToDevelopment(path: string, body: unknown): Promise<void> {
    const answer = await ask(path, { method: 'POST', body: JSON.stringify(body), headers: JSON_BODY })
    const said = await answer.text()
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${said}`)
  }

  return {
    receive,
    presses: () => presses,
    clock: (now) => postToDevelopment('/dev/clock', { now: iso(now) }),
    tick: (now) => postToDevelopment('/dev/tick', { now: iso(now) }),
    newMail: async () => {
      const mails = Mails.parse(await (await ask(`/dev/mail.json?after=${last}`)).json())
      last = mails.at(-1)?.id ?? last
      return mails
    },
    press: async (path, fields) => {
      const answer = await ask(path, { method: 'POST', body: form(fields), headers: FORM })
      await answer.text()
      return answer.status
    },
    get: async (path) => (await asManager(`/api/v1${path}`)).json(),
    post: send('POST'),
    put: send('PUT'),
  }
}

function form(fields: Readonly<Record<string, string>>): string {
  return new URLSearchParams(fields).toString()
}

/** Makes the first person of an empty installation, who may open programmes. */
export async function firstManager({ ask, origin }: Doors): Promise<string> {
  const body = form({ name: 'Iris Moreau', email: 'iris.moreau@northgate.example' })
  const headers = { ...FORM, Origin: origin }
  const made = await ask('/dev/first-manager', { method: 'POST', body, headers })
  const person = new URL(made.headers.get('Location') ?? '', origin).searchParams.get('person')
  if (!person) throw new Error(`the first manager was refused: ${made.status}`)
  return person
}
