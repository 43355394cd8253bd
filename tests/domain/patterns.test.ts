import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Of so many characters a quadratic pattern makes fifty million steps. */
const LENGTH = 10_000
/** Below that nobody waits, and the clock says little. */
const NOTICEABLE_MS = 25
/** Twice the text takes a linear pattern twice as long, a quadratic one four times. */
const MOST_FOR_TWICE = 3

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

test(
  'no pattern takes long, whatever is repeated before something that does not fit',
  { timeout: 120_000 },
  () => {
    const slow: string[] = []
    for (const { file, source, flags } of new Map(
      patterns.map((each) => [`${each.source}/${each.flags}`, each]),
    ).values())
      for (const pump of pumpsOf(source))
        if (isQuadratic(source, flags, pump))
          slow.push(`${file} /${source}/${flags} on ${JSON.stringify(pump)}`)
    expect(slow).toEqual([])
  },
)

test('a quadratic pattern is noticed', () => {
  expect(isQuadratic(String.raw`\s+$`, '', ' ')).toBe(true)
  expect(isQuadratic(String.raw`\s*\n\s*`, 'g', ' ')).toBe(true)
  expect(isQuadratic('^(?:a+)+$', '', 'a')).toBe(true)
  expect(isQuadratic(String.raw`\s`, 'g', ' ')).toBe(false)
})

function isQuadratic(source: string, flags: string, pump: string): boolean {
  if (spent(source, flags, pump, 28) > NOTICEABLE_MS) return true
  if (spent(source, flags, pump, LENGTH) < NOTICEABLE_MS) return false
  const [one, two] = [LENGTH / 2, LENGTH].map((length) =>
    Math.min(...[1, 2, 3].map(() => spent(source, flags, pump, length))),
  )
  return (two ?? 0) > NOTICEABLE_MS && (two ?? 0) > MOST_FOR_TWICE * (one ?? 0)
}

function spent(source: string, flags: string, pump: string, length: number): number {
  const text = `${pump.repeat(Math.ceil(length / pump.length))}\u0001`
  const pattern = new RegExp(source, flags)
  const began = performance.now()
  if (flags.includes('g')) text.replaceAll(pattern, '')
  else pattern.test(text)
  return performance.now() - began
}

function compiles(source: string, flags: string): boolean {
  try {
    return new RegExp(source, flags).source !== ''
  } catch {
    return false
  }
}
