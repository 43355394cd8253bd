import { type SQL, sql } from 'drizzle-orm'

import { received } from '../../../schema/index.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import type { Sender } from '../../domain/mail/sender.ts'

/** A mail belongs to the programme of its session; without a session, to every programme of its addressee, also if he has left. */
export function concerns(programmeId: ProgrammeId): SQL {
  return concernsOne(sql`programme_id = ${programmeId}`)
}

/** The same for the programmes that a condition on `programme_id` names. */
export function concernsOne(isOne: SQL): SQL {
  return sql`CASE WHEN ${received.sessionId} IS NOT NULL
    THEN EXISTS (SELECT 1 FROM sessions WHERE id = ${received.sessionId} AND ${isOne})
    ELSE EXISTS (SELECT 1 FROM members WHERE person_id = ${received.personId} AND ${isOne}) END`
}

/** Everybody the programme knows, also those who have no role in it any more. */
function knownPeople(programmes: SQL): SQL {
  return sql`(SELECT person_id FROM members WHERE programme_id IN ${programmes})`
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
  const ofKnown = sql`FROM addresses WHERE person_id IN ${knownPeople(programmes)}`
  return sql`(ifnull(${address} IN (SELECT address ${ofKnown}), 0)
    OR (${domain} IS NOT NULL AND ${domain} IN (SELECT substr(address, instr(address, '@') + 1) ${ofKnown})))`
}
