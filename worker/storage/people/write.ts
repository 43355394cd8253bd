import { eq, inArray } from 'drizzle-orm'

import { addresses, diaries, events, owners, people } from '../../../schema/index.ts'
import type { PersonStep } from '../../domain/decision.ts'
import { formsOfAddress } from '../../domain/people/address.ts'
import { addressesOf, type Person } from '../../domain/people/person.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { changedColumns } from '../changed-columns.ts'
import { retireUndelivered } from '../letter/outbox.ts'
import { clearSuppression } from '../letter/suppression.ts'
import { putAvailability } from '../slot/availability.ts'
import { touchDiary } from '../slot/diary.ts'
import { endAssistant, insertAssistant } from './assistant.ts'
import { leaveStatements } from './leave.ts'
import { deleteMembership, insertMembership, putMember } from './membership.ts'

/** The row with its addresses, the event of the step, and the changes that come with it. */
export function personStatements(
  db: Database,
  { before, after, event, hours, inProgramme, ownName, isOwner }: PersonStep,
): readonly Statement[] {
  const { id, version } = after
  const { at } = event
  return [
    ...(before ? updateRow(db, before, after, ownName) : insertRow(db, after, at)),
    ...(before ? endAddresses(db, before, after, event) : []),
    db.insert(events).values({ subject: id, version, ...event }),
    ...(isOwner ? [db.insert(owners).values({ personId: id, since: at })] : []),
    ...(hours ? [putAvailability(db, id, hours)] : []),
    ...(inProgramme ? memberStatements(db, after, inProgramme, at) : []),
  ]
}

/** The row under the person's own name, without a programme. */
function insertRow(db: Database, person: Person, now: Instant): readonly Statement[] {
  const { id, name, email, zone, locale, replyAddress } = person
  return [
    db.insert(people).values({ id, name, email, zone, locale, replyAddress, createdAt: now }),
    db.insert(diaries).values({ personId: id }),
    ...addressesOf(person).map((address) => db.insert(addresses).values({ address, personId: id })),
  ]
}

/** The fields that all programmes share. A corrected address frees the old one; the row stays the same. */
function updateRow(
  db: Database,
  before: Person,
  after: Person,
  ownName: string | undefined,
): readonly Statement[] {
  const { id } = after
  const addressesBefore = addressesOf(before)
  const addressesAfter = addressesOf(after)
  return [
    db
      .update(people)
      .set({
        ...changedColumns(sharedOf(before), sharedOf(after)),
        ...(ownName !== undefined && { name: ownName }),
      })
      .where(eq(people.id, id)),
    touchDiary(db, id),
    ...addressesBefore
      .filter((address) => !addressesAfter.includes(address))
      .map((address) => db.delete(addresses).where(inArray(addresses.address, [...formsOfAddress(address)]))),
    ...addressesAfter
      .filter((address) => !addressesBefore.includes(address))
      .map((address) => db.insert(addresses).values({ address, personId: id })),
  ]
}

/**
 * An address that is no longer the one to write to takes along that it got no mail. Letters that did not arrive at one
 * that is not the person's any more are nobody's work.
 */
export function endAddresses(
  db: Database,
  { id, ...before }: Person,
  after: Person,
  { at, actorId }: PersonStep['event'],
): readonly Statement[] {
  const { lost, left } = addressesGone(before, after)
  return [
    ...(actorId ? left.map((address) => clearSuppression(db, address, actorId, at)) : []),
    ...(lost.length > 0 ? [retireUndelivered(db, id, lost, at)] : []),
  ]
}

/** `lost`: those that are not the person's any more; `left`: also the one that is no longer written to. */
export function addressesGone(before: Pick<Person, 'email' | 'aliases'>, after: Person) {
  const lost = addressesOf(before).filter((address) => !addressesOf(after).includes(address))
  const left = before.email === after.email ? lost : [...new Set([before.email, ...lost])]
  return { lost, left }
}

function sharedOf({ email, zone, locale, version }: Person) {
  return { email, zone, locale, version }
}

/** What the programme says about the person, with roles and assistants. */
function memberStatements(
  db: Database,
  person: Person,
  {
    id: programmeId,
    roles = [],
    rolesEnded = [],
    hasEnded,
    assistants,
  }: NonNullable<PersonStep['inProgramme']>,
  at: Instant,
): readonly Statement[] {
  const personId = person.id
  return [
    ...roles.flatMap((role) => insertMembership(db, { programmeId, personId, role }, at)),
    ...rolesEnded.map((role) => deleteMembership(db, { programmeId, personId, role })),
    putMember(db, programmeId, person),
    ...(assistants?.ended ?? []).flatMap((id) => endAssistant(db, programmeId, personId, id, at)),
    ...(assistants?.begun ?? []).map((id) => insertAssistant(db, programmeId, personId, id, at)),
    ...(hasEnded ? leaveStatements(db, programmeId, personId, at) : []),
  ]
}
