import { env } from 'cloudflare:workers'

import { changePairing } from '../../../worker/actions/pairing/change.ts'
import { makePairing } from '../../../worker/actions/pairing/make.ts'
import { addPerson } from '../../../worker/actions/people/add.ts'
import { changePerson } from '../../../worker/actions/people/change.ts'
import { changeProgramme } from '../../../worker/actions/programme/change.ts'
import { makeProgramme } from '../../../worker/actions/programme/make.ts'
import { setAvailability } from '../../../worker/actions/slot/set-availability.ts'
import { idFrom } from '../../../worker/domain/ids.ts'
import type { Pairing, PairingKind } from '../../../worker/domain/pairing/pairing.ts'
import {
  HEARS_ALL,
  type Newcomer,
  type Person,
  type PersonRules,
  type Role,
} from '../../../worker/domain/people/person.ts'
import type { Programme } from '../../../worker/domain/programme/programme.ts'
import type { Instant } from '../../../worker/domain/time/time.ts'
import { type Fetch, type Mail, type Platform, platformOf } from '../../../worker/platform.ts'
import { inOneBatch } from '../../../worker/storage/batch.ts'
import { freshDatabase } from '../database.ts'
import { insertPerson } from '../insert-rows.ts'
import { at, hours } from '../times.ts'
import { asManager, have } from '../world.ts'
import { canary } from './canary.ts'
import type { Owner } from './cells.ts'

/** Somebody in one programme. In another the same person has another name, and is another owner of canaries. */
export type Player = { readonly owner: string; readonly person: Person }
export type House = { readonly owner: string; readonly programme: Programme; readonly manager: Person }
export type Pair = {
  readonly owner: string
  readonly house: House
  readonly pairing: Pairing
  readonly mentor: Person
  readonly executive: Player
  /** Who answers for him, if anybody. */
  readonly assistant: Person | null
}

/** What was sent, fetched and stopped, and the clock. */
export type Outside = {
  now: Instant
  readonly mails: Mail[]
  readonly requests: { readonly url: string; readonly init: RequestInit }[]
}

export type Cast = {
  readonly platform: Platform
  readonly outside: Outside
  readonly houses: readonly [House, House]
  readonly pairs: readonly Pair[]
  /** All who may sign in. */
  readonly people: ReadonlyMap<string, Person>
  readonly owners: Map<string, Owner>
  /** Who takes the first pairing over, and who stands in. */
  readonly heir: Person
  readonly standIn: Person
}

/**
 * Two programmes. In the first three executives: Bernard is nameless, Odile answers for him and for Claire, Yves is in both.
 * Tom is replaced by Vera, Selma stands in, Ugo is an executive in the second, where Rosa is his mentor and Yves’s.
 * Wanda has no mentor yet. Oskar owns the installation and manages nothing; Sven is a sponsor.
 */
export async function aCast(random: () => number): Promise<Cast> {
  await freshDatabase()
  const outside: Outside = { now: at('2027-03-15T08:00Z'), mails: [], requests: [] }
  const platform = aPlatform(outside, random)
  const owners = new Map<string, Owner>()
  const people = new Map<string, Person>()
  const oskar = await aHost(platform, 'oskar', people, true)
  owners.set('oskar', { ...OF_NO_PAIR, programmeId: 'prg_', personId: oskar.id })
  const first = await aHouse(platform, 'north', await aHost(platform, 'nadia', people), owners)
  const second = await aHouse(platform, 'south', await aHost(platform, 'rita', people), owners)
  await aColleague(platform, first, 'frank', people, owners)

  const join = joining(platform, owners, people)
  const odile = await join(first, 'odile', 'assistant')
  const paul = await join(first, 'paul', 'assistant')
  const tom = await join(first, 'tom', 'mentor')
  const uma = await join(first, 'uma', 'mentor')
  const selma = await join(first, 'selma', 'mentor')
  const vera = await join(first, 'vera', 'mentor')
  const ugo = await join(first, 'ugo', 'mentor')
  const bernard = await join(first, 'bernard', 'executive', { rules: { mentorHidden: true }, by: odile })
  const claire = await join(first, 'claire', 'executive', { rules: { inWriting: true }, by: odile })
  const yves = await join(first, 'yves', 'executive', { by: paul })
  await join(first, 'sven', 'sponsor')
  await join(first, 'wanda', 'executive')
  const rosa = await join(second, 'rosa', 'mentor')
  const ugoThere = await join(second, 'ugosouth', 'executive', { known: ugo.person })
  const yvesThere = await join(second, 'yvessouth', 'executive', { known: yves.person })

  const pair = pairingUp(platform, owners)
  const pairs = [
    await pair(first, tom, bernard, odile, 'workshop'),
    await pair(first, uma, claire, odile),
    await pair(first, ugo, yves, paul),
    await pair(second, rosa, ugoThere, null),
    await pair(second, rosa, yvesThere, null),
  ]
  return {
    ...{ platform, outside, houses: [first, second], pairs, people, owners },
    ...{ heir: vera.person, standIn: selma.person },
  }
}

