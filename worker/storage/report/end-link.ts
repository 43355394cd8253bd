import { type SQL, sql } from 'drizzle-orm'

import { outbox, reportLinks } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { ReportLink } from '../../domain/report/link.ts'
import { figuresLetterKey } from '../../domain/report/make-link.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'

/** Also a letter with it that has not left. */
export function endReportLink(
  db: Database,
  { id }: Pick<ReportLink, 'id'>,
  { at, byId }: { readonly at: Instant; readonly byId: PersonId },
): readonly Statement[] {
  const isThis = sql`id = ${id} AND ended_at IS NULL`
  return [
    db.update(outbox).set(retired(at)).where(isWaiting(isThis)),
    db.update(reportLinks).set({ endedAt: at, endedBy: byId }).where(isThis),
  ]
}

/** Those that somebody made who manages the programme no longer. */
export function endReportLinksOf(
  db: Database,
  { programmeId, madeBy }: Pick<ReportLink, 'programmeId' | 'madeBy'>,
  at: Instant,
): readonly Statement[] {
  const areTheirs = sql`made_by = ${madeBy} AND programme_id = ${programmeId} AND ended_at IS NULL`
  return [
    db.update(outbox).set(retired(at)).where(isWaiting(areTheirs)),
    db.update(reportLinks).set({ endedAt: at }).where(areTheirs),
  ]
}

function retired(at: Instant) {
  return { state: 'retired', error: 'gone', retiredAt: at } as const
}

/** The letter with such a link waits, and nobody is sending it. */
function isWaiting(link: SQL): SQL {
  return sql`state = 'waiting' AND lease IS NULL
    AND dedupe_key IN (SELECT ${figuresLetterKey('')} || id FROM report_links WHERE ${link})`
}

/** With the purge, and with what was counted of them. */
export function dropReportLinks(programmeId: ProgrammeId, limit: number): readonly SQL[] {
  return deletions(sql`programme_id = ${programmeId}`, limit)
}

/** Those that ended before this moment. */
export function dropOldReportLinks(before: Instant, limit: number): readonly SQL[] {
  return deletions(sql`min(ends_at, coalesce(ended_at, ends_at)) <= ${before}`, limit)
}

function deletions(where: SQL, limit: number): readonly SQL[] {
  const ids = sql`(SELECT id FROM report_links WHERE ${where} ORDER BY id LIMIT ${limit})`
  return [forgetOpenings(sql`id IN ${ids}`), sql`DELETE FROM report_links WHERE id IN ${ids}`]
}

/** Before the links themselves go. */
export function forgetOpenings(where: SQL): SQL {
  return sql`DELETE FROM counters WHERE key IN (SELECT 'opened:' || token_hash FROM report_links WHERE ${where})`
}
