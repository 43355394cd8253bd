import { and, desc, eq, sql } from 'drizzle-orm'

import { commitments, events, outcomes, reasons } from '../../../schema/index.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { Correction } from '../../domain/session/correct-log.ts'
import type { Platform } from '../../platform.ts'
import { openReason } from './reason.ts'

/** The corrections of a session's log, latest first. */
export async function listCorrections(
  platform: Platform,
  sessionId: SessionId,
): Promise<readonly Correction[]> {
  const rows = await platform.db
    .select({
      version: events.version,
      at: events.at,
      byId: events.actorId,
      reason: reasons.words,
      before: {
        id: outcomes.id,
        result: outcomes.result,
        lastDone: outcomes.lastDone,
        benefit: outcomes.benefit,
        evidence: outcomes.evidence,
        needsManager: outcomes.needsManager,
        whyNotHeld: outcomes.whyNotHeld,
        loggedBy: outcomes.loggedBy,
        loggedAt: outcomes.loggedAt,
      },
      agreed: { words: commitments.words, dueOn: commitments.dueOn },
    })
    .from(events)
    .innerJoin(outcomes, eq(outcomes.id, sql`json_extract(${events.detail}, '$.corrects')`))
    .leftJoin(commitments, eq(commitments.id, sql`json_extract(${events.detail}, '$.commitment')`))
    .leftJoin(reasons, and(eq(reasons.subject, events.subject), eq(reasons.version, events.version)))
    .where(and(eq(events.subject, sessionId), eq(events.code, 'log-corrected')))
    .orderBy(desc(events.version))
  const words = await Promise.all(
    rows.map(({ version, reason }) => openReason(platform, { subject: sessionId, version }, reason)),
  )
  return rows.map(({ version: _, ...row }, index) => {
    const earlier = rows[index + 1]
    const { loggedBy, loggedAt } = row.before
    const said = earlier ? { byId: earlier.byId, at: earlier.at } : { byId: loggedBy, at: loggedAt }
    return { ...row, reason: words[index] ?? null, said }
  })
}
