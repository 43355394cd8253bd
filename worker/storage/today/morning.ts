import { and, desc, eq, gt, type SQL, sql } from 'drizzle-orm'

import { outbox, outcomes, pairings, programmes, sessions, wishes } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { MAX_LINES_PER_KIND } from '../../domain/limits.ts'
import { normalAddress } from '../../domain/people/address.ts'
import { departureFollowsAt, leavesAt } from '../../domain/people/departure.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { isOpenRound } from '../../domain/session/session.ts'
import { before, DAY, type Instant, instant } from '../../domain/time/time.ts'
import type { Kind, Leaving, Morning } from '../../domain/today/item.ts'
import type { Database, Platform } from '../../platform.ts'
import { selectEndingKeys } from '../key/ending.ts'
import { selectBounced } from '../letter/bounced.ts'
import { ofProgramme } from '../letter/delivery.ts'
import { selectSendingStopped } from '../letter/failed.ts'
import { selectRestoredAt } from '../letter/restored.ts'
import { selectStrangers, toStrangers } from '../mail/strangers.ts'
import { PAIRING } from '../pairing/pairing.ts'
import { selectHeard } from '../pairing/pulse.ts'
import { HAS_CLOSED } from '../path/path.ts'
import { selectAssistants } from '../people/assistant.ts'
import { selectUnread, toNotReady } from '../people/guide.ts'
import { type Member, selectEverybody, toMembers } from '../people/membership.ts'
import { selectSuperiors, toSuperiors } from '../people/superiors.ts'
import { selectDrafts } from '../plan/draft.ts'
import { PROGRAMME, toProgramme } from '../programme/programme.ts'
import { selectRecordRequests } from '../record/request.ts'
import { selectDecided, toDisplaced } from '../session/displaced.ts'
import { isOnToday, NO_LIMIT, selectSessions, toSessions } from '../session/rows.ts'
import { reachWithin, selectDiaries, toDiaries } from '../slot/diary.ts'
import { linesOf, pairedIn } from './lines.ts'
import { selectActs, selectPutOff } from './put-off.ts'
import { isPutAway, selectSnoozes } from './snooze.ts'
import { selectSuggestedTo, selectWaiting, toWaiting } from './waiting.ts'

/** Plus all whom the programme knows, and who answers for whom. */
export type MorningWithPeople = Morning & {
  readonly members: readonly Member[]
  /** As long as no session was ever asked for: whether a mentor has hours, of those who are paired if some are. Null from then on. */
  readonly firstRun: { readonly hasHours: boolean } | null
  readonly answering: readonly { readonly executiveId: PersonId; readonly assistantId: PersonId }[]
}

/** For SQLite, no limit. */
const ALL = -1

/**
 * All that Today reads, in one call; the history costs nothing. Null if there is no such programme. Of waiting mails and
 * failed letters, which can be many, it reads as many as are shown and counts the rest; `whole` is a kind to read wholly.
 */
