import type { PersonId } from '../domain/ids.ts'
import { viewedBy } from '../storage/people/access-log.ts'
import { type Ask, identityOf } from './context.ts'

/** Notes that somebody looked at an executive's record: he can ask who did. */
export async function look(c: Ask, subjectId: PersonId, route: string): Promise<void> {
  const { actor } = identityOf(c)
  const { db, now } = c.get('platform')
  await viewedBy(db, { at: now(), actorId: actor.personId, role: 'manager', subjectId, route })
}
