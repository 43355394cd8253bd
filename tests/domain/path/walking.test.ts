import fc from 'fast-check'
import { expect, test } from 'vitest'

import { AIMS } from '../../../worker/domain/path/aim.ts'
import { fitOf, type Format, type FormatFit } from '../../../worker/domain/path/format.ts'
import { nextSteps, type NextStep, type Path } from '../../../worker/domain/path/next-steps.ts'
import { pathAfter } from '../../../worker/domain/path/path.ts'
import { EVIDENCES, stageOf, STAGES } from '../../../worker/domain/path/stage.ts'
import { BLOCKERS } from '../../../worker/domain/people/person.ts'
import { instant } from '../../../worker/domain/time/time.ts'
import { aFormat, idOf, theStandards } from '../../support/formats.ts'
import { aPath, aStep } from '../../support/paths.ts'

/** How a session goes: what is taken of the list, whether it is cut short, what is seen and done. */
const session = fc.record({
  taken: fc.nat({ max: 40 }),
  wasCutShort: fc.boolean(),
  isActSeen: fc.boolean(),
  alsoSeen: fc.option(fc.constantFrom(...EVIDENCES), { freq: 5 }),
  done: fc.constantFrom('yes', 'partly', 'no', null),
})
type Going = typeof session extends fc.Arbitrary<infer Value> ? Value : never

const fit: fc.Arbitrary<FormatFit> = fc.record({
  stage: fc.constantFrom(...STAGES),
  act: fc.option(fc.constantFrom(...EVIDENCES)),
  aims: fc.subarray([...AIMS]),
  blockers: fc.subarray([...BLOCKERS]),
  after: fc.subarray([idOf('read-with-me'), idOf('unfiltered-listening'), idOf('walking-call')]),
  phone: fc.boolean(),
})

/** A programme's list: the house's, some changed, some put away, some of its own. */
const lists: fc.Arbitrary<readonly Format[]> = fc
  .record({
    away: fc.subarray(
      theStandards().map(({ id }) => id),
      { maxLength: 8 },
    ),
    changed: fc.array(fc.tuple(fc.nat({ max: 21 }), fit), { maxLength: 4 }),
    own: fc.array(fit, { maxLength: 3 }),
  })
  .map(({ away, changed, own }) => {
    const house = theStandards().map((each, index) => ({
      ...each,
      isArchived: away.includes(each.id) && each.standard !== 'closing-talk',
      fit: changed.find(([at]) => at === index && !isBefore(each))?.[1] ?? null,
    }))
    return [
      ...house,
      ...own.map((each, index) => aFormat({ id: `fmt_own${index}`, position: 50 + index, fit: each })),
    ]
  })

/** What others wait for keeps its place, so that nothing waits in a circle; the first and the last have theirs. */
function isBefore({ id }: Format): boolean {
  return ['first-meeting', 'closing-talk', 'read-with-me', 'unfiltered-listening', 'walking-call'].some(
    (each) => id === `fmt_${each}`,
  )
}

const people = fc.record({
  formats: lists,
  aim: fc.option(fc.constantFrom(...AIMS)),
  blockers: fc.subarray([...BLOCKERS]),
  byPhone: fc.boolean(),
  written: fc.subarray([idOf('three-readers'), idOf('walking-call'), idOf('read-with-me')]),
})

/** Every path that a life comes through, the first before anything was held. */
const lives = fc.tuple(people, fc.array(session, { minLength: 1, maxLength: 60 })).map(([person, goings]) => {
  const paths = [aPath({ ...person, hasMet: false, steps: [] })]
  for (const [count, going] of goings.entries()) {
    const path = paths.at(-1)
    const next = path && nextSteps(path)
    const step = next?.[going.taken % next.length]
    if (!path || !step) break
    paths.push(afterSession(path, step, going, count))
  }
  return paths
})

function afterSession(path: Path, { format }: NextStep, going: Going, count: number): Path {
  const { act } = fitOf(format, path.formats)
  const last = path.steps.toSorted((one, other) => one.at - other.at).at(-1)
  const step = { ...aStep('read-along', count), formatId: format.id, wasCutShort: going.wasCutShort }
  const evidence = going.alsoSeen ?? (going.isActSeen ? act : null)
  return {
    ...path,
    ...pathAfter(path, {
      step,
      isClosing: format.standard === 'closing-talk',
      evidence,
      before: last ? { sessionId: last.sessionId, done: going.done } : null,
    }),
  }
}

/** In whichever state a life is, this holds for all that is proposed. */
function always(holds: (path: Path, next: readonly NextStep[]) => void): void {
  fc.assert(
    fc.property(lives, (paths) => {
      for (const path of paths) holds(path, nextSteps(path))
    }),
    { numRuns: 150 },
  )
}

test('nothing is proposed that leads first to an act that was seen', () => {
  always((path, next) => {
    for (const { format } of next) {
      const { act } = fitOf(format, path.formats)
      expect(act !== null && path.acts.includes(act)).toBe(false)
    }
  })
})

