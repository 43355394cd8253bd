import type { Policy } from '../programme/programme.ts'
import { monthOf } from '../time/months.ts'
import { after, before, DAY, type Instant } from '../time/time.ts'
import { factsOf, type Happened } from './facts.ts'
import { FIGURES, type FigureName, type Release, type Standing, standingIn } from './figures.ts'
import { type ReportRules, RULES } from './rules.ts'

/** A log, a correction and an answer have come in by then; what comes later is not counted any more. */
const SETTLE_DAYS = 14

export function reportRulesOf({ reportLeast, minutes, stages }: Policy): ReportRules {
  return { least: reportLeast, minutes, stages }
}

/** The end of the last month that a release at this moment counts: whole months, once they are settled. */
export function countedUntil(now: Instant): Instant {
  return monthOf(before(now, SETTLE_DAYS * DAY))
}

/** From then on a release can count up to the end of that month. */
export function settledAt(until: Instant): Instant {
  return after(until, SETTLE_DAYS * DAY)
}

/**
 * The release of a month; null if it was made. What was counted once is never
 * counted anew: each figure goes on from its last month, and changes only when enough people have contributed to the
 * change. So the difference of any two releases is about as many people, whatever was corrected meanwhile.
 */
export function nextRelease(
  previous: Release | null,
  happened: Happened,
  rules: ReportRules,
  at: Instant,
): Release | null {
  const until = countedUntil(at)
  if (previous && countedUntil(previous.at) >= until) return null
  const facts = factsOf(happened)
  const standings = new Map<FigureName, Standing>()
  const of = (name: FigureName) => standings.get(name) ?? standingIn(previous, name)
  for (const name of FIGURES) {
    const counting = {
      facts,
      happened,
      rules,
      until: name === 'done-by-both' ? askedUntil(until) : until,
      of,
    }
    standings.set(name, RULES[name](standingIn(previous, name), counting))
  }
  return { at, figures: Object.fromEntries(standings) }
}

/** A commitment is asked after at the next session: it has a month more. */
function askedUntil(until: Instant): Instant {
  return monthOf(before(until, DAY))
}
