import type { PersonRules } from '../../../worker/domain/people/person.ts'
import type { PageFrame } from '../../parts/page-frame.ts'
import { formatDays } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { labelled } from '../../words/punctuation.ts'

type Props = { readonly rules: PersonRules; readonly frame: PageFrame }

/** His own rules, each by the name that it has on the page where it is set. */
export function RulesLine({ rules, frame }: Props) {
  const names = namesOf(frame)
  return (
    <ul>
      {ruleNames(rules).map((name) => (
        <li>
          {labelled(names[name], frame.locale)} {valueOf(rules[name], name, frame)}
        </li>
      ))}
    </ul>
  )
}

function ruleNames(rules: PersonRules): readonly (keyof PersonRules)[] {
  return NAMES.filter((name) => rules[name] !== undefined)
}

const NAMES = [
  ...(['minutes', 'notice', 'shortNotice', 'perDay', 'perWeek', 'buffers', 'travelBuffer', 'never'] as const),
  ...(['trips', 'mentorHidden', 'autopilot', 'ahead', 'answers', 'byPhone', 'phone', 'nudges'] as const),
  ...(['inWriting', 'quarter', 'formats', 'topics', 'wording', 'meetingLink', 'meetingLinks'] as const),
] as const satisfies readonly (keyof PersonRules)[]

function namesOf(frame: PageFrame): Readonly<Record<keyof PersonRules, string>> {
  const { rules, presets, record } = wordsFor(frame)
  const { minutes, notice, shortNotice, perDay, perWeek, travelBuffer, never, trips } = rules
  return {
    ...{ minutes, notice, shortNotice, perDay, perWeek, travelBuffer, never, trips },
    buffers: rules.after,
    mentorHidden: record.hidden,
    autopilot: presets.autopilotField,
    ahead: presets.aheadField,
    answers: presets.answersField,
    byPhone: presets.byPhoneField,
    phone: presets.phone,
    nudges: presets.nudgesField,
    inWriting: presets.inWritingField,
    quarter: presets.quarterField,
    formats: presets.formatsField,
    topics: rules.taught,
    wording: rules.wording,
    meetingLink: rules.meetingLink,
    meetingLinks: rules.meetingLinks,
  }
}

/** Of a longer list, how many there are: the file for programs has them all. */
function valueOf(value: unknown, name: keyof PersonRules, frame: PageFrame): string {
  const { presets, rules } = wordsFor(frame)
  if (typeof value === 'boolean') return value ? presets.yes : presets.no
  if (name === 'wording' && (value === 'name' || value === 'plain')) return rules.wordings[value]
  if (name === 'answers') return value === 'executive' ? presets.answers.executive : presets.answers.assistant
  if (typeof value === 'number' || typeof value === 'string') return String(value)
  if (Array.isArray(value))
    return name === 'trips' ? value.map((each) => daysOf(each, frame)).join(' · ') : String(value.length)
  return Object.values(Object(value)).flat().join(' · ')
}

function daysOf(trip: unknown, { locale }: PageFrame): string {
  const { from, to } = Object(trip)
  return formatDays(String(from), String(to), locale)
}
