import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { root } from '../../scripts/root.ts'
import { textsIn } from '../support/french.ts'
import { saidIn } from '../support/html.ts'
import { drawn, everySpecimen } from '../support/specimens.ts'

const files = globSync(['web/words/**/fr.ts', 'web/words/**/fr/*.ts'], { cwd: root })
const texts = files.flatMap((file) =>
  textsIn(readFileSync(join(root, file), 'utf8')).map((text) => ({ file, text: unescaped(text) })),
)

/** As it is written in a source file. */
function unescaped(text: string): string {
  return text.replaceAll('\\u202f', '\u202f').replaceAll('\\u00a0', '\u00a0').replaceAll("\\'", "'")
}

/** No other space than the narrow one that does not break. */
const WRONG_SPACE = /[ \u00a0][;:!?»]|«(?!\u202f)|(?<!\u202f)»/
/** Directly after a word; an hour, an address and the end of a name of a field have their own. */
const NO_SPACE = /[\p{L})\u2019][;!?](?!\w)|[\p{L})]:(?=\s|$)/u
const STRAIGHT = /"|\p{L}'\p{L}/u

test('French has a narrow space that does not break before ; : ! ? and inside « »', () => {
  expect(texts.length).toBeGreaterThan(1000)
  const wrong = texts.filter(({ text }) => WRONG_SPACE.test(text) || NO_SPACE.test(text))
  expect(wrong.map(({ file, text }) => `${file}: ${text}`)).toEqual([])
})

test('words of both languages in one file keep it too: English has no space there at all', () => {
  const mixed = globSync('web/words/*.ts', { cwd: root }).flatMap((file) =>
    textsIn(readFileSync(join(root, file), 'utf8')).map((text) => `${file}: ${unescaped(text)}`),
  )
  expect(mixed.filter((text) => WRONG_SPACE.test(text.slice(text.indexOf(': ') + 2)))).toEqual([])
})

test('French has no straight quotation mark and no straight apostrophe', () => {
  expect(texts.filter(({ text }) => STRAIGHT.test(text)).map(({ file, text }) => `${file}: ${text}`)).toEqual(
    [],
  )
})

test('so it is read on every page, whatever was put together', () => {
  const wrong = everySpecimen.flatMap(({ specimen, state, title }) =>
    saidIn(drawn(specimen, state, 'fr'))
      .filter((text) => WRONG_SPACE.test(text))
      .map((text) => `${title}: ${text}`),
  )
  expect([...new Set(wrong)]).toEqual([])
})
