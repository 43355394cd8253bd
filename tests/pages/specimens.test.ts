import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { root } from '../../scripts/root.ts'
import { SPECIMENS } from '../../web/specimens/book.ts'
import { CASTS } from '../../web/specimens/cast.ts'
import { COLUMNS } from '../../worker/domain/import/file.ts'
import { BLOCKERS } from '../../worker/domain/people/person.ts'
import { problemsIn } from '../support/html-rules.ts'
import { saidIn } from '../support/html.ts'
import { drawn, everySpecimen } from '../support/specimens.ts'

/** Words that are the same in both languages. */
const ALIKE = [
  'Sotto',
  'Date',
  'Note',
  'Question',
  'Minutes',
  'Invitation',
  'Mentor',
  'Mentors',
  'Assistant',
  'Assistants',
  'Sponsors',
]
/** What no language changes: lengths, addresses, codes, names of columns and languages, what people wrote. */
const NEVER_CHANGED = [
  /^\d+ minutes$/,
  /^Code \d{3}$/,
  // The types of a mail's parts.
  /^multipart\/mixed, /,
  /^(?:\d+ )?· Sotto$/,
  // Fields, types and examples of the API.
  /^(?:path: )?(?:string|id|optionId|options\[\]\.start)(?: \(date-time\))?$|^curl |^(?:POST|\/api\/v1\/)/,
  /@|^https:|^meet\.|^sotto_|^whsec_/,
  /^(?:English|Français|coaching|claude · king|C\. Bernard)$/,
  ...[...BLOCKERS, ...Object.values(COLUMNS).flat()].map((code) => new RegExp(`^${code}\\b`)),
]

const components = globSync('web/pages/**/*.tsx', { cwd: root })
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .flatMap((source) => Array.from(source.matchAll(/^export (?:function|const) (\w+Page)\b/gm)))
  .map(([, name = '']) => name)

test('every page of the house stands in the specimen book, once', () => {
  expect(components.length).toBeGreaterThan(40)
  expect(SPECIMENS.map(({ page }) => page).toSorted()).toEqual(components.toSorted())
})

test('every page in each state is valid HTML, in both languages', () => {
  const problems = everySpecimen.flatMap(({ specimen, state, title }) =>
    (['en', 'fr'] as const).flatMap((locale) =>
      problemsIn(drawn(specimen, state, locale)).map((problem) => `${title}: ${problem}`),
    ),
  )
  expect([...new Set(problems)]).toEqual([])
})

test('nothing that is said in French is left in English', () => {
  const isAlike = (text: string) => {
    const said = Object.values(CASTS.usual)
      .reduce((rest, own) => rest.replaceAll(own, ''), text)
      .trim()
    return (
      !/\p{L}{2}/u.test(said) || ALIKE.includes(said) || NEVER_CHANGED.some((pattern) => pattern.test(said))
    )
  }
  const untranslated = everySpecimen.flatMap(({ specimen, state, title }) => {
    const english = new Set(saidIn(drawn(specimen, state, 'en')))
    return saidIn(drawn(specimen, state, 'fr'))
      .filter((text) => english.has(text) && !isAlike(text))
      .map((text) => `${title}: ${text}`)
  })
  expect(untranslated).toEqual([])
})
