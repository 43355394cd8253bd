import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'

import { counters, memberships, owners, people, signIns } from '../../../schema/index.ts'
import type { PersonId, SignInId } from '../../domain/ids.ts'
import { type Standing, whyEnded } from '../../domain/people/capability.ts'
import { addressesOf, type Membership, type Person, type Role } from '../../domain/people/person.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { Instant } from '../../domain/time/time.ts'
import { type Database, hashOf, type Statement } from '../../platform.ts'
import { selectManagerFor } from '../people/manager.ts'
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
  return db.insert(signIns).values({ ...signIn, address: emailOf(signIn.personId) })
}

/** The address of now, at which this person gets what is made for them. */
export function emailOf(personId: PersonId) {
  return sql<string>`(SELECT email FROM people WHERE id = ${personId})`
}

/** A sign-in with its person, and a manager to whom that person can write. */
export type SignInReading = {
  readonly signIn: SignIn
  readonly person: Person
  readonly roles: readonly Role[]
  readonly isOwner: boolean
  readonly manager: Pick<Person, 'name' | 'email'> | null
}

/** The sign-in of this token, used or not, in one call. */
export async function readSignIn(db: Database, token: string): Promise<SignInReading | null> {
  const isThis = eq(signIns.tokenHash, await hashOf(token))
  const holder = db.select({ id: signIns.personId }).from(signIns).where(isThis)
  const [[row], [person], roleRows, [owner], [manager]] = await db.batch([
    db.select().from(signIns).where(isThis),
    selectPeople(db, null).where(inArray(people.id, holder)),
    db.select({ role: memberships.role }).from(memberships).where(inArray(memberships.personId, holder)),
    db.select({ id: owners.personId }).from(owners).where(inArray(owners.personId, holder)),
    selectManagerFor(db, sql`(${holder})`),
  ])
  if (!row || !person) return null
  const { tokenHash: _, ...signIn } = row
  const roles = roleRows.map(({ role }) => role)
  return { signIn, person: toPerson(person), roles, isOwner: owner !== undefined, manager: manager ?? null }
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

function standingOf({ person, memberships, isOwner }: SignedIn): Standing {
  return {
    addresses: addressesOf(person),
    roles: memberships.map(({ role }) => role),
    isOwner,
    situation: null,
  }
}

/**
 * The person of a sign-in with roles and programmes, in one call; null if it is unused, ended or too old, or no longer
 * the person's.
 */
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
  const [[signIn], [person], joined, programmeRows, [owner]] = await db.batch([
    db.select({ address: signIns.address }).from(signIns).where(eq(signIns.id, id)),
    selectPeople(db, null).where(inArray(people.id, holder)),
    db
      .select({ programmeId: memberships.programmeId, role: memberships.role })
      .from(memberships)
      .where(inArray(memberships.personId, holder)),
    selectProgrammesOf(db, holder),
    db.select({ id: owners.personId }).from(owners).where(inArray(owners.personId, holder)),
  ])
  if (!signIn || !person) return null
  const signedIn = {
    person: toPerson(person),
    memberships: joined,
    programmes: programmeRows.map(toProgramme),
    isOwner: owner !== undefined,
  }
  const held = { purpose: 'session', personId: person.id, address: signIn.address } as const
  return whyEnded(held, standingOf(signedIn)) === null ? signedIn : null
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
