import { confirmPlan } from '../../actions/plan/confirm.ts'
import { makePlan } from '../../actions/plan/make.ts'
import { manages } from '../../domain/people/permission.ts'
import type { KeptPlan } from '../../domain/plan/plan.ts'
import { findPlan } from '../../storage/plan/plan.ts'
import { type App, type AppContext, identityOf, managerOf } from '../context.ts'
import { explain } from '../refusals.ts'
import { missing, refused } from '../responses.tsx'
import { actorOf, pathId, programmeFor } from './load.ts'
import { withBody } from './request.ts'
import { planJson, planWish } from './shapes/plan.ts'
import { body } from './shapes/values.ts'

/** A plan proposes times. Its confirmation sends them row by row, and may be repeated. */
export function planApi(app: App): void {
  app.post(
    '/api/v1/programmes/:id/plans',
    withBody(planWish, async (c, wish) => {
      const programme = await programmeFor(c, pathId(c, 'prg'))
      if (!programme) return missing(c)
      const platform = c.get('platform')
      const { id = platform.newId('pln'), standIns = false } = wish
      const request = { id, programmeId: programme.id, standIns, madeBy: actorOf(c).personId }
      const made = await makePlan(platform, request)
      return made.ok ? c.json(jsonFor(c, made.value), 201) : refused(c, made.refusal)
    }),
  )

  app.get('/api/v1/plans/:id', async (c) => {
    const plan = await planFor(c)
    return plan ? c.json(jsonFor(c, plan)) : missing(c)
  })

  app.post(
    '/api/v1/plans/:id/confirmation',
    withBody(body({}), async (c) => {
      const plan = await planFor(c)
      if (!plan) return missing(c)
      const confirmed = await confirmPlan(c.get('platform'), plan.id, managerOf(c))
      return confirmed.ok ? c.json(jsonFor(c, confirmed.value)) : refused(c, confirmed.refusal)
    }),
  )
}

async function planFor(c: AppContext): Promise<KeptPlan | null> {
  const plan = await findPlan(c.get('platform').db, pathId(c, 'pln'))
  return plan && manages(actorOf(c), plan.programmeId) ? plan : null
}

function jsonFor(c: AppContext, plan: KeptPlan) {
  return planJson(plan, (refusal) => explain(refusal, identityOf(c).person))
}
