import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { PersonId } from '../../../worker/domain/ids.ts'
import { roundOf } from '../../../worker/domain/plan/held-times.ts'
import { solvePlan } from '../../../worker/domain/plan/make.ts'
import type { Plan, PlanRequest, PlanSetting } from '../../../worker/domain/plan/plan.ts'
import { DEFAULT_POLICY } from '../../../worker/domain/programme/programme.ts'
import type { Busy, PersonDiary } from '../../../worker/domain/slot/diary.ts'
import { whyNot } from '../../../worker/domain/slot/judge.ts'
import { findSlots } from '../../../worker/domain/slot/search.ts'
import { overlaps } from '../../../worker/domain/time/time.ts'
import { aPersonDiary, aSessionAt, at, day, hours, weekly, WORKING_DAYS } from '../../support/times.ts'

const [TOM, UMA]: readonly [PersonId, PersonId] = ['per_tom', 'per_uma']

test('an executive with many times gives way to one who has a single one', () => {
  const people = [
    open(TOM, '09:00', '10:00'),
    open('per_free', '09:00', '10:00'),
    open('per_bound', '09:00', '09:30'),
  ]
  const plan = solvePlan([request('per_free'), request('per_bound')], setting(people, { count: 1 }))

  expect(plan.rows.map(({ pairingId, options }) => [pairingId, options.length])).toEqual([
    ['pai_free', 1],
    ['pai_bound', 1],
  ])
  expect(plan.rows[1]?.options[0]?.start).toBe(at('2027-03-22T09:00Z'))
})

test('everybody gets one time before anybody gets a second', () => {
  const people = [
    open(TOM, '09:00', '11:00'),
    ...['per_a', 'per_b', 'per_c'].map((id) => open(`per_${id.slice(4)}`, '09:00', '11:00')),
  ]
  const plan = solvePlan(
    [request('per_a'), request('per_b'), request('per_c')],
    setting(people, { count: 3 }),
  )

  expect(plan.rows.map(({ options }) => options.length).toSorted()).toEqual([1, 1, 2])
  expect(plan.leftOver).toEqual([])
})

test('a mentor’s limits hold for the plan as a whole', () => {
  const tom = { ...open(TOM, '09:00', '17:00'), rules: { perDay: 1 } }
  const people = [tom, open('per_a', '09:00', '17:00'), open('per_b', '09:00', '17:00')]
  const plan = solvePlan([request('per_a'), request('per_b')], setting(people, { count: 1 }))

  expect(plan.rows).toHaveLength(1)
  expect(plan.leftOver).toEqual([
    { pairingId: expect.any(String), reason: 'taken-by-others', window: day('2027-03-22') },
  ])
})

test('a stand-in is proposed only if the pairing’s mentor has no time, and only if allowed', () => {
  const people = [
    { ...open(TOM, '09:00', '09:30') },
    open(UMA, '09:00', '17:00'),
    open('per_a', '09:00', '17:00'),
    open('per_b', '09:00', '17:00'),
  ]
  const alone = solvePlan([request('per_a'), request('per_b')], setting(people))
  const allowed = [request('per_a', [TOM, UMA]), request('per_b', [TOM, UMA])]
  const together = solvePlan(allowed, setting(people))

  expect(alone.rows).toHaveLength(1)
  expect(together.rows.map(({ mentorId }) => mentorId).toSorted()).toEqual([TOM, UMA])
  const plenty = [open(TOM, '09:00', '17:00'), ...people.slice(1)]
  expect(solvePlan(allowed, setting(plenty)).rows.map(({ mentorId }) => mentorId)).toEqual([TOM, TOM])
})

test('somebody who mentors one and is mentored by another is one human', () => {
  const people = [
    open(TOM, '09:00', '10:00'),
    open('per_lea', '09:00', '09:30'),
    open('per_a', '09:00', '09:30'),
  ]
  const plan = solvePlan([request('per_lea'), request('per_a', ['per_lea'])], setting(people))

  expect(plan.rows).toHaveLength(1)
  expect(plan.leftOver).toMatchObject([{ reason: 'taken-by-others' }])
})

