import { env } from 'cloudflare:workers'

import { mailboxOf } from '../../worker/delivery/mailer/capture.ts'
import { capturingMailer } from '../../worker/delivery/mailer/capture.ts'
import type { ProgrammeId } from '../../worker/domain/ids.ts'
import type { Pairing } from '../../worker/domain/pairing/pairing.ts'
import { normalAddress } from '../../worker/domain/people/address.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import type { Policy } from '../../worker/domain/programme/programme.ts'
import { iso } from '../../worker/domain/time/time.ts'
import { platformOf } from '../../worker/platform.ts'
import { freshDatabase } from '../support/database.ts'
import { at } from '../support/times.ts'
import { visit } from '../support/worker.ts'
import { aManager, aMentor, aPairing, aPersonIn, aProgramme } from '../support/world.ts'
import { type Letter, lettersAfter } from './letters.ts'

/** Monday, nine o'clock in Paris. */
export const MONDAY = '2027-03-15T08:00:00Z'

export type Journey = {
  readonly programmeId: ProgrammeId
  readonly nadia: Person
  readonly tom: Person
  readonly bernard: Person
  readonly odile: Person
  /** Tom and Mr Bernard; Odile answers for him. */
  readonly pairing: Pairing
  /** Tom and Mrs Faure, who answers for herself. */
  readonly other: Pairing
  readonly faure: Person
  /** Stops the clock at that moment. */
  readonly clock: (moment: string) => Promise<void>
  readonly tick: () => Promise<Readonly<Record<string, number>>>
  readonly passTo: (moment: string) => Promise<void>
  /** Mails sent since the last call, oldest first; to one person, or to all. */
  readonly newMail: (to?: Person) => Promise<readonly Letter[]>
  /** Calls the API as Nadia; a status above 399 does not throw. */
  readonly get: (path: string) => Promise<JsonResponse>
  readonly post: (path: string, body?: unknown) => Promise<JsonResponse>
  readonly patch: (path: string, body: unknown) => Promise<JsonResponse>
  /** Sends a form of the pages as Nadia. */
  readonly postForm: (path: string, fields: Readonly<Record<string, string>>) => Promise<Response>
  /** Asks for a sign-in link on the public page. */
  readonly askToSignIn: (person: Person) => Promise<void>
  /** Adds a mentor with the usual hours. */
  readonly mentor: (name: string) => Promise<Person>
  /** The pairing's latest session, from the API. */
  readonly session: () => Promise<SessionJson>
  /** Makes an offer for the pairing. */
  readonly offer: () => Promise<SessionJson>
  /** Starts that are free for the other pairing. */
  readonly freeForOther: () => Promise<readonly string[]>
  readonly today: () => Promise<readonly string[]>
}

export type JsonResponse = { readonly status: number; readonly body: unknown }
export type SessionJson = {
  readonly id: string
  readonly status: string
  readonly start: string | null
  readonly end: string | null
  readonly sequence: number
  readonly bumps: number
  readonly invites: readonly {
    readonly personId: string
    readonly partstat: string
    readonly answeredBy: string | null
    readonly answeredVia: string | null
  }[]
  readonly options: readonly { readonly id: string; readonly start: string; readonly end: string }[]
  readonly heldUntil: string | null
  readonly proposals: readonly {
    readonly id: string
    readonly start: string
    readonly end: string
    readonly refusal: string | null
  }[]
}

