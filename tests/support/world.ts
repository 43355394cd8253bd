import { env } from 'cloudflare:workers'

import { offerTimes } from '../../worker/actions/offer/make.ts'
import { changePairing } from '../../worker/actions/pairing/change.ts'
import { makePairing } from '../../worker/actions/pairing/make.ts'
import { addPerson } from '../../worker/actions/people/add.ts'
import { changePerson } from '../../worker/actions/people/change.ts'
import { makeProgramme } from '../../worker/actions/programme/make.ts'
import { bookSession } from '../../worker/actions/session/book.ts'
import { setAvailability } from '../../worker/actions/slot/set-availability.ts'
import type { ByPerson } from '../../worker/domain/decision.ts'
import type { NewId, ProgrammeId } from '../../worker/domain/ids.ts'
import type { Pairing, PairingKind, PairingStatus } from '../../worker/domain/pairing/pairing.ts'
import type { PersonWish } from '../../worker/domain/people/add.ts'
import { proposedShortName } from '../../worker/domain/people/name/short.ts'
import {
  type Availability,
  HEARS_ALL,
  type Newcomer,
  type Person,
  type Role,
} from '../../worker/domain/people/person.ts'
import type { Policy, Programme } from '../../worker/domain/programme/programme.ts'
import type { Result } from '../../worker/domain/result.ts'
import type { Session } from '../../worker/domain/session/session.ts'
import type { Instant } from '../../worker/domain/time/time.ts'
import { type Mail, type Platform, platformOf } from '../../worker/platform.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { type Client, signedIn, stranger } from './client.ts'
import { freshDatabase } from './database.ts'
import { insertPerson } from './insert-rows.ts'
import { at, hours } from './times.ts'

export type World = {
  readonly platform: Platform
  /** All mails handed to the mail port, oldest first. */
  readonly mails: readonly Mail[]
  /** Stops the clock at that moment. */
  readonly now: (moment: string) => void
  readonly northwind: Programme
  /** Northwind's manager, and the owner of the installation. */
  readonly nadia: Person
  /** A mentor there, open on weekdays, nine to five in Paris. */
  readonly tom: Person
  /** An executive; Odile answers for him. */
  readonly bernard: Person
  readonly odile: Person
  /** Active pairing of Tom and Mr Bernard. */
  readonly pairing: Pairing
  readonly as: (person: Person | null) => Promise<Client>
}

/** Northwind in an empty database, on Monday 15 March 2027, nine in Paris; nothing is offered or booked yet. */
export async function aWorld(
  parts: { readonly policy?: Partial<Policy>; readonly newId?: NewId } = {},
): Promise<World> {
  await freshDatabase()
  const clock = { now: at('2027-03-15T08:00Z') }
  const mails: Mail[] = []
  const platform = { ...aPlatform(() => clock.now, mails), ...(parts.newId && { newId: parts.newId }) }
  const nadia = await aManager(platform, 'Nadia Haddad', { isOwner: true })
  const northwind = await aProgramme(platform, nadia, 'Northwind', parts.policy)
  const here: Setting = { platform, programme: northwind, manager: nadia }
  const tom = await aMentor(here, 'Tom Leroy')
  const odile = await aPersonIn(here, 'assistant', { name: 'Odile Martin' })
  const bernard = await aPersonIn(here, 'executive', { name: 'Claude Bernard', assistantIds: [odile.id] })
  const pairing = await aPairing(here, tom, bernard)
  return {
    ...{ platform, mails, northwind, nadia, tom, bernard, odile, pairing },
    now: (moment) => void (clock.now = at(moment)),
    as: (person) => (person ? signedIn(platform, person) : Promise.resolve(stranger(platform))),
  }
}

/** Where people are added: a programme and its manager. */
export type Setting = { readonly platform: Platform; readonly programme: Programme; readonly manager: Person }

export function settingOf({ platform, northwind, nadia }: World): Setting {
  return { platform, programme: northwind, manager: nadia }
}

/** The manager as the actor. */
export function asManager({ id }: Person): ByPerson {
  return { id, door: 'manager' }
}

/** Another programme of the installation, with a manager, a mentor, an executive and their pairing. */
export async function fabrikamBeside({ platform }: World, id: ProgrammeId = platform.newId('prg')) {
  const rita = await aManager(platform, 'Rita Novak')
  const fabrikam = await aProgramme(platform, rita, 'Fabrikam', {}, id)
  const here: Setting = { platform, programme: fabrikam, manager: rita }
  const ugo = await aMentor(here, 'Ugo Conti')
  const yara = await aPersonIn(here, 'executive', { name: 'Yara Okoye' })
  return { fabrikam, rita, ugo, yara, pairing: await aPairing(here, ugo, yara) }
}