/** A mentor's own calendar, as it is published. */
function fetchingFor(requests: Outside['requests'], now: () => Instant): Fetch {
  return (url, init) => {
    requests.push({ url, init })
    const day = new Date(now() + 3 * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
    const lines = [
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//x//EN', 'BEGIN:VEVENT', 'UID:1@x.example'],
      ...[`DTSTAMP:${day}T000000Z`, `DTSTART:${day}T120000Z`, `DTEND:${day}T123000Z`],
      ...[`SUMMARY:${canary('tom', 'diary')}`, `LOCATION:${canary('tom', 'diary')}`],
      ...['END:VEVENT', 'END:VCALENDAR', ''],
    ]
    return Promise.resolve(
      new Response(lines.join('\r\n'), { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } }),
    )
  }
}

/** Its ids are as repeatable as all else. */
function aPlatform(outside: Outside, next: () => number): Platform {
  const random = (count: number) => Uint8Array.from({ length: count }, () => Math.floor(next() * 256))
  const platform = platformOf(env, {
    now: () => outside.now,
    fetch: fetchingFor(outside.requests, () => outside.now),
    send: (mail) => {
      outside.mails.push(mail)
      return Promise.resolve({ ok: true, providerId: `kept-${outside.mails.length}` })
    },
  })
  return { ...platform, random, newId: (prefix) => idFrom(prefix, random(26)) }
}

type People = Map<string, Person>

/** A manager, or an owner. */
async function aHost(platform: Platform, owner: string, people: People, isOwner = false): Promise<Person> {
  const person: Person = {
    ...newcomer(platform, owner, { name: 'host', address: 'hostmail' }),
    ...HEARS_ALL,
    departure: null,
    replyAddress: `${platform.newId('req')}@reply.sotto.example`,
    version: 1,
  }
  have(await inOneBatch(platform.db, await insertPerson(platform, person, platform.now(), { isOwner })))
  people.set(owner, person)
  return person
}

/** Who reads French: of each kind somebody. */
const FRENCH: ReadonlySet<string> = new Set(['claire', 'odile', 'uma', 'rosa', 'rita', 'yves'])

function newcomer(platform: Platform, owner: string, { name = 'name', address = 'address' } = {}): Newcomer {
  return {
    id: platform.newId('per'),
    name: `Claude ${canary(owner, name)}`,
    shortName: null,
    email: `${canary(owner, address).toLowerCase()}@people.example`,
    ...{
      aliases: [],
      zone: 'Europe/Paris',
      locale: FRENCH.has(owner) ? 'fr' : 'en',
      reportsTo: null,
      blockers: [],
      rules: {},
    },
    unit: canary(owner, 'unit'),
  }
}

async function aHouse(
  platform: Platform,
  owner: string,
  manager: Person,
  owners: Map<string, Owner>,
): Promise<House> {
  const by = asManager(manager)
  const name = canary(owner, 'programme')
  const id = platform.newId('prg')
  const wish = { id, name, shortName: name, policy: {}, managerId: manager.id }
  const made = have(await makeProgramme(platform, wish, by))
  const blackouts = [{ from: '2027-05-01', to: '2027-05-02', reason: canary(owner, 'blackout') }]
  const programme = have(
    await changeProgramme(platform, made.id, { policy: { blackouts, privateNotes: true } }, by),
  )
  const ofHouse = { ...OF_NO_PAIR, programmeId: id }
  owners.set(owner, { ...ofHouse, personId: null })
  owners.set(/zq7([a-wyz]+)x/i.exec(manager.name)?.[1] ?? '', { ...ofHouse, personId: manager.id })
  return { owner, programme, manager }
}

