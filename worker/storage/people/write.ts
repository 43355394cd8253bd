import { eq, inArray } from 'drizzle-orm'

import { addresses, diaries, events, owners, people } from '../../../schema/index.ts'
import type { PersonStep } from '../../domain/decision.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
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
import { addressChanges, sharedAddressesOf, sharedEmailOf } from './own-addresses.ts'
import type { StoredReplyAddress } from './reply-address.ts'

/** The row with its addresses, the event of the step, and the changes that come with it. */
export function personStatements(db: Database, step: StoredStep): readonly Statement[] {
  const { before, after, event, hours, inProgramme, isOwner } = step
  const { id, version } = after
  const { at } = event
  return [
    ...(before ? updateRow(db, { ...step, before }) : insertRow(db, step)),
    ...(before ? endAddresses(db, { ...step, before }) : []),
    db.insert(events).values({ subject: id, version, ...event }),
    ...(isOwner ? [db.insert(owners).values({ personId: id, since: at })] : []),
    ...(hours ? [putAvailability(db, id, hours)] : []),
    ...(inProgramme ? memberStatements(db, after, inProgramme, at) : []),
    ...addressChanges(db, [step]),
  ]
}

/** Of somebody new, also how the secret address is stored. */
export type StoredStep = PersonStep & { readonly reply: StoredReplyAddress | null }

/** A step of somebody who was known before. */
export type ChangeStep = PersonStep & { readonly before: Person }

/** The row under the person's own name, without a programme. */
function insertRow(db: Database, step: StoredStep): readonly Statement[] {
  const { id, name, email, zone, locale, replyAddress } = step.after
  const reply = step.reply ?? { replyAddress }
  return [
    db.insert(people).values({ id, name, email, zone, locale, ...reply, createdAt: step.event.at }),
    db.insert(diaries).values({ personId: id }),
    ...sharedAddressesOf(step).map((address) => db.insert(addresses).values({ address, personId: id })),
  ]
}

/** The fields that all programmes share. A corrected address frees the old one; the row stays the same. */
function updateRow(db: Database, step: ChangeStep): readonly Statement[] {
  const { before, after, ownName, addresses: change } = step
  const { id } = after
  const [addressesBefore, addressesAfter] = change ? [[], []] : [addressesOf(before), addressesOf(after)]
  const email = sharedEmailOf(step) ?? before.email
  return [
    db
      .update(people)
      .set({
        ...changedColumns(sharedOf(before), { ...sharedOf(after), email }),
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
 * that is not the person's any more are nobody's work. What another manager's programme shares stays as it is there.
 */
function endAddresses(db: Database, step: ChangeStep): readonly Statement[] {
  const { id } = step.after
  const { at, actorId } = step.event
  const { lost, left } = addressesGone(step)
  return [
    ...(actorId ? left.map((address) => clearSuppression(db, address, actorId, at)) : []),
    ...(lost.length > 0 ? [retireUndelivered(db, id, lost, { at, programmes: onlyIn(step) })] : []),
  ]
}

/** The programmes in which addresses change; null: all. */
export function onlyIn({ addresses: change }: PersonStep): readonly ProgrammeId[] | null {
  return change && change.shared === null ? change.programmes : null
}

/** `lost`: those that are not the person's any more; `left`: also the one that is no longer written to. */
export function addressesGone(step: ChangeStep) {
  const { before, after } = step
  const lost = addressesOf(before).filter((address) => !addressesOf(after).includes(address))
  const left = before.email === after.email ? lost : [...new Set([before.email, ...lost])]
  return { lost, left: onlyIn(step) === null ? left : [] }
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
