import { describe, expect, test } from 'vitest'

import type { PersonId } from '../../../worker/domain/ids.ts'
import { type Atom, type Fact, factsOf, gapsOf } from '../../../worker/domain/report/facts.ts'
import {
  type Band,
  type FigureName,
  FIGURES,
  figuresOf,
  type Release,
  type Standing,
  standingIn,
} from '../../../worker/domain/report/figures.ts'
import { countedUntil } from '../../../worker/domain/report/release.ts'
import type { Instant } from '../../../worker/domain/time/time.ts'
import { type History, historyOf, type Made } from '../../support/report-history.ts'

/**
 * The promise, for c people who put together all that they know of themselves, and any g others with c + g < least: of
 * each figure, between any two releases, it stays possible that all of the g are in it, and that none of them is. c = 0
 * is somebody who knows of nobody. What is not promised: against people who know of nearly all others.
 */
const SEEDS = Array.from({ length: 120 }, (_, index) => index + 1)
const histories = SEEDS.map((seed) => ({ seed, history: historyOf(seed) }))

/** What each figure counts, and what is left of the figure that counts all. The test's own table. */
const COUNTED: Readonly<Partial<Record<FigureName, { atom: Atom; rest: Atom | null; oneEach?: true }>>> = {
  active: { atom: 'met', rest: null, oneEach: true },
  held: { atom: 'held', rest: null },
  fixed: { atom: 'held', rest: 'fell-through' },
  'share-held': { atom: 'held', rest: 'fell-through' },
  minutes: { atom: 'held', rest: null },
  'bumps-per-session': { atom: 'bump', rest: null },
  'done-by-both': { atom: 'done-by-both', rest: 'not-done' },
  'benefit-scale': { atom: 'scale', rest: 'untagged' },
  'benefit-align': { atom: 'align', rest: 'untagged' },
  'benefit-filters': { atom: 'filters', rest: 'untagged' },
  'missed-full-week': { atom: 'missed-full-week', rest: 'untold' },
  'missed-travel': { atom: 'missed-travel', rest: 'untold' },
  'missed-not-now': { atom: 'missed-not-now', rest: 'untold' },
  'unsuited-full-week': { atom: 'unsuited-full-week', rest: null },
  'unsuited-travel': { atom: 'unsuited-travel', rest: null },
  'unsuited-not-now': { atom: 'unsuited-not-now', rest: null },
  'stage-reading': { atom: 'reading', rest: null, oneEach: true },
  'stage-answering': { atom: 'answering', rest: null, oneEach: true },
  'stage-posting': { atom: 'posting', rest: null, oneEach: true },
  'stage-asking-others-in': { atom: 'asking-others-in', rest: null, oneEach: true },
}
const COUNTED_NAMES = FIGURES.filter((name) => COUNTED[name] !== undefined)

test('the histories are worth attacking: each figure is shown in some, hidden in some, and changes in some', () => {
  for (const name of FIGURES) {
    const all = histories.flatMap(({ history }) =>
      history.made.map(({ release }) => standingIn(release, name)),
    )
    const changes = histories
      .flatMap(({ history }) => stepsOf(history, name))
      .filter(({ since }) => since !== null)
    const seen = {
      shown: all.some(({ value }) => value !== null),
      hidden: all.some(({ hidden }) => hidden !== null),
    }
    expect({ name, ...seen, changes: changes.length > 3 }).toEqual({
      name,
      shown: true,
      hidden: true,
      changes: true,
    })
  }
})

/** Each finds what it can; a seed's history stands if none finds anything. */
const ATTACKS = [seenChanges, countsOfPeople, differences, reasons, nested, workedOut, bareCounts] as const

describe.each(ATTACKS.map((attack) => ({ attack, what: attack.name })))('$what', ({ attack }) => {
  test.each(histories)('seed $seed', ({ history }) => {
    expect(attack(history)).toEqual([])
  })
})

/** No change that can be seen is about fewer people, nor are fewer left of the figure that counts all. */
function seenChanges(history: History): readonly string[] {
  return COUNTED_NAMES.flatMap((name) =>
    stepsOf(history, name).flatMap(({ since, until, made }) => {
      const { least } = made.rules
      const { atom, rest } = countedBy(name)
      const facts = factsIn(made)
      const people = [atom, ...(rest ? [rest] : [])].map((each) => peopleIn(facts, each, since, until).size)
      return people.every((each) => each >= least) ? [] : [`${name}: ${people.join(' and ')}`]
    }),
  )
}

