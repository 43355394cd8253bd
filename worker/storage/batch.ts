import type { Refusal } from '../domain/refusals.ts'
import { accept, refuse, type Result } from '../domain/result.ts'
import type { Database, Statement } from '../platform.ts'

/**
 * Runs all statements in one batch, or none. A refusal by the schema becomes a refusal value; any other error is
 * thrown.
 */
export async function inOneBatch(
  db: Database,
  statements: readonly Statement[],
): Promise<Result<null, Refusal>> {
  const [first, ...rest] = statements
  if (!first) return accept(null)

  try {
    await db.batch([first, ...rest])
    return accept(null)
  } catch (error) {
    const refusal = refusalOfGuard(error)
    if (refusal) return refuse(refusal)
    throw error
  }
}

/** Whether the refusal is a conflict: a second reading may get another answer. */
export function isConflict({ reason }: Refusal): boolean {
  return reason === 'changed-meanwhile' || reason === 'address-taken'
}

/**
 * D1 names the guard only in the message, of the error or of one of its causes. The overlap guard and the version
 * guards mean the same: read again, and the judge then says who has the time and until when.
 */
function refusalOfGuard(error: unknown): Refusal | null {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (/\b(slot-taken|changed-meanwhile|unclaimed|claimed): SQLITE_CONSTRAINT/.test(each.message))
      return { reason: 'changed-meanwhile' }
    // Somebody else has the link on that day by now: there may be another.
    if (/UNIQUE constraint failed: index 'sessions_one_link_a_day'/.test(each.message))
      return { reason: 'changed-meanwhile' }
    if (/\bprogramme-closed: SQLITE_CONSTRAINT/.test(each.message))
      return { reason: 'programme-closed', at: null }
    if (/UNIQUE constraint failed: addresses\.address/.test(each.message)) return { reason: 'address-taken' }
    if (
      /UNIQUE constraint failed: (people|programmes|pairings|formats|tracks|report_links)\.id\b/.test(
        each.message,
      )
    )
      return { reason: 'id-taken' }
    if (/UNIQUE constraint failed: received\.fingerprint/.test(each.message))
      return { reason: 'received-before' }
    if (/UNIQUE constraint failed: pairings\./.test(each.message)) return { reason: 'already-paired' }
    if (
      /UNIQUE constraint failed: (sessions|idempotency_keys|offers|events|outcomes|invites)\./.test(
        each.message,
      )
    )
      return { reason: 'changed-meanwhile' }
  }
  return null
}
