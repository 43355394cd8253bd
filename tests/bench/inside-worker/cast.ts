import { changePairing } from '../../../worker/actions/pairing/change.ts'
import { makePairing } from '../../../worker/actions/pairing/make.ts'
import { addPerson } from '../../../worker/actions/people/add.ts'
import { makeProgramme } from '../../../worker/actions/programme/make.ts'
import { setAvailability } from '../../../worker/actions/slot/set-availability.ts'
import type { ByPerson } from '../../../worker/domain/decision.ts'
import type { PersonId, ProgrammeId } from '../../../worker/domain/ids.ts'
import type { Pairing } from '../../../worker/domain/pairing/pairing.ts'
import { HEARS_ALL, type Role } from '../../../worker/domain/people/person.ts'
import type { Result } from '../../../worker/domain/result.ts'
import { after, HOUR } from '../../../worker/domain/time/time.ts'
import { hashOf, type Platform } from '../../../worker/platform.ts'
import { inOneBatch } from '../../../worker/storage/batch.ts'
import { insertSignIn } from '../../../worker/storage/sign-in/sign-in.ts'
import { insertPerson } from '../../support/insert-rows.ts'
import { hours } from '../../support/times.ts'

/** Mentors and executives paired one to one; returns the first pairing's people and a sign-in token. */
export async function makeCast(platform: Platform, mentors: number) {
  const nadia = await aManager(platform)
  const by: ByPerson = { id: nadia.id, door: 'manager' }
  const northwind = await aProgramme(platform, by)
  const odile = await aMember(platform, 'assistant', northwind.id, by)
  const pairings: Pairing[] = []
  for (let index = 0; index < mentors; index += 1) {
    const tom = await aMember(platform, 'mentor', northwind.id, by)
    have(await setAvailability(platform, tom.id, hours({ zone: 'Europe/Paris' }), by))
    const bernard = await aMember(platform, 'executive', northwind.id, by, [odile.id])
    const people = { programmeId: northwind.id, mentorId: tom.id, executiveId: bernard.id }
    const wish = { id: platform.newId('pai'), kind: 'mentoring', place: null } as const
    const pairing = have(await makePairing(platform, { ...wish, ...people }, by))
    have(await changePairing(platform, pairing.id, { status: 'active' }, by))
    pairings.push(pairing)
  }
  const [first] = pairings
  if (!first) throw new Error('A programme needs a mentor')
  const named = { pairing: first, northwind, nadia, odile }
  const cast = Object.fromEntries(Object.entries(named).map(([name, { id }]) => [name, { id }]))
  return {
    cast: { ...cast, tom: { id: first.mentorId }, bernard: { id: first.executiveId } },
    k: await signInToken(platform, nadia.id),
  }
}

let count = 0

function aHuman({ newId }: Platform) {
  count += 1
  return {
    id: newId('per'),
    name: `Person ${count}`,
    email: `person-${count}@people.example`,
    shortName: null,
    aliases: [],
    zone: 'Europe/Paris',
    locale: 'en',
    unit: null,
    reportsTo: null,
    blockers: [],
    rules: {},
  } as const
}

export async function aProgramme(platform: Platform, by: ByPerson) {
  const names = { name: 'Northwind leadership', shortName: 'Northwind' }
  const wish = { id: platform.newId('prg'), ...names, policy: {}, managerId: by.id }
  return have(await makeProgramme(platform, wish, by))
}

export async function aManager(platform: Platform) {
  const person = {
    ...aHuman(platform),
    ...HEARS_ALL,
    departure: null,
    replyAddress: `${platform.newId('req')}@reply.people.example`,
    version: 1,
  }
  have(await inOneBatch(platform.db, await insertPerson(platform, person, platform.now())))
  return person
}

export async function aMember(
  platform: Platform,
  role: Role,
  programmeId: ProgrammeId,
  by: ByPerson,
  assistantIds: readonly PersonId[] = [],
) {
  const wish = { ...aHuman(platform), programmeId, roles: [role], assistantIds }
  return have(await addPerson(platform, wish, by))
}

/** The token that somebody's sign-in mail would carry. */
export async function signInToken(platform: Platform, personId: PersonId): Promise<string> {
  const id = platform.newId('sgn')
  const k = await platform.tokenOf(id)
  const now = platform.now()
  const until = after(now, HOUR)
  const times = { askedAt: now, linkUntil: until, untilAt: until }
  have(
    await inOneBatch(platform.db, [
      insertSignIn(platform.db, { id, tokenHash: await hashOf(k), personId, ...times }),
    ]),
  )
  return k
}

export function have<Value>(result: Result<Value, { readonly reason: string }>): Value {
  if (!result.ok) throw new Error(`refused: ${result.refusal.reason}`)
  return result.value
}
