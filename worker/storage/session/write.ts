import { and, eq, sql } from 'drizzle-orm'

import { claims, events, invites, proposals, sessions } from '../../../schema/index.ts'
import type { SessionStep } from '../../domain/decision.ts'
import type { Session } from '../../domain/session/session.ts'
import { wallText } from '../../domain/time/days.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Platform, Statement } from '../../platform.ts'
import { changedColumns, isSame } from '../changed-columns.ts'
import { offerStatements } from '../offer/write.ts'

type Claim = typeof claims.$inferSelect

/**
 * The events of all steps, then the difference between the first and the last state. `keptUntil`: a time that is freed
 * stays held until then, so that it can be had back.
 */
export function sessionStatements(
  { db }: Platform,
  changes: readonly SessionStep[],
  now: Instant,
  { keptUntil = null }: { readonly keptUntil?: Instant | null } = {},
): readonly Statement[] {
  const before = changes[0]?.before ?? null
  const after = changes.at(-1)?.after
  if (!after) return []
  const { offer } = after
  const claimsAfter = claimsOf(after)
  const claimsBefore = before ? claimsOf(before) : []
  const hasOthers = !isSame(claimsAfter, claimsBefore)
  // An undo may put an offer back of which a time has ended meanwhile: somebody else may have it by now.
  const standing = claimsAfter.filter(({ heldUntil }) => heldUntil === null || heldUntil > now)
  const claimed = hasOthers ? standing.map((claim) => putClaim(db, claim)) : []
  const row = putRow(db, before, after, now)
  return [
    ...changes.map(({ event, after: { id, version } }) =>
      db.insert(events).values({ subject: id, version, ...event }),
    ),
    // A time that is fixed is claimed first; one that is held again is not fixed any more.
    ...(after.time ? [...claimed, row] : [row, ...claimed]),
    ...(before && hasOthers ? [leaveOtherClaims(db, after, standing, keptUntil)] : []),
    ...(offer && offer !== before?.offer ? offerStatements(db, after, offer, before?.offer ?? null) : []),
    ...after.invites
      .filter((invite) => !before?.invites.some((each) => isSame(each, invite)))
      .map((invite) =>
        putInvite(
          db,
          after,
          invite,
          before?.invites.find(({ id }) => id === invite.id),
        ),
      ),
    ...after.proposals
      .filter((proposal) => !before?.proposals.includes(proposal))
      .map((proposal) => putProposal(db, after, proposal)),
  ]
}

function putRow(db: Database, before: Session | null, after: Session, now: Instant): Statement {
  const row = toRow(after)
  return before
    ? db
        .update(sessions)
        .set(changedColumns(toRow(before), row))
        .where(eq(sessions.id, after.id))
    : db.insert(sessions).values({ ...row, createdAt: now })
}

function toRow({
  time,
  offer: _,
  invites: _invites,
  proposals: _proposals,
  usual: _usual,
  hasQuestion: _hasQuestion,
  ...columns
}: Session) {
  return {
    ...columns,
    startsAt: time?.start ?? null,
    endsAt: time?.end ?? null,
    wall: time ? wallText(columns.zone, time.start) : null,
  }
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

function leaveOtherClaims(
  db: Database,
  { id }: Session,
  left: readonly Claim[],
  keptUntil: Instant | null,
): Statement {
  const keptClaims = JSON.stringify(left.map(({ personId, startsAt }) => `${personId}:${startsAt}`))
  const isOther = and(
    eq(claims.sessionId, id),
    sql`${claims.personId} || ':' || ${claims.startsAt} NOT IN (SELECT value FROM json_each(${keptClaims}))`,
  )
  return keptUntil === null
    ? db.delete(claims).where(isOther)
    : db.update(claims).set({ heldUntil: keptUntil }).where(isOther)
}

function putInvite(
  db: Database,
  { id: sessionId }: Session,
  invite: Session['invites'][number],
  before: Session['invites'][number] | undefined,
): Statement {
  return before
    ? db.update(invites).set(changedColumns(before, invite)).where(eq(invites.id, invite.id))
    : db.insert(invites).values({ ...invite, sessionId })
}

/** Once it is decided, its words are deleted. */
function putProposal(
  db: Database,
  { id: sessionId }: Session,
  { start, end, ...proposal }: Session['proposals'][number],
): Statement {
  const { state } = proposal
  return db
    .insert(proposals)
    .values({ ...proposal, startsAt: start, endsAt: end, sessionId })
    .onConflictDoUpdate({
      target: proposals.id,
      set: { state, words: state === 'waiting' ? proposal.words : null },
    })
}

/** Claims on both people's time: the session's time, or every option of an open offer, each until its last hour. */
function claimsOf(session: Session): readonly Claim[] {
  const { id: sessionId, status, time, offer, mentorId, executiveId } = session
  if (status === 'cancelled') return []
  const isOpen = status === 'offered' && offer?.status === 'open'
  const held = isOpen ? offer.options.filter(({ dropped }) => !dropped) : []
  const times = time
    ? [{ ...time, heldUntil: null }]
    : held.map(({ start, end, until }) => ({ start, end, heldUntil: until }))
  return times.flatMap(({ start, end, heldUntil }) =>
    [mentorId, executiveId].map((personId) => ({
      personId,
      startsAt: start,
      endsAt: end,
      sessionId,
      heldUntil,
    })),
  )
}
