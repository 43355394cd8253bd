import type { Diary, PersonDiary } from '../../worker/domain/slot/diary.ts'
import { findStarts } from '../../worker/domain/slot/search.ts'
import { toInstant } from '../../worker/domain/time/zones.ts'
import { rowOf, type Row } from './measuring.ts'
import { diariesOf, NOW, weeksFrom } from './slots-sizes.ts'
import type { Size } from './slots-sizes.ts'
import { temporalInstant, temporalSlots } from './temporal-slots.ts'

const USUAL: Size = { mentors: 3, weeks: 8, busyPerDay: 3 }

/** Free times at each size, then wall clock → instant. Throws when ours and the reference differ. */
export function benchSlots(): Row[] {
  return [
    compared(USUAL),
    ...[1, 10, 100, 1000].map((mentors) => alone({ ...USUAL, mentors })),
    ...[1, 52].map((weeks) => alone({ ...USUAL, weeks })),
    ...[0, 30].map((busyPerDay) => alone({ ...USUAL, busyPerDay })),
    conversion(),
  ]
}

function compared(size: Size): Row {
  const { ours, reference } = searches(size)
  const [found, expected] = [ours(), reference()]
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error('The search differs from Temporal’s')
  return rowOf(nameOf(size), found.flat().length, { ours, reference })
}

function alone(size: Size): Row {
  const { ours } = searches(size)
  return rowOf(nameOf(size), ours().flat().length, { ours, reference: null })
}

function searches({ weeks, ...size }: Size) {
  const diaries = diariesOf({ weeks, ...size })
  const window = weeksFrom(NOW, weeks)
  return {
    ours: () => fresh(diaries).map((diary) => findStarts(diary, { window, minutes: 30 })),
    reference: () => diaries.map((diary) => temporalSlots(diary, window, 30).map(({ start }) => start)),
  }
}

/** Copies with the one executive shared: cached results of a diary must not make the next round cheaper. */
function fresh(diaries: readonly Diary[]): Diary[] {
  const [first] = diaries
  const executive = first && copied(first.executive)
  return diaries.map((diary) => ({
    ...diary,
    mentor: copied(diary.mentor),
    executive: executive ?? diary.executive,
  }))
}

function copied(person: PersonDiary): PersonDiary {
  return { ...person, availability: { ...person.availability } }
}

/** A thousand wall clocks in two weeks of March, across the change of the clocks. */
function conversion(): Row {
  const walls = Array.from({ length: 1000 }, (_, index) => ({
    day: `2027-03-${String(18 + (index % 14)).padStart(2, '0')}`,
    minutes: (index * 37) % 1440,
  }))
  const ours = () => walls.map(({ day, minutes }) => toInstant('Europe/Paris', day, minutes))
  const reference = () => walls.map(({ day, minutes }) => temporalInstant('Europe/Paris', day, minutes))
  if (ours().join() !== reference().join()) throw new Error('Wall clocks differ from Temporal’s')
  return rowOf('1 000 wall clocks → instants', walls.length, { ours, reference })
}

function nameOf({ mentors, weeks, busyPerDay }: Size): string {
  return `free times (mentors ${mentors}, weeks ${weeks}, busy a day ${busyPerDay})`
}
