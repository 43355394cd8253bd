import { type ByPerson, type Decision, together } from '../../domain/decision.ts'
import type { PersonId } from '../../domain/ids.ts'
import { decideJoining, type JoiningReading, type PersonWish } from '../../domain/people/add.ts'
import { mentionedIn } from '../../domain/people/change.ts'
import { decideInvitation } from '../../domain/people/invite.ts'
import type { Person } from '../../domain/people/person.ts'
import { DEFAULT_POLICY } from '../../domain/programme/programme.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findEarlierUse } from '../../storage/idempotency.ts'
import { listFormats } from '../../storage/path/format.ts'
import { listAssistants } from '../../storage/people/assistant.ts'
import { findByAddress } from '../../storage/people/by-address.ts'
import { findTaken, listKnown, listMemberships } from '../../storage/people/membership.ts'
import { findPerson } from '../../storage/people/person.ts'
import { findReportingLine } from '../../storage/people/superiors.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { whyProgrammeClosed } from '../programme/open.ts'
import { createIdempotently } from '../write.ts'
import { newReplyAddress } from './reply-address.ts'

/** Of all that adds a mentor to a programme, one invitation is written. */
const ON_JOINING = 'joined'

type WithPerson = {
  /** Writes to a mentor to give his hours. */
  readonly invites?: boolean
  /** Somebody who is added in the same batch, to answer for the person. */
  readonly assistant?: PersonWish | null
}

/**
 * Adds a person to a programme. If the address is known already, the shared fields stay, and the response does not show it:
 * no manager learns about other programmes.
 */
export async function addPerson(
  platform: Platform,
  wish: PersonWish,
  by: ByPerson,
  { invites = false, assistant = null }: WithPerson = {},
): Promise<Result<Person, Refusal>> {
  const { db } = platform
  const asked: PersonWish & WithPerson = assistant ? { ...wish, assistant } : wish
  return createIdempotently(platform, asked, {
    read: (key) => findEarlierUse(db, key),
    findExisting: async () =>
      (await findPerson(db, wish.id, wish.programmeId)) ??
      (await findByAddress(db, wish.email, { programmeId: wish.programmeId, manager: by }))?.person ??
      null,
    decide: async () => {
      const closed = await whyProgrammeClosed(db, wish.programmeId)
      if (closed) return refuse(closed)
      const helper = assistant && (await decideOne(platform, assistant, by, null))
      if (helper && !helper.ok) return helper
      const joined = await decideOne(platform, wish, by, helper?.value.person.id ?? null)
      if (!joined.ok) return joined
      const { decision, person } = joined.value
      const invitation = invites ? await invitationTo(platform, person, wish, by) : null
      const all = together(...(helper ? [helper.value.decision] : []), decision)
      return accept({ decision: { ...all, ...invitation }, value: person })
    },
  })
}

/** `assistantId` is somebody who is added with the person, and so is known. */
async function decideOne(
  platform: Platform,
  wish: PersonWish,
  by: ByPerson,
  assistantId: PersonId | null,
): Promise<Result<{ readonly decision: Decision; readonly person: Person }, Refusal>> {
  const reading = await findReading(platform, wish, by)
  const own = assistantId === null ? [] : [assistantId]
  const decision = decideJoining(
    { ...wish, assistantIds: [...wish.assistantIds, ...own] },
    { ...reading, known: [...reading.known, ...own] },
    { at: platform.now(), by, replyAddress: newReplyAddress(platform) },
  )
  if (!decision.ok) return decision
  const person = decision.value.people.at(-1)?.after ?? reading.existing
  return person ? accept({ decision: decision.value, person }) : refuse({ reason: 'not-found' })
}

/** Null: nobody gives hours who is no mentor. */
async function invitationTo(
  { db, now, newId }: Platform,
  person: Person,
  { programmeId, roles }: PersonWish,
  by: ByPerson,
) {
  const [manager, programme] = await Promise.all([
    findPerson(db, by.id, programmeId),
    findProgramme(db, programmeId),
  ])
  if (!roles.includes('mentor') || !manager || !programme) return null
  return decideInvitation(person, { manager, programme, now: now(), newId, key: ON_JOINING })
}

/** The person first: the version that guards the write must not be newer than the rest of the reading. */
async function findReading(
  { db, now }: Platform,
  { id, programmeId, email, aliases, reportsTo, assistantIds, rules }: PersonWish,
  by: ByPerson,
): Promise<JoiningReading> {
  const found = await findByAddress(db, email, { programmeId, manager: by })
  const existing = found?.person ?? null
  // The same is asked for an address that is nobody's, so that the time it takes does not tell.
  const personId = existing?.id ?? id
  const [memberships, assistants, taken, known, line, programme, formats] = await Promise.all([
    listMemberships(db, personId),
    listAssistants(db, programmeId, [personId], now()),
    findTaken(db, by, existing ? aliases : [email, ...aliases], personId),
    listKnown(db, by, mentionedIn({ reportsTo, assistantIds })),
    reportsTo ? findReportingLine(db, programmeId, reportsTo) : null,
    findProgramme(db, programmeId),
    rules.formats ? listFormats(db, programmeId) : [],
  ])
  const policy = programme?.policy ?? DEFAULT_POLICY
  return {
    ...{ existing, known, line, policy, taken, knownBy: found?.knownBy ?? null },
    isMember: memberships.some((each) => each.programmeId === programmeId),
    formats: formats.map((each) => each.id),
    assistantIds: assistants.map(({ assistantId }) => assistantId),
  }
}
