import type { ByPerson } from '../../domain/decision.ts'
import { decideJoining, type JoiningReading, type PersonWish } from '../../domain/people/add.ts'
import { mentionedIn } from '../../domain/people/change.ts'
import type { Person } from '../../domain/people/person.ts'
import { DEFAULT_POLICY } from '../../domain/programme/programme.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findEarlierUse } from '../../storage/idempotency.ts'
import { listAssistants } from '../../storage/people/assistant.ts'
import { listKnown, listMemberships } from '../../storage/people/membership.ts'
import { findPerson, findPersonByAddress } from '../../storage/people/person.ts'
import { findReportingLine } from '../../storage/people/superiors.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
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
      const reading = await findReading(platform, wish, by)
      const replyAddress = newReplyAddress(platform)
      const decision = decideJoining(wish, reading, { at: now(), by, replyAddress })
      return withValue(decision, ({ people }) => people.at(-1)?.after ?? reading.existing)
    },
  })
}

/** The person first: the version that guards the write must not be newer than the rest of the reading. */
async function findReading(
  { db, now }: Platform,
  { programmeId, email, reportsTo, assistantIds }: PersonWish,
  by: ByPerson,
): Promise<JoiningReading> {
  const existing = await findPersonByAddress(db, email, programmeId)
  const [memberships, assistants, known, line, programme] = await Promise.all([
    existing ? listMemberships(db, existing.id) : [],
    existing ? listAssistants(db, programmeId, [existing.id], now()) : [],
    listKnown(db, by.id, mentionedIn({ reportsTo, assistantIds })),
    reportsTo ? findReportingLine(db, programmeId, reportsTo) : null,
    findProgramme(db, programmeId),
  ])
  const policy = programme?.policy ?? DEFAULT_POLICY
  return {
    ...{ existing, known, line, policy, forbiddenWords: policy.forbiddenWords },
    isMember: memberships.some((each) => each.programmeId === programmeId),
    assistantIds: assistants.map(({ assistantId }) => assistantId),
  }
}
