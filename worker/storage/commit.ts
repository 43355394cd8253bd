import { and, eq, lte, ne, sql } from 'drizzle-orm'

import {
  claims,
  commitments,
  diaries,
  events,
  invites,
  links,
  offers,
  options,
  outcomes,
  pairings,
  proposals,
  reasons,
  requests,
  sessions,
} from '../../schema/index.ts'
import { wallText } from '../domain/days.ts'
import { type Change, type Decision, sessionAfter } from '../domain/decision.ts'
import type { Link } from '../domain/links.ts'
import type { Refusal } from '../domain/refusals.ts'
import { accept, refuse, type Result } from '../domain/result.ts'
import type { Session } from '../domain/sessions.ts'
import type { Instant } from '../domain/time.ts'
import { hashOf, type Platform, type Statement } from '../platform.ts'
import { inOneBatch, isWorthAnotherReading } from './batch.ts'
import { insertLetter } from './outbox.ts'

/** A client's own id for what it makes, with what it asked for: repeating it is safe. */
export type Request = { readonly id: string; readonly fingerprint: string }

/**
 * A decision, or none of it: what happened, what is now and who must hear, in one batch. Answers the session it
 * leaves, or `slot-taken` / `changed-meanwhile` where somebody else was first.
 */
export async function commit(
  platform: Platform,
  decision: Decision,
  request: Request | null = null,
): Promise<Result<Session | null, Refusal>> {
  const statements = await statementsOf(platform, decision, request)
  const committed = await inOneBatch(platform.db, statements)
  return committed.ok ? accept(sessionAfter(decision)) : committed
}

/** Reads, decides and commits; another writer in between makes it read and decide again, three times at most. */
export async function settle(
  platform: Platform,
  decide: () => Promise<Result<Decision, Refusal>>,
  requested: () => Request | null = () => null,
): Promise<Result<Session | null, Refusal>> {
  let last: Result<Session | null, Refusal> = refuse({ reason: 'changed-meanwhile' })
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const decision = await decide()
    if (!decision.ok) return decision

    last = await commit(platform, decision.value, requested())
    if (last.ok || !isWorthAnotherReading(last.refusal)) return last
  }
  return last
}

async function statementsOf(
  platform: Platform,
  decision: Decision,
  request: Request | null,
): Promise<readonly Statement[]> {
  const { db } = platform
  const now = platform.now()
  const grouped = Map.groupBy(decision.changes, ({ after }) => after.id)
  const linkRows = await Promise.all(decision.links.map((link) => linkRow(platform, link)))
  return [
    ...(request ? [db.insert(requests).values({ ...request, madeAt: now })] : []),
    ...decision.diaries.map(({ personId, version }) =>
      db
        .update(diaries)
        .set({ version: version + 1 })
        .where(eq(diaries.personId, personId)),
    ),
    ...decision.diaries.map(({ personId }) =>
      db.delete(claims).where(and(eq(claims.personId, personId), lte(claims.heldUntil, now))),
    ),
    ...(decision.pairing
      ? [
          db
            .update(pairings)
            .set({ status: decision.pairing.status })
            .where(eq(pairings.id, decision.pairing.id)),
        ]
      : []),
    ...Array.from(grouped.values()).flatMap((changes) => writeSession(platform, changes, now)),
    ...writeReason(platform, decision),
    ...linkRows.map((row) => db.insert(links).values(row)),
    ...decision.letters.map((outgoing) => insertLetter(db, outgoing, now)),
    ...writeOutcome(platform, decision),
  ]
}

