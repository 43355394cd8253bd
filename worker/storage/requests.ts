import { eq } from 'drizzle-orm'

import { requests } from '../../schema/index.ts'
import type { Instant } from '../domain/time.ts'
import { type Database, hashOf, type Statement } from '../platform.ts'
import type { Request } from './commit.ts'

/** What was asked under a client's id: keys sorted, so that the order of a JSON body says nothing. */
export async function requestOf(id: string, content: unknown): Promise<Request> {
  return { id, fingerprint: await hashOf(canonical(content)) }
}

/** `new`, `same` (answer as before), or `other` (the id stands for something else). */
export async function findRequest(
  db: Database,
  { id, fingerprint }: Request,
): Promise<'new' | 'same' | 'other'> {
  const [row] = await db.select().from(requests).where(eq(requests.id, id))
  if (!row) return 'new'
  return row.fingerprint === fingerprint ? 'same' : 'other'
}

export function insertRequest(db: Database, request: Request, madeAt: Instant): Statement {
  return db.insert(requests).values({ ...request, madeAt })
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  )
}
