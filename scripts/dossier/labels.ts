import type { About, Activity, ColumnReader, DataKind } from '../../schema/purposes/purpose.ts'
import type { KEPT_MS } from '../../worker/domain/clock/retention.ts'
import type { Sight, SightRule, Viewer } from '../../worker/domain/people/permission.ts'
import type { Locale } from '../../worker/domain/people/person.ts'
import type { AtRest } from './at-rest.ts'
import { labelsEn } from './labels-en.ts'
import { labelsFr } from './labels-fr.ts'

/** What the tables of a dossier say, in one language. What the code adds has no words until it has them here. */
export type Labels = {
  readonly sight: string
  readonly sights: Readonly<Record<Sight, string>>
  readonly viewers: Readonly<Record<Viewer, string>>
  readonly rules: Readonly<Record<SightRule, string>>
  readonly keptHead: readonly [string, string]
  readonly kept: Readonly<Record<keyof typeof KEPT_MS, string>>
  readonly hours: (count: number) => string
  readonly days: (count: number) => string
  readonly about: Readonly<Record<About, string>>
  readonly kinds: Readonly<Record<DataKind, string>>
  readonly atRest: Readonly<Record<AtRest, string>>
  readonly readers: Readonly<Record<Exclude<ColumnReader, Sight>, string>>
  readonly activities: Readonly<Record<Activity, { readonly purpose: string; readonly basis: string }>>
  readonly settingsHead: readonly [string, string, string]
  readonly on: string
  readonly off: string
  readonly none: string
  readonly units: Readonly<
    Record<'seconds' | 'minutes' | 'hours' | 'days' | 'working days' | 'sessions' | 'people', string>
  >
  readonly lettersHead: readonly [string, string, string, string]
}

export function labelsFor(locale: Locale): Labels {
  return locale === 'fr' ? labelsFr : labelsEn
}
