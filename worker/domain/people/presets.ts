import type { Blocker, Person, PersonRules } from './person.ts'

/** The rules that a blocker sets, unless the person has other ones. */
export type Preset = Pick<
  PersonRules,
  'minutes' | 'shortNotice' | 'ahead' | 'answers' | 'nudges' | 'mentorHidden' | 'byPhone' | 'quarter'
> & {
  /** The mentor must be from outside the reporting line: two steps below is too near as well. */
  readonly mentorOutside?: true
}

export const PRESETS: Readonly<Record<Blocker, Preset>> = {
  booked: {
    minutes: 25,
    answers: 'assistant',
    ahead: 5,
    shortNotice: true,
    nudges: false,
  },
  bottleneck: { minutes: 30, nudges: true },
  handled: { mentorOutside: true, mentorHidden: true },
  'on-the-go': { byPhone: true, quarter: true },
}

/** The presets of all blockers together. If two set the same rule, the first blocker counts. */
export function presetOf({ blockers }: Pick<Person, 'blockers'>): PersonRules {
  return blockers.reduceRight<PersonRules>((all, blocker) => {
    const { mentorOutside: _outside, ...rules } = PRESETS[blocker]
    return { ...all, ...rules }
  }, {})
}

/** Whose word a rule is that holds: the person's own, or that of a blocker; null: neither says anything. */
export function whyHeld(
  { blockers, rules }: Pick<Person, 'blockers' | 'rules'>,
  rule: keyof PersonRules,
): 'own' | Blocker | null {
  if (rules[rule] !== undefined) return 'own'
  return blockers.find((each) => rule in PRESETS[each]) ?? null
}

/** The rules that count for a person: his own, else the presets of his blockers. */
export function rulesOf(person: Pick<Person, 'blockers' | 'rules'>): PersonRules {
  return { ...presetOf(person), ...person.rules }
}
