import type { PersonId } from '../domain/ids.ts'
import type { LookRoute } from '../domain/record/look-route.ts'
import { insertAccesses } from '../storage/people/access-log.ts'
import { type AppContext, identityOf } from './context.ts'

/** As whom somebody read it. */
type Reader = 'manager' | 'assistant'

/**
 * Records who read what is about these people, because each of them may ask. Whoever reads what is about himself leaves no
 * line.
 */
export async function recordAccess(
  c: AppContext,
  subjectIds: readonly PersonId[],
  route: LookRoute,
  role: Reader = 'manager',
): Promise<void> {
  const { personId: actorId } = identityOf(c).actor
  const others = [...new Set(subjectIds)].filter((each) => each !== actorId)
  if (others.length === 0) return
  const { db, now } = c.get('platform')
  const access = { at: now(), actorId, role, route }
  await insertAccesses(
    db,
    others.map((subjectId) => ({ ...access, subjectId })),
  )
}

/** Both who meet: a page about their sessions is about either. */
export function bothOf({
  executive,
  mentor,
}: Readonly<Record<'executive' | 'mentor', { readonly id: PersonId }>>): readonly PersonId[] {
  return [executive.id, mentor.id]
}

/** The same, of what names them by id. */
export function bothIn({
  executiveId,
  mentorId,
}: Readonly<Record<'executiveId' | 'mentorId', PersonId>>): readonly PersonId[] {
  return [executiveId, mentorId]
}
