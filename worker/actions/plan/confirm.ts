import type { By } from '../../domain/decision.ts'
import type { PlanId } from '../../domain/ids.ts'
import type { KeptPlan, PlanRow } from '../../domain/plan/plan.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { d1RefusalOf } from '../../storage/d1-refusal.ts'
import { findPairing } from '../../storage/pairing/pairing.ts'
import { findPlan, updatePlanRow } from '../../storage/plan/plan.ts'
import { offerTimes } from '../offer/make.ts'

/** Rows that one request sends: it must stay within the database's limit of queries per request. */
export const ROWS_PER_REQUEST = 40

/**
 * Sends each row as an offer of its own, with the same guards as any offer. If the times of a row were taken meanwhile,
 * only that row fails. Repeating the request sends the open rows, then the failed ones. If the database fails half-way, it says
 * how many were sent.
 */
export async function confirmPlan(
  platform: Platform,
  id: PlanId,
  by: By,
): Promise<Result<KeptPlan, Refusal>> {
  const { db } = platform
  const plan = await findPlan(db, id)
  if (!plan) return refuse({ reason: 'not-found' })

  const open = plan.rows.filter(({ state }) => state === 'open')
  const failed = plan.rows.filter(({ state }) => state === 'failed')
  let sent = 0
  for (const row of [...open, ...failed].slice(0, ROWS_PER_REQUEST)) {
    try {
      const offered = await send(platform, row, by)
      if (offered.ok) sent += 1
      await noteRow(platform, id, row, offered)
    } catch (error) {
      if (sent === 0 || d1RefusalOf(error) === null) throw error
      return refuse({ reason: 'plan-stopped', sent, left: open.length + failed.length - sent })
    }
  }
  const after = await findPlan(db, id)
  return after ? accept(after) : refuse({ reason: 'not-found' })
}

async function noteRow(
  { db }: Platform,
  id: PlanId,
  { pairingId }: PlanRow,
  offered: Result<unknown, Refusal>,
): Promise<void> {
  const rowState = offered.ok
    ? ({ state: 'sent', refusal: null } as const)
    : ({ state: 'failed', refusal: offered.refusal } as const)
  await inOneBatch(db, [updatePlanRow(db, id, pairingId, rowState)])
}

async function send(platform: Platform, { pairingId, offerId, minutes, mentorId, options }: PlanRow, by: By) {
  const pairing = await findPairing(platform.db, pairingId)
  const times = options.map(({ start, end }) => ({ start, end }))
  const standIn = pairing && pairing.mentorId !== mentorId ? { standInId: mentorId } : {}
  return offerTimes(
    platform,
    { id: offerId, pairingId, minutes, options: times.length, times, ...standIn },
    by,
  )
}
