import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Of so many characters a quadratic pattern makes fifty million steps. */
const LENGTH = 10_000
/** Below that nobody waits, and the clock says little. */
const NOTICEABLE_MS = 25
/** A quadratic pattern that sees little may take as long as this. */
const LONG_MS = 250
/** Twice the text takes a linear pattern twice as long, a quadratic one four times. */
const MOST_FOR_TWICE = 3
/** The median of them counts. */
const TRIES = 7

/** Patterns that are quadratic and see only so many characters, because something before them is limited. */
const LIMITED: Readonly<Record<string, number>> = {
  // A trip or a never rule in one line: MAX_TIME_RULE_CHARACTERS.
  'worker/domain/people/read-time-rule.ts': 120,
  // Titles and short names, and texts of an offer, word for word.
  'worker/domain/letter/title.ts': 200,
  'worker/domain/letter/as-one.ts': 1000,
  // The own words of a mail, as far as they are read.
  'worker/domain/mail/spoken-days.ts': 2000,
  // One header.
  'worker/delivery/in/read-automatic.ts': 2000,
}
/** It reads only what `pack` has written. */
const OUR_OWN = ['worker/domain/feed/packing.ts']

const FOLDERS = 'worker/{domain,delivery,http,actions,compose}/**/*.{ts,tsx}'
const LITERAL =
  /(?<=[(=,:?[&|!>]\s*|return )\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/([dgimsuvy]*)/g

const patterns = globSync(FOLDERS)
  .filter((file) => !file.includes('/dev/') && !OUR_OWN.includes(file))
  .flatMap((file) =>
    Array.from(readFileSync(file, 'utf8').matchAll(LITERAL), ([, source = '', flags = '']) => ({
      ...{ file, source, flags },
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
    // Without a repetition every pattern is linear.
    const repeating = patterns.filter(({ source }) => /[+*]|\{\d*,/.test(source))
    for (const { file, source, flags } of new Map(
      repeating.map((each) => [`${each.source}/${each.flags}`, each]),
    ).values()) {
      const limit = LIMITED[file] ?? LENGTH
      const tried = pumpsOf(source).flatMap((pump) =>
        ['', ...(source.includes('<') ? ['<'] : [])].map((before) => ({ source, flags, pump, before })),
      )
      const found = tried.find((each) => isQuadratic(each, limit))
      if (found) slow.push(`${file} /${source}/${flags} on ${JSON.stringify(found.before + found.pump)}`)
    }
    expect(slow).toEqual([])
  },
)

test('a quadratic pattern is noticed', () => {
  expect(isQuadratic({ source: String.raw`\s+$`, flags: '', pump: ' ', before: '' })).toBe(true)
  expect(isQuadratic({ source: String.raw`\s*\n\s*`, flags: 'g', pump: ' ', before: '' })).toBe(true)
  expect(isQuadratic({ source: '^(?:a+)+$', flags: '', pump: 'a', before: '' })).toBe(true)
  expect(isQuadratic({ source: String.raw`\s`, flags: 'g', pump: ' ', before: '' })).toBe(false)
})

type Tried = {
  readonly source: string
  readonly flags: string
  readonly pump: string
  readonly before: string
}

/** First of short texts, of which an exponential pattern is noticed before it never ends; then of one for which a cubic one is slow. */
function isQuadratic(tried: Tried, most = LENGTH): boolean {
  const noticeable = most < LENGTH ? LONG_MS : NOTICEABLE_MS
  for (const length of [22, 24, 26, 28, 400, 2000].filter((each) => each <= most))
    if (spent(tried, length) > noticeable && spent(tried, length) > noticeable) return true
  if (spent(tried, most) < noticeable) return false
  // Side by side, so that whatever else the machine does slows both.
  const ratios = Array.from({ length: TRIES }, () => spent(tried, most) / spent(tried, most / 2))
  return (ratios.toSorted((one, other) => one - other)[(TRIES - 1) / 2] ?? 0) > MOST_FOR_TWICE
}

/** In ms of this thread’s own work: what else the machine does makes no pattern slower. */
function spent({ source, flags, pump, before }: Tried, length: number): number {
  const text = `${before}${pump.repeat(Math.ceil(length / pump.length))}\u0001`
  const pattern = new RegExp(source, flags)
  const began = process.threadCpuUsage()
  if (flags.includes('g')) text.replaceAll(pattern, '')
  else pattern.test(text)
  return process.threadCpuUsage(began).user / 1000
}

function compiles(source: string, flags: string): boolean {
  try {
    return new RegExp(source, flags).source !== ''
  } catch {
    return false
  }
}
