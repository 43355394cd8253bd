import { and, desc, eq, gt, inArray, isNotNull, ne, notInArray, type SQL, sql } from 'drizzle-orm'

import { assistants, invites, people, received, sessions } from '../../../schema/index.ts'
import { KEPT_MS } from '../../domain/clock/retention.ts'
import type { OfferId, PairingId, PersonId, ProgrammeId, ReceivedId, SessionId } from '../../domain/ids.ts'
import type { TestInvite } from '../../domain/letter/test-invite.ts'
import { type Arrived, type ReceivedStep, textIn } from '../../domain/mail/received.ts'
import { type Sender, senderOf, sendersOf, UNNAMED } from '../../domain/mail/sender.ts'
import { suggestedIn } from '../../domain/mail/suggestion.ts'
import { formsOfAddress } from '../../domain/people/address.ts'
import type { Person } from '../../domain/people/person.ts'
import { after, before, HOUR, type Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { isAmong } from '../among.ts'
import { forgetKey } from '../idempotency.ts'
import { selectTestInvite } from '../letter/test-invite.ts'
import { isAnswering } from '../people/assistant.ts'
import { isOwnAddress } from '../people/own-addresses.ts'
import { selectPeople, toPerson } from '../people/person.ts'
import { IS_UNLOGGED } from '../session/rows.ts'
import { CODES_ONLY } from './codes-only.ts'
import { concernsOne, knownOf } from './concerns.ts'
import { dropStrangers } from './strangers.ts'

export type Received = typeof received.$inferSelect

export function receivedStatements(db: Database, change: ReceivedStep): readonly Statement[] {
  if (change.kind === 'settled') return [settleReceived(db, change)]
  const { mail } = change
  const isKept = mail.state === 'waiting' && mail.personId !== null
  return [insertReceived(db, mail), ...(isKept ? dropStrangers(db, mail.personId, mail.at) : [])]
}

/**
 * Keeps a mail. A second copy of it fails, and with it all that its decision would have done again. While it waits, its
 * row says whose it is, as that address is stored with somebody known; of several authors, of the first who is known. A
 * mail that names an event of ours is nobody's that has to be known, and has no sender.
 */
export function insertReceived(db: Database, mail: Arrived) {
  const isWaiting = mail.state === 'waiting'
  const one = isWaiting ? senderOf(mail.reading) : null
  const senders = isWaiting ? sendersOf(mail.reading) : []
  const uid = textIn(mail.reading, 'uid')
  // Nearly every mail has one author, whose address has one form.
  const isPlain = senders.length === (one ? 1 : 0)
  const known = (column: keyof Sender) =>
    isPlain ? sql`NULL` : knownOf(programmesOf(mail.personId), senders, column)
  const sender = sql`coalesce(${known('address')}, ${one?.address ?? UNNAMED})`
  // With the sender: of a known one at a public provider it is null.
  const domain = sql`iif(${known('address')} IS NULL, ${one?.domain ?? null}, ${known('domain')})`
  const unlessOurs = (value: SQL) =>
    uid === null ? value : sql`iif(EXISTS (SELECT 1 FROM invites WHERE uid = ${uid}), NULL, ${value})`
  return db.insert(received).values({
    ...mail,
    sender: isWaiting ? unlessOurs(sender) : null,
    senderDomain: isWaiting ? unlessOurs(domain) : null,
    suggests: isWaiting && suggestedIn(mail.reading) !== null,
  })
}

/** Marks a mail as settled by a person. Its words are kept for thirty days. */
function settleReceived(
  db: Database,
  { id, byId, at }: Extract<ReceivedStep, { kind: 'settled' }>,
): Statement {
  return db
    .update(received)
    .set({ state: 'settled', settledBy: byId, settledAt: at, wordsUntil: after(at, KEPT_MS.settledMail) })
    .where(and(eq(received.id, id), sql`${received.state} = 'waiting'`))
}

/** A mail that was settled within the hour waits again, as `isRestorable` says. */
export function restoreReceived(db: Database, id: ReceivedId, now: Instant): readonly Statement[] {
  const isThis = and(
    eq(received.id, id),
    eq(received.state, 'settled'),
    isNotNull(received.wordsUntil),
    gt(received.settledAt, before(now, HOUR)),
  )
  return [
    forgetKey(db, id, db.select({ id: received.id }).from(received).where(isThis)),
    db
      .update(received)
      .set({ state: 'waiting', settledBy: null, settledAt: null, wordsUntil: null })
      .where(isThis),
  ]
}

/** Its words are kept, and it was settled within the hour. */
export function isRestorable({ state, settledAt, wordsUntil }: Received, now: Instant): boolean {
  return state === 'settled' && wordsUntil !== null && settledAt !== null && settledAt > before(now, HOUR)
}

export async function findSettledAt(db: Database, id: ReceivedId): Promise<Instant | null> {
  const [row] = await db.select({ at: received.settledAt }).from(received).where(eq(received.id, id))
  return row?.at ?? null
}

/** The mails about a session whose words are kept: those that wait, and those that were settled. The latest first. */
export async function listMailsAbout(
  db: Database,
  sessionId: SessionId,
): Promise<readonly { readonly id: ReceivedId; readonly at: Instant }[]> {
  return db
    .select({ id: received.id, at: received.at })
    .from(received)
    .where(
      and(
        eq(received.sessionId, sessionId),
        sql`(${received.state} = 'waiting' OR ${received.wordsUntil} IS NOT NULL)`,
      ),
    )
    .orderBy(desc(received.at))
    .limit(MAILS_LISTED)
}

/** More mails than people write about one hour. */
const MAILS_LISTED = 20

/** Of settled mails only codes are left once their words have been kept for long enough. A slice. */
export function dropOldWords(now: Instant, limit: number): SQL {
  return sql`UPDATE received SET reading = ${CODES_ONLY.reading}, sender = NULL, sender_domain = NULL, suggests = 0,
      words_until = NULL
    WHERE id IN (SELECT id FROM received WHERE words_until <= ${now} LIMIT ${limit})`
}

export async function findReceivedByFingerprint(db: Database, fingerprint: string): Promise<Received | null> {
  const [row] = await selectByFingerprint(db, fingerprint)
  return row ?? null
}

function selectByFingerprint(db: Database, fingerprint: string) {
  return db.select().from(received).where(eq(received.fingerprint, fingerprint))
}

/** What a mail is judged by: its first copy, the event it names, and who answers for its addressee. One call. */
export async function findMailContext(
  db: Database,
  mail: {
    readonly fingerprint: string
    readonly uid: string | null
    readonly addresseeId: PersonId
    readonly senders: readonly Sender[]
  },
  now: Instant,
): Promise<MailContext> {
  const answering = db
    .select({ id: assistants.assistantId })
    .from(assistants)
    .where(and(eq(assistants.executiveId, mail.addresseeId), isAnswering(now)))
  // As the programme of the event knows them; without an event, as all their programmes do.
  const programmeId = sql`(SELECT sessions.programme_id FROM invites JOIN sessions ON sessions.id = invites.session_id
    WHERE invites.uid = ${mail.uid ?? ''} AND invites.person_id = ${mail.addresseeId})`
  const [copies, events, [addressee], answerers, [known], [testInvite]] = await db.batch([
    selectByFingerprint(db, mail.fingerprint),
    selectInvite(db, mail.uid ?? ''),
    selectPeople(db, programmeId).where(eq(people.id, mail.addresseeId)),
    selectPeople(db, programmeId).where(inArray(people.id, answering)),
    selectIsKnown(db, mail.senders, mail.addresseeId),
    selectTestInvite(db, mail.addresseeId, mail.uid ?? ''),
  ])
  return {
    before: copies[0] ?? null,
    invite: events[0] ?? null,
    addressee: addressee ? toPerson(addressee) : null,
    assistants: answerers.map(toPerson),
    isFromKnown: known?.isKnown === 1,
    testInvite: testInvite ?? null,
  }
}

type MailContext = {
  readonly before: Received | null
  readonly invite: InviteFound | null
  readonly addressee: Person | null
  readonly assistants: readonly Person[]
  readonly isFromKnown: boolean
  /** The addressee's own, if the mail names it. */
  readonly testInvite: TestInvite | null
}

function programmesOf(personId: PersonId | null): SQL {
  return sql`(SELECT programme_id FROM members WHERE person_id = ${personId})`
}

/** Whether somebody of the addressee's programmes, or of such a person's house, has sent it. */
function selectIsKnown(db: Database, senders: readonly Sender[], addresseeId: PersonId) {
  const known = knownOf(programmesOf(addresseeId), senders, 'address')
  return db
    .select({ isKnown: sql<number>`${known} IS NOT NULL` })
    .from(people)
    .where(eq(people.id, addresseeId))
}

/** What nobody of the executive's side has said: reports of servers, and strangers to whom an invite was passed on. */
const NOT_THEIRS = ['bounce', 'forwarded', 'perhaps-automatic']

/** The addresses of whom a mail was meant for, and of everybody who answers for him, whichever programme knows them. */
const OF_HIS_SIDE = sql`(SELECT address FROM addresses WHERE ${isOfHisSide(sql`person_id`)}
  UNION SELECT own.value FROM members, json_each(members.own_addresses) AS own
    WHERE members.own_addresses IS NOT NULL AND ${isOfHisSide(sql`members.person_id`)})`

function isOfHisSide(personId: SQL): SQL {
  return sql`(${personId} = ${received.personId}
    OR ${personId} IN (SELECT assistant_id FROM assistants WHERE executive_id = ${received.personId}))`
}

/** Whether something that the executive's side has said about an open session of the pairing waits for a human. */
export async function hasWaitingAnswer(
  db: Database,
  { id, mentorId }: { readonly id: PairingId; readonly mentorId: PersonId },
): Promise<boolean> {
  const open = db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.pairingId, id), IS_UNLOGGED))
  const [row] = await db
    .select({ id: received.id })
    .from(received)
    .where(
      and(
        inArray(received.sessionId, open),
        eq(received.state, 'waiting'),
        ne(received.personId, mentorId),
        notInArray(received.why, NOT_THEIRS),
        sql`(${received.sender} IS NULL OR ${received.sender} IN ${OF_HIS_SIDE})`,
      ),
    )
    .limit(1)
  return row !== undefined
}

