import type { Activity } from '../../schema/purposes/purpose.ts'
import { SEES, SIGHTS, VIEWERS } from '../../worker/domain/people/permission.ts'
import type { Locale } from '../../worker/domain/people/person.ts'
import { labelsFor } from './labels.ts'
import { blank, list, page, table } from './markdown.ts'
import { MEASURES, type MeasureName, measureLines } from './measures.ts'
import { processors, settingOf, wrangler } from './processors.ts'
import { recordWords } from './record-words.ts'
import { keptTable } from './sections.ts'
import type { MappedColumn, MappedTable } from './tables.ts'

/** The record of processing activities (Art. 30 GDPR): what the code knows, with blanks for what it cannot know. */
export function recordPage(locale: Locale, state: string, tables: readonly MappedTable[]): string {
  const words = recordWords(locale)
  const { activities } = labelsFor(locale)
  return page(
    `# ${words.title}`,
    words.intro(state),
    `## ${words.whoTitle}`,
    list(words.who(settingOf(wrangler(), 'ORIGIN'), settingOf(wrangler(), 'REPLY_DOMAIN'))),
    `## ${words.activitiesTitle}`,
    ...activityNames(activities).flatMap((each, index) => [
      `### ${index + 1}. ${activities[each].purpose}`,
      activityTable(
        locale,
        tables.filter(({ activity }) => activity === each),
        activities[each].basis,
      ),
    ]),
    `## ${words.processorsTitle}`,
    processorsTable(locale),
    words.transfers,
    `## ${words.periodsTitle}`,
    keptTable(locale),
    list(words.periods),
    `## ${words.measuresTitle}`,
    list(measureLines(locale, measureNames())),
    words.ownMeasures,
  )
}

/** Who gets data besides the people in the programme. */
export function processorsTable(locale: Locale): string {
  const { processorsHead } = recordWords(locale)
  return table(
    processorsHead,
    processors().map(({ what, data }) => [what[locale], data[locale], blank(processorsHead[2] ?? '')]),
  )
}

function activityTable(locale: Locale, tables: readonly MappedTable[], basis: string): string {
  const { about, kinds } = labelsFor(locale)
  const { rows } = recordWords(locale)
  const persons = [...new Set(tables.flatMap((each) => each.about))].filter((each) => each !== 'nobody')
  const columns = tables.flatMap((each) => each.columns)
  const held = [...new Set(columns.map(({ kind }) => kind))].filter((each) => each !== 'technical')
  return table(
    [rows.head, ''],
    [
      [rows.persons, persons.map((each) => about[each]).join(' · ') || about.nobody],
      [rows.data, held.map((each) => kinds[each]).join(' · ') || kinds.technical],
      [rows.recipients, recipientsOf(locale, columns)],
      [rows.basis, basis],
      [rows.tables, tables.map(({ name }) => `\`${name}\``).join(', ')],
    ],
  )
}

/** Everybody who reads one of these columns by the table of who sees what. */
function recipientsOf(locale: Locale, columns: readonly MappedColumn[]): string {
  const { viewers, readers, rules } = labelsFor(locale)
  const sights = columns.flatMap((each) => SIGHTS.filter((sight) => sight === each.readers))
  const seen = VIEWERS.filter((viewer) => sights.some((each) => SEES[each][viewer] !== 'no')).map((viewer) =>
    viewer === 'sponsor' ? `${viewers.sponsor} (${rules.totals})` : viewers[viewer],
  )
  const others = OTHER_READERS.filter((reader) => columns.some((each) => each.readers === reader)).map(
    (reader) => (reader === 'managers' ? viewers.manager : readers[reader]),
  )
  return [...new Set([...others, ...seen])].join(' · ') || readers.nobody
}

const OTHER_READERS = ['managers', 'himself', 'owner', 'sponsors'] as const

function activityNames(activities: Readonly<Record<Activity, unknown>>): readonly Activity[] {
  return Object.keys(activities).filter((each): each is Activity => each in activities)
}

function measureNames(): readonly MeasureName[] {
  return Object.keys(MEASURES).filter((each): each is MeasureName => each in MEASURES)
}
