import { type SQL, sql, type SQLWrapper } from 'drizzle-orm'

import { memberships, outbox, people, signIns } from '../../../schema/index.ts'
import type { Outgoing } from '../../domain/decision.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Sender } from '../../domain/letter/letter.ts'
import { formsOfAddress } from '../../domain/people/address.ts'
import type { Membership, Person } from '../../domain/people/person.ts'
import { mailboxesOf, scopeOf } from '../../domain/sign-in/scope.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Platform } from '../../platform.ts'
import { isAmong } from '../among.ts'
import { letterRow } from '../letter/outbox.ts'
import { insertFrom } from '../many.ts'
import { selectDuties } from '../people/assistant.ts'
import { selectSenders } from '../people/manager.ts'
import { isOwnAddress } from '../people/own-addresses.ts'
import { selectPeople, toPerson } from '../people/person.ts'
import { counterKey } from './counter-key.ts'
import { countOnce, selectOwnAddresses, type SignIn } from './sign-in.ts'

/** Somebody to whom an address leads, as those of his programmes have him that know him by it. */
export type Account = {
  readonly person: Person
  /** Whether all the person's programmes share the address, and not only some that know him by it. */
  readonly isShared: boolean
  readonly memberships: readonly Membership[]
  /** The programmes in which the person answers for somebody now. */
  readonly duties: readonly ProgrammeId[]
}

/** All that is known of who asks to sign in. */
export type Asking = {
  /** Nearly always one: an address that a programme alone knows somebody by may be somebody else's too. */
  readonly accounts: readonly Account[]
  /** In whose name each of these programmes writes. */
  readonly senders: ReadonlyMap<ProgrammeId, Sender>
  /** Whether the installation has any person. */
  readonly isAnybodyHere: boolean
}

/** Whose address this is, in one call that is the same whether it is anybody's or not. */
export async function findAsking(db: Database, address: string, now: Instant): Promise<Asking> {
  const owner = sql`(SELECT person_id FROM addresses WHERE ${isAmong(sql`address`, formsOfAddress(address))}
    UNION SELECT person_id FROM members WHERE ${isOwnAddress(address)})`
  const [found, joined, duties, senders, own, anybody] = await db.batch([
    selectPeople(db, null).where(sql`${people.id} IN ${owner}`),
    db
      .select({
        personId: memberships.personId,
        programmeId: memberships.programmeId,
        role: memberships.role,
      })
      .from(memberships)
      .where(sql`${memberships.personId} IN ${owner}`),
    selectDuties(db, owner, now),
    selectSenders(db, programmesAround(owner)),
    selectOwnAddresses(db, owner),
    db.select({ id: people.id }).from(people).limit(1),
  ])
  const accounts = found.map(toPerson).flatMap((person) => {
    const apart = own.filter(({ personId }) => personId === person.id)
    return mailboxesOf(address, person, apart).map((mailbox): Account => {
      const scope = scopeOf(mailbox, person, apart)
      return {
        person: { ...scope.person, email: mailbox },
        isShared: scope.isShared,
        memberships: joined.filter(
          ({ personId, programmeId }) => personId === person.id && scope.opens(programmeId),
        ),
        duties: duties.flatMap(({ assistantId, programmeId }) =>
          assistantId === person.id && scope.opens(programmeId) ? [programmeId] : [],
        ),
      }
    })
  })
  return {
    accounts,
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

/** A link to sign in with its letter. One is made for every address; without a reader it is not written. */
export type AskedLink = {
  readonly signIn: Omit<SignIn, 'personId' | 'usedAt' | 'endedAt'> & { readonly tokenHash: string }
  readonly outgoing: Outgoing
  readonly readerId: PersonId | null
}

/**
 * Counts the request, and writes the links if they have a reader and it is within the limits: the same statements in one
 * batch for every address. Whether it was within those of the address and the network: that of the person is not said.
 */
export async function askForLink(
  platform: Pick<Platform, 'db' | 'now' | 'seal' | 'open' | 'sign'>,
  limits: readonly [ofAddress: Limit, ofNetwork: Limit, ofPerson: Limit],
  asked: readonly AskedLink[],
): Promise<boolean> {
  const { db } = platform
  const [first, second, third] = await Promise.all(
    limits.map(async ({ key, ...limit }) => ({ ...limit, key: await counterKey(platform, key) })),
  )
  if (!first || !second || !third) throw new Error('no limits')
  const isToBeSent = sql`EXISTS (SELECT 1 FROM people WHERE id = value ->> '$.readerId')
    AND ${isWithin(first)} AND ${isWithin(second)} AND ${isWithin(third)}`
  const chosen = (rows: readonly object[]) =>
    sql`(SELECT value FROM json_each(${JSON.stringify(rows)}) WHERE ${isToBeSent})`
  const links = asked.map(({ signIn, readerId }) => ({ ...signIn, personId: readerId, readerId }))
  const letters = await Promise.all(
    asked.map(async ({ outgoing, readerId }) => ({ ...(await letterRow(platform, outgoing)), readerId })),
  )
  const [[ofFirst], [ofSecond]] = await db.batch([
    countOnce(db, first),
    countOnce(db, second),
    countOnce(db, third),
    insertFrom(db, signIns, chosen(links)),
    insertFrom(db, outbox, chosen(letters)),
  ])
  return (ofFirst?.count ?? 1) <= first.most && (ofSecond?.count ?? 1) <= second.most
}

function isWithin({ key, window, most }: Limit): SQL {
  return sql`(SELECT count FROM counters WHERE key = ${key} AND window = ${window}) <= ${most}`
}