/** A mail of one of these programmes; null for any other. */
export async function findReceivedFor(
  db: Database,
  id: ReceivedId,
  programmeIds: readonly ProgrammeId[],
): Promise<Received | null> {
  const [row] = await db
    .select()
    .from(received)
    .where(and(eq(received.id, id), concernsOne(isAmong(sql`programme_id`, programmeIds))))
  return row ?? null
}

export type InviteFound = {
  readonly sessionId: SessionId
  readonly personId: PersonId
  /** The session's time; null if it has none. */
  readonly start: Instant | null
  readonly end: Instant | null
  /** The session's latest offer. */
  readonly offerId: OfferId | null
}

const LATEST_OFFER = sql<OfferId | null>`(SELECT id FROM offers WHERE session_id = sessions.id
  ORDER BY offers.rowid DESC LIMIT 1)`

function selectInvite(db: Database, uid: string) {
  return db
    .select({
      sessionId: invites.sessionId,
      personId: invites.personId,
      start: sessions.startsAt,
      end: sessions.endsAt,
      offerId: LATEST_OFFER,
    })
    .from(invites)
    .innerJoin(sessions, eq(sessions.id, invites.sessionId))
    .where(eq(invites.uid, uid))
}

/** What a mail is probably about, and the offer that could be seen when it came. */
export type LikelySession = { readonly sessionId: SessionId; readonly offerId: OfferId | null }

