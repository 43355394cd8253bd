import type { StandardFormat } from '../path/format.ts'
import type { Blocker, Person, PersonRules } from './person.ts'

/** What a blocker sets, until something else is written for the person. */
export type Preset = Pick<
  PersonRules,
  'minutes' | 'shortNotice' | 'ahead' | 'answers' | 'nudges' | 'mentorHidden' | 'byPhone' | 'quarter'
> & {
  /** The mentor comes from outside the reporting line, and no reason overrides that. */
  readonly mentorOutside?: true
  /** What its sessions begin with. */
  readonly formats: readonly StandardFormat[]
}

export const PRESETS: Readonly<Record<Blocker, Preset>> = {
  booked: {
    minutes: 25,
    answers: 'assistant',
    ahead: 5,
    shortNotice: true,
    nudges: false,
    formats: ['read-with-me', 'one-question'],
  },
  bottleneck: { minutes: 30, nudges: true, formats: ['first-post', 'mail-to-thread'] },
  handled: { mentorOutside: true, mentorHidden: true, formats: ['unfiltered-listening', 'three-threads'] },
  'on-the-go': { byPhone: true, quarter: true, formats: ['walking-call', 'voice-to-post'] },
}

/** The rules of somebody's blockers together; of two that set the same, the first listed counts. */
export function presetOf({ blockers }: Pick<Person, 'blockers'>): PersonRules {
  return blockers.reduceRight<PersonRules>((all, blocker) => {
    const { mentorOutside: _outside, formats: _formats, ...rules } = PRESETS[blocker]
    return { ...all, ...rules }
  }, {})
}

/** What counts for somebody: what was written for him, else what his blockers set. */
export function rulesOf(person: Pick<Person, 'blockers' | 'rules'>): PersonRules {
  return { ...presetOf(person), ...person.rules }
}
