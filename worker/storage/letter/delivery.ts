import { and, desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'

import { members, outbox, people, suppressions } from '../../../schema/index.ts'
import type { LetterId, PersonId, ProgrammeId, SessionId } from '../../domain/ids.ts'
import type { Letter } from '../../domain/letter/letter.ts'
import { hasText, type LetterState, threadOf, validUntilOf } from '../../domain/letter/thread.ts'
import { instant, type Instant } from '../../domain/time/time.ts'
import type { Database, Platform, Statement } from '../../platform.ts'
import { isAmong } from '../among.ts'
import { isOwnAddress } from '../people/own-addresses.ts'
import { inProgramme, PERSON } from '../people/person.ts'
import { openAll, type Opened, sealLetter, withOpened } from './sealed.ts'
import { isInForce } from './suppression.ts'

/** One letter with its delivery state, without its text. */
export type Delivery = {
  readonly id: LetterId
  readonly kind: Letter['kind']
  /** The METHOD of its calendar part, if it has one. */
  readonly method: string | null
  readonly personId: PersonId
  readonly name: string
  /** Empty once the letter's text is gone. */
  readonly address: string
  readonly sessionId: SessionId | null
  readonly state: LetterState
  readonly attempts: number
  readonly error: string | null
  readonly createdAt: Instant
  readonly sentAt: Instant | null
  /** What the mail server said when it took the letter. */
  readonly providerId: string | null
  /** Whether the address is suppressed now. */
  readonly isStopped: boolean
  /** It ends by itself then; null if it does not, or if the address is not suppressed. */
  readonly stoppedUntil: Instant | null
}

export const DELIVERY_STATES = ['waiting', 'sent', 'failed', 'stopped', 'superseded', 'retired'] as const

const DELIVERY = {
  id: outbox.id,
  kind: sql<Letter['kind']>`json_extract(${outbox.letter}, '$.kind')`,
  method: sql<string | null>`json_extract(${outbox.letter}, '$.method')`,
  personId: outbox.personId,
  // Figures go to somebody who is no person of ours.
  name: sql<string>`iif(${outbox.thread} LIKE 'figures:%', json_extract(${outbox.letter}, '$.reader.email'), ${PERSON.name})`,
  address: sql<string>`json_extract(${outbox.letter}, '$.reader.email')`,
  sessionId: outbox.sessionId,
  state: outbox.state,
  attempts: outbox.attempts,
  error: outbox.error,
  createdAt: outbox.createdAt,
  sentAt: outbox.sentAt,
  providerId: outbox.providerId,
}

/** Null while mail goes to the address, 0 if a person has to clear it, else the moment until which it rests. */
function stoppedUntil(now: Instant) {
  return sql<number | null>`(SELECT coalesce(${suppressions.untilAt}, 0) FROM suppressions
    WHERE address = json_extract(${outbox.letter}, '$.reader.email') AND ${isInForce(now)})`
}

/** Its reader is no member: the thread names the programme. */
const IS_OF_FIGURES = sql`${outbox.thread} LIKE 'figures:%'`

/** Letters about a programme's sessions; with its figures; and those about no session, such as sign-in links, that are its own. */
export function ofProgramme(programmeId: ProgrammeId): SQL {
  return ofOne(sql`programme_id = ${programmeId}`)
}

/** The same of several programmes. */
export function ofSome(programmeIds: readonly ProgrammeId[]): SQL {
  return ofOne(isAmong(sql`programme_id`, programmeIds))
}

function ofOne(isOne: SQL): SQL {
  return sql`CASE WHEN ${outbox.sessionId} IS NOT NULL
    THEN EXISTS (SELECT 1 FROM sessions WHERE id = ${outbox.sessionId} AND ${isOne})
    WHEN ${IS_OF_FIGURES} THEN EXISTS (
      SELECT 1 FROM (SELECT substr(${outbox.thread}, 9) AS programme_id) WHERE ${isOne})
    ELSE EXISTS (SELECT 1 FROM members WHERE person_id = ${outbox.personId} AND ${isOne} AND ${IS_OF_MEMBER}) END`
}

/**
 * The thread names the programmes; that of an older version none: then it is theirs who share its reader with nobody. A
 * word of health to an owner who manages none is of no programme.
 */
const IS_OF_MEMBER = sql`(instr(${outbox.thread} || ' ', ' ' || members.programme_id || ' ') > 0
  OR (instr(coalesce(${outbox.thread}, ''), 'prg_') = 0 AND coalesce(${outbox.thread}, '') NOT LIKE 'health:%'
    AND NOT EXISTS (SELECT 1 FROM members AS beside
    WHERE beside.person_id = members.person_id AND beside.programme_id <> members.programme_id)))`

/** The exact predicates of the partial indexes. Few letters wait at a time, so those are sorted. */
const IN_STATE = {
  waiting: sql`${outbox.state} = 'waiting'`,
  failed: sql`${outbox.state} = 'failed'`,
  stopped: sql`${outbox.state} = 'stopped'`,
  sent: sql`${outbox.state} = 'sent'`,
  superseded: sql`${outbox.state} = 'superseded'`,
  retired: sql`${outbox.state} = 'retired'`,
}

export type DeliveryListPage = {
  readonly state: LetterState | null
  readonly before: string | null
  readonly limit: number
  readonly now: Instant
}

/** Newest first; `next` is the pagination cursor of the older ones, null at the end. */
export async function listDeliveries(
  db: Database,
  programmeId: ProgrammeId,
  { state, before, limit, now }: DeliveryListPage,
): Promise<{ readonly deliveries: readonly Delivery[]; readonly next: string | null }> {
  const rows = await db
    .select({ ...DELIVERY, until: stoppedUntil(now) })
    .from(outbox)
    .innerJoin(people, eq(people.id, outbox.personId))
    .leftJoin(members, inProgramme(programmeId))
    .where(and(ofProgramme(programmeId), state ? IN_STATE[state] : undefined, olderThan(before)))
    .orderBy(state === 'waiting' ? sql`+${outbox.createdAt} DESC` : desc(outbox.createdAt), desc(outbox.id))
    .limit(limit + 1)
  const deliveries = rows.slice(0, limit).map(({ until, ...row }) => ({
    ...row,
    isStopped: until !== null,
    stoppedUntil: until ? instant(until) : null,
  }))
  const last = rows.length > limit ? deliveries.at(-1) : undefined
  return { deliveries, next: last ? `${last.createdAt}.${last.id}` : null }
}

/** What comes after this cursor, newest first. */
export function olderThan(before: string | null) {
  const [at, id] = before?.split('.') ?? []
  return at && id ? sql`(${outbox.createdAt}, ${outbox.id}) < (${instant(Number(at))}, ${id})` : undefined
}

/** A row with its letter opened. */
export type Stored = Omit<typeof outbox.$inferSelect, 'letter'> & Opened

/** A letter of one of these programmes; null for any other. */
export async function findLetter(
  platform: Pick<Platform, 'db' | 'open'>,
  id: LetterId,
  programmeIds: readonly ProgrammeId[],
): Promise<Stored | null> {
  const [row] = await platform.db
    .select(getTableColumns(outbox))
    .from(outbox)
    .where(and(eq(outbox.id, id), ofSome(programmeIds)))
  return row ? withOpened(platform, row) : null
}

/** How many of these letters are of some of these programmes. */
export async function countOf(
  db: Database,
  ids: readonly LetterId[],
  programmeIds: readonly ProgrammeId[],
): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(outbox)
    .where(and(isAmong(outbox.id, ids), ofSome(programmeIds)))
  return row?.count ?? 0
}