/**
 * A mail in prose names no session: takes the latest open one of the person, or of an executive the person assists. What
 * comes from an address by which some programmes alone know the person is about one of theirs.
 */
export async function findLikelySession(
  db: Database,
  { personId, sender }: { readonly personId: PersonId; readonly sender: string | null },
  now: Instant,
): Promise<LikelySession | null> {
  const isApart = sql`EXISTS (SELECT 1 FROM members WHERE members.person_id = ${personId} AND ${isOwnAddress(sender ?? '')})`
  const isTheirs = sql`EXISTS (SELECT 1 FROM members WHERE members.person_id = ${personId}
    AND members.programme_id = ${sessions.programmeId} AND (${isOwnAddress(sender ?? '')} OR (members.own_addresses IS NULL
      AND EXISTS (SELECT 1 FROM addresses WHERE person_id = ${personId} AND ${isAmong(sql`address`, formsOfAddress(sender ?? ''))}))))`
  const [row] = await db
    .select({ sessionId: sessions.id, offerId: LATEST_OFFER })
    .from(sessions)
    .where(
      and(
        IS_UNLOGGED,
        sql`(NOT ${isApart} OR ${isTheirs})`,
        sql`(${sessions.executiveId} = ${personId} OR ${sessions.mentorId} = ${personId} OR (${sessions.programmeId}, ${sessions.executiveId}) IN (
          SELECT programme_id, executive_id FROM assistants WHERE assistant_id = ${personId} AND (until_at IS NULL OR until_at > ${now})))`,
      ),
    )
    .orderBy(desc(sessions.createdAt))
    .limit(1)
  return row ?? null
}
