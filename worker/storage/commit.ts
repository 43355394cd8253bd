import { and, eq, lte } from 'drizzle-orm'

import { claims, diaries, links, reasons, idempotencyKeys } from '../../schema/index.ts'
import { type Decision, sessionAfter } from '../domain/decision.ts'
import type { Link } from '../domain/letter/link.ts'
import type { Refusal } from '../domain/refusals.ts'
import { accept, refuse, type Result } from '../domain/result.ts'
import type { Session } from '../domain/session/session.ts'
import { hashOf, type Platform, type Statement } from '../platform.ts'
import { inOneBatch, isConflict } from './batch.ts'
import { insertLetter } from './letter/outbox.ts'
import { patchPairing } from './pairing/pairing.ts'
import { notePulse } from './pairing/pulse.ts'
import { outcomeStatements } from './session/write-outcome.ts'
import { sessionStatements } from './session/write.ts'

/** A client's own id for what it makes, with what it asked for: repeating it is safe. */
export type IdempotencyKey = { readonly id: string; readonly fingerprint: string }

/**
 * A decision, or none of it: what happened, what is now and who must hear, in one batch. Answers the session it
 * leaves, or `slot-taken` / `changed-meanwhile` where somebody else was first.
 */
export async function commit(
  platform: Platform,
  decision: Decision,
  request: IdempotencyKey | null = null,
): Promise<Result<Session | null, Refusal>> {
  const statements = await statementsOf(platform, decision, request)
  const committed = await inOneBatch(platform.db, statements)
  return committed.ok ? accept(sessionAfter(decision)) : committed
}

/** Reads, decides and commits; another writer in between makes it read and decide again, three times at most. */
export async function commitWithRetry(
  platform: Platform,
  decide: () => Promise<Result<Decision, Refusal>>,
  requested: () => IdempotencyKey | null = () => null,
): Promise<Result<Session | null, Refusal>> {
  let last: Result<Session | null, Refusal> = refuse({ reason: 'changed-meanwhile' })
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const decision = await decide()
    if (!decision.ok) return decision

    last = await commit(platform, decision.value, requested())
    if (last.ok || !isConflict(last.refusal)) return last
  }
  return last
}

async function statementsOf(
  platform: Platform,
  decision: Decision,
  request: IdempotencyKey | null,
): Promise<readonly Statement[]> {
  const { db } = platform
  const now = platform.now()
  const grouped = Map.groupBy(decision.sessions, ({ after }) => after.id)
  const linkRows = await Promise.all(decision.links.map((link) => linkRow(platform, link)))
  return [
    ...(request
      ? [
          db
            .insert(idempotencyKeys)
            .values({ ...request, madeAt: now, made: sessionAfter(decision)?.id ?? null }),
        ]
      : []),
    ...decision.diaries.map(({ personId, version }) =>
      db
        .update(diaries)
        .set({ version: version + 1 })
        .where(eq(diaries.personId, personId)),
    ),
    ...decision.diaries.map(({ personId }) =>
      db.delete(claims).where(and(eq(claims.personId, personId), lte(claims.heldUntil, now))),
    ),
    ...(decision.pairing ? patchPairing(db, decision.pairing.id, { status: decision.pairing.status }) : []),
    ...Array.from(grouped.values()).flatMap((changes) => sessionStatements(platform, changes, now)),
    ...writeReason(platform, decision),
    ...linkRows.map((row) => db.insert(links).values(row)),
    ...decision.letters.map((outgoing) => insertLetter(db, outgoing, now)),
    ...decision.letters.flatMap(({ letter }) => notePulse(db, letter, now)),
    ...outcomeStatements(platform, decision),
  ]
}

function writeReason({ db }: Platform, { reason, sessions }: Decision): readonly Statement[] {
  const last = sessions.at(-1)
  return reason && last
    ? [db.insert(reasons).values({ subject: last.after.id, version: last.after.version, words: reason })]
    : []
}

async function linkRow(platform: Platform, link: Link) {
  return { ...link, tokenHash: await hashOf(await platform.tokenOf(link.id)) }
}