test('a time between a mentor’s regular seats is found for an executive without another', () => {
  const people = [
    open(TOM, '09:00', '11:00'),
    open('per_long', '10:00', '11:00'),
    open('per_late', '09:15', '09:45'),
  ]
  const plan = solvePlan([{ ...request('per_long'), minutes: 60 }, request('per_late')], setting(people))

  expect(plan.rows.map(({ options }) => options[0]?.start)).toEqual([
    at('2027-03-22T10:00Z'),
    at('2027-03-22T09:15Z'),
  ])
})

test('each one left over has a reason', () => {
  const people = [
    { ...open(TOM, '09:00', '10:00'), busy: [aSessionAt('2027-03-22T09:00Z', '2027-03-22T10:00Z')] },
    { ...open(UMA, '09:00', '10:00'), feedUnknown: true },
    open('per_lea', '13:00', '14:00'),
    open('per_a', '09:00', '10:00'),
  ]
  const plan = solvePlan(
    [
      request('per_a'),
      { ...request('per_a', [UMA]), pairingId: 'pai_x' },
      { ...request('per_a', ['per_lea']), pairingId: 'pai_y' },
    ],
    setting(people),
  )

  expect(plan.leftOver.map(({ reason }) => reason)).toEqual([
    'mentor-not-free',
    'hours-unknown',
    'no-common-time',
  ])
})

test('the judge accepts every proposed time, with all others of the plan held', () => {
  fc.assert(
    fc.property(anyCase(), ({ requests, people, count }) => {
      const given = setting(people, { count })
      const plan = solvePlan(requests, given)

      expect(plan.rows.length + plan.leftOver.length).toBe(requests.length)
      for (const row of plan.rows) {
        const asked = requests.find(({ pairingId }) => pairingId === row.pairingId)
        const others = plan.rows.filter((each) => each !== row)
        const held = withHeld(given, others, requests)
        const why = row.options.map((option) =>
          asked ? whyNot(option, diaryIn(held, row.mentorId, asked.executiveId)) : 'nobody asked',
        )
        expect(why).toEqual(row.options.map(() => null))
        expect(row.options.length).toBeLessThanOrEqual(count)
        expect(
          row.options.some((one, index) =>
            row.options.slice(index + 1).some((other) => overlaps(one, other)),
          ),
        ).toBe(false)
      }
    }),
    { numRuns: 300 },
  )
})

test('no way to assign the mentors’ seats serves more than the plan, and nobody left over could still meet', () => {
  fc.assert(
    fc.property(anyCase(), ({ requests, people }) => {
      const given = setting(people, { count: 1 })
      const plan = solvePlan(requests, given)

      expect(plan.rows.length).toBeGreaterThanOrEqual(mostServed(requests, given))
      const held = withHeld(given, plan.rows, requests)
      for (const { pairingId } of plan.leftOver) {
        const asked = requests.find((each) => each.pairingId === pairingId)
        const left = asked?.mentorIds.flatMap((id) => findSlots(diaryIn(held, id, asked.executiveId), asked))
        expect(left).toEqual([])
      }
    }),
    { numRuns: 300 },
  )
})

type Case = {
  readonly requests: readonly PlanRequest[]
  readonly people: readonly PersonDiary[]
  readonly count: number
}