test('nothing is proposed before its stage, or before what it needs', () => {
  always((path, next) => {
    for (const { format } of next) {
      const { stage, after } = fitOf(format, path.formats)
      expect(STAGES.indexOf(stage)).toBeLessThanOrEqual(STAGES.indexOf(stageOf(path.acts)))
      const isAway = (id: string) => path.formats.find((each) => each.id === id)?.isArchived ?? true
      for (const id of after)
        expect(isAway(id) || path.steps.some(({ formatId }) => formatId === id)).toBe(true)
    }
  })
})

test('nothing comes again but what failed, once, and it is marked smaller', () => {
  always((path, next) => {
    for (const { format, isSmaller, reasons } of next) {
      const before = path.steps.filter(({ formatId }) => formatId === format.id)
      expect(isSmaller).toBe(before.length > 0)
      expect(before.length).toBeLessThanOrEqual(1)
      for (const { wasCutShort, done } of before) expect(wasCutShort || done === 'no').toBe(true)
      expect(reasons.some(({ code }) => code === 'smaller')).toBe(isSmaller)
    }
  })
})

test('nothing that was put away is proposed, nothing twice, and everything says why', () => {
  always((_, next) => {
    expect(new Set(next.map(({ format }) => format.id)).size).toBe(next.length)
    for (const { format, reasons } of next) {
      expect(format.isArchived).toBe(false)
      expect(reasons.length).toBeGreaterThan(0)
    }
  })
})

test('there is no dead end: until the closing talk was held something is proposed', () => {
  always((path, next) => expect(next.length > 0).toBe(!path.hasClosed))
})

test('the first meeting is proposed as long as nothing was held, and first', () => {
  always(({ hasMet, formats }, next) => {
    const isThere = formats.some(({ standard, isArchived }) => standard === 'first-meeting' && !isArchived)
    expect(next.findIndex(({ format }) => format.standard === 'first-meeting')).toBe(
      isThere && !hasMet ? 0 : -1,
    )
  })
})

test('the same path has the same next steps, in whichever order it was read', () => {
  always((path, next) => {
    const shuffled = { ...path, steps: path.steps.toReversed(), formats: path.formats.toReversed() }
    expect(nextSteps(shuffled)).toEqual(next)
  })
})

test('whoever takes what is proposed first comes to the closing talk, however the sessions go', () => {
  fc.assert(
    fc.property(people, fc.infiniteStream(session), (person, goings) => {
      let path: Path = aPath({ ...person, hasMet: false, steps: [] })
      let count = 0
      while (!path.hasClosed) {
        const [step] = nextSteps(path)
        const going = goings.next().value
        if (!step || !going) throw new Error('a dead end')
        path = afterSession(path, step, going, count)
        count += 1
        expect(count).toBeLessThanOrEqual(2 * path.formats.length)
      }
    }),
    { numRuns: 100 },
  )
})

test('every format of the house is what somebody begins with, taking what is proposed first', () => {
  const begun = new Set<string>()
  for (const aim of [...AIMS, null])
    for (const blocker of [...BLOCKERS, null])
      for (const acts of [0, 1, 2, 3, 4])
        for (const step of walk({ aim, blockers: blocker ? [blocker] : [] }, acts)) begun.add(step)
  expect([...begun].toSorted()).toEqual(
    theStandards()
      .map(({ id }) => id)
      .toSorted(),
  )
})

test.each(AIMS.flatMap((aim) => [...BLOCKERS, null].map((blocker) => ({ aim, blocker }))))(
  'six sessions of a well-behaved executive begin with six different steps: $aim, $blocker',
  ({ aim, blocker }) => {
    const steps = walk({ aim, blockers: blocker ? [blocker] : [] }, EVIDENCES.length).slice(0, 6)
    expect(new Set(steps).size).toBe(6)
  },
)

/** What somebody begins with who takes what is proposed first, and is only ever seen to do the first so many acts. */
function walk(person: Partial<Path>, actsDone: number): readonly string[] {
  const begun: string[] = []
  let path = aPath({ ...person, hasMet: false, steps: [] })
  while (!path.hasClosed) {
    const [step] = nextSteps(path)
    if (!step || begun.length > 2 * path.formats.length) throw new Error('a dead end, or no end')
    begun.push(step.format.id)
    const { act } = fitOf(step.format, path.formats)
    const isActSeen = act !== null && EVIDENCES.indexOf(act) < actsDone
    const going = { taken: 0, wasCutShort: false, isActSeen, alsoSeen: null, done: 'yes' } as const
    path = afterSession(path, step, going, begun.length)
  }
  return begun
}

test('the clock of a step is no more than its order', () => {
  const steps = [aStep('read-with-me', 1, { done: 'no' }), aStep('read-along', 2, { done: 'no' })]
  const later = steps.map((each) => ({ ...each, at: instant(each.at + 1000) }))
  expect(nextSteps(aPath({ steps: later }))).toEqual(nextSteps(aPath({ steps })))
})
