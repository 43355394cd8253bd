import type { ByPerson } from '../../domain/decision.ts'
import { decideJoining, type PersonWish } from '../../domain/people/add.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findEarlierUse } from '../../storage/idempotency.ts'
import { listKnown } from '../../storage/people/membership.ts'
import { findPerson, findPersonByAddress } from '../../storage/people/person.ts'
import { whyProgrammeClosed } from '../programme/open.ts'
import { createIdempotently, decided } from '../write.ts'
import { newReplyAddress } from './reply-address.ts'

/** Of somebody known nothing shared is written, and nothing is said of it: no manager learns of another. */
export async function addPerson(
  platform: Platform,
  wish: PersonWish,
  by: ByPerson,
): Promise<Result<Person, Refusal>> {
  const { db, now } = platform
  return createIdempotently(platform, wish, {
    read: (key) => findEarlierUse(db, key),
    again: async () =>
      (await findPerson(db, wish.id, wish.programmeId)) ??
      findPersonByAddress(db, wish.email, wish.programmeId),
    decide: async () => {
      const closed = await whyProgrammeClosed(db, wish.programmeId)
      if (closed) return refuse(closed)
      const there = await findPersonByAddress(db, wish.email, wish.programmeId)
      const mentioned = [...wish.assistantIds, ...(wish.reportsTo ? [wish.reportsTo] : [])]
      const known = await listKnown(db, by.id, mentioned)
      if (!mentioned.every((id) => known.includes(id))) return refuse({ reason: 'no-such-person' })
      const replyAddress = newReplyAddress(platform)
      const decision = decideJoining(wish, there, { at: now(), by, replyAddress })
      return decided(accept(decision), ({ people }) => people.at(-1)?.after ?? there)
    },
  })
}
