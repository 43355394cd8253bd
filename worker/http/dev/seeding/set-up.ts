import type { CastHours, CastMember, CastProgramme } from '../../../../schema/seed/cast.ts'
import { makePairing } from '../../../actions/pairing/make.ts'
import { addPerson } from '../../../actions/people/add.ts'
import { changePerson } from '../../../actions/people/change.ts'
import { readGuide } from '../../../actions/people/read-guide.ts'
import { newReplyAddress } from '../../../actions/people/reply-address.ts'
import { makeProgramme } from '../../../actions/programme/make.ts'
import { setAvailability } from '../../../actions/slot/set-availability.ts'
import { type ByPerson, NO_CHANGE } from '../../../domain/decision.ts'
import { HEARS_ALL, type Person } from '../../../domain/people/person.ts'
import type { Result } from '../../../domain/result.ts'
import { personStep } from '../../../domain/step.ts'
import { after, before, DAY, HOUR, type Instant, MINUTE } from '../../../domain/time/time.ts'
import type { Platform } from '../../../platform.ts'
import { commit } from '../../../storage/commit.ts'
import { findPerson, isAnybodyHere } from '../../../storage/people/person.ts'
import { workingDay } from './working-days.ts'

/** The age of the programmes when the stories end. */
const AGE = 60 * DAY

/** Sets up a programme with people, hours and pairings, as its manager would. Idempotent. */
export async function setUp(
  at: (moment: Instant) => Platform,
  programme: CastProgramme,
  began: Instant,
): Promise<void> {
  const { id, name, shortName, policy, people, pairings } = programme
  const opened = before(began, AGE)
  const [manager, ...others] = people
  if (!manager) throw new Error(`${id} has no manager`)

  const by: ByPerson = { id: manager.id, door: 'manager' }
  await addFirst(at(opened), manager, programme)
  assertAccepted(await makeProgramme(at(opened), { id, name, shortName, policy, managerId: manager.id }, by))
  // The order of joining matters: the first assistant is asked, the first manager signs the letters.
  for (const [index, { hours, ...person }] of others.entries()) {
    const platform = at(after(opened, (index + 1) * MINUTE))
    assertAccepted(await addPerson(platform, { ...person, programmeId: id }, by))
    if (person.roles.includes('mentor')) await readGuide(platform, person.id)
    if (hours)
      assertAccepted(await setAvailability(platform, person.id, availabilityOf(hours, person, began), by))
  }
  await setManagersMails(at(after(opened, HOUR)), programme, 'none')
  for (const { story: _, ...pairing } of pairings)
    assertAccepted(await makePairing(at(after(opened, HOUR)), { ...pairing, programmeId: id }, by))
}

/** Which mails the managers get: none of the mornings that the stories tell of. */
export async function setManagersMails(
  platform: Platform,
  { id: programmeId, people }: CastProgramme,
  notify: Person['notify'],
): Promise<void> {
  for (const { id, roles } of people) {
    const person = roles.includes('manager') ? await findPerson(platform.db, id, programmeId) : null
    if (!person || person.notify === notify) continue
    const by: ByPerson = { id, door: 'manager' }
    assertAccepted(await changePerson(platform, id, { notify }, by, { programmeId }))
  }
}

/** The first manager comes before the programme, so nobody can add her to it. */
async function addFirst(platform: Platform, member: CastMember, { id }: CastProgramme): Promise<void> {
  const { db, now } = platform
  if (await findPerson(db, member.id)) return

  const { roles: _, assistantIds: _none, hours: _hours, ...person } = member
  const replyAddress = newReplyAddress(platform)
  const happening = { code: 'person-added', detail: { programme: id } } as const
  const by: ByPerson = { id: person.id, door: 'manager' }
  const step = personStep(
    null,
    { ...person, ...HEARS_ALL, departure: null, replyAddress, version: 0 },
    { ...happening, at: now(), by },
  )
  const isFirst = !(await isAnybodyHere(db))
  assertAccepted(
    await commit(platform, { ...NO_CHANGE, people: [{ ...step, ...(isFirst && { isOwner: true }) }] }),
  )
}

function availabilityOf({ weekly, away }: CastHours, { zone }: Pick<CastMember, 'zone'>, began: Instant) {
  return {
    zone,
    weekly,
    exceptions: away.map(({ on, from, to }) => ({ date: workingDay(began, on), from, to })),
  }
}

/**
 * A refusal is a mistake in the cast, so it throws. What an interrupted seed has made stands already: its requests are
 * forgotten after thirty days of the story, its ids are not.
 */
function assertAccepted<Value>(result: Result<Value, { readonly reason: string }>): void {
  if (!result.ok && !STANDS.has(result.refusal.reason))
    throw new Error(`the cast was refused: ${result.refusal.reason}`)
}

const STANDS: ReadonlySet<string> = new Set(['id-taken', 'already-paired'])
