import { type Chance, chanceOf } from '../simulating/random.ts'
import { learn, type Score } from './classify.ts'
import { shuffled } from './draw.ts'
import { type Example, type Group, GROUPS } from './seen.ts'

/** How well two kinds are told apart: 0.5 not at all, 1 without a mistake; with what 95 of 100 resamples give. */
export type Auc = { readonly auc: number; readonly low: number; readonly high: number }
export type Verdict = {
  readonly group: Group | 'all'
  /** Of one event or mail: is it ours? */
  readonly each: Auc
  /** Of one calendar or mailbox: does it belong to a participant? */
  readonly person: Auc
  /** What tells most: the AUC that is lost where it is shuffled. */
  readonly tells: readonly { readonly name: string; readonly lost: number }[]
}

const FOLDS = 5
const RESAMPLES = 200
/** So many of a person’s five score highest that they stand for the person. */
const HIGHEST = 5
const SHOWN = 5
const TRIED = 16
/** A feature that fewer examples have is left out. */
const RARE = 10

/** Each group of features alone, and all together. */
export function judgeAll(examples: readonly Example[], seed: number): readonly Verdict[] {
  return [...GROUPS, 'all' as const].map((group) => judge(examples, group, { seed, isExplained: true }))
}

/** Cross-validated by person: nobody is judged by what was learned from his own calendar. */
export function judge(
  examples: readonly Example[],
  group: Group | 'all',
  { seed, isExplained }: { readonly seed: number; readonly isExplained: boolean },
): Verdict {
  const chance = chanceOf(seed, `folds ${group}`)
  const folds = foldsOf(examples, chance).map((tested) => foldOf(examples, tested, group))
  const scored = folds.flatMap(({ tested, rows, score }) =>
    tested.map((example, at) => ({ ...example, score: score.of(rows[at] ?? new Float64Array()) })),
  )
  return {
    group,
    each: withInterval(scored, chance),
    person: withInterval(peopleOf(scored), chance),
    tells: isExplained ? tellsOf(folds, areaOf(scored), chance) : [],
  }
}

type Scored = Example & { readonly score: number }
type Fold = {
  readonly tested: readonly Example[]
  readonly names: readonly string[]
  readonly rows: readonly Float64Array[]
  readonly score: Score
}

/** Participants and others are spread evenly; who is called alike stays together. */
function foldsOf(examples: readonly Example[], chance: Chance): readonly ReadonlySet<string>[] {
  const people = new Map(examples.map(({ owner, isParticipant }) => [owner, isParticipant]))
  const inOrder = shuffled(chance, [...people.keys()]).toSorted(
    (one, other) => Number(people.get(one)) - Number(people.get(other)),
  )
  return Array.from({ length: FOLDS }, (_, fold) => new Set(inOrder.filter((_, at) => at % FOLDS === fold)))
}

function foldOf(examples: readonly Example[], owners: ReadonlySet<string>, group: Group | 'all'): Fold {
  const tested = examples.filter(({ owner }) => owners.has(owner))
  const learned = examples.filter(({ owner }) => !owners.has(owner))
  const names = namesIn(learned, group)
  const score = learn({
    rows: learned.map((each) => rowOf(each, names)),
    labels: learned.map(({ isOurs }) => isOurs),
  })
  return { tested, names, rows: tested.map((each) => rowOf(each, names)), score }
}

function namesIn(examples: readonly Example[], group: Group | 'all'): readonly string[] {
  const counts = new Map<string, number>()
  for (const { features } of examples)
    for (const name of features.keys())
      if (group === 'all' || name.startsWith(`${group}:`)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].flatMap(([name, count]) => (count >= RARE ? [name] : [])).toSorted()
}

function rowOf({ features }: Example, names: readonly string[]): Float64Array {
  return Float64Array.from(names, (name) => features.get(name) ?? 0)
}

function areaOf(scored: readonly Scored[]): number {
  return areaUnder(scored.toSorted((one, other) => one.score - other.score))
}

