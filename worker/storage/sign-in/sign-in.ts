import {
  and,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  ne,
  type SQL,
  sql,
  type SQLWrapper,
} from 'drizzle-orm'

import { counters, members, memberships, owners, people, signIns } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId, SignInId } from '../../domain/ids.ts'
import { formsOfAddress } from '../../domain/people/address.ts'
import { type Held, type Standing, whyEnded } from '../../domain/people/capability.ts'
import { addressesOf, type Membership, type Person, type Role } from '../../domain/people/person.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { type SignInTimes, whyOver } from '../../domain/sign-in/lasts.ts'
import { scopeOf } from '../../domain/sign-in/scope.ts'
import type { Instant } from '../../domain/time/time.ts'
import { type Database, hashOf, type Platform, type Statement } from '../../platform.ts'
import { isAmong } from '../among.ts'
import { selectDuties } from '../people/assistant.ts'
import { selectManagerFor } from '../people/manager.ts'
import { selectPeople, toPerson } from '../people/person.ts'
import { selectProgrammesOf, toProgramme } from '../programme/programme.ts'
import { counterKey } from './counter-key.ts'

export type SignIn = Omit<typeof signIns.$inferSelect, 'tokenHash'>

export function insertSignIn(
  db: Database,
  signIn: {
    readonly id: SignInId
    readonly tokenHash: string
    readonly personId: PersonId
    readonly askedAt: Instant
    readonly linkUntil: Instant
    readonly usedAt?: Instant | null
    readonly untilAt: Instant
    readonly trusted?: boolean
    readonly wayBack?: string | null
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
  readonly answersForSomebody: boolean
  readonly manager: Pick<Person, 'name' | 'email'> | null
}

/** The addresses by which single programmes know these people. */
export function selectOwnAddresses(db: Database, personIds: SQLWrapper) {
  return db
    .select({ personId: members.personId, programmeId: members.programmeId, own: members.ownAddresses })
    .from(members)
    .where(sql`${members.personId} IN ${personIds} AND ${members.ownAddresses} IS NOT NULL`)
}

export async function listOwnAddresses(db: Database, personId: PersonId) {
  return selectOwnAddresses(db, sql`(${personId})`)
}

/** The sign-in of this token, used or not, in one call. */
export async function readSignIn(db: Database, token: string, now: Instant): Promise<SignInReading | null> {
  return readSignInWhere(db, eq(signIns.tokenHash, await hashOf(token)), now)
}

/** The same for the sign-in of a cookie, in use or over. */
export async function readSignInOfCookie(
  db: Database,
  id: SignInId,
  now: Instant,
): Promise<SignInReading | null> {
  return readSignInWhere(db, sql`${signIns.id} = ${id} AND ${isNotNull(signIns.usedAt)}`, now)
}

async function readSignInWhere(db: Database, isThis: SQL, now: Instant): Promise<SignInReading | null> {
  const holder = db.select({ id: signIns.personId }).from(signIns).where(isThis)
  const [[row], [person], joined, [owner], managers, duties, own] = await db.batch([
    db.select().from(signIns).where(isThis),
    selectPeople(db, null).where(inArray(people.id, holder)),
    db
      .select({ programmeId: memberships.programmeId, role: memberships.role })
      .from(memberships)
      .where(inArray(memberships.personId, holder)),
    db.select({ id: owners.personId }).from(owners).where(inArray(owners.personId, holder)),
    selectManagerFor(db, sql`(${holder})`),
    selectDuties(db, sql`(${holder})`, now),
    selectOwnAddresses(db, holder),
  ])
  if (!row || !person) return null
  const { tokenHash: _, ...signIn } = row
  const scope = scopeOf(signIn.address, toPerson(person), own)
  return {
    ...{ signIn, person: scope.person },
    roles: joined.flatMap(({ programmeId, role }) => (scope.opens(programmeId) ? [role] : [])),
    isOwner: owner !== undefined && scope.isShared,
    answersForSomebody: duties.some(({ programmeId }) => scope.opens(programmeId)),
    // Where single programmes know him by other addresses, nobody of another is named.
    manager:
      managers.find(({ programmeId }) => scope.opens(programmeId)) ??
      (own.length === 0 ? managers[0] : undefined) ??
      null,
  }
}

export type SignInUse = {
  readonly now: Instant
  readonly untilAt: Instant
  readonly trusted: boolean
  /** The sign-in that this browser had until now: it ends. */
  readonly instead: SignInId | null
}

/** Uses a link once: if two requests come at the same time, one is signed in. */
export async function spendSignIn(
  db: Database,
  id: SignInId,
  { now, untilAt, trusted, instead }: SignInUse,
): Promise<boolean> {
  const spend = db
    .update(signIns)
    .set({ usedAt: now, untilAt, trusted, wayBack: null })
    .where(
      and(eq(signIns.id, id), isNull(signIns.usedAt), isNull(signIns.endedAt), gt(signIns.linkUntil, now)),
    )
    .returning({ id: signIns.id })
  if (instead === null) return (await spend).length === 1
  const isSpent = sql`EXISTS (SELECT 1 FROM sign_ins AS spent WHERE spent.id = ${id} AND spent.used_at = ${now})`
  const end = db
    .update(signIns)
    .set({ endedAt: now })
    .where(and(eq(signIns.id, instead), ne(signIns.id, id), isNull(signIns.endedAt), isSpent))
  const [used] = await db.batch([spend, end])
  return used.length === 1
}

/** Somebody who is let in, with all that is open to him. */
export type Account = {
  readonly person: Person
  readonly memberships: readonly Membership[]
  /** By name. */
  readonly programmes: readonly Programme[]
  readonly isOwner: boolean
  /** For whom the person answers now. */
  readonly answersFor: readonly AnswersFor[]
}

export type SignedIn = Account & { readonly times: SignInTimes }

export type AnswersFor = { readonly programmeId: ProgrammeId; readonly executiveId: PersonId }

function standingOf({ person, memberships, isOwner, answersFor }: Account): Standing {
  return {
    addresses: addressesOf(person),
    roles: memberships.map(({ role }) => role),
    isOwner,
    answersForSomebody: answersFor.length > 0,
    situation: null,
  }
}

/**
 * The person of a sign-in with roles and programmes, in one call; null if it is unused, ended or too old, or no longer
 * the person's.
 */
export async function findSignedIn(
  db: Database,
  { id, seenAt }: { readonly id: SignInId; readonly seenAt: Instant },
  now: Instant,
): Promise<SignedIn | null> {
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
  const [[signIn], ...found] = await db.batch([
    db
      .select({
        address: signIns.address,
        trusted: signIns.trusted,
        usedAt: signIns.usedAt,
        untilAt: signIns.untilAt,
        endedAt: signIns.endedAt,
      })
      .from(signIns)
      .where(eq(signIns.id, id)),
    ...selectAccount(db, holder, now),
  ])
  if (!signIn || whyOver(signIn, seenAt, now)) return null
  const { address, ...times } = signIn
  const account = accountIn(found, { purpose: 'session', address })
  return account && { ...account, times }
}

/** Somebody with all that this address of his opens now, as a sign-in by it would; null: nothing. */
export async function findAccount(
  db: Database,
  personId: PersonId,
  address: string,
  now: Instant,
): Promise<Account | null> {
  return accountIn(await db.batch(selectAccount(db, sql`(${personId})`, now)), {
    purpose: 'session',
    address,
  })
}

/** What somebody is to be known by what he holds: `holder` selects his id. */
export function selectAccount(db: Database, holder: SQLWrapper, now: Instant) {
  return [
    selectPeople(db, null).where(sql`${people.id} IN ${holder}`),
    db
      .select({ programmeId: memberships.programmeId, role: memberships.role, since: memberships.since })
      .from(memberships)
      .where(sql`${memberships.personId} IN ${holder}`),
    selectProgrammesOf(db, holder),
    db
      .select({ id: owners.personId })
      .from(owners)
      .where(sql`${owners.personId} IN ${holder}`),
    selectDuties(db, sql`(${holder})`, now),
    selectOwnAddresses(db, holder),
  ] as const
}

type Rows<Queries extends readonly unknown[]> = {
  readonly [Index in keyof Queries]: Awaited<Queries[Index]>
}
type Found = Rows<ReturnType<typeof selectAccount>>

/** Somebody with all that the address of what he holds opens now; null: it opens nothing any more. */
export function accountIn(
  [[person], joined, programmeRows, [owner], duties, own]: Found,
  { purpose, address, since = null }: Pick<Held, 'purpose' | 'address'> & { readonly since?: Instant | null },
): Account | null {
  if (!person) return null
  const scope = scopeOf(address, toPerson(person), own)
  const account = {
    person: scope.person,
    // Whoever comes back comes without what was made before.
    memberships: joined.flatMap(({ programmeId, role, since: joinedAt }) =>
      scope.opens(programmeId) && (since === null || joinedAt <= since) ? [{ programmeId, role }] : [],
    ),
    programmes: programmeRows.map(toProgramme).filter(({ id: programmeId }) => scope.opens(programmeId)),
    isOwner: owner !== undefined && scope.isShared,
    answersFor: duties
      .filter(({ programmeId }) => scope.opens(programmeId))
      .map(({ programmeId, executiveId }) => ({ programmeId, executiveId })),
  }
  return whyEnded({ purpose, personId: person.id, address }, standingOf(account)) === null ? account : null
}

type Holder = Pick<Person, 'id' | 'email' | 'aliases'>

/** By one of these addresses: another of the same person is one that other programmes have, and perhaps not his. */
function isHis(person: Holder): SQL | undefined {
  const forms = addressesOf(person).flatMap(formsOfAddress)
  return and(eq(signIns.personId, person.id), isAmong(signIns.address, forms))
}

/** Ends the sign-ins of a person: this one, or all. */
export async function endSignIns(
  db: Database,
  person: Holder,
  { id = null, now }: { readonly id?: SignInId | null; readonly now: Instant },
): Promise<void> {
  const isThis = id === null ? undefined : eq(signIns.id, id)
  await db
    .update(signIns)
    .set({ endedAt: now })
    .where(and(isHis(person), isThis, isNull(signIns.endedAt), isNotNull(signIns.usedAt)))
}

/** The sign-ins of a person that are not over, the newest first. */
export async function listSignIns(
  db: Database,
  person: Holder,
  now: Instant,
): Promise<readonly Pick<SignIn, 'id' | 'usedAt' | 'untilAt' | 'trusted'>[]> {
  const { id, usedAt, untilAt, trusted } = signIns
  return db
    .select({ id, usedAt, untilAt, trusted })
    .from(signIns)
    .where(and(isHis(person), isNull(signIns.endedAt), isNotNull(usedAt), gt(untilAt, now)))
    .orderBy(desc(usedAt), desc(id))
    .limit(MOST_SHOWN)
}

const MOST_SHOWN = 50

/** Where links lead that nobody used. A slice. */
export function forgetWaysBack(askedUntil: Instant, limit: number): SQL {
  return sql`UPDATE sign_ins SET way_back = NULL WHERE id IN (
    SELECT id FROM sign_ins WHERE way_back IS NOT NULL AND asked_at <= ${askedUntil} LIMIT ${limit})`
}

/** Adds one to the rate-limit counter of this window; returns the count. */
export async function countUp(
  platform: Pick<Platform, 'db' | 'sign'>,
  of: string,
  window: number,
): Promise<number> {
  const [row] = await countOnce(platform.db, { key: await counterKey(platform, of), window })
  return row?.count ?? 1
}

/** The statement, for a batch. Its key is a hash already. */
export function countOnce(
  db: Database,
  { key, window }: Pick<typeof counters.$inferInsert, 'key' | 'window'>,
) {
  return db
    .insert(counters)
    .values({ key, window, count: 1 })
    .onConflictDoUpdate({
      target: [counters.key, counters.window],
      set: { count: sql`${counters.count} + 1` },
    })
    .returning({ count: counters.count })
}
