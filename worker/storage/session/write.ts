import { and, eq, sql } from 'drizzle-orm'

import { claims, events, invites, proposals, sessions } from '../../../schema/index.ts'
import type { SessionStep } from '../../domain/decision.ts'
import type { Session } from '../../domain/session/session.ts'
import { wallText } from '../../domain/time/days.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Platform, Statement } from '../../platform.ts'
import { offerStatements } from '../offer/write.ts'

type Claim = typeof claims.$inferSelect

/** The events of all its steps, then the difference between what it was and what it is. */
export function sessionStatements(
  { db }: Platform,
  changes: readonly SessionStep[],
  now: Instant,
): readonly Statement[] {
  const before = changes[0]?.before ?? null
  const after = changes.at(-1)?.after
  if (!after) return []
  const { offer } = after
  const wanted = claimsOf(after)
  return [
    ...changes.map(({ event, after: { id, version } }) =>
      db.insert(events).values({ subject: id, version, ...event }),
    ),
    ...wanted.map((claim) => putClaim(db, claim)),
    putRow(db, after, now),
    ...(before ? [dropOtherClaims(db, after, wanted)] : []),
    ...(offer && offer !== before?.offer
      ? offerStatements(db, after, offer, offer.id !== before?.offer?.id)
      : []),
    ...after.invites
      .filter((invite) => !before?.invites.includes(invite))
      .map((invite) => putInvite(db, after, invite)),
    ...after.proposals
      .filter((proposal) => !before?.proposals.includes(proposal))
      .map((proposal) => putProposal(db, after, proposal)),
  ]
}

function putRow(db: Database, session: Session, now: Instant): Statement {
  const { id, time, offer: _offer, invites: _invites, proposals: _proposals, ...columns } = session
  // Without the id: to set it, were it the same, makes SQLite look through every table that refers to it.
  const row = {
    ...columns,
    startsAt: time?.start ?? null,
    endsAt: time?.end ?? null,
    wall: time ? wallText(session.zone, time.start) : null,
  }
  return db
    .insert(sessions)
    .values({ id, ...row, createdAt: now })
    .onConflictDoUpdate({ target: sessions.id, set: row })
}

function putClaim(db: Database, claim: Claim): Statement {
  return db
    .insert(claims)
    .values(claim)
    .onConflictDoUpdate({
      target: [claims.personId, claims.startsAt, claims.sessionId],
      set: { endsAt: claim.endsAt, heldUntil: claim.heldUntil },
    })
}

function dropOtherClaims(db: Database, { id }: Session, wanted: readonly Claim[]): Statement {
  const kept = JSON.stringify(wanted.map(({ personId, startsAt }) => `${personId}:${startsAt}`))
  return db
    .delete(claims)
    .where(
      and(
        eq(claims.sessionId, id),
        sql`${claims.personId} || ':' || ${claims.startsAt} NOT IN (SELECT value FROM json_each(${kept}))`,
      ),
    )
}

function putInvite(db: Database, { id: sessionId }: Session, invite: Session['invites'][number]): Statement {
  return db
    .insert(invites)
    .values({ ...invite, sessionId })
    .onConflictDoUpdate({ target: invites.id, set: invite })
}

function putProposal(
  db: Database,
  { id: sessionId }: Session,
  { start, end, ...proposal }: Session['proposals'][number],
): Statement {
  return db
    .insert(proposals)
    .values({ ...proposal, startsAt: start, endsAt: end, sessionId })
    .onConflictDoUpdate({ target: proposals.id, set: { state: proposal.state } })
}

/** Both people's time: the session's own, or every option of an open offer until its hour. */
function claimsOf(session: Session): readonly Claim[] {
  const { id: sessionId, status, time, offer, mentorId, executiveId } = session
  if (status === 'cancelled') return []
  const held = status === 'offered' && offer?.status === 'open' ? offer.options : []
  const taken = time ? [time] : held
  const heldUntil = time ? null : (offer?.heldUntil ?? null)
  return taken.flatMap(({ start, end }) =>
    [mentorId, executiveId].map((personId) => ({
      personId,
      startsAt: start,
      endsAt: end,
      sessionId,
      heldUntil,
    })),
  )
}
