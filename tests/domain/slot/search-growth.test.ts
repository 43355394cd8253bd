import { expect, test } from 'vitest'

import type { Diary, PersonDiary } from '../../../worker/domain/slot/diary.ts'
import { findStarts } from '../../../worker/domain/slot/search.ts'
import { diariesOf, NOW, type Size, weeksFrom } from '../../bench/slots-sizes.ts'

const USUAL: Size = { mentors: 10, weeks: 2, busyPerDay: 3 }

test('ten times the mentors, the weeks or the busy times are ten times the reading', () => {
  const once = readsOf(USUAL).mentors

  expect(once).toBeGreaterThan(0)
  expect(readsOf({ ...USUAL, mentors: 100 }).mentors / once).toBeLessThanOrEqual(10.5)
  expect(readsOf({ ...USUAL, weeks: 20 }).mentors / once).toBeLessThanOrEqual(10.5)
  expect(readsOf({ ...USUAL, busyPerDay: 30 }).mentors / once).toBeLessThanOrEqual(10.5)
})

test('one executive is read as often for a hundred mentors as for one', () => {
  const once = readsOf({ ...USUAL, mentors: 1 }).executive

  expect(once).toBeGreaterThan(0)
  expect(readsOf({ ...USUAL, mentors: 100 }).executive).toBe(once)
})

/** How often a search of all mentors reads a busy time or a row of the weekly hours. */
function readsOf(size: Size): { readonly mentors: number; readonly executive: number } {
  const diaries = diariesOf(size)
  const reads = { mentors: 0, executive: 0 }
  const executive = diaries[0] && watched(diaries[0].executive, () => (reads.executive += 1))
  for (const diary of diaries) {
    const both: Diary = {
      ...diary,
      mentor: watched(diary.mentor, () => (reads.mentors += 1)),
      executive: executive ?? diary.executive,
    }
    findStarts(both, { window: weeksFrom(NOW, size.weeks), minutes: 30 })
  }
  return reads
}

function watched(person: PersonDiary, read: () => void): PersonDiary {
  const { availability, busy } = person
  const weekly = watchedList(availability.weekly, read)
  return { ...person, busy: watchedList(busy, read), availability: { ...availability, weekly } }
}

function watchedList<T extends object>(list: readonly T[], read: () => void): readonly T[] {
  return new Proxy(list, {
    get: (target, key) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) read()
      return Reflect.get(target, key)
    },
  })
}
