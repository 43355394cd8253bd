import { and, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm'

import { invites, offers, options, proposals, sessions } from '../../../schema/index.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import { SESSION_MINUTES } from '../../domain/limits.ts'
import type { Session } from '../../domain/session/session.ts'
import { MINUTE } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { type OfferRow, type OptionRow, toOffer } from '../offer/offer.ts'

/** The longest session, as in the schema's CHECK. It gives every overlap query a lower bound. */
export const MAX_SESSION_MS = SESSION_MINUTES.most * MINUTE

type SessionRow = typeof sessions.$inferSelect & Pick<Session, 'usual' | 'hasQuestion'>
type InviteRow = typeof invites.$inferSelect
type ProposalRow = typeof proposals.$inferSelect

/** The row, with its pairing's mentor and place, and whether there is a question. */
const SESSION = {
  ...getTableColumns(sessions),
  usual: sql<Session['usual']>`(SELECT json_object('mentorId', mentor_id, 'place', json(place))
    FROM pairings WHERE id = ${sessions.pairingId})`.mapWith(JSON.parse),
  hasQuestion: sql`EXISTS (SELECT 1 FROM questions WHERE session_id = ${sessions.id})`.mapWith(Boolean),
}

/** SQLite takes a negative LIMIT for none. A list that is bounded by what it is of has no other bound. */
export const NO_LIMIT = -1

/** Five queries for one batch: the sessions and all that belongs to them. */
export function selectSessions(db: Database, where: SQL | undefined, limit = 200) {
  const ids = db
    .select({ id: sessions.id })
    .from(sessions)
    .where(where)
    .orderBy(sessions.startsAt, sessions.id)
    .limit(limit)
  const chosen = ids.as('chosen')
  const latest = db
    .select({
      id: sql`(SELECT id FROM offers WHERE offers.session_id = chosen.id ORDER BY offers.rowid DESC LIMIT 1)`,
    })
    .from(chosen)
  return [
    db.select(SESSION).from(sessions).where(where).orderBy(sessions.startsAt, sessions.id).limit(limit),
    db.select().from(offers).where(inArray(offers.id, latest)),
    db.select().from(options).where(inArray(options.offerId, latest)).orderBy(options.startsAt),
    db
      .select()
      .from(invites)
      .where(inArray(invites.sessionId, ids))
      .orderBy(sql`rowid`),
    db
      .select()
      .from(proposals)
      .where(and(inArray(proposals.sessionId, ids), eq(proposals.state, 'waiting'))),
  ] as const
}

export type SessionRows = readonly [
  readonly SessionRow[],
  readonly OfferRow[],
  readonly OptionRow[],
  readonly InviteRow[],
  readonly ProposalRow[],
]

export function toSessions([
  rows,
  offerRows,
  optionRows,
  inviteRows,
  proposalRows,
]: SessionRows): readonly Session[] {
  const offerOf = Map.groupBy(offerRows, ({ sessionId }) => sessionId)
  const optionsOf = Map.groupBy(optionRows, ({ offerId }) => offerId)
  const invitesOf = Map.groupBy(inviteRows, ({ sessionId }) => sessionId)
  const proposalsOf = Map.groupBy(proposalRows, ({ sessionId }) => sessionId)
  return rows.map(({ startsAt, endsAt, wall: _wall, createdAt: _, ...row }) => {
    const offer = offerOf.get(row.id)?.[0]
    return {
      ...row,
      time: startsAt !== null && endsAt !== null ? { start: startsAt, end: endsAt } : null,
      offer: offer ? toOffer(offer, optionsOf.get(offer.id) ?? []) : null,
      invites: (invitesOf.get(row.id) ?? []).map(({ sessionId: _, ...invite }) => invite),
      proposals: (proposalsOf.get(row.id) ?? []).map(
        ({ sessionId: _, startsAt: start, endsAt: end, ...proposal }) => ({
          ...proposal,
          start,
          end,
        }),
      ),
    }
  })
}

/** Not logged. The exact predicate of a partial index. */
export const IS_UNLOGGED = sql`${sessions.status} IN ('offered', 'fixed')`

/**
 * The rounds of Today: those that are not logged, and those with words beside a proposed time on which nobody has decided.
 * The `+` keeps SQLite off the index of the programme's whole history; what waits elsewhere costs nothing either.
 */
export function isOnToday(programmeId: ProgrammeId): SQL {
  return sql`+${sessions.programmeId} = ${programmeId} AND ${sessions.id} IN (
    SELECT id FROM sessions WHERE programme_id = ${programmeId} AND status IN ('offered', 'fixed')
    UNION SELECT session_id FROM proposals WHERE state = 'waiting' AND words IS NOT NULL
      AND person_id IN (SELECT person_id FROM members WHERE programme_id = ${programmeId}))`
}

/** A meeting took place. */
export const IS_HELD = sql`${sessions.status} IN ('happened', 'cut-short')`

/** The open round, at most one for each pairing. */
export const IS_OPEN_ROUND = sql`${IS_UNLOGGED} AND ${sessions.passed} = 0`
