import type { PersonId, SessionId } from '../ids.ts'
import type { Busy } from '../slot/diary.ts'
import type { Interval } from '../time/time.ts'
import type { KeptPlan, PlanRequest, PlanRow, PlanSetting } from './plan.ts'

/** Holds a plan's own times while the plan is made, so that the judge sees them as after sending. */
export type HeldTimes = {
  readonly setting: () => PlanSetting
  readonly hold: (
    request: Pick<PlanRequest, 'pairingId' | 'executiveId' | 'sessionId'>,
    mentorId: PersonId,
    times: readonly Interval[],
  ) => void
}

export function holdTimesIn(setting: PlanSetting): HeldTimes {
  const held = new Map<PersonId, Busy[]>()
  return {
    setting: () => ({
      ...setting,
      diaryOf: (id) => {
        const own = setting.diaryOf(id)
        const busy = [...own.busy, ...(held.get(id) ?? [])]
        return { ...own, busy: busy.toSorted((one, other) => one.start - other.start) }
      },
    }),
    hold: (request, mentorId, times) => {
      const holds = times.map(
        ({ start, end }) => ({ start, end, sessionId: roundOf(request), kind: 'hold' }) as const,
      )
      for (const id of [mentorId, request.executiveId]) held.set(id, [...(held.get(id) ?? []), ...holds])
    },
  }
}

/** The setting with all other unsent rows of the plan held. Sent rows are held already; dropped ones are not. */
export function besideOthers(
  setting: Omit<PlanSetting, 'count'>,
  requests: readonly PlanRequest[],
  { rows }: Pick<KeptPlan, 'rows'>,
  row: PlanRow,
): PlanSetting {
  const heldTimes = holdTimesIn({ ...setting, count: row.options.length })
  for (const other of rows) {
    const request = requests.find(({ pairingId }) => pairingId === other.pairingId)
    const isHeld = other.pairingId !== row.pairingId && (other.state === 'open' || other.state === 'failed')
    if (request && isHeld) heldTimes.hold(request, other.mentorId, other.options)
  }
  return heldTimes.setting()
}

/** The session of a request: its open round, else a placeholder for the one it will open. */
export function roundOf({ sessionId, pairingId }: Pick<PlanRequest, 'pairingId' | 'sessionId'>): SessionId {
  return sessionId ?? `ses_of_${pairingId}`
}
