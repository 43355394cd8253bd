import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Person, Role } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { insertAssistant } from '../../storage/people/assistant.ts'
import { insertMembership, listKnown } from '../../storage/people/membership.ts'
import { findPerson, findPersonByAddress, insertPerson } from '../../storage/people/person.ts'
import { make, type Making } from '../make.ts'
import { whyProgrammeClosed } from '../programme/open.ts'
import { newReplyAddress } from './reply-address.ts'

/** A new human, or one whose address the programmes of `by` know already: he then only joins. */
export type PersonWish = Omit<Person, 'replyAddress' | 'version'> & {
  readonly programmeId: ProgrammeId
  readonly roles: readonly Role[]
  /** Who answers for him. */
  readonly assistantIds: readonly PersonId[]
}

/** An address that belongs to somebody `by` may not know is refused, and nothing else is said of him. */
export async function addPerson(
  platform: Platform,
  wish: PersonWish,
  by: PersonId,
): Promise<Result<Person, Refusal>> {
  const { db } = platform
  return make(platform, wish, {
    again: async () => (await findPerson(db, wish.id)) ?? findPersonByAddress(db, wish.email),
    decide: async () => {
      const closed = await whyProgrammeClosed(db, wish.programmeId)
      if (closed) return refuse(closed)
      const there = await findPersonByAddress(db, wish.email)
      const mentioned = [...wish.assistantIds, ...(wish.reportsTo ? [wish.reportsTo] : [])]
      const known = await listKnown(db, by, [...mentioned, ...(there ? [there.id] : [])])
      if (there && !known.includes(there.id)) return refuse({ reason: 'address-taken' })
      if (!mentioned.every((id) => known.includes(id))) return refuse({ reason: 'no-such-person' })
      return accept(joining(platform, wish, there))
    },
  })
}

function joining(platform: Platform, wish: PersonWish, there: Person | null): Making<Person> {
  const { db } = platform
  const now = platform.now()
  const { programmeId, roles, assistantIds, ...columns } = wish
  const person = there ?? { ...columns, replyAddress: newReplyAddress(platform), version: 1 }
  return {
    made: person,
    statements: [
      ...(there ? [] : insertPerson(db, person, now)),
      ...roles.map((role) => insertMembership(db, { programmeId, personId: person.id, role }, now)),
      ...assistantIds.map((assistantId) => insertAssistant(db, person.id, assistantId, now)),
    ],
  }
}