/** Two mentors and up to four executives, each with some hours of one morning. */
function anyCase(): fc.Arbitrary<Case> {
  const ids: readonly PersonId[] = ['per_a', 'per_b', 'per_c', 'per_d']
  const anyHours = fc
    .tuple(fc.constantFrom(36, 38, 40, 42), fc.constantFrom(2, 4, 6, 10))
    .map(([from, length]) => ({ day: 1, from: from * 15, to: (from + length) * 15 }))
  const anyRules = fc.record({ perDay: fc.constantFrom(1, 2, 3) }, { requiredKeys: [] })
  const busy = fc.constantFrom([], [aSessionAt('2027-03-22T09:30Z', '2027-03-22T10:00Z')])
  const aMentor = (id: PersonId) =>
    fc
      .record({ hours: anyHours, rules: anyRules, busy })
      .map(({ hours: window, ...rest }) =>
        aPersonDiary({ personId: id, availability: hours({ weekly: [window] }), ...rest }),
      )
  const anExecutive = (id: PersonId) =>
    anyHours.map((window) => aPersonDiary({ personId: id, availability: hours({ weekly: [window] }) }))
  const mentors = fc.constantFrom<readonly [PersonId, ...PersonId[]]>([TOM], [UMA], [TOM, UMA])
  return fc.record({
    people: fc.tuple(aMentor(TOM), aMentor(UMA), ...ids.map(anExecutive)),
    requests: fc
      .tuple(fc.array(mentors, { minLength: 1, maxLength: 4 }))
      .map(([all]) => all.map((each, index) => request(ids[index] ?? 'per_a', each))),
    count: fc.integer({ min: 1, max: 3 }),
  })
}

/** The largest number that can be served, by trying every way to assign the mentors' seats. */
function mostServed(requests: readonly PlanRequest[], given: PlanSetting): number {
  const [first, ...rest] = requests
  if (!first) return 0
  let most = mostServed(rest, given)
  for (const mentorId of first.mentorIds) {
    for (const slot of findSlots(diaryIn(given, mentorId, first.executiveId), first)) {
      if (most === requests.length || !isOnGrid(slot.start, given.diaryOf(mentorId))) continue
      const row = { pairingId: first.pairingId, mentorId, minutes: 30, options: [{ ...slot, reasons: [] }] }
      most = Math.max(most, 1 + mostServed(rest, withHeld(given, [row], requests)))
    }
  }
  return most
}

/** Whether it is a whole number of half-hours after the start of the mentor's free time. */
function isOnGrid(start: number, { availability, busy }: PersonDiary): boolean {
  const opens = (availability.weekly[0]?.from ?? 0) * 60_000 + at('2027-03-22T00:00Z')
  const [session] = busy
  const isAfter =
    session !== undefined && start >= session.end && session.end > opens && session.start <= opens
  return (start - (isAfter ? session.end : opens)) % (30 * 60_000) === 0
}

function withHeld(given: PlanSetting, rows: Plan['rows'], requests: readonly PlanRequest[]): PlanSetting {
  const holds = rows.flatMap((row) => {
    const asked = requests.find(({ pairingId }) => pairingId === row.pairingId)
    return row.options.flatMap(({ start, end }) =>
      [row.mentorId, asked?.executiveId].map((personId) => ({
        personId,
        busy: { start, end, kind: 'hold', sessionId: asked ? roundOf(asked) : null } satisfies Busy,
      })),
    )
  })
  return {
    ...given,
    diaryOf: (id) => {
      const own = given.diaryOf(id)
      return {
        ...own,
        busy: [...own.busy, ...holds.filter(({ personId }) => personId === id).map(({ busy }) => busy)],
      }
    },
  }
}

function diaryIn({ diaryOf, policy, now }: PlanSetting, mentorId: PersonId, executiveId: PersonId) {
  return { mentor: diaryOf(mentorId), executive: diaryOf(executiveId), policy, now }
}

function setting(people: readonly PersonDiary[], { count = 1 } = {}): PlanSetting {
  const byId = new Map(people.map((each) => [each.personId, each]))
  return {
    policy: { ...DEFAULT_POLICY, notice: 0, buffers: { before: 0, after: 0 } },
    now: at('2027-03-22T07:00Z'),
    diaryOf: (id) => byId.get(id) ?? aPersonDiary({ personId: id }),
    count,
  }
}

function request(executiveId: PersonId, mentorIds: readonly [PersonId, ...PersonId[]] = [TOM]): PlanRequest {
  return {
    pairingId: `pai_${executiveId.slice(4)}`,
    executiveId,
    mentorIds,
    minutes: 30,
    window: day('2027-03-22'),
    near: null,
    sessionId: null,
    avoid: [],
    lastResort: [],
  }
}

function open(personId: PersonId, from: string, to: string): PersonDiary {
  return aPersonDiary({ personId, availability: hours({ weekly: weekly(WORKING_DAYS, from, to) }) })
}
