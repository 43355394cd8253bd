import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** As long as a text of a form; a mail's is five times that. */
const LENGTH = 20_000
/** A pattern that looks at each character a few times needs some milliseconds; a quadratic one seconds. */
const LONGEST_MS = 250

const FOLDERS = 'worker/{domain,delivery,http,actions,compose}/**/*.{ts,tsx}'
const LITERAL =
  /(?<=[(=,:?[&|!>]\s*|return )\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/([dgimsuvy]*)/g

const patterns = globSync(FOLDERS).flatMap((file) =>
  Array.from(readFileSync(file, 'utf8').matchAll(LITERAL), ([, source = '', flags = '']) => ({
    file,
    source,
    flags,
  })),
)

/** What such a pattern repeats, and what stands in it literally. */
const PUMPS = [
  ' ',
  'a',
  'A',
  '0',
  '1',
  '-',
  '.',
  '/',
  '"',
  '<',
  '>',
  '=',
  '\t',
  '\n',
  '\r\n',
  ',',
  ';',
  ':',
  '&',
  '%',
  '@',
  'a.',
  'a-',
  '0:',
  '" ',
  '<a',
  '\\"',
  '> ',
  '=0D',
  '(',
  '1.',
  'é',
]

function pumpsOf(source: string): readonly string[] {
  const words = source.match(/[a-zA-Z0-9@/:<>"'=;,-]{2,}/g) ?? []
  return [...new Set([...PUMPS, ...words.slice(0, 4)])]
}

test('the patterns of all code that reads what comes from outside are found', () => {
  expect(patterns.length).toBeGreaterThan(250)
  expect(patterns.filter(({ source, flags }) => !compiles(source, flags))).toEqual([])
})

test('no pattern takes long, whatever is repeated before something that does not fit', () => {
  const slow: string[] = []
  for (const { file, source, flags } of new Map(
    patterns.map((each) => [`${each.source}/${each.flags}`, each]),
  ).values())
    for (const pump of pumpsOf(source)) {
      const repeated = pump.repeat(Math.ceil(LENGTH / pump.length))
      for (const text of [`${repeated}\u0001`, `x${repeated}\u0001`]) {
        const pattern = new RegExp(source, flags)
        const began = performance.now()
        if (flags.includes('g')) text.replaceAll(pattern, '')
        else pattern.test(text)
        const spent = performance.now() - began
        if (spent > LONGEST_MS)
          slow.push(`${file} /${source}/${flags} on ${JSON.stringify(pump)}: ${Math.round(spent)} ms`)
      }
    }
  expect(slow).toEqual([])
})

test('a quadratic pattern is noticed', () => {
  const began = performance.now()
  expect(/\s+$/.test(`${' '.repeat(LENGTH)}x`)).toBe(false)
  expect(performance.now() - began).toBeGreaterThan(LONGEST_MS / 4)
})

function compiles(source: string, flags: string): boolean {
  try {
    return new RegExp(source, flags).source !== ''
  } catch {
    return false
  }
}
