import { drizzle } from 'drizzle-orm/d1'

import { bookSession } from '../../../worker/actions/session/book.ts'
import { cancelSession } from '../../../worker/actions/session/cancel.ts'
import type { PairingId, PersonId } from '../../../worker/domain/ids.ts'
import { instant } from '../../../worker/domain/time/time.ts'
import type { Platform } from '../../../worker/platform.ts'

type Wish = { readonly pairingId: PairingId; readonly managerId: PersonId; readonly start: number }
type Written = { readonly statements: number; readonly rowsRead: number; readonly rowsWritten: number }

/** Books a time and cancels it again. Returns the cost of the booking's batch, with its guards. */
export async function costOfBooking(
  platform: Platform,
  database: D1Database,
  { pairingId, managerId, start }: Wish,
): Promise<Written> {
  const batches: Written[] = []
  const by = { id: managerId, door: 'manager' } as const
  const wish = { id: platform.newId('ses'), pairingId, minutes: null, reason: null, start: instant(start) }
  const booked = await bookSession({ ...platform, db: drizzle(watched(database, batches)) }, wish, by)
  if (!booked.ok) throw new Error(`Not booked: ${booked.refusal.reason}`)

  await cancelSession(platform, booked.value.id, { reopen: false }, by)
  const writing = batches.find(({ rowsWritten }) => rowsWritten > 0)
  if (!writing) throw new Error('Nothing was written')
  return writing
}

function watched(database: D1Database, batches: Written[]): D1Database {
  return new Proxy(database, {
    get(target, name) {
      if (name !== 'batch') return (query: string) => target.prepare(query)
      return async (statements: D1PreparedStatement[]) => {
        const results = await target.batch(statements)
        batches.push({
          statements: statements.length,
          rowsRead: results.reduce((sum, { meta }) => sum + meta.rows_read, 0),
          rowsWritten: results.reduce((sum, { meta }) => sum + meta.rows_written, 0),
        })
        return results
      }
    },
  })
}