export async function aManager(
  platform: Platform,
  name: string,
  { isOwner = false }: { readonly isOwner?: boolean } = {},
): Promise<Person> {
  const person: Person = {
    ...humanNamed(platform, name),
    ...HEARS_ALL,
    departure: null,
    replyAddress: `${platform.newId('req')}@reply.sotto.example`,
    version: 1,
  }
  have(await inOneBatch(platform.db, await insertPerson(platform, person, platform.now(), { isOwner })))
  return person
}

export async function aProgramme(
  platform: Platform,
  manager: Person,
  name: string,
  policy: Partial<Policy> = {},
  id: ProgrammeId = platform.newId('prg'),
): Promise<Programme> {
  const wish = {
    id,
    name: `${name} leadership`,
    shortName: name,
    policy,
    managerId: manager.id,
  }
  const programme = have(await makeProgramme(platform, wish, asManager(manager)))
  await managerHears(platform, programme, manager, { notify: 'none' })
  return programme
}

/** Where a test asks for nothing else, a manager gets no mails about Today. */
export async function managerHears(
  platform: Platform,
  { id: programmeId }: Pick<Programme, 'id'>,
  manager: Person,
  change: Partial<Pick<Person, 'notify' | 'awayUntil' | 'deputyId'>>,
): Promise<void> {
  have(await changePerson(platform, manager.id, change, asManager(manager), { programmeId }))
}

/** By default open on weekdays, nine to five in Paris. */
export async function aMentor(
  here: Setting,
  name: string,
  open: Partial<Availability> = {},
): Promise<Person> {
  const mentor = await aPersonIn(here, 'mentor', { name })
  have(
    await setAvailability(
      here.platform,
      mentor.id,
      hours({ zone: 'Europe/Paris', ...open }),
      asManager(here.manager),
    ),
  )
  return mentor
}

export async function aPersonIn(
  { platform, programme, manager }: Setting,
  role: Role,
  parts: Partial<PersonWish> & { readonly name: string },
): Promise<Person> {
  const wish: PersonWish = {
    ...humanNamed(platform, parts.name),
    programmeId: programme.id,
    roles: [role],
    assistantIds: [],
    ...parts,
  }
  return have(await addPerson(platform, wish, asManager(manager)))
}

export async function aPairing(
  { platform, programme, manager }: Setting,
  mentor: Person,
  executive: Person,
  status: PairingStatus = 'active',
  kind: PairingKind = 'mentoring',
): Promise<Pairing> {
  const people = { mentorId: mentor.id, executiveId: executive.id }
  const wish = { id: platform.newId('pai'), programmeId: programme.id, ...people, kind } as const
  const by = asManager(manager)
  const pairing = have(await makePairing(platform, { ...wish, place: null }, by))
  return have(await changePairing(platform, pairing.id, { status }, by))
}

/** An offer for a pairing, made by its manager. */
export async function anOffer({ platform, manager }: Setting, pairing: Pairing): Promise<Session> {
  const wish = { id: platform.newId('off'), pairingId: pairing.id, minutes: null, options: null }
  return have(await offerTimes(platform, wish, { id: manager.id, door: 'manager' }))
}

/** A session fixed at that moment; it carries a reason, so that only hard refusals apply. */
export async function aFixedSession(
  { platform, manager }: Setting,
  pairing: Pairing,
  start: string,
): Promise<Session> {
  const wish = {
    id: platform.newId('ses'),
    pairingId: pairing.id,
    start: at(start),
    minutes: null,
    reason: 'agreed',
  }
  return have(await bookSession(platform, wish, { id: manager.id, door: 'manager' }))
}

/** The value of a result; a refusal fails the test with its reason. */
export function have<Value>(result: Result<Value, { readonly reason: string }>): Value {
  if (!result.ok) throw new Error(`refused: ${result.refusal.reason}`)
  return result.value
}

function aPlatform(now: () => Instant, mails: Mail[]): Platform {
  return platformOf(env, {
    now,
    // Calendars and webhooks are elsewhere: who wants one to answer brings it along.
    fetch: () => Promise.reject(new Error('no network')),
    send: async (mail) => {
      mails.push(mail)
      return { ok: true, providerId: `kept-${mails.length}` }
    },
  })
}

/** A person in Paris, with an address made from the name. */
export function humanNamed(platform: Platform, name: string): Newcomer {
  return {
    id: platform.newId('per'),
    name,
    shortName: null,
    email: `${proposedShortName(name).replace('. ', '.').toLowerCase()}@people.example`,
    aliases: [],
    zone: 'Europe/Paris',
    locale: 'en',
    unit: null,
    reportsTo: null,
    blockers: [],
    rules: {},
  }
}
