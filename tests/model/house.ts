import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

import { makeApp } from '../../worker/app.ts'
import { receive, type Settled } from '../../worker/delivery/in/receive.ts'
import { deliverDue } from '../../worker/delivery/out/deliver.ts'
import type { Mail, SendResult } from '../../worker/domain/letter/mail-port.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import { instant } from '../../worker/domain/time/time.ts'
import { doors } from '../../worker/doors.ts'
import { runAll, runCron } from '../../worker/jobs/jobs.ts'
import { type Platform, platformOf } from '../../worker/platform.ts'
import { cookieOf } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { at } from '../support/times.ts'
import { aManager, aMentor, aPairing, aPersonIn, aProgramme } from '../support/world.ts'
import { HOUR, type Model, type Name } from './plain/state.ts'

/** How the next mails fail: not taken, or taken without our learning of it. */
export type Weather = { readonly when: 'before' | 'after'; left: number }
export type Sent = { readonly mail: Mail; readonly arrived: boolean; readonly ok: boolean }
export type Answer = { readonly status: number; readonly body: string; readonly location: string }
export type Asking = {
  readonly method?: string
  readonly json?: unknown
  readonly form?: Readonly<Record<string, string>>
}

/** The real Worker with all its doors, a clock that stands, and a mail port whose weather is given. */
export type House = {
  readonly platform: Platform
  readonly people: Record<Name, Person>
  readonly programmeId: string
  /** Each hand-over to the mail port since the last comparison. */
  readonly sent: Sent[]
  weather: Weather
  readonly clock: { now: number }
  readonly ask: (by: Name | null, path: string, asking?: Asking) => Promise<Answer>
  readonly arrives: (to: Name, raw: string) => Promise<Settled>
  /** Renews the manager's sign-in, which lets due letters leave as every request does. */
  readonly signIn: () => Promise<void>
  /** The minute's cron; or all that is due, however far the clock jumped. */
  readonly tick: (how: 'cron' | 'all') => Promise<void>
  /** Holds that ended by then are free: a tick may first have to make the timers that the next one runs. */
  freedBy: number
  /** The last POST that carried an id of its own. */
  last: { readonly path: string; readonly json: unknown; readonly status: number } | null
  /** The last mail that arrived. */
  lastMail: { readonly to: Name; readonly raw: string } | null
  serial: number
}

const START = '2027-03-15T08:00Z'

export async function aHouse(): Promise<{ readonly model: Model; readonly real: House }> {
  await freshDatabase()
  const clock = { now: Number(at(START)) }
  const sent: Sent[] = []
  const state: Pick<House, 'weather' | 'last' | 'lastMail' | 'serial' | 'freedBy'> = {
    ...{ weather: { when: 'before', left: 0 }, last: null, lastMail: null, serial: 0 },
    freedBy: clock.now,
  }
  const platform = platformOf(env, {
    now: () => instant(clock.now),
    send: (mail) => Promise.resolve(handed(mail, state.weather, sent)),
  })
  const nadia = await aManager(platform, 'Nadia Haddad', { isOwner: true })
  const programme = await aProgramme(platform, nadia, 'Northwind')
  const here = { platform, programme, manager: nadia }
  const tom = await aMentor(here, 'Tom Leroy')
  const uma = await aMentor(here, 'Uma Rao')
  const odile = await aPersonIn(here, 'assistant', { name: 'Odile Martin' })
  const denis = await aPersonIn(here, 'assistant', { name: 'Denis Petit' })
  const bernard = await aPersonIn(here, 'executive', {
    name: 'Claude Bernard',
    assistantIds: [odile.id],
    rules: { nudges: true },
  })
  const faure = await aPersonIn(here, 'executive', { name: 'Helene Faure' })
  const people = { nadia, tom, uma, odile, denis, bernard, faure }
  const model: Model = {
    now: clock.now,
    pairs: new Map(),
    sessions: new Map(),
    entries: new Map(),
    addresses: new Map(Object.entries(people).map(([name, { email }]) => [nameIn(name), email])),
    assistants: new Map<Name, Name | null>([
      ['bernard', 'odile'],
      ['faure', null],
    ]),
    gone: new Set(),
    again: new Map(),
    press: null,
    kept: [],
    mayOpen: new Set(),
    mayPass: new Set(),
    mayOffer: new Set(),
    mayPropose: new Set(),
    replaced: new Set(),
  }
  for (const mentor of ['tom', 'uma'] as const)
    for (const executive of ['bernard', 'faure'] as const) {
      const { id } = await aPairing(here, people[mentor], people[executive])
      model.pairs.set(id, { id, mentor, executive, status: 'active' })
    }
  await deliverDue(platform)
  sent.length = 0
  return { model, real: houseOf({ platform, people, programmeId: programme.id, sent, clock, state }) }
}