export async function findMorning(
  platform: Pick<Platform, 'db' | 'now'>,
  programmeId: ProgrammeId,
  { whole = null }: { readonly whole?: string | null } = {},
): Promise<MorningWithPeople | null> {
  const { db } = platform
  const now = platform.now()
  // In a closed programme all pairings have ended, and items still name them.
  const isListed = sql`(${pairings.status} <> 'ended' OR (SELECT status FROM programmes WHERE id = ${programmeId}) <> 'open')`
  const monthAgo = before(now, 30 * DAY)
  const limitOf = (kind: Kind) => (kind === whole ? ALL : MAX_LINES_PER_KIND)
  const lastAt = sql<number>`coalesce(
    (SELECT ends_at FROM sessions WHERE pairing_id = pairings.id AND starts_at IS NOT NULL AND status <> 'cancelled'
     ORDER BY starts_at DESC LIMIT 1),
    pairings.last_met, (SELECT created_at FROM pairings AS old WHERE old.id = pairings.follows), pairings.created_at)`
  const [
    programmeRows,
    memberRows,
    answering,
    snoozes,
    pairingRows,
    waiting,
    flagged,
    failed,
    bounced,
    wishRows,
    recordRequests,
    pulseRows,
    drafts,
    putOff,
    acts,
    stopped,
    restored,
    superiors,
    unread,
    endingKeys,
    dates,
    hoursOfDates,
    changes,
    policyChanges,
    kept,
    dropped,
    hours,
    versions,
    feeds,
    taken,
    ...open
  ] = await db.batch([
    db
      .select({ ...PROGRAMME, firstRun: firstRunAt(now) })
      .from(programmes)
      .where(eq(programmes.id, programmeId)),
    selectEverybody(db, programmeId),
    selectAssistants(db, programmeId, now),
    selectSnoozes(db, programmeId, { now, monthAgo }),
    db
      .select({ ...PAIRING, lastAt, hasClosed: HAS_CLOSED })
      .from(pairings)
      .where(and(eq(pairings.programmeId, programmeId), isListed)),
    selectWaiting(db, programmeId, { now, limit: limitOf('answer-waiting') }),
    db
      .select({
        sessionId: outcomes.sessionId,
        pairingId: sessions.pairingId,
        at: outcomes.loggedAt,
        log: {
          result: outcomes.result,
          startsAt: outcomes.startsAt,
          endsAt: outcomes.endsAt,
          agreed: sql<string | null>`(SELECT words FROM commitments
            WHERE pairing_id = ${sessions.pairingId} AND session_id = ${outcomes.sessionId} AND replaced = 0 LIMIT 1)`,
        },
      })
      .from(outcomes)
      .innerJoin(sessions, eq(sessions.id, outcomes.sessionId))
      .where(
        and(
          // The `+` keeps SQLite off the index of the programme's sessions: few outcomes are flagged.
          sql`+${sessions.programmeId} = ${programmeId}`,
          sql`${outcomes.needsManager} = 1 AND ${outcomes.replaced} = 0`,
          gt(outcomes.loggedAt, monthAgo),
        ),
      ),
    selectFailed(db, programmeId, { now, monthAgo, limit: limitOf('undelivered') }),
    selectBounced(db, programmeId, now),
    db
      .select({ pairingId: wishes.pairingId, personId: wishes.personId, kind: wishes.kind, at: wishes.at })
      .from(wishes)
      .innerJoin(pairings, eq(pairings.id, wishes.pairingId))
      .where(and(eq(pairings.programmeId, programmeId), sql`${pairings.status} <> 'ended'`)),
    selectRecordRequests(db, programmeId),
    selectHeard(db, programmeId),
    selectDrafts(db, programmeId, { now, monthAgo }),
    selectPutOff(db, programmeId),
    selectActs(db, programmeId),
    selectSendingStopped(db),
    selectRestoredAt(db),
    selectSuperiors(db, programmeId, pairedIn(programmeId)),
    selectUnread(db, programmeId),
    selectEndingKeys(db, programmeId, now),
    ...selectDecided(db, { programmeId, now }),
    ...selectStrangers(db, programmeId),
    ...selectDiaries(db, selectSuggestedTo(programmeId), reachWithin(sql`${programmeId}`, now, null)),
    ...selectSessions(db, isOnToday(programmeId), NO_LIMIT),
  ])
  const [programmeRow] = programmeRows
  if (!programmeRow) return null
  const programme = toProgramme(programmeRow)
  const members = toMembers(memberRows)
  const people = lookUps(members)
  const { rounds = [], over = [] } = Object.groupBy(toSessions(open), (each) =>
    isOpenRound(each) ? 'rounds' : 'over',
  )
  return {
    now,
    programme,
    pairings: pairingRows.map((row) => ({
      ...row,
      lastAt: instant(row.lastAt),
      hasClosed: row.hasClosed === 1,
    })),
    sessions: rounds,
    undecided: over,
    ...people,
    diaryOf: diariesOf([hours, versions, feeds, taken], members, programme, now),
    leaving: new Map(members.flatMap((each) => leavingOf(each) ?? [])),
    walls: new Map(open[0].flatMap(({ id, wall }) => (wall === null ? [] : [[id, wall] as const]))),
    waiting: waiting.map(toWaiting),
    strangers: toStrangers(kept, dropped),
    flagged: flagged.map(({ log: { startsAt: start, endsAt: end, ...log }, ...each }) => ({
      ...each,
      log: { ...log, time: { start, end } },
    })),
    failed,
    bounced: bounced.filter(({ address, personId }) => people.memberAt(address)?.id === personId),
    notReady: toNotReady(unread),
    sendingStoppedAt: stopped[0]?.at ?? null,
    restoredAt: restored[0]?.at ?? null,
    wishes: wishRows,
    recordRequests,
    pulses: programme.policy.pulses ? pulseRows : [],
    endingKeys,
    drafts,
    snoozes,
    putOff,
    acts: new Map(acts.map(({ sessionId, at }) => [sessionId, at])),
    unread: [
      { kind: 'answer-waiting', count: unreadOf(waiting) },
      { kind: 'undelivered', count: unreadOf(failed) },
    ],
    lines: linesOf(pairingRows, rounds, members, toSuperiors(superiors)),
    displaced: toDisplaced([dates, hoursOfDates, changes, policyChanges], [], {
      members,
      policy: programme.policy,
    }),
    members,
    answering,
    firstRun: programmeRow.firstRun === null ? null : { hasHours: programmeRow.firstRun === 1 },
  }
}

