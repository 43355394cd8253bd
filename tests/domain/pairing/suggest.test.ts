import { expect, test } from 'vitest'

import type { PersonId } from '../../../worker/domain/ids.ts'
import type { Candidate } from '../../../worker/domain/pairing/make.ts'
import type { Cast } from '../../../worker/domain/pairing/measure.ts'
import type { Pairing } from '../../../worker/domain/pairing/pairing.ts'
import { proposalOf } from '../../../worker/domain/pairing/proposal.ts'
import { suggestPairs } from '../../../worker/domain/pairing/suggest.ts'
import type { Person, Role } from '../../../worker/domain/people/person.ts'
import { DEFAULT_POLICY } from '../../../worker/domain/programme/programme.ts'
import type { PersonDiary } from '../../../worker/domain/slot/diary.ts'
import { aPerson } from '../../support/situations.ts'
import { aPersonDiary, at, hours, weekly, WORKING_DAYS } from '../../support/times.ts'

test('wished and taught topics decide between mentors, and are given as reasons', () => {
  const tom = someone('mentor', 'per_tom', { rules: { topics: { wished: [], taught: ['Video'] } } })
  const uma = someone('mentor', 'per_uma', { rules: { topics: { wished: [], taught: ['threads'] } } })
  const lea = someone('executive', 'per_lea', { rules: { topics: { wished: ['Threads'], taught: [] } } })

  expect(suggested([tom, uma], [lea])).toEqual(['per_lea with per_uma'])
  expect(cell([tom, uma], [lea], 'per_uma').reasons).toContainEqual({ code: 'topics', topics: ['Threads'] })
})

test('a language in common speaks for a pair', () => {
  const tom = someone('mentor', 'per_tom')
  const luc = someone('mentor', 'per_luc', { locale: 'fr' })
  const lea = someone('executive', 'per_lea', { locale: 'fr' })

  expect(suggested([tom, luc], [lea])).toEqual(['per_lea with per_luc'])
})

test('a pair within one reporting line is blocked, with the superior’s id', () => {
  const lea = someone('executive', 'per_lea')
  const tom = { ...someone('mentor', 'per_tom'), superiors: [lea.person.id] }

  expect(cell([tom], [lea], 'per_tom').blocked).toEqual({
    code: 'reporting-line',
    superiorId: 'per_lea',
    steps: 1,
  })
  expect(suggested([tom], [lea])).toEqual([])
})

test('zones without an hour in common are blocked, however good the pair', () => {
  const ann = someone('mentor', 'per_ann', { zone: 'Pacific/Auckland' })
  const lea = someone('executive', 'per_lea', { zone: 'America/New_York' })

  expect(cell([ann], [lea], 'per_ann').blocked).toEqual({ code: 'no-shared-hours' })
})

test('the load is spread: nobody gets a second executive while somebody has none', () => {
  const mentors = [someone('mentor', 'per_tom'), someone('mentor', 'per_uma')]
  const executives = [someone('executive', 'per_a'), someone('executive', 'per_b')]

  expect(
    suggested(mentors, executives)
      .map((pair) => pair.slice(-7))
      .toSorted(),
  ).toEqual(['per_tom', 'per_uma'])
})

test('a mentor whose week is full takes nobody more', () => {
  const tom = someone('mentor', 'per_tom', { rules: { perWeek: 0 } })
  const lea = someone('executive', 'per_lea')

  expect(cell([tom], [lea], 'per_tom').blocked).toEqual({ code: 'full', most: 0 })
})

test('a mentor who leaves is suggested with the hours until the last day, which is named', () => {
  const tom = someone('mentor', 'per_tom')
  const uma = someone('mentor', 'per_uma')
  const lea = someone('executive', 'per_lea')
  const soon = { on: '2027-03-12', at: at('2027-03-12T23:00Z') }
  const now = { on: '2027-03-01', at: at('2027-03-01T08:00Z') }

  const half = cells([tom, uma], [lea], [], { per_tom: soon })
  expect(half.map(({ mentorId, isSuggested }) => [mentorId, isSuggested])).toEqual([
    ['per_uma', true],
    ['per_tom', false],
  ])
  expect(half[1]?.reasons).toEqual(
    expect.arrayContaining([
      { code: 'shared-hours', hours: 7 },
      { code: 'leaves', on: '2027-03-12' },
    ]),
  )
  const [gone] = cells([tom], [lea], [], { per_tom: now })
  expect(gone?.blocked).toEqual({ code: 'leaves', on: '2027-03-01' })
})

