import type { Locale, PersonRules, RULE_FIELDS } from '../../worker/domain/people/person.ts'
import type { Blackout } from '../../worker/domain/programme/programme.ts'
import type { WallMinutes } from '../../worker/domain/time/time.ts'
import { zoneAsTyped } from '../words/places.ts'

/** Names of the inputs of the rows, counted from 0. */
export const neverField = (row: number, part: 'day' | 'from' | 'to') => `never-${row}-${part}`
export const tripField = (row: number, part: 'zone' | 'from' | 'to') => `trip-${row}-${part}`
export const blackoutField = (row: number, part: 'from' | 'to' | 'reason') => `blackout-${row}-${part}`

/** Says that a switch stood on the page, ticked or not. */
export const shownField = (name: string) => `${name}-shown`

/** The inputs of whole-number rules: each is on one of the two forms about a person. */
export const WHOLE_RULE_INPUTS = {
  minutes: 'rule-minutes',
  notice: 'rule-notice',
  perDay: 'rule-day',
  perWeek: 'rule-week',
  travelBuffer: 'rule-travel',
  ahead: 'preset-ahead',
} as const satisfies Readonly<Record<WholeRule, string>>

type RuleFields = typeof RULE_FIELDS
export type WholeRule = {
  [Name in keyof RuleFields]: RuleFields[Name] extends { readonly kind: 'whole' } ? Name : never
}[keyof RuleFields]

type Values = Readonly<Record<string, string>>

/** The values that show a person's stored rules; those left to the programme are empty. */
export function rulesAsTyped(rules: PersonRules): Values {
  const {
    never = [],
    trips = [],
    buffers,
    topics,
    mentorHidden,
    wording,
    meetingLink = '',
    meetingLinks = [],
  } = rules
  const number = (value: number | undefined): string => (value === undefined ? '' : String(value))
  return {
    ...wholeRulesAsTyped(rules),
    'rule-short': rules.shortNotice ? 'yes' : '',
    'rule-before': number(buffers?.before),
    'rule-after': number(buffers?.after),
    'rule-hidden': mentorHidden === undefined ? 'preset' : mentorHidden ? 'hidden' : 'shown',
    ...wordingAsTyped(wording),
    'rule-link': meetingLink,
    'rule-links': meetingLinks.join('\n'),
    'rule-taught': (topics?.taught ?? []).join(', '),
    'rule-wished': (topics?.wished ?? []).join(', '),
    ...Object.fromEntries([
      ...never.flatMap(({ day, from, to }, row) => [
        [neverField(row, 'day'), String(day)],
        [neverField(row, 'from'), wall(from)],
        [neverField(row, 'to'), wall(to)],
      ]),
      ...trips.flatMap(({ zone, from, to }, row) => [
        [tripField(row, 'zone'), zone],
        [tripField(row, 'from'), from],
        [tripField(row, 'to'), to],
      ]),
    ]),
  }
}

/** Which of the wordings, and a title where it is his own. */
function wordingAsTyped(wording: string | undefined): Values {
  const isKnown = wording === undefined || wording === 'name' || wording === 'plain'
  return { 'rule-wording': isKnown ? (wording ?? '') : 'own', 'rule-title': isKnown ? '' : wording }
}

/** The cities of the trips, as the reader calls them. */
export function tripsAsShown({ trips = [] }: PersonRules, locale: Locale): Values {
  return Object.fromEntries(trips.map(({ zone }, row) => [tripField(row, 'zone'), zoneAsTyped(zone, locale)]))
}

function wholeRulesAsTyped(rules: PersonRules): Values {
  const stored = new Map<string, unknown>(Object.entries(rules))
  return Object.fromEntries(
    Object.entries(WHOLE_RULE_INPUTS).map(([rule, input]) => {
      const value = stored.get(rule)
      return [input, typeof value === 'number' ? String(value) : '']
    }),
  )
}

export function blackoutsAsTyped(blackouts: readonly Blackout[]): Values {
  return Object.fromEntries(
    blackouts.flatMap(({ from, to, reason }, row) => [
      [blackoutField(row, 'from'), from],
      [blackoutField(row, 'to'), to],
      [blackoutField(row, 'reason'), reason],
    ]),
  )
}

/** The filled rows and `spare` empty ones; empty ones only up to `most` rows. */
export function rowsShown(values: Values, name: string, spare: number, most: number): readonly number[] {
  const rows = Object.entries(values).flatMap(([field, value]) =>
    field.startsWith(`${name}-`) && value ? [Number(field.split('-')[1])] : [],
  )
  const filled = Math.max(-1, ...rows) + 1
  return Array.from({ length: Math.max(filled, Math.min(filled + spare, most)) }, (_, row) => row)
}

function wall(minutes: WallMinutes): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
}
