import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'

import { makeApp } from '../../../worker/app.ts'
import { receive } from '../../../worker/delivery/in/receive.ts'
import type { PersonId, ProgrammeId } from '../../../worker/domain/ids.ts'
import type { Mail } from '../../../worker/domain/letter/mail-port.ts'
import type { Person, Role } from '../../../worker/domain/people/person.ts'
import { after, HOUR } from '../../../worker/domain/time/time.ts'
import { doors } from '../../../worker/doors.ts'
import { decodedMail } from '../../../worker/http/dev/readable.ts'
import { runAll } from '../../../worker/jobs/jobs.ts'
import type { Platform } from '../../../worker/platform.ts'
import { findOpenSession } from '../../../worker/storage/session/session.ts'
import { cookieOf } from '../client.ts'
import type { Cast, Pair } from './cast.ts'
import type { Reading, Standing, Way } from './cells.ts'
import type { Sink, Text, Watch } from './sinks.ts'

/** `form`, `json` and `csv` are bodies. */
export type Asking = {
  readonly method?: string
  readonly form?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly csv?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Who reads what a link opens, and as what. */
  readonly reading?: Reading
  readonly platform?: Platform
}
export type Shown = { readonly status: number; readonly body: string; readonly location: string | null }

/** A link from a mail, and to whom it went. */
export type Held = { readonly purpose: string; readonly url: string; readonly reader: Person }
/** An event that was mailed: the raw mail, and to whom. */
export type Invited = { readonly mail: Mail; readonly reader: Person }

/** A key that reads, and whose. */
export type Keyed = { readonly manager: Person; readonly key: string }

/** A life that is lived by its doors, and all that comes out of them. */
export class Life {
  readonly cast: Cast
  readonly watch: Watch
  readonly random: () => number
  readonly pairs: Pair[]
  readonly links: Held[] = []
  readonly events: Invited[] = []
  /** Pairings that met. */
  readonly met = new Set<string>()
  /** Keys of the API, with what they name. */
  readonly keys: Keyed[] = []
  /** Who has left: an old cookie is all that they have. */
  readonly gone = new Set<string>()
  /** Owners of canaries who were erased. */
  readonly erased: string[] = []
  /** Texts of the database that were read. */
  stored = 0
  /** Answered with each status how often. */
  readonly statuses = new Map<number, number>()
  readonly #lines: string[]
  readonly #cookies = new Map<string, { readonly cookie: string; readonly until: number }>()
  readonly #read = { mails: 0, requests: 0 }
  #standing: Standing | null = null

  constructor(cast: Cast, watch: Watch, lines: string[], random: () => number) {
    this.cast = cast
    this.watch = watch
    this.random = random
    this.pairs = [...cast.pairs]
    this.#lines = lines
  }

  get platform(): Platform {
    return this.cast.platform
  }

  among<Value>(values: readonly Value[]): Value {
    const value = values[Math.floor(this.random() * values.length)]
    if (value === undefined) throw new Error('nothing to choose from')
    return value
  }

  person(name: string): Person {
    const person = this.cast.people.get(name)
    if (!person) throw new Error(`nobody is called ${name}`)
    return person
  }

  openSession({ pairing }: Pair) {
    return findOpenSession(this.platform.db, pairing.id)
  }

  /** A request of somebody who is signed in, or of whoever holds a link; its answer is read at once. */
  async ask(by: Person | null, path: string, asking: Asking = {}): Promise<Shown> {
    const platform = asking.platform ?? this.platform
    const worker = doors(
      makeApp(() => platform),
      () => platform,
    )
    const context = createExecutionContext()
    const response = await worker.fetch(await this.#request(by, path, asking), env, context)
    const body = await response.text()
    await waitOnExecutionContext(context)
    this.statuses.set(response.status, (this.statuses.get(response.status) ?? 0) + 1)
    await this.#readAnswer(by, path, asking, response, body)
    return { status: response.status, body, location: response.headers.get('Location') }
  }

  async #request(by: Person | null, path: string, { method, form, json, csv, headers }: Asking) {
    const body = form
      ? new URLSearchParams(form)
      : (csv ?? (json === undefined ? null : JSON.stringify(json)))
    const all = new Headers({ Origin: env.ORIGIN })
    if (by) all.set('Cookie', await this.cookie(by))
    if (json !== undefined) all.set('Content-Type', 'application/json')
    if (csv !== undefined) all.set('Content-Type', 'text/csv')
    for (const [name, value] of Object.entries(headers ?? {})) all.set(name, value)
    return new Request<unknown, IncomingRequestCfProperties>(new URL(path, env.ORIGIN), {
      ...{ redirect: 'manual', headers: all, method: method ?? (body === null ? 'GET' : 'POST') },
      ...(body !== null && { body }),
    })
  }

