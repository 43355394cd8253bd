import type { PersonDiary } from '../../worker/domain/diary.ts'
import type { PersonId } from '../../worker/domain/ids.ts'
import { holdingIn } from '../../worker/domain/holding.ts'
import { findPlan } from '../../worker/domain/planning.ts'
import type { Plan, PlanRequest, PlanSetting } from '../../worker/domain/plans.ts'
import { diaryOf } from '../../worker/domain/seating.ts'
import { findOptions } from '../../worker/domain/options.ts'
import { after, DAY } from '../../worker/domain/time.ts'
import { rowOf, type Row } from './measuring.ts'
import { diariesOf, NOW } from './slots-sizes.ts'

const EXECUTIVES = 100
const MENTORS = 50
const TIMES = 4

/** A plan for a hundred executives of fifty mentors, four times each, beside first come, first served. */
export function benchPlans(): Row[] {
  const mentors = diariesOf({ mentors: MENTORS, weeks: 8, busyPerDay: 3 })
  const [first] = mentors
  if (!first) return []

  const people = new Map<PersonId, PersonDiary>()
  for (const [index, { mentor }] of mentors.entries())
    people.set(`per_m${index}`, { ...mentor, rules: { perDay: 2, perWeek: 6 } })
  for (let index = 0; index < EXECUTIVES; index += 1)
    people.set(`per_e${index}`, { ...first.executive, busy: mentors[index % MENTORS]?.mentor.busy ?? [] })
  const requests = Array.from({ length: EXECUTIVES }, (_, index) => requestOf(index))
  // Copies each time: what was found for a diary before must not make the next round cheaper.
  const setting = (): PlanSetting => {
    const fresh = new Map(Array.from(people, ([id, diary]) => [id, { ...diary, personId: id }]))
    return { policy: first.policy, now: NOW, count: TIMES, diaryOf: (id) => fresh.get(id) ?? first.executive }
  }
  const ours = () => findPlan(requests, setting())
  const reference = () => inTurn(requests, setting())
  const served = (plan: Plan): number => plan.rows.length
  if (served(ours()) < served(reference())) throw new Error('The plan serves fewer than taking turns does')
  const job = `plan (executives ${EXECUTIVES}, times ${TIMES}, mentors ${MENTORS})`
  return [
    rowOf(
      job,
      ours().rows.reduce((sum, { options }) => sum + options.length, 0),
      { ours, reference },
    ),
  ]
}

function requestOf(index: number): PlanRequest {
  return {
    pairingId: `pai_${index}`,
    executiveId: `per_e${index}`,
    mentorIds: [`per_m${index % MENTORS}`],
    minutes: 30,
    window: { start: NOW, end: after(NOW, 21 * DAY) },
    near: after(NOW, 14 * DAY),
    sessionId: null,
    avoid: [],
  }
}

/** The plain way: one after the other takes the best that is left. */
function inTurn(requests: readonly PlanRequest[], setting: PlanSetting): Plan {
  const { setting: now, hold } = holdingIn(setting)
  const rows = requests.map((request) => {
    const { pairingId, executiveId, window, minutes } = request
    const [mentorId] = request.mentorIds
    const near = request.near ?? setting.now
    const options = findOptions(diaryOf(now(), mentorId, executiveId), {
      minutes,
      count: TIMES,
      window,
      near,
    })
    hold(request, mentorId, options)
    return { pairingId, mentorId, minutes, options }
  })
  return { rows: rows.filter(({ options }) => options.length > 0), leftOver: [] }
}
