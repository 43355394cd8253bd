import { and, eq, lte, sql } from 'drizzle-orm'

import { droppedMails, received } from '../../../schema/index.ts'
import { KEPT_MS } from '../../domain/clock/retention.ts'
import type { PersonId, ProgrammeId, ReceivedId } from '../../domain/ids.ts'
import { RATE_LIMITS } from '../../domain/rate-limits.ts'
import { before, type Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { inOneBatch } from '../batch.ts'
import { CODES_ONLY } from './codes-only.ts'
import { concerns, isFromKnown, waitsFor } from './concerns.ts'

/**
 * Strangers' mails that are kept for the people of one programme, for thirty days: of each sender the newest first, so that
 * nobody who writes often pushes out what another wrote once.
 */
export const MAX_STRANGERS_MAILS = RATE_LIMITS['strangers-mail'].most

/** The programmes that a mail concerns. */
const OF_ADDRESSEE = sql`(SELECT programme_id FROM members WHERE person_id = received.person_id AND (
  received.session_id IS NULL OR programme_id = (SELECT programme_id FROM sessions WHERE id = received.session_id)))`

/** Asked of one mail after the other: most addressees are in one programme, and most senders are known in none. */
const IS_KNOWN_ELSEWHERE = sql`CASE
  WHEN ${received.sessionId} IS NOT NULL THEN 0
  WHEN (SELECT count(*) FROM members WHERE person_id = ${received.personId}) < 2 THEN 0
  WHEN ${isFromKnown(sql`(SELECT programme_id FROM members)`)} THEN ${isFromKnown(OF_ADDRESSEE)} ELSE 0 END`

/** A mail from somebody whom another programme of its addressee knows waits there alone. */
function isStrangers(programmeId: ProgrammeId) {
  const programmes = sql`(${programmeId})`
  return sql`${waitsFor(programmes)} AND ${concerns(programmeId)} AND NOT ${isFromKnown(programmes)}
    AND NOT ${IS_KNOWN_ELSEWHERE}`
}

/** How many mails of strangers wait, how many are not kept any more, and since when: two queries for one batch. */
export function selectStrangers(db: Database, programmeId: ProgrammeId) {
  return [
    db
      .select({ kept: sql<number>`count(*)`, since: sql<Instant | null>`min(${received.at})` })
      .from(received)
      .where(isStrangers(programmeId)),
    db
      .select({ dropped: droppedMails.count, since: droppedMails.since })
      .from(droppedMails)
      .where(eq(droppedMails.programmeId, programmeId)),
  ] as const
}

/** All that came; null if none did. */
export function toStrangers(
  [kept]: readonly { readonly kept: number; readonly since: Instant | null }[],
  [dropped]: readonly { readonly dropped: number; readonly since: Instant }[],
): { readonly count: number; readonly since: Instant } | null {
  const since = dropped?.since ?? kept?.since ?? null
  return since === null ? null : { count: (kept?.kept ?? 0) + (dropped?.dropped ?? 0), since }
}

export type StrangersMail = {
  readonly id: ReceivedId
  readonly at: Instant
  readonly personId: PersonId | null
  readonly sender: string
  readonly subject: string | null
}

/** The mails of strangers that are kept, newest first, and the number of those that are not. */
export async function listStrangersMails(
  db: Database,
  programmeId: ProgrammeId,
): Promise<{ readonly mails: readonly StrangersMail[]; readonly dropped: number }> {
  const [mails, [dropped]] = await db.batch([
    db
      .select({
        id: received.id,
        at: received.at,
        personId: received.personId,
        sender: sql<string>`${received.sender}`,
        subject: sql<string | null>`json_extract(${received.reading}, '$.subject')`,
      })
      .from(received)
      .where(isStrangers(programmeId))
      .orderBy(sql`${received.at} DESC, ${received.id} DESC`),
    db
      .select({ count: droppedMails.count })
      .from(droppedMails)
      .where(eq(droppedMails.programmeId, programmeId)),
  ])
  return { mails, dropped: dropped?.count ?? 0 }
}

/** What a manager has seen when she settles: only that goes. */
export type SettledStrangers = {
  readonly programmeId: ProgrammeId
  /** Null: all of them. */
  readonly sender: string | null
  readonly upTo: Instant
  readonly dropped: number
}

/** Settles waiting mails of strangers, and takes those that are not kept out of the count where all are settled. */
export function settleStrangers(
  db: Database,
  { programmeId, sender, upTo, dropped }: SettledStrangers,
  byId: PersonId,
  at: Instant,
): readonly Statement[] {
  const ofSender = sender === null ? undefined : eq(received.sender, sender)
  const settled = db
    .update(received)
    .set({ state: 'settled', settledBy: byId, settledAt: at, ...CODES_ONLY })
    .where(and(isStrangers(programmeId), ofSender, lte(received.at, upTo)))
  if (sender !== null || dropped === 0) return [settled]
  const ofProgramme = eq(droppedMails.programmeId, programmeId)
  return [
    settled,
    db.delete(droppedMails).where(and(ofProgramme, lte(droppedMails.count, dropped))),
    db
      .update(droppedMails)
      .set({ count: sql`${droppedMails.count} - ${dropped}` })
      .where(ofProgramme),
  ]
}

/**
 * Deletes what waits from strangers for this person and those around: what is too many, and what is too old. They stay in
 * the count of each programme that they concern. A mail from somebody whom a programme of its own addressee knows is never
 * deleted, whoever is around him.
 */
export function dropStrangers(db: Database, personId: PersonId, now: Instant): readonly Statement[] {
  const programmes = sql`(SELECT programme_id FROM members WHERE person_id = ${personId})`
  const tooMany = sql`(SELECT id FROM (
    SELECT id, at, row_number() OVER (ORDER BY nth, at DESC, id DESC) AS place FROM (
      SELECT id, at, row_number() OVER (PARTITION BY sender ORDER BY at DESC, id DESC) AS nth FROM received
      WHERE ${waitsFor(programmes)} AND NOT ${isFromKnown(programmes)}))
    WHERE place > ${MAX_STRANGERS_MAILS} OR at < ${before(now, KEPT_MS.strangersMail)})`
  const dropped = sql`(SELECT id FROM received WHERE id IN ${tooMany} AND NOT ${isFromKnown(OF_ADDRESSEE)})`
  const perProgramme = sql`
    SELECT members.programme_id, count(*), min(dropped.at) FROM received AS dropped
    JOIN members ON members.person_id = dropped.person_id AND (dropped.session_id IS NULL
      OR members.programme_id = (SELECT programme_id FROM sessions WHERE id = dropped.session_id))
    WHERE dropped.id IN ${dropped} GROUP BY members.programme_id`
  return [
    db
      .insert(droppedMails)
      .select(perProgramme)
      .onConflictDoUpdate({
        target: droppedMails.programmeId,
        set: {
          count: sql`${droppedMails.count} + excluded.count`,
          since: sql`min(${droppedMails.since}, excluded.since)`,
        },
      }),
    db.delete(received).where(sql`${received.id} IN ${dropped}`),
  ]
}

/** The same for everybody for whom an old one waits, some people a call. Returns how many people those are. */
export async function dropOldStrangers(db: Database, now: Instant): Promise<number> {
  const rows = await db
    .selectDistinct({ id: received.personId })
    .from(received)
    .where(
      sql`${received.state} = 'waiting' AND ${received.sender} IS NOT NULL
        AND ${received.at} < ${before(now, KEPT_MS.strangersMail)}`,
    )
  const ids = rows.flatMap(({ id }) => id ?? [])
  for (let at = 0; at < ids.length; at += PEOPLE_AT_ONCE)
    await inOneBatch(
      db,
      ids.slice(at, at + PEOPLE_AT_ONCE).flatMap((id) => dropStrangers(db, id, now)),
    )
  return ids.length
}

const PEOPLE_AT_ONCE = 20
