import { expect, test } from 'vitest'

import type { PersonId } from '../../../worker/domain/ids.ts'
import type { Candidate } from '../../../worker/domain/pairing/make.ts'
import type { Cast } from '../../../worker/domain/pairing/measure.ts'
import { suggestPairs } from '../../../worker/domain/pairing/suggest.ts'
import type { Role } from '../../../worker/domain/people/person.ts'
import { DEFAULT_POLICY } from '../../../worker/domain/programme/programme.ts'
import { aPerson } from '../../support/situations.ts'
import { aPersonDiary, at, hours, weekly, WORKING_DAYS } from '../../support/times.ts'

const ZONES = ['Europe/Paris', 'America/New_York', 'Asia/Singapore', 'Asia/Kathmandu'] as const
const TOPICS = ['Video', 'Threads', 'Search', 'Ads', 'Groups', 'Live']

test('a page of suggestions out of 800 executives and 100 mentors takes a fraction of a second', () => {
  const cast = aCast(800, 100)
  const executives = cast.executives.slice(0, 25).map(({ person }) => person.id)
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now()
    const { rows } = suggestPairs(cast, { executives, most: 5 })
    expect(rows.map(({ cells }) => cells.length)).toEqual(executives.map(() => 5))
    return performance.now() - start
  })

  // A quiet machine needs about 150 ms; before, it was seven seconds.
  expect(Math.min(...times)).toBeLessThan(600)
})

test('every executive gets a suggestion, the same on every page, and no mentor more than his share', () => {
  const cast = aCast(80, 10)
  const ids = cast.executives.map(({ person }) => person.id)
  const suggestedOf = (executives: readonly PersonId[]) =>
    suggestPairs(cast, { executives, most: 5 }).rows.map(
      ({ cells }) => cells.find(({ isSuggested }) => isSuggested)?.mentorId ?? null,
    )
  const all = suggestedOf(ids)

  expect(all).not.toContain(null)
  expect([...suggestedOf(ids.slice(0, 30)), ...suggestedOf(ids.slice(30))]).toEqual(all)
  const counts = Map.groupBy(all, (mentor) => mentor)
  expect(Math.max(...Array.from(counts.values(), (some) => some.length))).toBeLessThanOrEqual(12)
})

/** Everybody works other hours than the next one. */
function aCast(executives: number, mentors: number): Cast {
  const diaryOf = (personId: PersonId) => {
    const number = Number(personId.slice(5))
    const from = `${String(7 + (number % 4)).padStart(2, '0')}:${String((number % 12) * 5).padStart(2, '0')}`
    const zone = ZONES[number % (number % 3 === 0 ? 4 : 2)] ?? 'UTC'
    return aPersonDiary({
      personId,
      availability: hours({ zone, weekly: weekly(WORKING_DAYS, from, `${17 + (number % 3)}:00`) }),
    })
  }
  return {
    mentors: crowd('mentor', 'm', mentors),
    executives: crowd('executive', 'e', executives),
    ...{ pairings: [], diaryOf, policy: DEFAULT_POLICY, now: at('2027-03-01T07:00Z') },
  }
}

function crowd(role: Role, letter: string, count: number): readonly Candidate[] {
  return Array.from({ length: count }, (_, index) => {
    const topics = [TOPICS[index % TOPICS.length] ?? '', TOPICS[(index * 5) % TOPICS.length] ?? '']
    const person = aPerson(`per_${letter}${index}`, {
      locale: index % 3 === 0 ? 'fr' : 'en',
      rules: { topics: { wished: topics, taught: topics } },
    })
    return { person, roles: [role], superiors: [] }
  })
}
