import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'

import { counters, memberships, owners, people, signIns } from '../../../schema/index.ts'
import type { PersonId, SignInId } from '../../domain/ids.ts'
import type { Membership, Person } from '../../domain/people/person.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { Instant } from '../../domain/time/time.ts'
import { type Database, hashOf, type Statement } from '../../platform.ts'
import { selectPeople, toPerson } from '../people/person.ts'
import { selectProgrammesOf, toProgramme } from '../programme/programme.ts'

export type SignIn = Omit<typeof signIns.$inferSelect, 'tokenHash'>

export function insertSignIn(
  db: Database,
  signIn: {
    readonly id: SignInId
    readonly tokenHash: string
    readonly personId: PersonId
    readonly askedAt: Instant
    readonly linkUntil: Instant
    readonly usedAt?: Instant
    readonly untilAt: Instant
  },
): Statement {
  return db.insert(signIns).values(signIn)
}

export async function findSignInByToken(db: Database, token: string): Promise<SignIn | null> {
  const [row] = await db
    .select()
    .from(signIns)
    .where(eq(signIns.tokenHash, await hashOf(token)))
  return row ?? null
}

/** Uses a link once: if two requests come at the same time, one is signed in. */
export async function spendSignIn(
  db: Database,
  id: SignInId,
  now: Instant,
  untilAt: Instant,
): Promise<boolean> {
  const used = await db
    .update(signIns)
    .set({ usedAt: now, untilAt })
    .where(
      and(eq(signIns.id, id), isNull(signIns.usedAt), isNull(signIns.endedAt), gt(signIns.linkUntil, now)),
    )
    .returning({ id: signIns.id })
  return used.length === 1
}

export type SignedIn = {
  readonly person: Person
  readonly memberships: readonly Membership[]
  /** By name. */
  readonly programmes: readonly Programme[]
  readonly isOwner: boolean
}

/** The person of a sign-in with roles and programmes, in one call; null if it is unused, ended or too old. */
export async function findSignedIn(db: Database, id: SignInId, now: Instant): Promise<SignedIn | null> {
  const holder = db
    .select({ id: signIns.personId })
    .from(signIns)
    .where(
      and(
        eq(signIns.id, id),
        gt(signIns.untilAt, now),
        isNull(signIns.endedAt),
        sql`${signIns.usedAt} IS NOT NULL`,
      ),
    )
  const [[person], joined, programmeRows, [owner]] = await db.batch([
    selectPeople(db, null).where(inArray(people.id, holder)),
    db
      .select({ programmeId: memberships.programmeId, role: memberships.role })
      .from(memberships)
      .where(inArray(memberships.personId, holder)),
    selectProgrammesOf(db, holder),
    db.select({ id: owners.personId }).from(owners).where(inArray(owners.personId, holder)),
  ])
  if (!person) return null
  return {
    person: toPerson(person),
    memberships: joined,
    programmes: programmeRows.map(toProgramme),
    isOwner: owner !== undefined,
  }
}

export async function endSignIn(db: Database, id: SignInId, now: Instant): Promise<void> {
  await db.update(signIns).set({ endedAt: now }).where(eq(signIns.id, id))
}

/** Adds one to the rate-limit counter of this window; returns the count. */
export async function countUp(db: Database, key: string, window: number): Promise<number> {
  const [row] = await db
    .insert(counters)
    .values({ key: await hashOf(key), window, count: 1 })
    .onConflictDoUpdate({
      target: [counters.key, counters.window],
      set: { count: sql`${counters.count} + 1` },
    })
    .returning({ count: counters.count })
  return row?.count ?? 1
}
