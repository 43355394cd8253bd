import type { PersonId } from '../ids.ts'
import { medianIn } from '../programme/totals.ts'
import type { Instant } from '../time/time.ts'
import { type Atom, type Fact, gapsOf, type Happened, type TakingPart } from './facts.ts'
import {
  type Band,
  type FigureName,
  type FigureValue,
  NEVER_SHOWN,
  type Standing,
  type WhyHidden,
} from './figures.ts'

/** `least`: of how many people anything shown is about, and how many others there are besides. */
export type ReportRules = { readonly least: number; readonly minutes: number; readonly stages: boolean }

export type Counting = {
  readonly facts: readonly Fact[]
  readonly happened: Happened
  readonly rules: ReportRules
  readonly until: Instant
  /** A figure of the same release that stands before this one. */
  readonly of: (name: FigureName) => Standing
}
type Rule = (last: Standing, counting: Counting) => Standing

const SHARE_STEP = 5
const RATE_STEP = 0.25
const DAYS_STEP = 7

/** How each figure goes on from what was shown last. `held` and `fixed` come before what rests on them. */
export const RULES: Readonly<Record<FigureName, Rule>> = {
  executives: peopleInIt,
  active: peopleWho('met'),
  held: sumOf('held'),
  fixed: heldAndNot,
  'share-held': shareHeld,
  minutes: minutesHeld,
  'median-days': medianDays,
  'bumps-per-session': bumpsPerSession,
  'done-by-both': sumOf('done-by-both', 'not-done'),
  'benefit-scale': sumOf('scale', 'untagged'),
  'benefit-align': sumOf('align', 'untagged'),
  'benefit-filters': sumOf('filters', 'untagged'),
  'missed-full-week': sumOf('missed-full-week', 'untold'),
  'missed-travel': sumOf('missed-travel', 'untold'),
  'missed-not-now': sumOf('missed-not-now', 'untold'),
  'unsuited-full-week': sumOf('unsuited-full-week'),
  'unsuited-travel': sumOf('unsuited-travel'),
  'unsuited-not-now': sumOf('unsuited-not-now'),
  'stage-reading': peopleWho('reading'),
  'stage-answering': peopleWho('answering'),
  'stage-posting': peopleWho('posting'),
  'stage-asking-others-in': peopleWho('asking-others-in'),
}

/** All who have taken part so far; who has left is in it, so that nobody's leaving shows. */
function peopleInIt(last: Standing, counting: Counting): Standing {
  const { happened, rules, until } = counting
  const joined = happened.people.filter(({ from }) => from < until)
  const newcomers = joined.filter(({ from }) => from >= (last.until ?? -Infinity)).length
  const why =
    last.until === null ? whyFewPeople(joined.length, rules.least * 2) : whyFew(newcomers, last, rules.least)
  return why ? kept(last, why) : shown(countedSoFar(last, newcomers), until, rules)
}

/**
 * What can be several times of each. `rest`: what is left of the sessions that another figure counts; where too few are
 * in it, the two together would tell of them.
 */
function sumOf(atom: Atom, rest: Atom | null = null): Rule {
  return (last, counting) => {
    const span = spanOf(atom, last, counting)
    const others = rest === null ? Infinity : spanOf(rest, last, counting).people.size
    const few = whySmall(last, counting) ?? whyFew(span.people.size, last, counting.rules.least)
    const why = few ?? whyFewOthers(others, counting.rules)
    return why ? kept(last, why) : shown(countedSoFar(last, span.count), counting.until, counting.rules)
  }
}

/** What each does for the first time once: also of those who did not, there must be enough. */
function peopleWho(atom: Atom): Rule {
  return (last, counting) => {
    const { facts, rules, until } = counting
    const span = spanOf(atom, last, counting)
    const done = new Set(facts.filter((fact) => fact.atom === atom && fact.at < until).map(whose))
    const undone = takingPart(last, counting).filter((id) => !done.has(id)).length
    // Somebody whose log was corrected may have been counted before, and again now.
    const counted = countedSoFar(last, span.people.size).counted[0]
    const others = Math.min(undone, takingPart(NEVER_SHOWN, counting).length - counted)
    const few = whySmall(last, counting) ?? whyFew(span.people.size, last, rules.least)
    const why = few ?? whyFewOthers(others, rules)
    return why ? kept(last, why) : shown({ counted: [counted] }, until, rules)
  }
}

/**
 * Held and fallen through together. Held stands beside it, so both must come from enough people. It changes only
 * together with held, so that no difference of the two tells what happened in a shorter time.
 */
function heldAndNot(last: Standing, counting: Counting): Standing {
  const { rules, until, of } = counting
  const [held, not] = [spanOf('held', last, counting), spanOf('fell-through', last, counting)]
  const few = whySmall(last, counting) ?? whyFew(held.people.size, last, rules.least)
  const why = few ?? whyFewOthers(not.people.size, rules)
  if (why) return kept(last, why)
  if (of('held').until !== until) return kept(last, whyLater(last))
  const [heldBefore = 0, notBefore = 0] = last.counted
  const counted = [heldBefore + held.count, notBefore + not.count] as const
  const value = bandOf(counted[0] + counted[1], rules)
  return { value, until, hidden: null, counted, least: rules.least }
}

