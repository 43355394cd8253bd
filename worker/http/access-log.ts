import type { PersonId } from '../domain/ids.ts'
import type { LookRoute } from '../domain/record/look-route.ts'
import { insertAccess, insertAccesses } from '../storage/people/access-log.ts'
import { type AppContext, identityOf } from './context.ts'

/** Records who read an executive's data, because the executive may ask for it. */
export async function recordAccess(
  c: AppContext,
  subjectId: PersonId,
  route: LookRoute,
  role: Reader = 'manager',
): Promise<void> {
  const { actor } = identityOf(c)
  const { db, now } = c.get('platform')
  await insertAccess(db, { at: now(), actorId: actor.personId, role, subjectId, route })
}

/** As whom somebody read it. */
type Reader = 'manager' | 'assistant'

/** The same for several at once. */
export async function recordAccesses(
  c: AppContext,
  subjectIds: readonly PersonId[],
  route: LookRoute,
  role: Reader = 'manager',
): Promise<void> {
  const { actor } = identityOf(c)
  const { db, now } = c.get('platform')
  const access = { at: now(), actorId: actor.personId, role, route }
  await insertAccesses(
    db,
    subjectIds.map((subjectId) => ({ ...access, subjectId })),
  )
}