export function nameIn(text: string): Name {
  const found = (['nadia', 'tom', 'uma', 'bernard', 'faure', 'odile', 'denis'] as const).find(
    (each) => each === text,
  )
  if (!found) throw new Error(`nobody is called ${text}`)
  return found
}

function handed(mail: Mail, weather: Weather, sent: Sent[]): SendResult {
  const fails = weather.left > 0
  if (fails) weather.left -= 1
  const arrived = !fails || weather.when === 'after'
  sent.push({ mail, arrived, ok: !fails })
  if (fails) return { ok: false, error: 'timeout', fault: 'moment', mayBeHad: weather.when === 'after' }
  return { ok: true, providerId: `kept-${sent.length}` }
}

type Parts = Pick<House, 'platform' | 'people' | 'programmeId' | 'sent' | 'clock'> & {
  readonly state: Pick<House, 'weather' | 'last' | 'lastMail' | 'serial' | 'freedBy'>
}

function houseOf({ state, ...parts }: Parts): House {
  const { platform, people, clock } = parts
  const worker = doors(
    makeApp(() => platform),
    () => platform,
  )
  let tickedAt = clock.now
  const cookies = new Map<Name, { readonly cookie: string; readonly until: number }>()
  const cookieFor = async (by: Name): Promise<string> => {
    const kept = cookies.get(by)
    if (kept && kept.until > clock.now) return kept.cookie
    const cookie = await cookieOf(platform, people[by])
    cookies.set(by, { cookie, until: clock.now + 10 * HOUR })
    return cookie
  }
  return Object.assign(state, {
    ...parts,
    ask: async (by: Name | null, path: string, { method, json, form }: Asking = {}): Promise<Answer> => {
      const headers = new Headers({ Origin: env.ORIGIN })
      if (by) headers.set('Cookie', await cookieFor(by))
      if (json !== undefined) headers.set('Content-Type', 'application/json')
      const body = form ? new URLSearchParams(form) : json === undefined ? null : JSON.stringify(json)
      const request = new Request<unknown, IncomingRequestCfProperties>(new URL(path, env.ORIGIN), {
        ...{ redirect: 'manual', headers, method: method ?? (body === null ? 'GET' : 'POST') },
        ...(body !== null && { body }),
      })
      const context = createExecutionContext()
      const response = await worker.fetch(request, env, context)
      const text = await response.text()
      await waitOnExecutionContext(context)
      if (response.status >= 500) throw new Error(`${path} answered ${response.status}`)
      return { status: response.status, body: text, location: response.headers.get('Location') ?? '' }
    },
    signIn: async () => void (await cookieFor('nadia')),
    arrives: async (to: Name, raw: string) => {
      const octets = new TextEncoder().encode(raw)
      const settled = await receive(platform, {
        to: people[to].replyAddress,
        raw: octets,
        receiver: 'mx.example',
      })
      await deliverDue(platform)
      return settled
    },
    tick: async (how: 'cron' | 'all') => {
      const { failed } = await (how === 'all' ? runAll(platform) : runCron(platform, '* * * * *'))
      if (failed.length > 0) throw new Error(`jobs failed: ${failed.join(', ')}`)
      if (how === 'all') state.freedBy = clock.now
      else if (clock.now > tickedAt) state.freedBy = tickedAt
      tickedAt = clock.now
    },
  })
}