/** The events of all its steps, then the difference between what it was and what it is. */
function writeSession({ db }: Platform, changes: readonly Change[], now: Instant): readonly Statement[] {
  const before = changes[0]?.before ?? null
  const after = changes.at(-1)?.after
  if (!after) return []
  const { id: sessionId, time, offer, invites: _invites, proposals: _proposals, ...columns } = after
  // Without the id: to set it, were it the same, makes SQLite look through every table that refers to it.
  const row = {
    ...columns,
    startsAt: time?.start ?? null,
    endsAt: time?.end ?? null,
    wall: time ? wallText(after.zone, time.start) : null,
  }
  const wanted = claimsOf(after)
  return [
    ...changes.map(({ event, after: { id, version } }) =>
      db.insert(events).values({ subject: id, version, ...event }),
    ),
    ...wanted.map((claim) =>
      db
        .insert(claims)
        .values(claim)
        .onConflictDoUpdate({
          target: [claims.personId, claims.startsAt, claims.sessionId],
          set: { endsAt: claim.endsAt, heldUntil: claim.heldUntil },
        }),
    ),
    db
      .insert(sessions)
      .values({ id: sessionId, ...row, createdAt: now })
      .onConflictDoUpdate({ target: sessions.id, set: row }),
    db
      .delete(claims)
      .where(
        and(
          eq(claims.sessionId, after.id),
          sql`${claims.personId} || ':' || ${claims.startsAt} NOT IN (SELECT value FROM json_each(${JSON.stringify(
            wanted.map(({ personId, startsAt }) => `${personId}:${startsAt}`),
          )}))`,
        ),
      ),
    ...(offer && offer !== before?.offer ? writeOffer(db, after, offer, offer.id !== before?.offer?.id) : []),
    ...after.invites
      .filter((invite) => !before?.invites.includes(invite))
      .map((invite) =>
        db
          .insert(invites)
          .values({ ...invite, sessionId: after.id })
          .onConflictDoUpdate({ target: invites.id, set: invite }),
      ),
    ...after.proposals
      .filter((proposal) => !before?.proposals.includes(proposal))
      .map(({ start, end, ...proposal }) =>
        db
          .insert(proposals)
          .values({ ...proposal, startsAt: start, endsAt: end, sessionId: after.id })
          .onConflictDoUpdate({ target: proposals.id, set: { state: proposal.state } }),
      ),
  ]
}

/** An older offer still open gives way first: a session has one at most. A new one never takes the place of another's. */
function writeOffer(
  db: Platform['db'],
  { id: sessionId }: Session,
  offer: NonNullable<Session['offer']>,
  isNew: boolean,
) {
  const { id, options: all, answer, ...columns } = offer
  const row = {
    ...columns,
    answeredOption: answer?.optionId ?? null,
    answeredBy: answer?.byId ?? null,
    answeredVia: answer?.via ?? null,
    answeredAt: answer?.at ?? null,
  }
  return [
    db
      .update(offers)
      .set({ status: 'superseded' })
      .where(and(eq(offers.sessionId, sessionId), eq(offers.status, 'open'), ne(offers.id, offer.id))),
    isNew
      ? db.insert(offers).values({ id, ...row, sessionId })
      : db.update(offers).set(row).where(eq(offers.id, id)),
    ...all.map(({ start, end, ...option }) =>
      db
        .insert(options)
        .values({ ...option, startsAt: start, endsAt: end, offerId: offer.id })
        .onConflictDoNothing(),
    ),
  ]
}

/** Both people's time: the session's own, or every option of an open offer until its hour. */
function claimsOf(session: Session) {
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

function writeReason({ db }: Platform, { reason, changes }: Decision): readonly Statement[] {
  const last = changes.at(-1)
  return reason && last
    ? [db.insert(reasons).values({ subject: last.after.id, version: last.after.version, words: reason })]
    : []
}

function writeOutcome({ db }: Platform, { outcome: logged, changes }: Decision): readonly Statement[] {
  if (!logged) return []
  const { outcome, commitment, lastCommitment } = logged
  const { time, ...columns } = outcome
  const pairingId = changes.find(({ after }) => after.id === outcome.sessionId)?.after.pairingId
  return [
    db.update(outcomes).set({ replaced: true }).where(eq(outcomes.sessionId, outcome.sessionId)),
    db.insert(outcomes).values({ ...columns, startsAt: time.start, endsAt: time.end }),
    db.update(commitments).set({ replaced: true }).where(eq(commitments.sessionId, outcome.sessionId)),
    ...(commitment && pairingId ? [db.insert(commitments).values({ ...commitment, pairingId })] : []),
    ...(lastCommitment
      ? [
          db
            .update(commitments)
            .set({ done: lastCommitment.done })
            .where(eq(commitments.id, lastCommitment.id)),
        ]
      : []),
  ]
}

async function linkRow(platform: Platform, link: Link) {
  return { ...link, tokenHash: await hashOf(await platform.tokenOf(link.id)) }
}