function shareHeld(last: Standing, { of }: Counting): Standing {
  const fixed = of('fixed')
  const [held = 0, not = 0] = fixed.counted
  if (fixed.value === null) return kept(last, fixed.hidden ?? 'not-yet')
  return { ...fixed, value: rounded((100 * held) / (held + not), SHARE_STEP), counted: [] }
}

/** By the programme's usual length: a sum of real lengths would tell the exact number of sessions. */
function minutesHeld(last: Standing, { rules: { minutes, least }, of }: Counting): Standing {
  const held = of('held')
  const { value, until, hidden } = held
  if (value === null || typeof value === 'number') return kept(last, hidden ?? 'not-yet')
  if (until === last.until) return { ...last, hidden }
  const usual = { from: value.from * minutes, to: value.to * minutes }
  return { value: usual, until, hidden, counted: [], least }
}

/** Of all that was counted as fixed. It changes only together with that. */
function bumpsPerSession(last: Standing, counting: Counting): Standing {
  const { rules, until, of } = counting
  const fixed = of('fixed')
  const span = spanOf('bump', last, counting)
  const few = whySmall(last, counting) ?? whyFew(span.people.size, last, rules.least)
  const why = few ?? (fixed.until === until ? null : (fixed.hidden ?? whyLater(last)))
  if (why) return kept(last, why)
  const { counted } = countedSoFar(last, span.count)
  const sessions = fixed.counted.reduce((sum, each) => sum + each, 0)
  const value = rounded((counted[0] ?? 0) / sessions, RATE_STEP)
  return { value, until, hidden: null, counted, least: rules.least }
}

/** The median of each one's own median: half of so many are below it, and half above. */
function medianDays(last: Standing, { happened, rules, until }: Counting): Standing {
  const gaps = gapsOf(happened).filter(({ at }) => at < until)
  const byPerson = Map.groupBy(gaps, ({ executiveId }) => executiveId)
  const isNew = ({ at }: { readonly at: Instant }) => at >= (last.until ?? -Infinity)
  const since = new Set(gaps.filter(isNew).map(whose)).size
  const why = whyFew(byPerson.size, last, rules.least * 2) ?? whyFew(since, last, rules.least)
  if (why) return kept(last, why)
  const own = Array.from(byPerson.values(), (each) => medianIn(each.map(({ days }) => days)) ?? 0)
  const value = rounded(medianIn(own) ?? 0, DAYS_STEP)
  return { value, until, hidden: null, counted: [], least: rules.least }
}

type Span = { readonly count: number; readonly people: ReadonlySet<PersonId> }

/** What came since the figure was shown last. */
function spanOf(atom: Atom, { until: since }: Standing, { facts, until }: Counting): Span {
  const own = facts.filter((fact) => fact.atom === atom && fact.at < until && fact.at >= (since ?? -Infinity))
  return { count: own.length, people: new Set(own.map(whose)) }
}

function takingPart({ until: since }: Standing, { happened, until }: Counting): readonly PersonId[] {
  const isIn = ({ from, to }: TakingPart) => from < until && (to === null || to >= (since ?? -Infinity))
  return happened.people.filter(isIn).map(whose)
}

function whose({ executiveId }: { readonly executiveId: PersonId }): PersonId {
  return executiveId
}

function whyFew(people: number, last: Standing, least: number): WhyHidden | null {
  return people >= least ? null : whyLater(last)
}

function whyLater({ value }: Standing): WhyHidden {
  return value === null ? 'too-few-people' : 'too-few-since'
}

function whyFewPeople(people: number, least: number): WhyHidden | null {
  return people < least ? 'too-few-people' : null
}

function whyFewOthers(others: number, { least }: ReportRules): WhyHidden | null {
  return others < least ? 'too-few-others' : null
}

/**
 * Whoever contributed, as many others could have in their place. It is asked first: were it said only of those figures
 * to which enough contributed, the reason itself would tell of the few who take part.
 */
function whySmall(last: Standing, counting: Counting): WhyHidden | null {
  return whyFewPeople(takingPart(last, counting).length, counting.rules.least * 2)
}

/** What was shown stays, with its day. */
function kept(last: Standing, hidden: WhyHidden): Standing {
  return { ...last, hidden }
}

function countedSoFar({ counted: [before = 0] }: Standing, more: number) {
  return { counted: [before + more] } as const
}

function shown(
  { counted }: { readonly counted: readonly [number] },
  until: Instant,
  rules: ReportRules,
): Standing {
  return { value: bandOf(counted[0], rules), until, hidden: null, counted, least: rules.least }
}

function bandOf(count: number, { least }: ReportRules): Band {
  const from = Math.floor(count / least) * least
  return { from, to: from + least - 1 }
}

function rounded(value: number, step: number): FigureValue {
  return Math.round(value / step) * step
}
