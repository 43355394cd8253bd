import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Person, Role } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { insertAssistant } from '../../storage/people/assistant.ts'
import { insertMembership, listKnown, putMember } from '../../storage/people/membership.ts'
import { findPerson, findPersonByAddress, insertPerson } from '../../storage/people/person.ts'
import { touchDiary } from '../../storage/slot/diary.ts'
import { make, type Making } from '../make.ts'
import { whyProgrammeClosed } from '../programme/open.ts'
import { newReplyAddress } from './reply-address.ts'

/** A new human, or one whose address is known already: he then joins, whoever knows him. */
export type PersonWish = Omit<Person, 'replyAddress' | 'version'> & {
  readonly programmeId: ProgrammeId
  readonly roles: readonly Role[]
  /** Who answers for him. */
  readonly assistantIds: readonly PersonId[]
}

/** Of somebody known nothing shared is written, and nothing is said of it: no manager learns of another. */
export async function addPerson(
  platform: Platform,
  wish: PersonWish,
  by: PersonId,
): Promise<Result<Person, Refusal>> {
  const { db } = platform
  return make(platform, wish, {
    again: async () =>
      (await findPerson(db, wish.id, wish.programmeId)) ??
      findPersonByAddress(db, wish.email, wish.programmeId),
    decide: async () => {
      const closed = await whyProgrammeClosed(db, wish.programmeId)
      if (closed) return refuse(closed)
      const there = await findPersonByAddress(db, wish.email, wish.programmeId)
      const mentioned = [...wish.assistantIds, ...(wish.reportsTo ? [wish.reportsTo] : [])]
      const known = await listKnown(db, by, mentioned)
      if (!mentioned.every((id) => known.includes(id))) return refuse({ reason: 'no-such-person' })
      return accept(joining(platform, wish, there))
    },
  })
}

function joining(platform: Platform, wish: PersonWish, there: Person | null): Making<Person> {
  const { db } = platform
  const now = platform.now()
  const { programmeId, roles, assistantIds, ...columns } = wish
  const person = there
    ? joined(there, columns)
    : { ...columns, replyAddress: newReplyAddress(platform), version: 1 }
  return {
    made: person,
    statements: [
      ...(there ? [touchDiary(db, person.id)] : insertPerson(db, person, now)),
      ...roles.flatMap((role) => insertMembership(db, { programmeId, personId: person.id, role }, now)),
      putMember(db, programmeId, person),
      ...assistantIds.map((assistantId) => insertAssistant(db, programmeId, person.id, assistantId, now)),
    ],
  }
}

/** What is said of him in this programme; where it has said something before, what was left empty stays. */
function joined(there: Person, { name, unit, reportsTo, blockers, rules }: SaidHere): Person {
  return {
    ...{ ...there, name, unit: unit ?? there.unit, reportsTo: reportsTo ?? there.reportsTo },
    ...{ blockers: blockers.length > 0 ? blockers : there.blockers, rules: { ...there.rules, ...rules } },
  }
}

type SaidHere = Pick<Person, 'name' | 'unit' | 'reportsTo' | 'blockers' | 'rules'>
