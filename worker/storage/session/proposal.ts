import { and, eq } from 'drizzle-orm'

import { proposals } from '../../../schema/index.ts'
import type { ProposalId, SessionId } from '../../domain/ids.ts'
import type { ProposalState } from '../../domain/session/session.ts'
import type { Database, Statement } from '../../platform.ts'

/** What became of a proposal of this session; null: it has none of this id. */
export async function findProposalState(
  db: Database,
  sessionId: SessionId,
  id: ProposalId,
): Promise<ProposalState | null> {
  const [row] = await db
    .select({ state: proposals.state })
    .from(proposals)
    .where(and(eq(proposals.id, id), eq(proposals.sessionId, sessionId)))
  return row?.state ?? null
}

/** Refuses a proposal where its session rests, and deletes its words. */
export function endProposal(db: Database, id: ProposalId): Statement {
  return db
    .update(proposals)
    .set({ state: 'refused', words: null })
    .where(and(eq(proposals.id, id), eq(proposals.state, 'waiting')))
}
