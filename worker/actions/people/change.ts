import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Person, PersonRules } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Platform, Statement } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { revokeLinks } from '../../storage/letter/link.ts'
import { endAssistant, insertAssistant, listAssistants } from '../../storage/people/assistant.ts'
import { isManagedElsewhere, listKnown, listManagedOf, putMember } from '../../storage/people/membership.ts'
import { findPerson, updatePerson } from '../../storage/people/person.ts'
import { listSuperiors } from '../../storage/people/superiors.ts'
import { findDiaryVersion, raiseDiary } from '../../storage/slot/diary.ts'
import { retryOnConflict } from '../retry.ts'

/** What is absent stays; a rule that is null goes back to the programme's. */
export type PersonChange = Partial<Omit<Person, 'id' | 'replyAddress' | 'version' | 'rules'>> & {
  readonly rules?: { readonly [Rule in keyof PersonRules]?: PersonRules[Rule] | null }
  /** Who answers for him from now on, first the one to ask. Links of whoever no longer does open nothing. */
  readonly assistantIds?: readonly PersonId[]
}

/**
 * Every change raises the diary's version, so that a decision resting on the old rules, or an older change, is read anew.
 * `programmeId` says whose words are changed, where `by` manages several of his programmes.
 */
export async function changePerson(
  platform: Platform,
  id: PersonId,
  change: PersonChange,
  by: PersonId,
  programmeId?: ProgrammeId,
): Promise<Result<Person, Refusal>> {
  const { db } = platform
  return retryOnConflict(async () => {
    const [version, managed] = await Promise.all([findDiaryVersion(db, id), listManagedOf(db, by, id)])
    const here = programmeOf(managed, change, programmeId)
    if (!here.ok) return here
    const [before, isElsewhere] = await Promise.all([
      findPerson(db, id, here.value),
      isManagedElsewhere(db, by, id),
    ])
    if (!before) return refuse({ reason: 'not-found' })
    const refusal = await whyNot(db, { person: before, change, by, isElsewhere, programmeId: here.value })
    if (refusal) return refuse(refusal)

    const person = changed(before, change)
    const ownName = managed.length === 1 && !isElsewhere ? person.name : await ownNameOf(db, before)
    const written = await inOneBatch(db, [
      raiseDiary(db, id, version),
      ...updatePerson(db, isElsewhere ? before : person, ownName),
      putMember(db, here.value, person),
      ...(change.assistantIds
        ? await answeredBy(db, here.value, id, change.assistantIds, platform.now())
        : []),
    ])
    return written.ok ? accept({ ...person, version: before.version + 1 }) : written
  })
}

/** What belongs to a membership; the rest of a person is shared by all his programmes. */
const OF_MEMBERSHIP = ['name', 'unit', 'reportsTo', 'blockers', 'assistantIds'] as const

/** Whose words of him are changed: the programme named, else the only one; any where none of them is touched. */
function programmeOf(
  managed: readonly ProgrammeId[],
  change: PersonChange,
  named: ProgrammeId | undefined,
): Result<ProgrammeId, Refusal> {
  const here = named ?? managed[0]
  if (here === undefined || !managed.includes(here)) return refuse({ reason: 'not-found' })
  const touches =
    OF_MEMBERSHIP.some((field) => change[field] !== undefined) || Object.keys(change.rules ?? {}).length > 0
  return named === undefined && managed.length > 1 && touches
    ? refuse({ reason: 'programme-needed' })
    : accept(here)
}

/** His own, where no programme is known: one of several programmes does not change it. */
async function ownNameOf(db: Database, { id, name }: Person): Promise<string> {
  return (await findPerson(db, id))?.name ?? name
}

type Asked = {
  readonly person: Person
  readonly change: PersonChange
  readonly by: PersonId
  /** Also in a programme that `by` does not manage: what is shared then stays, and only an address is refused. */
  readonly isElsewhere: boolean
  readonly programmeId: ProgrammeId
}

/** An address opens the sign-in, so only whoever manages all of somebody's programmes may change it. */
async function whyNot(
  db: Database,
  { person, change, by, isElsewhere, programmeId }: Asked,
): Promise<Refusal | null> {
  const { email = person.email, aliases = person.aliases, reportsTo = null, assistantIds = [] } = change
  const isOtherAddress = email !== person.email || aliases.join(' ') !== person.aliases.join(' ')
  if (isOtherAddress && isElsewhere) return { reason: 'managed-elsewhere' }

  const mentioned = [...assistantIds, ...(reportsTo ? [reportsTo] : [])]
  const known = await listKnown(db, by, mentioned)
  if (mentioned.includes(person.id) || !mentioned.every((id) => known.includes(id)))
    return { reason: 'no-such-person' }

  const superiors = reportsTo ? await listSuperiors(db, programmeId, reportsTo) : []
  return superiors.includes(person.id) ? { reason: 'reporting-circle' } : null
}

function changed(person: Person, { assistantIds: _, rules = {}, ...change }: PersonChange): Person {
  const merged = Object.entries({ ...person.rules, ...rules }).filter(([, rule]) => rule !== null)
  return { ...person, ...change, rules: Object.fromEntries(merged) }
}

async function answeredBy(
  db: Database,
  programmeId: ProgrammeId,
  executiveId: PersonId,
  assistantIds: readonly PersonId[],
  now: Instant,
): Promise<readonly Statement[]> {
  const before = (await listAssistants(db, programmeId, [executiveId], now)).map(
    ({ assistantId }) => assistantId,
  )
  const gone = before.filter((id) => !assistantIds.includes(id))
  const fresh = assistantIds.filter((id) => !before.includes(id))
  return [
    ...gone.flatMap((id) => [
      ...endAssistant(db, programmeId, executiveId, id, now),
      revokeLinks(db, programmeId, id, executiveId, now),
    ]),
    ...fresh.map((id) => insertAssistant(db, programmeId, executiveId, id, now)),
  ]
}
