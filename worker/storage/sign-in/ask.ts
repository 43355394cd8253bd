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

/** How many links a mailbox gets since `since`; beyond that none while an unused one is there that is newer than `spare`. */
export type MailboxLimit = { readonly most: number; readonly since: Instant; readonly spare: Instant }

/** A link to sign in with its letter. One is made for every address; without a reader it is not written. */
export type AskedLink = {
  readonly signIn: Omit<SignIn, 'personId' | 'usedAt' | 'endedAt'> & { readonly tokenHash: string }
  readonly outgoing: Outgoing
  readonly readerId: PersonId | null
}

/**
 * Counts the request for each of its senders, and writes the links if they have a reader and one of the senders is within
 * its limit: the same statements in one batch for every address. Returns whether one was; that of the mailbox is not said.
 */
export async function askForLink(
  platform: Pick<Platform, 'db' | 'now' | 'seal' | 'open' | 'sign'>,
  senders: readonly [Limit, ...(readonly Limit[])],
  ofMailbox: MailboxLimit,
  asked: readonly AskedLink[],
): Promise<boolean> {
  const { db } = platform
  const [first, ...others] = senders
  const keyed = async (each: Limit) => ({ ...each, key: await counterKey(platform, each.key) })
  const limit = await keyed(first)
  const limits = [limit, ...(await Promise.all(others.map(keyed)))]
  const isToBeSent = sql`EXISTS (SELECT 1 FROM people WHERE id = value ->> '$.personId')
    AND (${sql.join(limits.map(isWithin), sql` OR `)}) AND ${hasRoom(ofMailbox)}`
  const links = asked.map(({ signIn, readerId }) => ({ ...signIn, personId: readerId }))
  const letters = await Promise.all(
    asked.map(async ({ signIn, outgoing }) => ({
      ...(await letterRow(platform, outgoing)),
      signInId: signIn.id,
    })),
  )
  const isLinkWritten = sql`EXISTS (SELECT 1 FROM sign_ins WHERE id = value ->> '$.signInId')`
  const counts = await db.batch([
    countOnce(db, limit),
    ...limits.slice(1).map((each) => countOnce(db, each)),
    insertFrom(db, signIns, chosen(links, isToBeSent)),
    insertFrom(db, outbox, chosen(letters, isLinkWritten)),
  ])
  return limits.some(({ most }, index) => countIn(counts[index]) <= most)
}

function chosen(rows: readonly object[], which: SQL): SQL {
  return sql`(SELECT value FROM json_each(${JSON.stringify(rows)}) WHERE ${which})`
}

function isWithin({ key, window, most }: Limit): SQL {
  return sql`(SELECT count FROM counters WHERE key = ${key} AND window = ${window}) <= ${most}`
}

/** By its reader and his address: all addresses that lead to one mailbox share what it gets. */
function hasRoom({ most, since, spare }: MailboxLimit): SQL {
  const mailed = sql`FROM sign_ins AS mailed WHERE mailed.person_id = value ->> '$.personId'
    AND mailed.address = value ->> '$.address'`
  return sql`((SELECT count(*) ${mailed} AND mailed.asked_at > ${since}) < ${most}
    OR NOT EXISTS (SELECT 1 ${mailed} AND mailed.asked_at > ${spare}
      AND mailed.used_at IS NULL AND mailed.ended_at IS NULL))`
}

function countIn(rows: unknown): number {
  const [row] = Array.isArray(rows) ? rows : []
  return Number(Object(row).count ?? 1)
}