/** A second manager of the house. */
async function aColleague(
  platform: Platform,
  { programme, manager }: House,
  owner: string,
  people: People,
  owners: Map<string, Owner>,
) {
  const wish = {
    ...newcomer(platform, owner, { name: 'host', address: 'hostmail' }),
    ...{ programmeId: programme.id, roles: ['manager'] as const, assistantIds: [] },
  }
  const person = have(await addPerson(platform, wish, asManager(manager)))
  people.set(owner, person)
  owners.set(owner, { ...OF_NO_PAIR, programmeId: programme.id, personId: person.id })
}

const OF_NO_PAIR = { executiveIds: [], mentorIds: [], pairingIds: [] } as const

type Joining = { readonly rules?: PersonRules; readonly by?: Player; readonly known?: Person }

function joining(platform: Platform, owners: Map<string, Owner>, people: People) {
  return async (
    { programme, manager }: House,
    owner: string,
    role: Role,
    { rules = {}, by, known }: Joining = {},
  ): Promise<Player> => {
    const wish = {
      ...newcomer(platform, owner, role === 'assistant' ? { name: 'helper' } : {}),
      ...(known && { email: known.email }),
      ...{ programmeId: programme.id, roles: [role], assistantIds: by ? [by.person.id] : [] },
      rules: { ...rules, ...(role === 'executive' && { topics: topicsOf(owner) }) },
    }
    const person = have(await addPerson(platform, wish, asManager(manager)))
    if (role === 'mentor')
      have(await setAvailability(platform, person.id, hours({ zone: 'Europe/Paris' }), asManager(manager)))
    if (!known) people.set(owner, person)
    else shareAddress(owners, known, programme.id)
    owners.set(owner, {
      ...{ programmeId: programme.id, personId: person.id, mentorIds: [], pairingIds: [] },
      executiveIds: role === 'executive' ? [person.id] : [],
    })
    return { owner, person }
  }
}

function shareAddress(owners: Map<string, Owner>, { id }: Person, programmeId: Programme['id']): void {
  for (const [key, owner] of owners)
    if (owner.personId === id) owners.set(key, { ...owner, alsoIn: [programmeId] })
}

function topicsOf(owner: string) {
  return { wished: [canary(owner, 'wished')], taught: [] }
}

function pairingUp(platform: Platform, owners: Map<string, Owner>) {
  return async (
    house: House,
    mentor: Player,
    executive: Player,
    assistant: Player | null,
    kind: PairingKind = 'mentoring',
  ): Promise<Pair> => {
    const by = asManager(house.manager)
    const owner = `${executive.owner}pair`
    const people = { mentorId: mentor.person.id, executiveId: executive.person.id }
    const place = { kind: 'room', room: canary(owner, 'room') } as const
    const wish = { id: platform.newId('pai'), programmeId: house.programme.id, ...people, kind, place }
    have(await makePairing(platform, wish, by))
    const aim = { status: 'active', aim: 'filters' } as const
    const pairing = have(await changePairing(platform, wish.id, aim, by))
    concern(owners, [owner, executive.owner, mentor.owner, ...(assistant ? [assistant.owner] : [])], {
      ...{ executiveIds: [people.executiveId], mentorIds: [people.mentorId], pairingIds: [wish.id] },
      ...{ programmeId: house.programme.id, personId: null },
    })
    have(
      await changePerson(platform, executive.person.id, { blockers: ['bottleneck'] }, by, {
        programmeId: house.programme.id,
      }),
    )
    const { person } = mentor
    return { owner, house, pairing, mentor: person, executive, assistant: assistant?.person ?? null }
  }
}

/** What they have to do with this pairing. Who has several pairings is known in each. */
export function concern(owners: Map<string, Owner>, keys: readonly string[], pairing: Partial<Owner>): void {
  for (const key of keys) {
    const before = owners.get(key)
    if (!before && !pairing.programmeId) continue
    owners.set(key, {
      ...before,
      programmeId: before?.programmeId ?? pairing.programmeId ?? 'prg_',
      personId: before?.personId ?? null,
      executiveIds: [...(before?.executiveIds ?? []), ...(pairing.executiveIds ?? [])],
      mentorIds: [...(before?.mentorIds ?? []), ...(pairing.mentorIds ?? [])],
      pairingIds: [...(before?.pairingIds ?? []), ...(pairing.pairingIds ?? [])],
    })
  }
}
