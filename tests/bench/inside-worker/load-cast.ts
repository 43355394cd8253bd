import { changePairing } from '../../../worker/actions/pairing/change.ts'
import { makePairing } from '../../../worker/actions/pairing/make.ts'
import { bookSession } from '../../../worker/actions/session/book.ts'
import { setAvailability } from '../../../worker/actions/slot/set-availability.ts'
import type { ByPerson } from '../../../worker/domain/decision.ts'
import type { PersonId, ProgrammeId } from '../../../worker/domain/ids.ts'
import { before, DAY, HOUR, instant } from '../../../worker/domain/time/time.ts'
import { hashOf, type Platform } from '../../../worker/platform.ts'
import { inOneBatch } from '../../../worker/storage/batch.ts'
import { putFeed } from '../../../worker/storage/feed/feed.ts'
import { hours } from '../../support/times.ts'
import { aManager, aMember, aProgramme, have, signInToken } from './cast.ts'

/** Each mentor is wanted by four executives, and each executive by two mentors: every time is contested on both sides. */
const MENTORS = 8
const EXECUTIVES = 16
/** Met two days ago; their logs are written and written again. */
const PAST = 8

/** A programme in which everybody is wanted by several, and what its people are signed in with. */
export async function makeLoadCast(platform: Platform) {
  const nadia = await aManager(platform)
  const by: ByPerson = { id: nadia.id, door: 'manager' }
  const { id: programmeId } = await aProgramme(platform, by)
  const odile = await aMember(platform, 'assistant', programmeId, by)
  const mentors: PersonId[] = []
  for (let index = 0; index < MENTORS; index += 1) mentors.push(await aMentor(platform, programmeId, by))
  const executives: PersonId[] = []
  for (let index = 0; index < EXECUTIVES; index += 1)
    executives.push((await aMember(platform, 'executive', programmeId, by, [odile.id])).id)

  const pairings: { id: string; mentor: number }[] = []
  for (const [index, executiveId] of executives.entries())
    for (const mentor of [index % MENTORS, (index + 1 + Math.floor(index / MENTORS)) % MENTORS])
      pairings.push({
        id: await paired(platform, { programmeId, mentorId: mentors[mentor], executiveId }, by),
        mentor,
      })
  const logged = []
  for (let index = 0; index < PAST; index += 1) {
    const people = { programmeId, mentorId: mentors[(index + 4) % MENTORS], executiveId: executives[index] }
    logged.push({
      id: await metTwoDaysAgo(platform, await paired(platform, people, by), by),
      mentor: (index + 4) % MENTORS,
    })
  }
  const tokens = []
  for (const mentor of mentors) tokens.push(await signInToken(platform, mentor))
  const feeds = []
  for (const person of [nadia.id, ...mentors]) feeds.push(await aFeed(platform, person))
  return { k: await signInToken(platform, nadia.id), tokens, feeds, pairings, logged }
}

type People = {
  readonly programmeId: ProgrammeId
  readonly mentorId: PersonId | undefined
  readonly executiveId: PersonId | undefined
}

async function aMentor(platform: Platform, programmeId: ProgrammeId, by: ByPerson): Promise<PersonId> {
  const { id } = await aMember(platform, 'mentor', programmeId, by)
  have(await setAvailability(platform, id, hours({ zone: 'Europe/Paris' }), by))
  return id
}

async function paired(platform: Platform, { programmeId, mentorId, executiveId }: People, by: ByPerson) {
  if (!mentorId || !executiveId) throw new Error('A pairing needs two people')
  const wish = { id: platform.newId('pai'), kind: 'mentoring', place: null } as const
  const pairing = have(await makePairing(platform, { ...wish, programmeId, mentorId, executiveId }, by))
  have(await changePairing(platform, pairing.id, { status: 'active' }, by))
  return pairing.id
}

/** Booked three days ago by the same rules: a day later it was over. */
async function metTwoDaysAgo(platform: Platform, pairingId: `pai_${string}`, by: ByPerson) {
  const then = { ...platform, now: () => before(platform.now(), 3 * DAY) }
  const start = instant(Math.floor((platform.now() - 2 * DAY) / HOUR) * HOUR)
  const wish = { id: platform.newId('ses'), pairingId, minutes: null, reason: 'He is in town.', start }
  return have(await bookSession(then, wish, by)).id
}

async function aFeed(platform: Platform, personId: PersonId): Promise<string> {
  const { db, newId, tokenOf, now } = platform
  const linkId = newId('lnk')
  const k = await tokenOf(linkId)
  const feed = { personId, linkId, tokenHash: await hashOf(k), madeAt: before(now(), HOUR) }
  have(await inOneBatch(db, [putFeed(db, feed)]))
  return k
}
