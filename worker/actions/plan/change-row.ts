import type { PairingId, PlanId } from '../../domain/ids.ts'
import { inLine } from '../../domain/pairing/reporting-line.ts'
import { besideOthers } from '../../domain/plan/held-times.ts'
import type { KeptPlan, PlanRow } from '../../domain/plan/plan.ts'
import { diaryOf } from '../../domain/plan/seating.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { whyNot } from '../../domain/slot/judge.ts'
import { after, type Instant, MINUTE } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { findPlan, updatePlanRow } from '../../storage/plan/plan.ts'
import { findPlanReading } from '../../storage/plan/requests.ts'
import { whyProgrammeClosed } from '../programme/open.ts'

export type RowChange =
  | { readonly kind: 'drop' }
  | { readonly kind: 'keep' }
  | { readonly kind: 'times'; readonly starts: readonly Instant[] }

/**
 * Drops a row, restores it, or gives it other times. Each time is judged as if all other rows of the plan were held.
 */
export async function changePlanRow(
  platform: Platform,
  id: PlanId,
  pairingId: PairingId,
  change: RowChange,
): Promise<Result<KeptPlan, Refusal>> {
  const { db } = platform
  const plan = await findPlan(db, id)
  const row = plan?.rows.find((each) => each.pairingId === pairingId)
  if (!plan || !row) return refuse({ reason: 'not-found' })
  const closed = await whyProgrammeClosed(db, plan.programmeId)
  if (closed) return refuse(closed)
  if (row.state === 'sent') return refuse({ reason: 'offer-closed' })

  const newRow = change.kind === 'times' ? await withTimes(platform, plan, row, change.starts) : accept(row)
  if (!newRow.ok) return newRow
  const { options } = newRow.value
  const state = change.kind === 'drop' ? 'dropped' : 'open'
  const written = await inOneBatch(db, [updatePlanRow(db, id, pairingId, { options, state, refusal: null })])
  if (!written.ok) return written
  const planAfter = await findPlan(db, id)
  return planAfter ? accept(planAfter) : refuse({ reason: 'not-found' })
}

async function withTimes(
  platform: Platform,
  plan: KeptPlan,
  row: PlanRow,
  starts: readonly Instant[],
): Promise<Result<PlanRow, Refusal>> {
  const reading = await findPlanReading(platform, plan.programmeId, { standIns: plan.standIns })
  const request = reading?.requests.find(({ pairingId }) => pairingId === row.pairingId)
  const left = reading?.leftOver.find(({ pairingId }) => pairingId === row.pairingId)
  if (left?.reason === 'reporting-line') return refuse(inLine(left.line))
  if (!reading || !request) return refuse({ reason: 'offer-closed' })
  if (starts.length === 0) return refuse({ reason: 'no-slots' })

  const diary = diaryOf(
    besideOthers(reading.setting, reading.requests, plan, row),
    row.mentorId,
    request.executiveId,
  )
  const options = starts.map((start) => ({ start, end: after(start, row.minutes * MINUTE), reasons: [] }))
  const ignoring = request.sessionId
  const refused = options
    .map((option) => whyNot(option, diary, { ignoring }))
    .find((refusal) => refusal !== null)
  return refused
    ? refuse(refused)
    : accept({ ...row, options: options.toSorted((one, other) => one.start - other.start) })
}
