import type { PersonId } from '../domain/ids.ts'
import { insertAccess } from '../storage/people/access-log.ts'
import { type AppContext, identityOf } from './context.ts'

/** Notes that somebody looked at an executive's record: he can ask who did. */
export async function recordAccess(c: AppContext, subjectId: PersonId, route: string): Promise<void> {
  const { actor } = identityOf(c)
  const { db, now } = c.get('platform')
  await insertAccess(db, { at: now(), actorId: actor.personId, role: 'manager', subjectId, route })
}
