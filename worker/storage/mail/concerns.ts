import { type SQL, sql } from 'drizzle-orm'

import { received } from '../../../schema/index.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import type { Sender } from '../../domain/mail/sender.ts'

/** A mail belongs to the programme of its session; without a session, to every programme of its addressee, also if he has left. */
export function concerns(programmeId: ProgrammeId): SQL {
  return concernsOne(sql`programme_id = ${programmeId}`)
}

/**
 * What comes from an address by which another programme alone knows the addressee is for that one. In a query over
 * `members`.
 */
const MAY_SHOW = sql`NOT EXISTS (SELECT 1 FROM members AS others, json_each(others.own_addresses) AS own
  WHERE others.person_id = members.person_id AND others.own_addresses IS NOT NULL AND own.value = ${received.sender}
    AND ${received.sender} NOT IN (SELECT address FROM addresses WHERE person_id = members.person_id AND members.own_addresses IS NULL
      UNION SELECT kept.value FROM json_each(members.own_addresses) AS kept))`

/** The same for the programmes that a condition on `programme_id` names. */
export function concernsOne(isOne: SQL): SQL {
  return sql`CASE WHEN ${received.sessionId} IS NOT NULL
    THEN EXISTS (SELECT 1 FROM sessions WHERE id = ${received.sessionId} AND ${isOne})
    ELSE EXISTS (SELECT 1 FROM members WHERE person_id = ${received.personId} AND ${isOne} AND ${MAY_SHOW}) END`
}

/**
 * Everybody the programmes know, also those who have no role in them any more. `by`: by the addresses that all their
 * programmes share.
 */
function knownPeople(programmes: SQL, by: 'shared' | 'any' = 'any'): SQL {
  const isShared = by === 'shared' ? sql`AND own_addresses IS NULL` : sql``
  return sql`(SELECT person_id FROM members WHERE programme_id IN ${programmes} ${isShared})`
}

/**
 * A mail that waits for one of the people of these programmes. The index of waiting mails by person makes that as cheap as
 * the number of people, whatever waits elsewhere.
 */
export function waitsFor(programmes: SQL): SQL {
  return sql`${received.state} = 'waiting' AND ${received.personId} IN ${knownPeople(programmes)}`
}

/**
 * Whether a waiting mail is from somebody these programmes know now: it names an event of ours, or comes from the address
 * of somebody in them, or from his own mail domain. Whoever joins later is known from then on.
 */
export function isFromKnown(programmes: SQL): SQL {
  const { sender, senderDomain } = received
  return sql`(${sender} IS NULL OR ${isOfKnown(programmes, sql`${sender}`, sql`${senderDomain}`)})`
}

/** The first of these who is known to these programmes, one column of it; null if none is. */
export function knownOf(programmes: SQL, senders: readonly Sender[], column: keyof Sender): SQL {
  const [address, domain] = [sql`json_extract(value, '$.address')`, sql`json_extract(value, '$.domain')`]
  return sql`(SELECT json_extract(value, ${`$.${column}`}) FROM json_each(${JSON.stringify(senders)})
    WHERE ${isOfKnown(programmes, address, domain)} LIMIT 1)`
}

/** Whether an address, or its domain if that is not null, is one of somebody in these programmes. */
export function isOfKnown(programmes: SQL, address: SQL, domain: SQL): SQL {
  const ofKnown = sql`(SELECT address FROM addresses WHERE person_id IN ${knownPeople(programmes, 'shared')}
    UNION SELECT own.value FROM members, json_each(members.own_addresses) AS own
      WHERE members.own_addresses IS NOT NULL AND members.programme_id IN ${programmes})`
  return sql`(ifnull(${address} IN ${ofKnown}, 0) OR (${domain} IS NOT NULL
    AND ${domain} IN (SELECT substr(address, instr(address, '@') + 1) FROM ${ofKnown})))`
}
