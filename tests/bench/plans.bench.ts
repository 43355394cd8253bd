import type { PersonId } from '../../worker/domain/ids.ts'
import { holdTimesIn } from '../../worker/domain/plan/held-times.ts'
import { solvePlan } from '../../worker/domain/plan/make.ts'
import type { Plan, PlanRequest, PlanSetting } from '../../worker/domain/plan/plan.ts'
import { diaryOf } from '../../worker/domain/plan/seating.ts'
import type { PersonDiary } from '../../worker/domain/slot/diary.ts'
import { findOptions } from '../../worker/domain/slot/options.ts'
import { after, DAY } from '../../worker/domain/time/time.ts'
import { rowOf, type Row } from './measuring.ts'
import { diariesOf, NOW } from './slots-sizes.ts'

const EXECUTIVES = 100
const MENTORS = 50
const TIMES = 4

/**
 * A plan for a hundred executives of fifty mentors, four times each, compared with first come, first served; then one
 * where four of five mentors are away and the others may stand in.
 */
export function benchPlans(): Row[] {
  const job = `plan (executives ${EXECUTIVES}, times ${TIMES}, mentors ${MENTORS})`
  const alone = requestsOf((index) => [mentorOf(index)])
  const [ours, reference] = [
    () =>
      solvePlan(
        alone,
        setting(() => true),
      ),
    () =>
      inTurn(
        alone,
        setting(() => true),
      ),
  ]
  if (ours().rows.length < reference().rows.length)
    throw new Error('The plan serves fewer than taking turns does')

  const anybody = requestsOf((index) => [
    mentorOf(index),
    ...MENTOR_IDS.filter((id) => id !== mentorOf(index)),
  ])
  const standIns = () =>
    solvePlan(
      anybody,
      setting((index) => index % 5 === 0),
    )
  return [
    rowOf(job, timesIn(ours()), { ours, reference }),
    rowOf(job.replace('plan', 'stand-ins'), timesIn(standIns()), { ours: standIns, reference: null }),
  ]
}

const DIARIES = diariesOf({ mentors: MENTORS, weeks: 8, busyPerDay: 3 })
const MENTOR_IDS = DIARIES.map((_, index): PersonId => `per_m${index}`)

function mentorOf(index: number): PersonId {
  return `per_m${index % MENTORS}`
}

function timesIn({ rows }: Plan): number {
  return rows.reduce((sum, { options }) => sum + options.length, 0)
}

/** Copies each time: cached results of a diary must not make the next round cheaper. */
function setting(isThere: (mentor: number) => boolean): PlanSetting {
  const [first] = DIARIES
  if (!first) throw new Error('No mentors')

  const people = new Map<PersonId, PersonDiary>()
  for (const [index, { mentor }] of DIARIES.entries()) {
    const availability = isThere(index) ? { ...mentor.availability } : { ...mentor.availability, weekly: [] }
    const personId = mentorOf(index)
    people.set(personId, { ...mentor, personId, availability, rules: { perDay: 2, perWeek: 6 } })
  }
  for (let index = 0; index < EXECUTIVES; index += 1) {
    const personId: PersonId = `per_e${index}`
    const busy = DIARIES[index % MENTORS]?.mentor.busy ?? []
    people.set(personId, { ...first.executive, personId, busy })
  }
  return { policy: first.policy, now: NOW, count: TIMES, diaryOf: (id) => people.get(id) ?? first.executive }
}

function requestsOf(mentorsOf: (index: number) => readonly PersonId[]): readonly PlanRequest[] {
  return Array.from({ length: EXECUTIVES }, (_, index) => {
    const [own = mentorOf(index), ...others] = mentorsOf(index)
    return {
      pairingId: `pai_${index}`,
      executiveId: `per_e${index}`,
      mentorIds: [own, ...others],
      minutes: 30,
      window: { start: NOW, end: after(NOW, 21 * DAY) },
      near: after(NOW, 14 * DAY),
      sessionId: null,
      avoid: [],
      lastResort: [],
    }
  })
}

/** First come, first served: each takes the best time left. */
function inTurn(requests: readonly PlanRequest[], setting: PlanSetting): Plan {
  const { setting: now, hold } = holdTimesIn(setting)
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
