import { NO_CHANGE } from '../../domain/decision.ts'
import type { PairingId, PersonId, PlanId, ProgrammeId } from '../../domain/ids.ts'
import { DEFAULT_OPTION_COUNT } from '../../domain/offer/make.ts'
import { solvePlan as planFor } from '../../domain/plan/make.ts'
import type { KeptPlan } from '../../domain/plan/plan.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findEarlierUse } from '../../storage/idempotency.ts'
import { findPlan } from '../../storage/plan/plan.ts'
import { findPlanReading } from '../../storage/plan/requests.ts'
import { whyProgrammeClosed } from '../programme/open.ts'
import { createIdempotently } from '../write.ts'

export type PlanWish = {
  readonly id: PlanId
  readonly programmeId: ProgrammeId
  /** Whether other mentors may stand in. */
  readonly standIns: boolean
  readonly madeBy: PersonId
  /** These pairings alone; absent: all of the programme. */
  readonly only?: readonly PairingId[]
}

/** Plans the next round of a programme. Nothing is held and nobody is asked until the manager confirms it. */
export async function makePlan(platform: Platform, wish: PlanWish): Promise<Result<KeptPlan, Refusal>> {
  const { db, newId, now } = platform
  return createIdempotently(platform, wish, {
    read: (key) => findEarlierUse(db, key),
    findExisting: () => findPlan(db, wish.id),
    decide: async () => {
      const closed = await whyProgrammeClosed(db, wish.programmeId)
      if (closed) return refuse(closed)
      const reading = await findPlanReading(platform, wish.programmeId, wish)
      if (!reading) return refuse({ reason: 'not-found' })
      const { only, ...kept } = wish
      const isWanted = (each: { readonly pairingId: PairingId }) => !only || only.includes(each.pairingId)
      const { setting } = reading
      const plan = planFor(reading.requests.filter(isWanted), { ...setting, count: DEFAULT_OPTION_COUNT })
      const keptPlan: KeptPlan = {
        ...kept,
        madeAt: now(),
        keyId: null,
        rows: plan.rows.map((row) => ({ ...row, offerId: newId('off'), state: 'open', refusal: null })),
        leftOver: [...plan.leftOver, ...reading.leftOver.filter(isWanted)],
      }
      return accept({ decision: { ...NO_CHANGE, plan: keptPlan }, value: keptPlan })
    },
  })
}