test('an existing pair is marked as such, and an executive with a mentor needs no other', () => {
  const mentors = [someone('mentor', 'per_tom'), someone('mentor', 'per_uma')]
  const lea = someone('executive', 'per_lea')
  const pairing: Pairing = {
    ...{ id: 'pai_1', programmeId: 'prg_1', mentorId: 'per_tom', executiveId: 'per_lea' },
    ...{
      kind: 'mentoring',
      status: 'active',
      place: null,
      aim: null,
      trackId: null,
      track: null,
      version: 1,
    },
  }

  expect(cell(mentors, [lea], 'per_tom', [pairing]).blocked).toEqual({ code: 'paired', pairingId: 'pai_1' })
  expect(suggested(mentors, [lea], [pairing])).toEqual([])
})

test('the best set gives no mentor more than the hours allow, and says for how many there is one', () => {
  const tom = someone('mentor', 'per_tom', { rules: { perWeek: 1 } })
  const uma = someone('mentor', 'per_uma', { locale: 'fr', rules: { perWeek: 1 } })
  const executives = Array.from({ length: 9 }, (_, index) => someone('executive', `per_${index}`))
  const cast = castOf([tom, uma], executives)
  const { pairs, overfull } = proposalOf(cast, null)

  expect(pairs.filter(({ mentorId }) => mentorId === 'per_tom')).toHaveLength(3)
  expect(pairs.filter(({ mentorId }) => mentorId === 'per_uma')).toHaveLength(3)
  expect(new Set(pairs.map(({ executiveId }) => executiveId)).size).toBe(6)
  expect(overfull).toEqual([])
  expect(suggestPairs(cast, { executives: [], most: 5 }).suggested).toBe(6)
})

test('pairs that are chosen by hand may fill a mentor too much, which is said', () => {
  const tom = someone('mentor', 'per_tom', { rules: { perWeek: 1 } })
  const executives = Array.from({ length: 4 }, (_, index) => someone('executive', `per_${index}`))
  const chosen = executives.map(({ person }) => ({ executiveId: person.id, mentorId: tom.person.id }))
  const { pairs, overfull, cellOf } = proposalOf(castOf([tom], executives), chosen)

  expect(pairs).toEqual(chosen)
  expect(overfull).toEqual([{ mentorId: 'per_tom', pairings: 4, most: 3 }])
  expect(cellOf({ executiveId: 'per_0', mentorId: 'per_elsewhere' })).toBeNull()
})

function suggested(
  mentors: readonly Candidate[],
  executives: readonly Candidate[],
  pairings: readonly Pairing[] = [],
) {
  return cells(mentors, executives, pairings)
    .filter(({ isSuggested }) => isSuggested)
    .map(({ executiveId, mentorId }) => `${executiveId} with ${mentorId}`)
}

function cell(
  mentors: readonly Candidate[],
  executives: readonly Candidate[],
  mentorId: PersonId,
  pairings: readonly Pairing[] = [],
) {
  const found = cells(mentors, executives, pairings).find((each) => each.mentorId === mentorId)
  if (!found) throw new Error('no such cell')
  return found
}

function cells(
  mentors: readonly Candidate[],
  executives: readonly Candidate[],
  pairings: readonly Pairing[],
  leaving: Readonly<Record<string, PersonDiary['leaves']>> = {},
) {
  const shown = { executives: executives.map(({ person }) => person.id), most: mentors.length }
  return suggestPairs(castOf(mentors, executives, pairings, leaving), shown).rows.flatMap((row) => row.cells)
}

function castOf(
  mentors: readonly Candidate[],
  executives: readonly Candidate[],
  pairings: readonly Pairing[] = [],
  leaving: Readonly<Record<string, PersonDiary['leaves']>> = {},
): Cast {
  const zones = new Map([...mentors, ...executives].map(({ person }) => [person.id, person.zone]))
  return {
    mentors,
    executives,
    pairings,
    policy: DEFAULT_POLICY,
    now: at('2027-03-01T07:00Z'),
    diaryOf: (personId: PersonId) => {
      const availability = hours({
        zone: zones.get(personId) ?? 'UTC',
        weekly: weekly(WORKING_DAYS, '09:00', '12:00'),
      })
      return aPersonDiary({ personId, availability, leaves: leaving[personId] ?? null })
    },
  }
}

function someone(role: Role, id: PersonId, parts: Partial<Person> = {}): Candidate {
  return { person: aPerson(id, parts), roles: [role], superiors: [] }
}