/** Those who take part, and the median, which has as many on both sides. */
function countsOfPeople(history: History): readonly string[] {
  const few = (
    name: FigureName,
    { rules: { least } }: Made,
    since: Instant | null,
    fresh: number,
    all: number,
  ) =>
    fresh < least || (since === null && fresh < 2 * least) || all < 2 * least
      ? [`${name}: ${fresh} of ${all}`]
      : []
  const joined = stepsOf(history, 'executives').flatMap(({ since, until, made }) => {
    const all = made.known.people.filter(({ from }) => from < until)
    return few(
      'executives',
      made,
      since,
      all.filter(({ from }) => from >= (since ?? -Infinity)).length,
      all.length,
    )
  })
  const met = stepsOf(history, 'median-days').flatMap(({ since, until, made }) => {
    const all = gapsOf(made.known).filter((gap) => gap.at < until)
    const ids = (gaps: typeof all) => new Set(gaps.map(({ executiveId }) => executiveId)).size
    return few('median-days', made, since, ids(all.filter((gap) => gap.at >= (since ?? -Infinity))), ids(all))
  })
  return [...joined, ...met]
}

/**
 * Each figure between any two releases, by all that its values and its rules tell to somebody who knows who takes part
 * and what c of them did. Whether all of g others may be in it, and whether none.
 */
function differences(history: History): readonly string[] {
  const { made } = history
  return COUNTED_NAMES.flatMap((name) =>
    made.flatMap((late, index) =>
      [null, ...made.slice(0, index)].flatMap((early) =>
        told(name, early, whenCounted(history, name, late, early)),
      ),
    ),
  )
}

/** What was known when the figure of a release was counted, if that is later than the earlier one. */
function whenCounted(history: History, name: FigureName, late: Made, early: Made | null): Made {
  const { until } = standingIn(late.release, name)
  if (until === standingIn(early?.release ?? null, name).until) return late
  return stepsOf(history, name).find((step) => step.until === until)?.made ?? late
}

function told(name: FigureName, early: Made | null, late: Made): readonly string[] {
  const { least } = late.rules
  const { atom, oneEach = false } = countedBy(name)
  const [first, last] = [standingIn(early?.release ?? null, name), standingIn(late.release, name)]
  const isSeen = last.until !== first.until
  const [since, until] = isSeen ? [first.until, last.until] : [last.until, untilOf(name, late.release)]
  if (until === null) return []

  const facts = factsIn(late)
  const room = roomIn(late, since, until)
  const inIt = Array.from(peopleIn(facts, atom, since, until)).filter((id) => room.has(id)).length
  const done = peopleIn(facts, atom, null, until)
  const outside = Array.from(room).filter((id) => !done.has(id)).length
  // “Too few others” says that enough are in it.
  const unseen = last.hidden === 'too-few-others' ? least : 0
  const fewest = isSeen ? Math.max(least, gapBetween(first, last).least) : unseen
  const isFew = last.hidden === 'too-few-since' || last.hidden === 'too-few-people'
  const most = isSeen ? gapBetween(first, last).most : isFew ? Math.max(least - 1, inIt) : Infinity
  const isComplementShown = oneEach && isSeen
  if (isSeen && room.size < 2 * least) return [`${name}: of ${room.size}`]
  return knownBy(least, inIt, oneEach ? outside : Infinity).flatMap(({ colluders, known, others }) => {
    // So many others there are not.
    if (room.size < colluders + others) return []
    const isAllIn = most >= known + others
    const isNoneIn = room.size - colluders - others >= (oneEach ? fewest : Math.min(1, fewest)) - known
    const isLeft = !isComplementShown || outside - (colluders - known) >= others
    return isAllIn && isNoneIn && isLeft
      ? []
      : [`${name}: ${colluders} who know ${known} of ${inIt} (${outside} outside) tell of ${others}`]
  })
}

/**
 * Why a figure is not newer tells something too. Where so few take part that nothing may be told of them, the reason is
 * that alone, whatever they did.
 */
function reasons({ made }: History): readonly string[] {
  return COUNTED_NAMES.flatMap((name) =>
    made.flatMap((each) => {
      const { until: since, hidden } = standingIn(each.release, name)
      const until = untilOf(name, each.release)
      if (hidden === null || hidden === 'too-few-people' || until === null) return []
      const room = roomIn(each, since, until).size
      return room < 2 * each.rules.least ? [`${name}: ${hidden} of ${room}`] : []
    }),
  )
}

/** How many put together what they know, how many of them are in it, and of how many others they must learn nothing. */
function knownBy(least: number, inIt: number, outside: number) {
  return Array.from({ length: least - 1 }, (_, colluders) => ({
    colluders,
    others: least - 1 - colluders,
  })).flatMap((each) =>
    [0, each.colluders]
      .filter((known) => known <= inIt && each.colluders - known <= outside)
      .map((known) => ({ ...each, known })),
  )
}