export type StoredText = Stored & { readonly letter: Letter }

/** The row, if the text of its letter is still there. */
export function withText(stored: Stored): StoredText | null {
  const { letter } = stored
  return hasText(letter) && letter.reader.email !== '' ? { ...stored, letter } : null
}

/** Letters to an address that were stopped before sending, or that bounced. */
export async function listStopped(platform: Platform, address: string): Promise<readonly StoredText[]> {
  const rows = await platform.db
    .select(getTableColumns(outbox))
    .from(outbox)
    .where(
      and(
        sql`${outbox.state} = 'stopped'`,
        sql`${outbox.personId} IN (SELECT person_id FROM addresses WHERE address = ${address}
          UNION SELECT person_id FROM members WHERE ${isOwnAddress(address)})`,
        sql`json_extract(${outbox.letter}, '$.reader.email') = ${address}`,
      ),
    )
    .orderBy(outbox.createdAt)
  return (await openAll(platform, rows)).flatMap((row) => withText(row) ?? [])
}

/** Sends the same rows again with their tries reset; only failed and stopped ones. A press did it, so nothing is quiet. */
export function requeueLetters(db: Database, ids: readonly LetterId[], now: Instant): Statement {
  return db
    .update(outbox)
    .set({
      state: 'waiting',
      attempts: 0,
      dueAt: now,
      lease: null,
      leaseUntil: null,
      error: null,
      fault: null,
      sentAt: null,
      isQuiet: false,
    })
    .where(
      and(
        sql`${outbox.state} IN ('failed', 'stopped')`,
        sql`${outbox.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
      ),
    )
}

/** Sends a letter once more, as a row of its own. Unchanged it has the same bytes. */
export async function insertAgain(
  { db, now, seal, open }: Platform,
  { letter, personId, sessionId, thread }: StoredText,
  id: LetterId,
): Promise<readonly [Statement]> {
  const sealed = await sealLetter({ seal, open }, id, letter)
  const insert = db
    .insert(outbox)
    .values({
      id,
      dedupeKey: againKey(id),
      personId,
      sessionId,
      letter: sealed,
      state: 'waiting',
      dueAt: now(),
      createdAt: now(),
      thread: thread ?? threadOf(letter),
      validUntil: validUntilOf(letter),
    })
    .onConflictDoNothing()
  return [insert]
}

/** The dedupe key of “send again” under one id. */
export function againKey(id: LetterId): string {
  return `again:${id}`
}
