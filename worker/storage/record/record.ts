import { and, desc, eq, gt, inArray, isNotNull, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'

import {
  accessLog,
  assistants,
  availability,
  busyFeeds,
  commitments,
  events,
  feeds,
  invites,
  links,
  members,
  offers,
  outbox,
  outcomes,
  owners,
  pairings,
  people,
  programmes,
  proposals,
  pulses,
  questions,
  received,
  recordRequests,
  sessions,
  signIns,
  seals,
  suppressions,
  tombstones,
  wishes,
} from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { BLANK } from '../people/erase.ts'

/** How many of the latest mails, and of the lines of the log of access, one page shows. */
export const MAILS_A_PAGE = 300
export const LOOKS_A_PAGE = 50
/** How many of the latest seals: a month of nights. */
export const SEALS_A_PAGE = 31

/** How much of what has no end is read. */
export type RecordExtent = {
  /** The lines of the log below this one; null: the latest. */
  readonly before: number | null
  readonly looks: number
  readonly mails: number
  /** How many lines of the log are computed again. */
  readonly checks: number
}

type Asked = { readonly id: PersonId; readonly now: Instant; readonly extent: RecordExtent }

/** All rows that are about a person, in two calls. */
export async function readRecord(db: Database, { id, now, extent }: Asked) {
  const ofHim = sql`(SELECT id FROM pairings WHERE ${id} IN (mentor_id, executive_id))`
  const meets = sql`(SELECT id FROM sessions WHERE ${id} IN (mentor_id, executive_id))`
  const asExecutive = sql`(SELECT id FROM sessions WHERE executive_id = ${id})`
  const isNow = and(
    sql`${assistants.fromAt} <= ${now}`,
    or(isNull(assistants.untilAt), gt(assistants.untilAt, now)),
  )
  const [person, member, serving, pairs, met, invited, logged, agreed, asked, wished, said] = await db.batch([
    db
      .select({
        createdAt: people.createdAt,
        isOwner: sql<number>`EXISTS (SELECT 1 FROM owners WHERE person_id = ${id})`,
      })
      .from(people)
      .where(eq(people.id, id)),
    db
      .select({
        programmeId: programmes.id,
        programme: programmes.name,
        status: programmes.status,
        purgeOn: programmes.purgeOn,
        hasPrivateNote: sql<number>`EXISTS (SELECT 1 FROM private_notes JOIN sessions ON sessions.id = session_id
          WHERE sessions.executive_id = ${id} AND sessions.programme_id = ${programmes.id})`,
      })
      .from(members)
      .innerJoin(programmes, eq(programmes.id, members.programmeId))
      .where(and(eq(members.personId, id), ne(members.name, BLANK)))
      .orderBy(programmes.name, programmes.id),
    db
      .select()
      .from(assistants)
      .where(and(or(eq(assistants.executiveId, id), eq(assistants.assistantId, id)), isNow)),
    db
      .select()
      .from(pairings)
      .where(
        sql`${pairings.id} IN ${ofHim} OR ${pairings.id} IN (SELECT pairing_id FROM sessions WHERE mentor_id = ${id})`,
      )
      .orderBy(desc(pairings.createdAt)),
    db
      .select()
      .from(sessions)
      .where(sql`${sessions.id} IN ${meets}`)
      .orderBy(desc(sessions.createdAt)),
    db.select().from(invites).where(eq(invites.personId, id)),
    db
      .select()
      .from(outcomes)
      .where(sql`${outcomes.sessionId} IN ${meets}`)
      .orderBy(desc(outcomes.loggedAt)),
    db
      .select()
      .from(commitments)
      .where(sql`${commitments.sessionId} IN ${asExecutive}`)
      .orderBy(desc(commitments.madeAt)),
    db
      .select()
      .from(questions)
      .where(sql`${questions.sessionId} IN ${asExecutive}`),
    db.select().from(wishes).where(eq(wishes.personId, id)),
    db.select().from(pulses).where(eq(pulses.personId, id)),
  ])
  return {
    ...{
      person: person[0] ?? null,
      member,
      serving,
      pairs,
      met,
      invited,
      logged,
      agreed,
      asked,
      wished,
      said,
    },
    ...(await readRest(db, { id, now, extent })),
  }
}

async function readRest(db: Database, { id, now, extent }: Asked) {
  const { before } = extent
  const isLook = and(eq(accessLog.subjectId, id), before === null ? undefined : lt(accessLog.id, before))
  const [
    hours,
    busy,
    proposed,
    answered,
    mails,
    came,
    refused,
    held,
    signedIn,
    feed,
    requests,
    looks,
    sealed,
    chose,
    erased,
  ] = await db.batch([
    db.select().from(availability).where(eq(availability.personId, id)),
    db
      .select({ state: busyFeeds.state, since: busyFeeds.since, assistantId: busyFeeds.assistantId })
      .from(busyFeeds)
      .where(eq(busyFeeds.personId, id)),
    db.select().from(proposals).where(eq(proposals.personId, id)).orderBy(desc(proposals.at)),
    db
      .select()
      .from(offers)
      .where(or(eq(offers.answeredBy, id), eq(offers.whySaidBy, id)))
      .orderBy(desc(offers.madeAt)),
    db
      .select({
        kind: sql<string>`coalesce(json_extract(${outbox.letter}, '$.kind'), '')`,
        method: sql<string | null>`json_extract(${outbox.letter}, '$.method')`,
        at: sql<Instant>`coalesce(${outbox.sentAt}, ${outbox.createdAt})`,
        state: outbox.state,
        sessionId: outbox.sessionId,
      })
      .from(outbox)
      // A link to the figures goes to somebody else, in the name of who made it.
      .where(and(eq(outbox.personId, id), sql`coalesce(${outbox.thread}, '') NOT LIKE 'figures:%'`))
      .orderBy(desc(outbox.createdAt))
      .limit(extent.mails),
    db
      .select({
        at: received.at,
        class: received.class,
        state: received.state,
        sessionId: received.sessionId,
      })
      .from(received)
      .where(eq(received.personId, id))
      .orderBy(desc(received.at))
      .limit(extent.mails),
    db
      .select({ address: suppressions.address, since: suppressions.since, code: suppressions.detail })
      .from(suppressions)
      .where(and(eq(suppressions.personId, id), isNull(suppressions.clearedAt))),
    db
      .select({ id: links.id, purpose: links.purpose, until: links.expiresAt, sessionId: links.sessionId })
      .from(links)
      .where(and(eq(links.personId, id), isNull(links.revokedAt), gt(links.expiresAt, now)))
      .orderBy(desc(links.expiresAt)),
    db
      .select({ id: signIns.id, since: signIns.usedAt, until: signIns.untilAt, address: signIns.address })
      .from(signIns)
      .where(
        and(
          eq(signIns.personId, id),
          isNotNull(signIns.usedAt),
          isNull(signIns.endedAt),
          gt(signIns.untilAt, now),
        ),
      ),
    db.select({ madeAt: feeds.madeAt, address: feeds.address }).from(feeds).where(eq(feeds.personId, id)),
    db.select().from(recordRequests).where(eq(recordRequests.personId, id)),
    db
      .select()
      .from(accessLog)
      .where(isLook)
      .orderBy(desc(accessLog.id))
      .limit(extent.looks + 1),
    db
      .select({ upToId: seals.upToId, at: seals.at, head: seals.head })
      .from(seals)
      .orderBy(desc(seals.upToId))
      .limit(SEALS_A_PAGE),
    selectWhoChose(db, id),
    db
      .select({ programmeId: programmes.id, programme: programmes.name, at: tombstones.at })
      .from(tombstones)
      .innerJoin(programmes, eq(programmes.id, tombstones.programmeId))
      .where(eq(tombstones.personId, id)),
  ])
  return {
    ...{
      hours: hours[0] ?? null,
      busy: busy[0] ?? null,
      proposed,
      answered,
      mails,
      came,
      refused,
      held,
      signedIn,
    },
    ...{ feed: feed[0] ?? null, requests, looks, sealed, chose, erased },
  }
}

/** Who wrote down last, in each programme, what gets in his way. */
function selectWhoChose(db: Database, id: PersonId) {
  const programmeId = sql<ProgrammeId>`json_extract(${events.detail}, '$.programme')`
  const isOfBlockers = sql`(${events.code} = 'person-added'
    OR ' ' || json_extract(${events.detail}, '$.fields') || ' ' LIKE '% blockers %')`
  return db
    .select({ programmeId, actorId: events.actorId, at: events.at })
    .from(events)
    .where(
      and(eq(events.subject, id), inArray(events.code, ['person-added', 'person-changed']), isOfBlockers),
    )
    .orderBy(desc(events.version))
}

/** When he chose himself what gets in his way; null: somebody else has the last word, or nobody. */
export async function findOwnChoice(
  db: Database,
  programmeId: ProgrammeId,
  id: PersonId,
): Promise<Instant | null> {
  const chose = (await selectWhoChose(db, id)).find((each) => each.programmeId === programmeId)
  return chose?.actorId === id ? chose.at : null
}

export type RecordRows = Awaited<ReturnType<typeof readRecord>>

/** The name by which each programme knows these people, and their own; of owners, that they are. */
export async function findRecordNames(db: Database, ids: readonly PersonId[]) {
  const among: SQL = sql`(SELECT value FROM json_each(${JSON.stringify([...new Set(ids)])}))`
  const [named, own, running] = await db.batch([
    db
      .select({ programmeId: members.programmeId, id: members.personId, name: members.name })
      .from(members)
      .where(sql`${members.personId} IN ${among}`),
    db
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(sql`${people.id} IN ${among}`),
    db
      .select({ id: owners.personId })
      .from(owners)
      .where(sql`${owners.personId} IN ${among}`),
  ])
  const inProgramme = new Map(named.map(({ programmeId, id, name }) => [`${programmeId} ${id}`, name]))
  const alone = new Map(own.map(({ id, name }) => [id, name]))
  return {
    /** As that programme calls him; empty: nobody knows him there. */
    nameOf: (programmeId: ProgrammeId, id: PersonId): string =>
      inProgramme.get(`${programmeId} ${id}`) ?? alone.get(id) ?? '',
    /** By any of these programmes; null: in none of them. */
    knownIn: (programmeIds: readonly ProgrammeId[], id: PersonId): string | null =>
      programmeIds.map((each) => inProgramme.get(`${each} ${id}`)).find((each) => each !== undefined) ?? null,
    ownName: (id: PersonId): string => alone.get(id) ?? '',
    isOwner: (id: PersonId): boolean => running.some((each) => each.id === id),
  }
}
