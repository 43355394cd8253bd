import { and, eq, isNull } from 'drizzle-orm'

import { testInvites } from '../../../schema/index.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { TestInvite } from '../../domain/letter/test-invite.ts'
import type { Database, Statement } from '../../platform.ts'

export async function findTestInvite(db: Database, personId: PersonId): Promise<TestInvite | null> {
  const [row] = await db.select().from(testInvites).where(eq(testInvites.personId, personId))
  return row ?? null
}

/** The one that an event is, for a batch. */
export function selectTestInvite(db: Database, personId: PersonId, uid: string) {
  return db
    .select()
    .from(testInvites)
    .where(and(eq(testInvites.personId, personId), eq(testInvites.uid, uid)))
}

/** Each person has one: a new one takes the place of what was. */
export function putTestInvite(db: Database, { personId, ...invite }: TestInvite): Statement {
  return db
    .insert(testInvites)
    .values({ personId, ...invite })
    .onConflictDoUpdate({ target: testInvites.personId, set: invite })
}

/** What her calendar answered, as long as it is still the revision that was answered. */
export function answerOfTestInvite(
  db: Database,
  { personId, uid, sequence, partstat, answer }: TestInvite,
): Statement {
  return db
    .update(testInvites)
    .set({ partstat, answer })
    .where(
      and(
        eq(testInvites.personId, personId),
        eq(testInvites.uid, uid),
        eq(testInvites.sequence, sequence),
        isNull(testInvites.cancelledAt),
      ),
    )
}