/** By the steps in which counts are given. */
function gapBetween(first: Standing, last: Standing) {
  const [from, to] = [bandIn(first), bandIn(last)]
  return to
    ? { least: to.from - (from?.to ?? 0), most: to.to - (from?.from ?? 0) }
    : { least: 0, most: Infinity }
}

/** Of two counts, one within the other, nobody can tell that fewer are in one alone. */
function nested({ made }: History): readonly string[] {
  return made.flatMap(({ release }) =>
    NESTED.flatMap(([outer, inner]) => {
      const [wide, narrow] = [standingIn(release, outer), standingIn(release, inner)]
      const [all, some] = [bandIn(wide), bandIn(narrow)]
      const isTold =
        wide.until === narrow.until &&
        all &&
        some &&
        all.from >= some.from &&
        all.to - some.from < (wide.least ?? Infinity) - 1
      return isTold ? [`${outer} without ${inner}: at most ${all.to - some.from}`] : []
    }),
  )
}

/** What is worked out of other figures tells nothing that they do not, and changes only when they do. */
function workedOut({ made }: History): readonly string[] {
  const seen = (name: FigureName) => new Set(made.map(({ release }) => standingIn(release, name).until))
  return made.flatMap(({ release, rules: { minutes } }) => {
    const of = (name: FigureName) => standingIn(release, name)
    const [held, length] = [bandIn(of('held')), bandIn(of('minutes'))]
    const usual = held && { from: held.from * minutes, to: held.to * minutes }
    const isUsual = usual?.from === length?.from && usual?.to === length?.to
    const [fixed, share, bumps] = [of('fixed').until, of('share-held').until, of('bumps-per-session').until]
    return [
      ...(isUsual ? [] : ['minutes tell more than held']),
      ...(fixed === null || seen('held').has(fixed) ? [] : ['fixed changes without held']),
      ...(share === fixed ? [] : ['the share changes without fixed']),
      ...(bumps === null || seen('fixed').has(bumps) ? [] : ['bumps change without fixed']),
    ]
  })
}

/** A reader gets steps, never what was counted. */
function bareCounts({ made }: History): readonly string[] {
  return made.flatMap(({ release, rules }) =>
    figuresOf(release, rules).flatMap((figure) => {
      if ('counted' in figure) return [`${figure.name} with what was counted`]
      if (!('value' in figure) || typeof figure.value === 'number' || figure.name === 'minutes') return []
      const { from, to } = figure.value
      const { least = 0 } = standingIn(release, figure.name)
      return least >= rules.least && from % least === 0 && to - from === least - 1
        ? []
        : [`${figure.name}: ${from} to ${to}`]
    }),
  )
}

const CHAIN = [
  'active',
  'stage-reading',
  'stage-answering',
  'stage-posting',
  'stage-asking-others-in',
] as const
const NESTED = CHAIN.flatMap((outer, index) => CHAIN.slice(index + 1).map((inner) => [outer, inner] as const))

function countedBy(name: FigureName) {
  const counted = COUNTED[name]
  if (!counted) throw new Error(`${name} counts nothing`)
  return counted
}

type Step = { readonly since: Instant | null; readonly until: Instant; readonly made: Made }

/** Each change of a figure that its readers can see. */
function stepsOf({ made }: History, name: FigureName): readonly Step[] {
  let since: Instant | null = null
  return made.flatMap((each) => {
    const { until } = standingIn(each.release, name)
    if (until === null || until === since) return []
    const step = { since, until, made: each }
    since = until
    return [step]
  })
}

/** Each is attacked many times. */
function factsIn(made: Made): readonly Fact[] {
  const facts = FACTS.get(made) ?? factsOf(made.known)
  FACTS.set(made, facts)
  return facts
}
const FACTS = new Map<Made, readonly Fact[]>()

function peopleIn(
  facts: readonly Fact[],
  atom: Atom,
  since: Instant | null,
  until: Instant,
): ReadonlySet<PersonId> {
  const own = facts.filter((fact) => fact.atom === atom && fact.at < until && fact.at >= (since ?? -Infinity))
  return new Set(own.map(({ executiveId }) => executiveId))
}

/** Who could be in it: somebody who had left before is known not to be. */
function roomIn({ known }: Made, since: Instant | null, until: Instant): ReadonlySet<PersonId> {
  const isIn = known.people.filter(
    ({ from, to }) => from < until && (to === null || to >= (since ?? -Infinity)),
  )
  return new Set(isIn.map(({ executiveId }) => executiveId))
}

function untilOf(name: FigureName, release: Release): Instant | null {
  return name === 'done-by-both' ? null : countedUntil(release.at)
}

function bandIn({ value }: Standing): Band | null {
  return value === null || typeof value === 'number' ? null : value
}
