import type { Blocker, Person, PersonRules } from './people.ts'

/** What a blocker sets, until something else is written for the person. */
export type Preset = Pick<
  PersonRules,
  'minutes' | 'shortNotice' | 'ahead' | 'answers' | 'nudges' | 'mentorHidden' | 'byPhone'
> & {
  /** The mentor comes from outside the reporting line, and no reason overrides that. */
  readonly mentorOutside?: true
}

export const PRESETS: Readonly<Record<Blocker, Preset>> = {
  booked: { minutes: 25, answers: 'assistant', ahead: 5, shortNotice: true, nudges: false },
  bottleneck: { minutes: 30, nudges: true },
  handled: { mentorOutside: true, mentorHidden: true },
  'on-the-go': { byPhone: true },
}

/** The presets of somebody's blockers together; of two that set the same, the first listed counts. */
export function presetOf({ blockers }: Pick<Person, 'blockers'>): Preset {
  return blockers.reduceRight<Preset>((all, blocker) => ({ ...all, ...PRESETS[blocker] }), {})
}

/** What counts for somebody: what was written for him, else what his blockers set. */
export function rulesOf(person: Pick<Person, 'blockers' | 'rules'>): PersonRules {
  const { mentorOutside: _, ...preset } = presetOf(person)
  return { ...preset, ...person.rules }
}
