import { env } from 'cloudflare:workers'

import { bookSession } from '../../worker/actions/session/book.ts'
import { receive, type Settled } from '../../worker/delivery/in/receive.ts'
import { deliverDue } from '../../worker/delivery/out/deliver.ts'
import { timersOfPerson } from '../../worker/domain/clock/timers-of.ts'
import type { Id, PersonId, Prefix } from '../../worker/domain/ids.ts'
import type { SendResult, Mail } from '../../worker/domain/letter/mail-port.ts'
import type { Person, Role } from '../../worker/domain/people/person.ts'
import { DEFAULT_POLICY, JUST_OPENED, type Policy } from '../../worker/domain/programme/programme.ts'
import type { Session } from '../../worker/domain/session/session.ts'
import type { Instant } from '../../worker/domain/time/time.ts'
import { type Fetch, type Platform, platformOf } from '../../worker/platform.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { keepTimers } from '../../worker/storage/clock/timers.ts'
import { insertAssistant } from '../../worker/storage/people/assistant.ts'
import { insertMembership, putMember } from '../../worker/storage/people/membership.ts'
import { findSession } from '../../worker/storage/session/session.ts'
import { putAvailability } from '../../worker/storage/slot/availability.ts'
import { freshDatabase } from './database.ts'
import { insertPairing, insertPerson, insertProgramme } from './insert-rows.ts'
import { aPerson } from './situations.ts'
import { at, hours } from './times.ts'

export const NADIA: PersonId = `per_nadia${'0'.repeat(22)}`
/** Nadia as the actor. */
export const AS_NADIA = { id: NADIA, door: 'manager' } as const
export const TOM: PersonId = `per_tom${'0'.repeat(22)}`
export const UMA: PersonId = `per_uma${'0'.repeat(22)}`
export const CLAUDE: PersonId = `per_claude${'0'.repeat(22)}`
export const ODILE: PersonId = `per_odile${'0'.repeat(22)}`

type World = {
  readonly platform: Platform
  /** All mails handed to the mail port, oldest first. */
  readonly sent: readonly Mail[]
  readonly setNow: (now: string) => void
  /** The mail port's result from now on; null succeeds. */
  readonly setMail: (handed: Extract<SendResult, { ok: false }> | null) => void
  readonly deliver: () => ReturnType<typeof deliverDue>
  /** Delivers a mail to a person's secret address. */
  readonly arrives: (to: PersonId, raw: string) => Promise<Settled>
  /** A session of Tom and Claude, fixed by Nadia. */
  readonly fixed: (start: string) => Promise<Session>
  readonly session: (id: Session['id']) => Promise<Session>
}

type Parts = {
  readonly policy?: Partial<Policy>
  readonly people?: Readonly<Record<string, Partial<Person>>>
  readonly fetch?: Fetch
}

/** Northwind, where Tom and Claude are invited to Monday 22 March at ten; the invites have not left. */
export async function invited(parts: Parts = {}) {
  const world = await northwind(parts)
  return { world, session: await world.fixed('2027-03-22T10:00Z') }
}

/** Nadia's programme: Tom mentors Claude, Odile answers for Claude, Uma is a second mentor; Monday 15 March 2027, 8:00Z. */
export async function northwind({
  policy = {},
  people = {},
  fetch = () => Promise.reject(new Error('no network')),
}: Parts = {}): Promise<World> {
  await freshDatabase()
  let now: Instant = at('2027-03-15T08:00Z')
  let failure: Extract<SendResult, { ok: false }> | null = null
  const sent: Mail[] = []
  const platform = platformOf(env, {
    now: () => now,
    fetch,
    send: (mail) => {
      if (failure) return Promise.resolve(failure)
      sent.push(mail)
      return Promise.resolve({ ok: true, providerId: `sent-${sent.length}` })
    },
  })
  await furnish(platform, { ...DEFAULT_POLICY, ...policy }, people)
  const session = async (id: Session['id']) => {
    const found = await findSession(platform.db, id)
    if (!found) throw new Error('no such session')
    return found
  }
  return {
    platform,
    sent,
    setNow: (text) => void (now = at(text)),
    setMail: (handed) => void (failure = handed),
    deliver: () => deliverDue(platform),
    arrives: (to, raw) =>
      receive(platform, {
        to: addressOf(to),
        raw: new TextEncoder().encode(raw.replaceAll('\n', '\r\n')),
        receiver: 'mx.example',
      }),
    session,
    fixed: async (start) => {
      const wish = {
        id: idOf('ses', start),
        pairingId: idOf('pai'),
        start: at(start),
        minutes: null,
        reason: null,
      }
      const booked = await bookSession(platform, wish, AS_NADIA)
      if (!booked.ok) throw new Error(booked.refusal.reason)
      return booked.value
    },
  }
}

/** The name in an id of this cast. */
function nameIn(id: PersonId): string {
  return id.slice('per_'.length).replace(/0+$/, '')
}

export function addressOf(id: PersonId): string {
  return `sotto-${nameIn(id)}@reply.sotto.example`
}

function idOf<P extends Prefix>(prefix: P, of = ''): Id<P> {
  return `${prefix}_${of.replaceAll(/\W/g, '')}${'0'.repeat(22)}`
}

async function furnish(
  platform: Platform,
  policy: Policy,
  people: Readonly<Record<string, Partial<Person>>>,
) {
  const { db } = platform
  const now = platform.now()
  const programmeId = 'prg_northwind' as const
  const cast = [
    [NADIA, 'manager', 'Nadia Haddad'],
    [TOM, 'mentor', 'Tom Leroy'],
    [UMA, 'mentor', 'Uma Rao'],
    [CLAUDE, 'executive', 'Claude Bernard'],
    [ODILE, 'assistant', 'Odile Marchand'],
  ] as const satisfies readonly (readonly [PersonId, Role, string])[]
  const furnished = await Promise.all(
    cast.map(async ([id, role, name]) => {
      const email = `${nameIn(id)}@northwind.example`
      const person = aPerson(id, { name, email, replyAddress: addressOf(id), ...people[id] })
      return [
        ...(await insertPerson(platform, person, now)),
        ...insertMembership(db, { programmeId, personId: id, role }, now),
        putMember(db, programmeId, person),
      ]
    }),
  )
  const done = await inOneBatch(db, [
    ...insertProgramme(
      db,
      {
        ...JUST_OPENED,
        id: programmeId,
        name: 'Northwind leadership',
        shortName: 'Northwind',
        policy,
        version: 1,
      },
      now,
    ),
    ...keepTimers(db, [
      timersOfPerson({
        person: { id: ODILE },
        assistsFrom: now,
        feed: null,
        managesSince: null,
        leavesAt: null,
        erasesAt: null,
      }),
    ]),
    ...furnished.flat(),
    insertAssistant(db, programmeId, CLAUDE, ODILE, now),
    ...[TOM, UMA].map((id) => putAvailability(db, id, hours())),
    ...insertPairing(
      db,
      {
        id: idOf('pai'),
        programmeId,
        mentorId: TOM,
        executiveId: CLAUDE,
        kind: 'mentoring',
        status: 'active',
        aim: null,
        trackId: null,
        track: null,
        place: null,
        version: 1,
      },
      now,
    ),
  ])
  if (!done.ok) throw new Error(done.refusal.reason)
}
