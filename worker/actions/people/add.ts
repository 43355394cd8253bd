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
import { createIdempotently, withValue } from '../write.ts'
import { newReplyAddress } from './reply-address.ts'

/**
 * Adds a person to a programme. If the address is known already, the shared fields stay, and the response does not show
 * it: no manager learns about other programmes.
 */
export async function addPerson(
  platform: Platform,
  wish: PersonWish,
  by: ByPerson,
): Promise<Result<Person, Refusal>> {
  const { db, now } = platform
  return createIdempotently(platform, wish, {
    read: (key) => findEarlierUse(db, key),
    findExisting: async () =>
      (await findPerson(db, wish.id, wish.programmeId)) ??
      findPersonByAddress(db, wish.email, wish.programmeId),
    decide: async () => {
      const closed = await whyProgrammeClosed(db, wish.programmeId)
      if (closed) return refuse(closed)
      const existing = await findPersonByAddress(db, wish.email, wish.programmeId)
      const mentioned = [...wish.assistantIds, ...(wish.reportsTo ? [wish.reportsTo] : [])]
      const knownIds = await listKnown(db, by.id, mentioned)
      if (!mentioned.every((id) => knownIds.includes(id))) return refuse({ reason: 'no-such-person' })
      const replyAddress = newReplyAddress(platform)
      const decision = decideJoining(wish, existing, { at: now(), by, replyAddress })
      return withValue(accept(decision), ({ people }) => people.at(-1)?.after ?? existing)
    },
  })
}
