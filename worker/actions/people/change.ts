import type { PersonId } from '../../domain/ids.ts'
import type { MergePatch } from '../../domain/merge-patch.ts'
import { changedRules, type Person, type PersonRules } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Platform, Statement } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { revokeLinks } from '../../storage/letter/link.ts'
import { endAssistant, insertAssistant, listAssistants } from '../../storage/people/assistant.ts'
import { isManagedElsewhere, listKnown } from '../../storage/people/membership.ts'
import { findPerson, updatePerson } from '../../storage/people/person.ts'
import { listSuperiors } from '../../storage/people/superiors.ts'
import { findDiaryVersion, raiseDiary } from '../../storage/slot/diary.ts'
import type { Expected } from '../expected.ts'
import { retryOnConflict } from '../retry.ts'

/** What is absent stays; a rule that is null goes back to the programme's. */
export type PersonChange = Partial<Omit<Person, 'id' | 'replyAddress' | 'rules'>> & {
  readonly rules?: MergePatch<PersonRules>
  /** Who answers for him from now on, first the one to ask. Links of whoever no longer does open nothing. */
  readonly assistantIds?: readonly PersonId[]
}

/** Every change raises the diary's version, so that a decision resting on the old rules, or an older change, is read anew. */
export async function changePerson(
  platform: Platform,
  id: PersonId,
  change: PersonChange,
  by: PersonId,
  expected: Expected<Person> = () => true,
): Promise<Result<Person, Refusal>> {
  const { db } = platform
  return retryOnConflict(async () => {
    const version = await findDiaryVersion(db, id)
    const before = await findPerson(db, id)
    if (!before) return refuse({ reason: 'not-found' })
    if (!(await expected(before))) return refuse({ reason: 'precondition-failed' })
    const refusal = await whyNot(db, before, change, by)
    if (refusal) return refuse(refusal)

    const person = changed(before, change)
    const written = await inOneBatch(db, [
      raiseDiary(db, id, version),
      ...updatePerson(db, person),
      ...(change.assistantIds ? await answeredBy(db, id, change.assistantIds, platform.now()) : []),
    ])
    return written.ok ? accept(person) : written
  })
}

/** An address opens the sign-in, so only whoever manages all of somebody's programmes may change it. */
async function whyNot(
  db: Database,
  person: Person,
  change: PersonChange,
  by: PersonId,
): Promise<Refusal | null> {
  const { email = person.email, aliases = person.aliases, reportsTo = null, assistantIds = [] } = change
  const isOtherAddress = email !== person.email || aliases.join(' ') !== person.aliases.join(' ')
  if (isOtherAddress && (await isManagedElsewhere(db, by, person.id))) return { reason: 'managed-elsewhere' }

  const mentioned = [...assistantIds, ...(reportsTo ? [reportsTo] : [])]
  const known = await listKnown(db, by, mentioned)
  if (mentioned.includes(person.id) || !mentioned.every((id) => known.includes(id)))
    return { reason: 'no-such-person' }

  const superiors = reportsTo ? await listSuperiors(db, reportsTo) : []
  return superiors.includes(person.id) ? { reason: 'reporting-circle' } : null
}

function changed(person: Person, { assistantIds: _, rules = {}, ...change }: PersonChange): Person {
  return { ...person, ...change, rules: changedRules(person.rules, rules) }
}

async function answeredBy(
  db: Database,
  executiveId: PersonId,
  assistantIds: readonly PersonId[],
  now: Instant,
): Promise<readonly Statement[]> {
  const before = (await listAssistants(db, [executiveId], now)).map(({ assistantId }) => assistantId)
  const gone = before.filter((id) => !assistantIds.includes(id))
  const fresh = assistantIds.filter((id) => !before.includes(id))
  return [
    ...gone.flatMap((id) => [
      ...endAssistant(db, executiveId, id, now),
      revokeLinks(db, id, executiveId, now),
    ]),
    ...fresh.map((id) => insertAssistant(db, executiveId, id, now)),
  ]
}
