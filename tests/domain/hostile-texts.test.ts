import fc from 'fast-check'
import { expect, test } from 'vitest'

import { readTable } from '../../worker/domain/import/csv.ts'
import { readBusy } from '../../worker/domain/itip/busy.ts'
import { readCalendar } from '../../worker/domain/itip/read.ts'
import { MAX_FIELD_CHARACTERS, MAX_PERSON_NAME_CHARACTERS } from '../../worker/domain/limits.ts'
import { ownWordsOf } from '../../worker/domain/mail/own-words.ts'
import { readSuggestion } from '../../worker/domain/mail/read-suggestion.ts'
import { parseAddress, splitAddresses } from '../../worker/domain/people/address.ts'
import { proposedShortName } from '../../worker/domain/people/name/short.ts'
import { readTimeRule } from '../../worker/domain/people/read-time-rule.ts'
import {
  arePlainLines,
  isPlainLine,
  trimmed,
  withLineFeeds,
  withoutUnseen,
} from '../../worker/domain/plain-text.ts'
import { fold, wordsOf } from '../../worker/domain/search/fold.ts'
import { readDay, readTime } from '../../worker/domain/time/typed.ts'
import { canonicalZone } from '../../worker/domain/time/zones.ts'
import { processorTime } from '../support/processor-time.ts'
import { at } from '../support/times.ts'

const BY = { locale: 'en', today: '2027-03-15' } as const
const IN_FRENCH = { locale: 'fr', today: '2027-03-15' } as const
const WINDOW = { start: at('2027-03-15T00:00Z'), end: at('2027-04-15T00:00Z') }

/** Every reader of a text from outside. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  address: parseAddress,
  addresses: splitAddresses,
  table: readTable,
  calendar: (text) => readCalendar(text, { method: 'REPLY', from: null }),
  feed: (text) => readBusy(text, WINDOW),
  'own words': ownWordsOf,
  suggestion: (text) => readSuggestion(text, IN_FRENCH),
  'time rule': (text) => readTimeRule(text, { by: BY, zoneOf: canonicalZone }),
  day: (text) => readDay(text, BY),
  time: readTime,
  zone: canonicalZone,
  search: (text) => wordsOf(fold(text)),
  // Whoever asks it has refused a longer name.
  'short name': (text) => proposedShortName(text.slice(0, MAX_PERSON_NAME_CHARACTERS)),
  'plain line': (text) => isPlainLine(trimmed(text)),
}

const PIECES = [
  ...[
    '__proto__',
    'constructor',
    '\0',
    '\r\n',
    '"',
    "'",
    '<',
    '>',
    '=',
    '@',
    ',',
    ';',
    ':',
    '\\',
    '%00',
    '\u202e',
  ],
  ...[
    'BEGIN:VCALENDAR\r\n',
    'BEGIN:VEVENT\r\n',
    'RRULE:FREQ=DAILY',
    'DTSTART;TZID=',
    '9999',
    '0000',
    '-1',
    '1e999',
  ],
  ...[
    'next',
    'jeudi',
    '3 pm',
    '14h',
    'never',
    'not before',
    'Europe/Paris',
    '\ud800',
    'xn--',
    'é',
    '👩\u200d👧',
    ' ',
    '\t',
  ],
]
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc
    .tuple(fc.constantFrom(...PIECES), fc.integer({ min: 1, max: 1500 }))
    .map(([piece, times]) => piece.repeat(times)),
)

test.each(Object.entries(READERS))('the reader of %s never throws, and takes no second', (_, read) => {
  fc.assert(
    fc.property(text, (each) => {
      const began = performance.now()
      read(each)
      expect(performance.now() - began).toBeLessThan(1000)
    }),
    { numRuns: 150 },
  )
})

test('an address whose domain fills the largest body is none, and breaks nothing', () => {
  for (const letter of ['é', '👩', '\u0301', 'xn--é'])
    expect(parseAddress(`a@${letter.repeat(900_000 / letter.length)}.example`).ok).toBe(false)
})

test('an address with a long row of blanks in brackets is read at once', () => {
  const began = performance.now()
  for (const blanks of [' ', '\u00a0'])
    for (const each of [
      `<${blanks.repeat(20_000)}x`,
      `a <${blanks.repeat(20_000)}x>b`,
      `${blanks.repeat(20_000)}<x`,
    ])
      expect(parseAddress(each).ok).toBe(false)
  expect(performance.now() - began).toBeLessThan(1000)
})

/** What a pattern takes for the beginning of something, and what then goes on and on. */
const OPENINGS = ['', '<', 'a <', '"', '(', 'a@', '9', 'Re: <a@b.example>']
const PUMPS = [
  ' ',
  '\t',
  '\n',
  ',',
  'a,',
  '",',
  '"',
  '<',
  'a',
  'é',
  '\u0301',
  '0',
  '9 ',
  '-',
  '.',
  'a.',
  ': ',
  'Dr ',
]

test.each(Object.entries(READERS))(
  'the reader of %s takes no second for a field full of what it repeats',
  (_, read) => {
    const slow: string[] = []
    for (const opening of OPENINGS)
      for (const pump of PUMPS)
        // In steps, since a cubic pattern would not come to an end.
        for (const length of [500, 2000, MAX_FIELD_CHARACTERS]) {
          const spent = processorTime()
          read(`${opening}${pump.repeat(length / pump.length)}x`)
          if (spent() < 1000) continue
          slow.push(`${opening}, ${JSON.stringify(pump)} to ${length}`)
          break
        }
    expect(slow).toEqual([])
  },
)

test('what is left of a text without the unseen is plain, and stays so', () => {
  fc.assert(
    fc.property(text, (each) => {
      const left = withoutUnseen(each)
      expect(arePlainLines(left)).toBe(true)
      expect(withoutUnseen(left)).toBe(left)
      expect(isPlainLine(trimmed(left.replaceAll(/[\n\t]/g, ' ')))).toBe(true)
      expect(withLineFeeds(left)).toBe(left)
    }),
  )
})

/** A flag is spelled with tags. */
const ENGLAND = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'

test('what scripts need is plain, what steers is not', () => {
  for (const plain of ['José', 'שלום\u200f', 'می\u200cخواهم', '👩\u200d👧', 'a\u00a0b', 'Zoë\u0301', ENGLAND])
    expect(isPlainLine(plain), plain).toBe(true)
  for (const steering of [
    '\0',
    '\n',
    '\r',
    '\t',
    '\u001b',
    '\u007f',
    '\u0085',
    '\u2028',
    '\u202a',
    '\u202e',
    '\u2066',
    '\u2069',
    '\u206e',
    '\ufff9',
    '\uffff',
    '\u{e0041}',
    '\u{e0001}',
    '\ud800',
  ])
    expect(isPlainLine(`a${steering}b`), JSON.stringify(steering)).toBe(false)
  expect(trimmed(' \u202a+33 1 23 45 67 89\u202c ')).toBe('+33 1 23 45 67 89')
  for (const empty of ['\u200b', '\u3164', ' \u2060\ufe0f ', '\u00ad', '\u{e0041}', '\u180e\u115f'])
    expect(trimmed(empty), JSON.stringify(empty)).toBe('')
  expect(trimmed('Ann\u200b\u2060')).toBe('Ann')
  expect(withoutUnseen('a\u{e0068}\u{e0069}b \ufff9c\ufffad\ufffb')).toBe('ab cd')
  expect(arePlainLines('a\n\tb')).toBe(true)
  expect(withLineFeeds('a\r\nb\u2028c\vd')).toBe('a\nb\nc\nd')
})
