import type { PersonId } from '../ids.ts'
import { whyNot } from '../slot/judge.ts'
import { findOptions, type RankedOption } from '../slot/options.ts'
import { findSlots, freeTimes } from '../slot/search.ts'
import { startsWithin } from '../time/spans.ts'
import { MINUTE } from '../time/time.ts'
import { holdTimesIn, type HeldTimes, roundOf } from './held-times.ts'
import type { LeftOver, Plan, PlanRequest, PlanSetting, Proposed } from './plan.ts'
import { diaryOf, seatAll, type Seated } from './seating.ts'

type Draft = {
  readonly request: PlanRequest
  readonly mentorId: PersonId
  readonly options: readonly RankedOption[]
}

/**
 * Times for all requests at once: as many as possible get a date, at the lowest total cost, then each gets more times.
 * The judge checks every time with the rest of the plan held. A request without times gets its reason.
 */
export function solvePlan(requests: readonly PlanRequest[], setting: PlanSetting): Plan {
  const heldTimes = holdTimesIn(setting)
  const seated = seatAll(requests, setting)
  const drafts = requests.map((request, index) => draftOf(request, seated[index] ?? [], heldTimes))
  const filled = new Map(
    drafts
      .toSorted((one, other) => one.options.length - other.options.length)
      .map((draft) => [draft.request.pairingId, fillUp(draft, heldTimes)]),
  )
  const rows = requests.flatMap(({ pairingId, minutes }): Proposed[] => {
    const { mentorId, options } = filled.get(pairingId) ?? { options: [] }
    return mentorId && options.length > 0 ? [{ pairingId, mentorId, minutes, options }] : []
  })
  const missing = requests.filter(({ pairingId }) => !rows.some((row) => row.pairingId === pairingId))
  return { rows, leftOver: missing.map((request) => whyLeftOver(request, setting)) }
}

/** A person can be mentor in one pairing and executive in another: only the judge sees both of the person's sides. */
function draftOf(request: PlanRequest, seated: Seated, heldTimes: HeldTimes): Draft {
  const { setting, hold } = heldTimes
  const mentorId = seated[0]?.mentorId ?? request.mentorIds[0]
  const diary = diaryOf(setting(), mentorId, request.executiveId)
  const options = seated
    .filter((slot) => whyNot(slot, diary, { ignoring: request.sessionId }) === null)
    .map(({ start, end, reasons }) => ({ start, end, reasons }))
  hold(request, mentorId, options)
  return { request, mentorId, options }
}

/** Adds times that still fit between the plan's, also off the lattice. */
function fillUp({ request, mentorId, options }: Draft, { setting, hold }: HeldTimes): Omit<Draft, 'request'> {
  const { count } = setting()
  if (options.length >= count) return { mentorId, options }

  const { executiveId, minutes, window, near, avoid, lastResort } = request
  for (const candidate of options.length > 0 ? [mentorId] : request.mentorIds) {
    const more = findOptions(diaryOf(setting(), candidate, executiveId), {
      minutes,
      window,
      count: count - options.length,
      ignoring: roundOf(request),
      avoid: [...avoid, ...options],
      lastResort,
      ...(near !== null && { near }),
    })
    if (more.length === 0) continue
    hold(request, candidate, more)
    return { mentorId: candidate, options: [...options, ...more] }
  }
  return { mentorId, options }
}

function whyLeftOver(request: PlanRequest, setting: PlanSetting): LeftOver {
  const { pairingId, executiveId, minutes, window, sessionId: ignoring } = request
  const [mentorId] = request.mentorIds
  const diary = diaryOf(setting, mentorId, executiveId)
  if (diary.mentor.feedUnknown) return { pairingId, reason: 'hours-unknown' }
  if (diary.executive.feedUnknown) return { pairingId, reason: 'executive-hours-unknown' }
  if (findSlots(diary, { window, minutes, ignoring, limit: 1 }).length > 0)
    return { pairingId, reason: 'taken-by-others', window }

  const isFree = (side: 'mentor' | 'executive'): boolean =>
    startsWithin(freeTimes(diary, side, ignoring), minutes * MINUTE, window).length > 0
  if (!isFree('mentor')) return { pairingId, reason: 'mentor-not-free', window }
  if (!isFree('executive')) return { pairingId, reason: 'executive-not-free', window }
  return { pairingId, reason: 'no-common-time', window }
}