  /** A sign-in is used for some hours. Empty: nobody lets them in any more. */
  async cookie(by: Person): Promise<string> {
    const now = this.platform.now()
    const kept = this.#cookies.get(by.id)
    if (kept && (kept.until > now || this.gone.has(by.id))) return kept.cookie
    if (this.gone.has(by.id)) return ''
    const cookie = await cookieOf(this.platform, by)
    this.#cookies.set(by.id, { cookie, until: after(now, 10 * HOUR) })
    return cookie
  }

  async #readAnswer(by: Person | null, path: string, asking: Asking, response: Response, body: string) {
    const reading = asking.reading ?? { readerId: by?.id ?? null, way: by ? 'page' : ('nobody' as const) }
    const where = `${asking.method ?? (asking.form || asking.json || asking.csv ? 'POST' : 'GET')} ${path}`
    await this.read({ ...reading, sink: sinkOf(path, response.status, asking), where, text: body })
    const open = { readerId: null, way: 'nobody', where } as const
    for (const [name, value] of response.headers) {
      const sink: Sink = name === 'location' ? 'redirect' : name === 'set-cookie' ? 'cookie' : 'header'
      await this.read({ ...open, sink, text: value })
    }
  }

  async read(text: Text): Promise<void> {
    this.#standing ??= await standingNow(this.platform)
    this.watch.read(text, this.#standing)
  }

  /** All that left since: mails, requests, lines of the log. */
  async collect(): Promise<void> {
    this.#standing = null
    const { mails, requests } = this.cast.outside
    for (const mail of mails.slice(this.#read.mails)) await this.#readMail(mail)
    this.#read.mails = mails.length
    for (const { url, init } of requests.slice(this.#read.requests)) {
      const text = `${url}\n${JSON.stringify(init.headers ?? {})}`
      await this.read({ ...UNREAD, sink: 'request to outside', where: url, text })
      // Whoever has the address reads it: nobody of the programme has to be among them.
      if (typeof init.body === 'string')
        await this.read({ ...UNREAD, sink: 'webhook', where: url, text: init.body })
    }
    this.#read.requests = requests.length
    for (const line of this.#lines.splice(0))
      await this.read({ ...UNREAD, sink: 'log', where: 'log', text: line })
  }

  async #readMail(mail: Mail): Promise<void> {
    const reader = [...this.cast.people.values()].find(({ email }) => email === mail.to) ?? null
    const { text, calendar } = await decodedMail(mail.raw)
    const [way, sink]: [Way, Sink] = calendar === null ? ['mail', 'mail'] : ['calendar', 'mailed event']
    const where = `“${mail.subject}” to ${mail.to}`
    await this.read({ readerId: reader?.id ?? null, way, sink, where, text: `${mail.subject}\n${mail.raw}` })
    if (!reader) return
    if (calendar !== null) this.events.push({ mail, reader })
    for (const [url] of text.matchAll(/https:\/\/[^\s<>]+\?[^\s<>]*k=[\w-]+/g))
      this.links.push({ purpose: new URL(url).pathname, url, reader })
  }

  /** The clock goes on, and what is due happens. */
  async pass(milliseconds: number): Promise<void> {
    const { outside } = this.cast
    outside.now = after(outside.now, milliseconds)
    await this.tick()
  }

  async tick(): Promise<void> {
    const { failed } = await runAll(this.platform)
    if (failed.length > 0) throw new Error(`jobs failed: ${failed.join(', ')}`)
    await this.collect()
  }

  /** A mail to the secret address of somebody. */
  async arrives(to: Person, raw: string): Promise<void> {
    const octets = new TextEncoder().encode(raw)
    await receive(this.platform, { to: to.replyAddress, raw: octets, receiver: 'mx.example' })
  }

  /** The newest link of that kind, of that reader if any is named. */
  link(purpose: string, reader: Person | null = null): Held | null {
    return (
      this.links.findLast((each) => each.purpose === purpose && (!reader || each.reader.id === reader.id)) ??
      null
    )
  }

  /** Opens what a link opens, or presses its button. */
  follow({ url, purpose, reader }: Held, form?: Readonly<Record<string, string>>, path = purpose) {
    const { searchParams } = new URL(url)
    const reading = { readerId: reader.id, way: OF_EVENTS.has(purpose) ? 'calendar' : 'page' } as const
    const k = searchParams.get('k') ?? ''
    return form
      ? this.ask(null, path, { form: { k, ...form }, reading })
      : this.ask(null, `${path}?k=${k}`, { reading })
  }
}

const UNREAD = { readerId: null, way: 'nobody' } as const
/** A link in an event is read by whoever reads the calendar. */
const OF_EVENTS: ReadonlySet<string> = new Set(['/invite', '/confirm'])

function sinkOf(path: string, status: number, { reading, platform }: Asking): Sink {
  if (status >= 400 || platform) return 'error'
  if (path.startsWith('/calendar.ics')) return 'feed'
  if (path.startsWith('/invite/calendar')) return 'event file'
  if (/\/search\b/.test(path)) return 'search'
  if (/\/export\b/.test(path)) return 'export'
  if (/\/record\/file\b/.test(path)) return 'record file'
  if (/\/(as-they-see-it|source)\b/.test(path)) return 'preview'
  if (/\/report\b/.test(path)) return 'report'
  if (/[?&]kept=/.test(path)) return 'kept form'
  if (path.startsWith('/api/')) return 'api'
  if (path === '/mcp') return 'agent'
  if (/^\/(health|assets|sign-in|sign-out)\b/.test(path)) return 'public page'
  return reading ? 'linked page' : 'page'
}

async function standingNow({ db }: Platform): Promise<Standing> {
  const [members, left, assistants, sessions, invited, nameless] = await Promise.all([
    db.all<{ id: PersonId; programmeId: ProgrammeId; role: Role }>(
      sql`SELECT person_id AS id, programme_id AS programmeId, role FROM memberships`,
    ),
    db.all<{ id: PersonId; programmeId: ProgrammeId }>(
      sql`SELECT person_id AS id, programme_id AS programmeId FROM members WHERE left_at IS NOT NULL`,
    ),
    db.all<{ id: PersonId; programmeId: ProgrammeId; executiveId: PersonId }>(
      sql`SELECT assistant_id AS id, programme_id AS programmeId, executive_id AS executiveId FROM assistants
        WHERE until_at IS NULL`,
    ),
    db.all<{ id: PersonId; pairingId: string; programmeId: ProgrammeId; executiveId: PersonId }>(
      sql`SELECT sessions.mentor_id AS id, pairings.id AS pairingId, pairings.programme_id AS programmeId,
        pairings.executive_id AS executiveId FROM sessions JOIN pairings ON pairings.id = sessions.pairing_id`,
    ),
    db.all<{ id: PersonId; pairingId: string }>(
      sql`SELECT DISTINCT person_id AS id, pairing_id AS pairingId FROM invites
        JOIN sessions ON sessions.id = invites.session_id`,
    ),
    db.all<{ id: PersonId }>(
      sql`SELECT person_id AS id FROM members WHERE json_extract(rules, '$.mentorHidden') = 1`,
    ),
  ])
  return {
    members: grouped(members, ({ programmeId, role }) => ({ programmeId, role })),
    left: grouped(left, ({ programmeId }) => programmeId),
    answersFor: grouped(assistants, ({ programmeId, executiveId }) => ({ programmeId, executiveId })),
    sessionsOf: grouped(sessions, ({ id: _, ...session }) => session),
    invitedTo: grouped(invited, ({ pairingId }) => pairingId),
    nameless: new Set(nameless.map(({ id }) => id)),
  }
}

function grouped<Row extends { readonly id: PersonId }, Value>(
  rows: readonly Row[],
  valueOf: (row: Row) => Value,
): ReadonlyMap<PersonId, readonly Value[]> {
  const byId = Map.groupBy(rows, ({ id }) => id)
  return new Map(Array.from(byId, ([id, all]) => [id, all.map(valueOf)]))
}