/** Northwind in an empty database, used through the Worker's own doors, with the clock stopped on Monday at nine. */
export async function aJourney(policy: Partial<Policy> = {}): Promise<Journey> {
  await freshDatabase()
  await clock(MONDAY)
  const now = () => at(MONDAY)
  const platform = platformOf(env, { now, send: capturingMailer(mailboxOf(env), '', now) })
  const nadia = await aManager(platform, 'Nadia Haddad')
  const programme = await aProgramme(platform, nadia, 'Northwind', policy)
  const here = { platform, programme, manager: nadia }
  const tom = await aMentor(here, 'Tom Leroy')
  const odile = await aPersonIn(here, 'assistant', { name: 'Odile Marchand' })
  const bernard = await aPersonIn(here, 'executive', { name: 'Claude Bernard', assistantIds: [odile.id] })
  const pairing = await aPairing(here, tom, bernard)
  const faure = await aPersonIn(here, 'executive', { name: 'Helene Faure' })
  const other = await aPairing(here, tom, faure)
  const mark = { last: 0 }

  async function ask(
    path: string,
    init: RequestInit<IncomingRequestCfProperties> = {},
  ): Promise<JsonResponse> {
    // Signs in each time: the last sign-in may have expired.
    const headers = { Cookie: await signedIn(nadia), Origin: env.ORIGIN, 'Content-Type': 'application/json' }
    const answer = await visit(`/api/v1${path}`, { ...init, headers })
    return { status: answer.status, body: await answer.json() }
  }
  const get = (path: string) => ask(path)
  const post = (path: string, body: unknown = {}) => ask(path, { method: 'POST', body: JSON.stringify(body) })
  const patch = (path: string, body: unknown) => ask(path, { method: 'PATCH', body: JSON.stringify(body) })
  const session = async () => {
    const { results } = await env.DB.prepare(
      'SELECT id FROM sessions WHERE pairing_id = ? ORDER BY created_at DESC, rowid DESC LIMIT 1',
    )
      .bind(pairing.id)
      .all<{ id: string }>()
    const { body } = await get(`/sessions/${results[0]?.id}`)
    return sessionIn(body)
  }
  return {
    ...{ programmeId: programme.id, nadia, tom, bernard, odile, pairing, faure, other },
    ...{ clock, tick, get, post, patch, session },
    mentor: (name) => aMentor(here, name),
    postForm: async (path, fields) =>
      visit(path, {
        method: 'POST',
        redirect: 'manual',
        headers: { Cookie: await signedIn(nadia), Origin: env.ORIGIN },
        body: new URLSearchParams(fields),
      }),
    askToSignIn: async ({ email }) => {
      await visit('/sign-in', {
        method: 'POST',
        headers: { Origin: env.ORIGIN },
        body: new URLSearchParams({ email }),
      })
    },
    passTo: async (moment) => {
      await clock(moment)
      await tick()
    },
    newMail: async (to) => {
      const letters = await lettersAfter(mark.last)
      mark.last = letters.at(-1)?.id ?? mark.last
      return to ? letters.filter((letter) => letter.to === normalAddress(to.email)) : letters
    },
    offer: async () => {
      const { status } = await post('/offers', { pairingId: pairing.id })
      if (status !== 201) throw new Error(`no offer: ${status}`)
      return session()
    },
    freeForOther: async () => {
      const { body } = await get(`/pairings/${other.id}/slots?limit=2000`)
      const { slots }: { readonly slots: readonly { readonly start: string }[] } = JSON.parse(
        JSON.stringify(body),
      )
      return slots.map(({ start }) => start)
    },
    today: async () => {
      const { body } = await get(`/today?programme=${programme.id}`)
      return kindsIn(body)
    },
  }
}

async function clock(moment: string): Promise<void> {
  await posted('/dev/clock', { now: moment })
}

async function tick(): Promise<Readonly<Record<string, number>>> {
  const counts: Readonly<Record<string, number>> = await (await posted('/dev/tick')).json()
  return counts
}

async function posted(path: string, body: unknown = {}): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' }
  const answer = await visit(path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return answer
}

async function signedIn({ id }: Person): Promise<string> {
  const answer = await visit('/dev/sign-in', { method: 'POST', body: new URLSearchParams({ person: id }) })
  const cookie = answer.headers.get('Set-Cookie')?.split(';')[0]
  if (!cookie) throw new Error(`not signed in: ${answer.status}`)
  return cookie
}

function sessionIn(body: unknown): SessionJson {
  const session: SessionJson = JSON.parse(JSON.stringify(body))
  return session
}

function kindsIn(body: unknown): readonly string[] {
  const { items }: { readonly items: readonly { readonly kind: string }[] } = JSON.parse(JSON.stringify(body))
  return items.map(({ kind }) => kind)
}

/** `2027-03-22T09:00:00Z`, some minutes later. */
export function later(moment: string | null, minutes: number): string {
  return iso(at(new Date(Date.parse(moment ?? '') + minutes * 60_000).toISOString()))
}
