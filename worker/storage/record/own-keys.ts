import { and, eq, isNull } from 'drizzle-orm'

import { links } from '../../../schema/index.ts'
import type { LinkId, PersonId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'

/** Ends one link of this person. */
export function revokeLink(db: Database, personId: PersonId, id: LinkId, at: Instant): Statement {
  return db
    .update(links)
    .set({ revokedAt: at })
    .where(and(eq(links.id, id), eq(links.personId, personId), isNull(links.revokedAt)))
}
