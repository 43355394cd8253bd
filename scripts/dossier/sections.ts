import { policyEn } from '../../web/words/pages/en/policy.ts'
import { policyFr } from '../../web/words/pages/fr/policy.ts'
import { KEPT_MS } from '../../worker/domain/clock/retention.ts'
import { SEES, SIGHTS, VIEWERS } from '../../worker/domain/people/permission.ts'
import type { Locale } from '../../worker/domain/people/person.ts'
import { DEFAULT_POLICY, POLICY_FIELDS } from '../../worker/domain/programme/programme.ts'
import { DAY, HOUR } from '../../worker/domain/time/time.ts'
import { labelsFor } from './labels.ts'
import { LETTER_PURPOSES } from './letters.ts'
import { code, table } from './markdown.ts'

/** Who sees what, from the one table. */
export function seesTable(locale: Locale): string {
  const { sight, sights, viewers, rules } = labelsFor(locale)
  return table(
    [sight, ...VIEWERS.map((each) => viewers[each])],
    SIGHTS.map((each) => [sights[each], ...VIEWERS.map((viewer) => rules[SEES[each][viewer]])]),
  )
}

/** What goes by itself after days, the shortest first. */
export function keptTable(locale: Locale): string {
  const { keptHead, kept, hours, days } = labelsFor(locale)
  const names = Object.keys(KEPT_MS).filter((each): each is keyof typeof KEPT_MS => each in KEPT_MS)
  return table(
    keptHead,
    names
      .toSorted((one, other) => KEPT_MS[one] - KEPT_MS[other])
      .map((each) => {
        const ms = KEPT_MS[each]
        return [kept[each], ms < DAY ? hours(ms / HOUR) : days(ms / DAY)]
      }),
  )
}

/** Every rule and switch of a programme with what holds unless somebody changes it, and room for what is agreed. */
export function settingsTable(locale: Locale): string {
  const { settingsHead } = labelsFor(locale)
  return table(
    settingsHead,
    settingNames().map((each) => [
      `${labelOfSetting(each, locale)} (${code(each)})`,
      defaultOf(each, locale),
      '',
    ]),
  )
}

type SettingName = keyof typeof POLICY_FIELDS

export function settingNames(): readonly SettingName[] {
  return Object.keys(POLICY_FIELDS).filter((each): each is SettingName => each in POLICY_FIELDS)
}

function labelOfSetting(name: SettingName, locale: Locale): string {
  const words = locale === 'fr' ? policyFr : policyEn
  return name === 'buffers' ? `${words.before} / ${words.after}` : words[name]
}

function defaultOf(name: SettingName, locale: Locale): string {
  const { on, off, none, units } = labelsFor(locale)
  const words = locale === 'fr' ? policyFr : policyEn
  const value = DEFAULT_POLICY[name]
  const field = POLICY_FIELDS[name]
  if (typeof value === 'boolean') return value ? on : off
  if (typeof value === 'number') return 'unit' in field ? `${value} ${units[field.unit]}` : `${value}`
  if (typeof value === 'string') return choiceOf(name, value, words)
  return 'before' in value ? `${value.before} / ${value.after}` : none
}

function choiceOf(name: SettingName, value: string, words: typeof policyEn): string {
  const choices: Readonly<Record<string, string>> =
    name === 'wording'
      ? words.wordingChoices
      : name === 'counters' || name === 'countersOfMentors'
        ? words.countersChoices
        : {}
  return choices[value] ?? value
}

/** Every kind of mail, what it is for and what is in it. */
export function lettersTable(locale: Locale): string {
  const { lettersHead } = labelsFor(locale)
  return table(
    lettersHead,
    Object.entries(LETTER_PURPOSES).map(([kind, said]) => {
      const { to, purpose, holds } = said[locale]
      return [code(kind), to, purpose, holds]
    }),
  )
}