/** Null once the programme has had a session; else whether a mentor can be booked: who is paired, if somebody is. */
function firstRunAt(now: Instant): SQL<number | null> {
  const paired = sql`(SELECT mentor_id FROM pairings WHERE programme_id = programmes.id AND status <> 'ended')`
  // A day of last week is no hour to be booked in; the day before counts, wherever the mentor is.
  const isAhead = sql`value ->> 'date' >= date(${before(now, DAY)} / 1000, 'unixepoch')`
  return sql<number | null>`CASE WHEN EXISTS (SELECT 1 FROM sessions WHERE programme_id = programmes.id)
    THEN NULL ELSE EXISTS (SELECT 1 FROM memberships JOIN availability USING (person_id)
      WHERE memberships.programme_id = programmes.id AND memberships.role = 'mentor'
        AND (NOT EXISTS ${paired} OR memberships.person_id IN ${paired}) AND (weekly <> '[]'
        OR EXISTS (SELECT 1 FROM json_each(availability.exceptions) WHERE value ->> 'from' IS NOT NULL AND ${isAhead}))) END`
}

/** Letters that failed stay on Today for a month, and on the delivery page for good. */
function selectFailed(
  db: Database,
  programmeId: ProgrammeId,
  { now, monthAgo, limit }: { readonly now: Instant; readonly monthAgo: Instant; readonly limit: number },
) {
  const isAway = isPutAway(programmeId, 'undelivered', { id: outbox.id, since: outbox.createdAt, now })
  return db
    .select({
      id: outbox.id,
      at: outbox.createdAt,
      personId: outbox.personId,
      sessionId: outbox.sessionId,
      error: outbox.error,
      isInvite: sql`json_extract(${outbox.letter}, '$.method') IS 'REQUEST'`.mapWith(Boolean),
      total: sql<number>`sum(NOT ${isAway}) OVER ()`,
    })
    .from(outbox)
    .where(and(sql`${outbox.state} = 'failed'`, ofProgramme(programmeId), gt(outbox.createdAt, monthAgo)))
    .orderBy(isAway, desc(outbox.createdAt))
    .limit(limit)
}

/** Those that are put away come last, so the rest of those that are not is what was left out. */
function unreadOf(rows: readonly { readonly total: number }[]): number {
  return Math.max(0, (rows[0]?.total ?? 0) - rows.length)
}

function lookUps(members: readonly Member[]): Pick<Morning, 'memberOf' | 'memberAt'> {
  const byId = new Map<PersonId, Person>(members.map((each) => [each.id, each]))
  const byAddress = new Map<string, Person>(
    members.flatMap((each) => [each.email, ...each.aliases].map((address) => [address, each] as const)),
  )
  return {
    memberOf: (id) => byId.get(id) ?? null,
    memberAt: (address) => byAddress.get(normalAddress(address)) ?? null,
  }
}

function diariesOf(
  rows: Parameters<typeof toDiaries>[0],
  members: readonly Member[],
  { policy }: Programme,
  now: Instant,
): Morning['diaryOf'] {
  const personDiary = toDiaries(rows, { now, horizon: policy.horizon, window: null })
  const wereRead = new Set(rows[1].map(({ personId }) => personId))
  const sideOf = (id: PersonId) => {
    const person = wereRead.has(id) ? members.find((each) => each.id === id) : undefined
    return person && personDiary(person)
  }
  return ({ mentorId, executiveId }) => {
    const [mentor, executive] = [sideOf(mentorId), sideOf(executiveId)]
    return mentor && executive ? { mentor, executive, policy, now } : null
  }
}

function leavingOf(member: Member): readonly [PersonId, Leaving][] | null {
  const { id, departure } = member
  const [followsAt, until] = [departureFollowsAt(member), leavesAt(member)]
  return departure && followsAt !== null && until !== null
    ? [[id, { saidAt: departure.saidAt, followsAt, until }]]
    : null
}
