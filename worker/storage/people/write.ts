import { eq } from 'drizzle-orm'

import { addresses, diaries, events, people } from '../../../schema/index.ts'
import type { PersonStep } from '../../domain/decision.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { changedColumns } from '../changed-columns.ts'
import { revokeLinks } from '../letter/link.ts'
import { putAvailability } from '../slot/availability.ts'
import { touchDiary } from '../slot/diary.ts'
import { endAssistant, insertAssistant } from './assistant.ts'
import { insertMembership } from './membership.ts'

/** The row with its addresses, the event of the step, and what comes with it. */
export function personStatements(
  db: Database,
  { before, after, event, hours, joins = [], assistants }: PersonStep,
): readonly Statement[] {
  const { id, version } = after
  const { at } = event
  return [
    ...(before ? updateRow(db, before, after) : insertRow(db, after, at)),
    db.insert(events).values({ subject: id, version, ...event }),
    ...(hours ? [putAvailability(db, id, hours)] : []),
    ...joins.map((membership) => insertMembership(db, { ...membership, personId: id }, at)),
    ...(assistants ? assistantStatements(db, id, assistants, at) : []),
  ]
}

function insertRow(db: Database, person: Person, now: Instant): readonly Statement[] {
  const { aliases: _, ...row } = person
  return [
    db.insert(people).values({ ...row, createdAt: now }),
    db.insert(diaries).values({ personId: person.id }),
    ...addressesOf(person).map((address) => db.insert(addresses).values({ address, personId: person.id })),
  ]
}

/** Correcting an address frees the old one; the same human keeps his row. */
function updateRow(db: Database, before: Person, after: Person): readonly Statement[] {
  const { id } = after
  const { aliases: _old, ...old } = before
  const { aliases: _new, ...row } = after
  const known = addressesOf(before)
  const wanted = addressesOf(after)
  return [
    db.update(people).set(changedColumns(old, row)).where(eq(people.id, id)),
    touchDiary(db, id),
    ...known
      .filter((address) => !wanted.includes(address))
      .map((address) => db.delete(addresses).where(eq(addresses.address, address))),
    ...wanted
      .filter((address) => !known.includes(address))
      .map((address) => db.insert(addresses).values({ address, personId: id })),
  ]
}

function assistantStatements(
  db: Database,
  executiveId: PersonId,
  { ended, begun }: NonNullable<PersonStep['assistants']>,
  at: Instant,
): readonly Statement[] {
  return [
    ...ended.flatMap((id) => [
      ...endAssistant(db, executiveId, id, at),
      revokeLinks(db, id, executiveId, at),
    ]),
    ...begun.map((id) => insertAssistant(db, executiveId, id, at)),
  ]
}

function addressesOf({ email, aliases }: Person): readonly string[] {
  return [...new Set([email, ...aliases])]
}