/** Permutation importance, on examples that the classifier has not learned from. */
function tellsOf(folds: readonly Fold[], whole: number, chance: Chance): Verdict['tells'] {
  const names = counting(folds)
  const lost = names.map((name) => {
    const scored = folds.flatMap((fold) => withShuffled(fold, name, chance))
    return { name, lost: rounded(whole - areaOf(scored)) }
  })
  return lost
    .filter((each) => each.lost > 0)
    .toSorted((one, other) => other.lost - one.lost)
    .slice(0, SHOWN)
}

/** The features on which the classifiers of all folds lean most; the others are not worth the time. */
function counting(folds: readonly Fold[]): readonly string[] {
  const leans = new Map<string, number>()
  for (const { names, score } of folds)
    names.forEach((name, at) => leans.set(name, (leans.get(name) ?? 0) + (score.leans[at] ?? 0)))
  return [...leans]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, TRIED)
    .map(([name]) => name)
}

function withShuffled({ tested, names, rows, score }: Fold, name: string, chance: Chance): readonly Scored[] {
  const at = names.indexOf(name)
  const values = shuffled(
    chance,
    rows.map((row) => row[at] ?? 0),
  )
  return tested.map((example, index) => {
    const row = Float64Array.from(rows[index] ?? [])
    if (at >= 0) row[at] = values[index] ?? 0
    return { ...example, score: score.of(row) }
  })
}

/** Bootstrap of people, not of events: those of one person are alike. */
function withInterval(scored: readonly Weighed[], chance: Chance): Auc {
  const sorted = scored.toSorted((one, other) => one.score - other.score)
  const people = new Map(sorted.map(({ person, isParticipant }) => [person, isParticipant]))
  const kinds = [true, false].map((kind) =>
    [...people].flatMap(([id, isOne]) => (isOne === kind ? [id] : [])),
  )
  const all = Array.from({ length: RESAMPLES }, () => {
    const times = new Map<string, number>()
    for (const ids of kinds)
      for (const _ of ids) {
        const drawn = ids[Math.floor(chance.between(0, ids.length))] ?? ''
        times.set(drawn, (times.get(drawn) ?? 0) + 1)
      }
    return areaUnder(sorted, ({ person }) => times.get(person) ?? 0)
  }).toSorted((one, other) => one - other)
  return {
    auc: rounded(areaUnder(sorted)),
    low: rounded(all[Math.floor(0.025 * RESAMPLES)] ?? 0),
    high: rounded(all[Math.ceil(0.975 * RESAMPLES) - 1] ?? 0),
  }
}

type Weighed = {
  readonly person: string
  readonly isParticipant: boolean
  readonly isOurs: boolean
  readonly score: number
}

/** A person’s score: the mean of the highest of what is in the calendar. */
function peopleOf(scored: readonly Scored[]): readonly Weighed[] {
  return Array.from(
    Map.groupBy(scored, ({ person }) => person),
    ([person, all]) => {
      const highest = all
        .map(({ score }) => score)
        .toSorted((one, other) => other - one)
        .slice(0, HIGHEST)
      const isParticipant = all.some((each) => each.isParticipant)
      const score = highest.reduce((sum, each) => sum + each, 0) / highest.length
      return { person, isParticipant, isOurs: isParticipant, score }
    },
  )
}

/**
 * The chance that one of ours scores higher than one of the others; equal scores count half. `sorted`: lowest score first.
 * Each counts as often as `timesOf` says.
 */
export function areaUnder<Each extends { readonly score: number; readonly isOurs: boolean }>(
  sorted: readonly Each[],
  timesOf: (each: Each) => number = () => 1,
): number {
  let [below, ours, won] = [0, 0, 0]
  for (let from = 0; from < sorted.length;) {
    let [oursHere, othersHere] = [0, 0]
    let to = from
    for (let each = sorted[to]; each && each.score === sorted[from]?.score; each = sorted[to]) {
      if (each.isOurs) oursHere += timesOf(each)
      else othersHere += timesOf(each)
      to += 1
    }
    won += oursHere * (below + othersHere / 2)
    below += othersHere
    ours += oursHere
    from = to
  }
  return ours === 0 || below === 0 ? 0.5 : won / (ours * below)
}

function rounded(value: number): number {
  return Math.round(1000 * value) / 1000
}
