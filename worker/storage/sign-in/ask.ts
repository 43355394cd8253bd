import { inArray, type SQL, sql, type SQLWrapper } from 'drizzle-orm'

import { addresses, memberships, outbox, people, signIns } from '../../../schema/index.ts'
import type { Outgoing } from '../../domain/decision.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Sender } from '../../domain/letter/letter.ts'
import { formsOfAddress } from '../../domain/people/address.ts'
import type { Membership, Person } from '../../domain/people/person.ts'
import type { Instant } from '../../domain/time/time.ts'
import { type Database, hashOf, type Platform } from '../../platform.ts'
import { letterRow } from '../letter/outbox.ts'
import { insertFrom } from '../many.ts'
import { selectDuties } from '../people/assistant.ts'
import { selectSenders } from '../people/manager.ts'
import { selectPeople, toPerson } from '../people/person.ts'
import { countOnce, type SignIn } from './sign-in.ts'

/** All that is known of who asks to sign in. */
export type Asking = {
  readonly person: Person | null
  readonly memberships: readonly Membership[]
  /** The programmes in which the person answers for somebody now. */
  readonly duties: readonly ProgrammeId[]
  /** In whose name each of these programmes writes. */
  readonly senders: ReadonlyMap<ProgrammeId, Sender>
  /** Whether the installation has any person. */
  readonly isAnybodyHere: boolean
}

/** Whose address this is, in one call that is the same whether it is anybody's or not. */
export async function findAsking(db: Database, address: string, now: Instant): Promise<Asking> {
  const owner = db
    .select({ id: addresses.personId })
    .from(addresses)
    .where(inArray(addresses.address, [...formsOfAddress(address)]))
  const [[person], joined, duties, senders, anybody] = await db.batch([
    selectPeople(db, null).where(inArray(people.id, owner)),
    db
      .select({ programmeId: memberships.programmeId, role: memberships.role })
      .from(memberships)
      .where(inArray(memberships.personId, owner)),
    selectDuties(db, sql`(${owner})`, now),
    selectSenders(db, programmesAround(owner)),
    db.select({ id: people.id }).from(people).limit(1),
  ])
  return {
    person: person ? toPerson(person) : null,
    memberships: joined,
    duties: duties.map(({ programmeId }) => programmeId),
    // Who has managed a programme longest stands last.
    senders: new Map(senders.map(({ id, ...sender }) => [id, sender])),
    isAnybodyHere: anybody.length > 0,
  }
}

function programmesAround(owner: SQLWrapper): SQL {
  return sql`(SELECT programme_id FROM memberships WHERE person_id IN ${owner}
    UNION SELECT programme_id FROM assistants WHERE assistant_id IN ${owner})`
}

/** How often something may happen in this window. */
export type Limit = { readonly key: string; readonly window: number; readonly most: number }

/** A link to sign in with its letter. It is made for every address; without a reader it is not written. */
export type AskedLink = {
  readonly signIn: Omit<SignIn, 'personId' | 'usedAt' | 'endedAt'> & { readonly tokenHash: string }
  readonly outgoing: Outgoing
  readonly readerId: PersonId | null
}

/**
 * Counts the request, and writes the link if it has a reader and is within the limits: the same statements in one
 * batch for every address. Whether it was within the limits.
 */
export async function askForLink(
  platform: Pick<Platform, 'db' | 'now' | 'seal'>,
  limits: readonly [Limit, Limit],
  { signIn, outgoing, readerId }: AskedLink,
): Promise<boolean> {
  const { db } = platform
  const [first, second] = await Promise.all(
    limits.map(async ({ key, ...limit }) => ({ ...limit, key: await hashOf(key) })),
  )
  if (!first || !second) throw new Error('no limits')
  const isToBeSent = sql`EXISTS (SELECT 1 FROM people WHERE id = ${readerId ?? ''})
    AND ${isWithin(first)} AND ${isWithin(second)}`
  const rowOf = (row: object) =>
    sql`(SELECT value FROM json_each(${JSON.stringify([row])}) WHERE ${isToBeSent})`
  const [[ofFirst], [ofSecond]] = await db.batch([
    countOnce(db, first),
    countOnce(db, second),
    insertFrom(db, signIns, rowOf({ ...signIn, personId: readerId })),
    insertFrom(db, outbox, rowOf(await letterRow(platform, outgoing))),
  ])
  return (ofFirst?.count ?? 1) <= first.most && (ofSecond?.count ?? 1) <= second.most
}

function isWithin({ key, window, most }: Limit): SQL {
  return sql`(SELECT count FROM counters WHERE key = ${key} AND window = ${window}) <= ${most}`
}
