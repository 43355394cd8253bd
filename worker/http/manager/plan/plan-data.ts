import type { PlanRowData } from '../../../../web/pages/manager/plan/plan-row.tsx'
import type { PlanData, PlanLine } from '../../../../web/pages/manager/plan/plan.tsx'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import type { Names } from '../../../../web/words/refusals/telling.ts'
import { ROWS_PER_REQUEST } from '../../../actions/plan/confirm.ts'
import type { PairingId } from '../../../domain/ids.ts'
import { DEFAULT_OPTION_COUNT } from '../../../domain/offer/make.ts'
import type { Person } from '../../../domain/people/person.ts'
import { besideOthers } from '../../../domain/plan/held-times.ts'
import { type KeptPlan, type LeftOver, type PlanRow, unsentFirst } from '../../../domain/plan/plan.ts'
import { diaryOf } from '../../../domain/plan/seating.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { refusedAt } from '../../../domain/session/tried.ts'
import { zoneOfAt } from '../../../domain/slot/hours.ts'
import { rankSlots } from '../../../domain/slot/options.ts'
import { findSlots } from '../../../domain/slot/search.ts'
import type { Instant, Interval } from '../../../domain/time/time.ts'
import type { Platform } from '../../../platform.ts'
import { findKey } from '../../../storage/key/key.ts'
import { listPairings } from '../../../storage/pairing/pairing.ts'
import { listEverybody } from '../../../storage/people/membership.ts'
import { findPlanReading } from '../../../storage/plan/requests.ts'
import type { ListPage } from '../list-page.ts'

type PlanLineOf = { readonly row: PlanRow } | { readonly left: LeftOver }

type PlanView = {
  readonly sentenceOf: (refusal: Refusal, names: Names) => string
  /** The page of the rows and, after them, of those who are left over. */
  readonly page: (lines: readonly PlanLineOf[]) => ListPage<PlanLineOf>
}

export async function planData(
  { db }: Platform,
  plan: KeptPlan,
  frame: PageFrame,
  { sentenceOf, page }: PlanView,
): Promise<PlanData> {
  const [members, pairings, key] = await Promise.all([
    listEverybody(db, plan.programmeId),
    listPairings(db, plan.programmeId),
    plan.keyId && findKey(db, plan.keyId),
  ])
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const people = new Map(members.map((each) => [each.id, each]))
  const byId = new Map(pairings.map((each) => [each.id, each]))
  const executiveOf = (id: PairingId): string => names.get(byId.get(id)?.executiveId ?? 'per_') ?? ''
  const mentorOf = (id: PairingId): string => names.get(byId.get(id)?.mentorId ?? 'per_') ?? ''
  const { shown, pages } = page([
    ...unsentFirst(plan.rows).map((row) => ({ row })),
    ...plan.leftOver.map((left) => ({ left })),
  ])
  return {
    frame,
    pages,
    ...{ id: plan.id, programmeId: plan.programmeId, madeAt: plan.madeAt },
    drafted: plan.keyId && { maker: names.get(plan.madeBy) ?? '', key: key?.name ?? null },
    wanted: DEFAULT_OPTION_COUNT,
    planned: plan.rows.length,
    ready: plan.rows.filter(({ state }) => state === 'open' || state === 'failed').length,
    perPress: ROWS_PER_REQUEST,
    leftOut: plan.rows.filter(({ state }) => state === 'dropped').length,
    sent: plan.rows.filter(({ state }) => state === 'sent').length,
    left: plan.leftOver.length,
    leftOver: shown.flatMap((line) => ('left' in line ? line.left : [])),
    rows: shown.flatMap((line) => {
      if (!('row' in line)) return []
      const { row } = line
      const both = { executive: executiveOf(row.pairingId), mentor: names.get(row.mentorId) ?? '' }
      const executiveId = byId.get(row.pairingId)?.executiveId ?? 'per_'
      const isStandIn = byId.get(row.pairingId)?.mentorId !== row.mentorId
      return {
        ...row,
        ...both,
        isStandIn,
        clocks: clocksOf(people.get(executiveId), people.get(row.mentorId)),
        why: row.refusal && sentenceOf(row.refusal, { ...both, answerer: null }),
      }
    }),
    titleOf: (id) => wordsFor(frame).pairings.pairTitle(executiveOf(id), mentorOf(id)),
  }
}

/** An executive's clock is that of his trip, if he is on one. */
function clocksOf(executive: Person | undefined, mentor: Person | undefined): PlanLine['clocks'] {
  return [
    ...(executive ? [(moment: Instant) => zoneOfAt(executive, moment)] : []),
    ...(mentor ? [mentor.zone] : []),
  ]
}

const MAX_TIMES_SHOWN = 40

/** Null if the row can no longer be changed. */
export async function planRowData(
  platform: Platform,
  plan: KeptPlan,
  pairingId: PairingId,
  frame: PageFrame,
): Promise<PlanRowData | null> {
  const reading = await findPlanReading(platform, plan.programmeId, { standIns: plan.standIns })
  const row = plan.rows.find((each) => each.pairingId === pairingId)
  const request = reading?.requests.find((each) => each.pairingId === pairingId)
  if (!reading || !row || !request || row.state === 'sent') return null

  const { setting, requests } = reading
  const diary = diaryOf(besideOthers(setting, requests, plan, row), row.mentorId, request.executiveId)
  const { window, sessionId: ignoring, near, minutes } = request
  const slots = findSlots(diary, { window, minutes, ignoring })
  const best = rankSlots(diary, slots, { ignoring, ...(near && { near }) }).slice(0, MAX_TIMES_SHOWN)
  const isChosen = ({ start }: Interval): boolean => row.options.some((option) => option.start === start)
  const shown = [
    ...best,
    ...slots.filter((slot) => isChosen(slot) && !best.some(({ start }) => start === slot.start)),
  ]
  const members = await listEverybody(platform.db, plan.programmeId)
  const [executive, mentor] = [request.executiveId, row.mentorId].map((id) =>
    members.find((each) => each.id === id),
  )
  return {
    frame,
    planId: plan.id,
    pairingId,
    executive: executive?.name ?? '',
    clocks: clocksOf(executive, mentor),
    times: shown
      .toSorted((one, other) => one.start - other.start)
      .map((time) => ({
        start: time.start,
        end: time.end,
        isChosen: isChosen(time),
        refusedAt: refusedAt({ tried: request.avoid }, time),
      })),
  }
}
