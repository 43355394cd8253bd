import { expect, test } from 'vitest'

import { wordsOf } from '../../web/letters/words.ts'
import { formatWords } from '../../web/words/formats/words.ts'
import { lintOutward } from '../../worker/domain/letter/discretion.ts'
import { completeWords } from '../../worker/domain/path/format.ts'
import { STANDARD_FORMATS } from '../../worker/domain/path/house.ts'
import { aBrief, anAgreement, anOutcome, aReader, write } from '../support/letters.ts'

const KINDS = ['workshop', 'mentoring', 'reverse-mentoring'] as const
const LOCALES = ['en', 'fr'] as const
const own = {
  ...completeWords({ name: 'Two letters', prompts: ['Which one first?', 'Why?'], avoid: 'Typing.' }),
  link: 'https://files.northwind.example/a?b=1&c=2',
}

test('a brief has the format in the mentor’s language: its name, its questions, what not to raise', () => {
  for (const locale of LOCALES)
    for (const standard of STANDARD_FORMATS) {
      const { text, html } = write(aBrief({ reader: aReader({ locale }), format: { standard, link: null } }))
      const { name, prompts, avoid } = formatWords({ standard }, locale)
      for (const said of [name, ...prompts, avoid]) {
        expect(text).toContain(said)
        expect(html).toContain(said)
      }
      expect(text).not.toContain('undefined')
    }
})

test('in French the standard formats have no English words', () => {
  const said = (locale: 'en' | 'fr') =>
    STANDARD_FORMATS.flatMap((standard) => Object.values(formatWords({ standard }, locale)).flat())
  expect(said('fr').filter((each) => said('en').includes(each))).toEqual([])
})

test('the programme’s own words and its materials stand in the brief, whatever the language', () => {
  for (const locale of LOCALES) {
    const { text, html } = write(aBrief({ reader: aReader({ locale }), format: own }))
    for (const said of ['Two letters', '– Which one first?', '– Why?', 'Typing.', own.link])
      expect(text).toContain(said)
    expect(html).toContain('href="https://files.northwind.example/a?b=1&amp;c=2"')
  }
})

test('a brief says why, in the mentor’s language; the first does not say that nothing was agreed', () => {
  const why = [{ code: 'smaller' }, { code: 'leads-to', act: 'reading' }] as const
  const en = write(aBrief({ reader: aReader({ locale: 'en' }), why })).text
  expect(en).toContain('The same as the first time, only smaller.')
  expect(en).toContain('It leads to something that has not been seen yet: reading along.')
  expect(en).toContain('Nothing was agreed last time.')
  expect(write(aBrief({ reader: aReader({ locale: 'fr' }), why })).text).toContain('en plus petit.')

  const first = write(aBrief({ reader: aReader({ locale: 'en' }), why: [{ code: 'first-meeting' }] })).text
  expect(first).toContain('this is where it begins')
  expect(first).not.toContain('Nothing was agreed')
})

test('in French a commitment has French quotation marks, and no sign stands loose after its word', () => {
  const reader = aReader({ locale: 'fr' })
  const commitment = { words: 'Répondre une fois', dueOn: '2027-04-06', done: null, saidDone: 'no' } as const
  const why = [{ code: 'not-done' }, { code: 'aim', aim: 'scale' }] as const
  const brief = write(aBrief({ reader, commitment, why, hasQuestion: true })).text
  const agreed = write(anAgreement({ reader, commitment: 'Répondre une fois' })).text
  for (const text of [brief, agreed]) expect(text).toContain('«\u202fRépondre une fois\u202f»\n')
  for (const text of [brief, agreed, write(anOutcome({ reader })).text])
    expect(text).not.toMatch(/[ \u00a0][:;?!»]|«[ \u00a0]|[“”]/u)
})

test('a workshop, a mentoring and a reverse mentoring are briefed in other words', () => {
  for (const locale of LOCALES) {
    const texts = KINDS.map((pairingKind) => write(aBrief({ reader: aReader({ locale }), pairingKind })).text)
    expect(new Set(texts).size).toBe(3)
  }
})

test('before the first meeting nothing was agreed “last time”: each kind begins in its own way', () => {
  for (const locale of LOCALES) {
    const reader = aReader({ locale })
    const [first, later] = [true, false].map((isFirst) =>
      KINDS.map((pairingKind) => write(aBrief({ reader, pairingKind, isFirst, commitment: null })).text),
    )
    const { noCommitment, first: words } = wordsOf(locale).brief
    expect(first?.map((text, index) => text.includes(words[KINDS[index] ?? 'mentoring']))).toEqual(
      KINDS.map(() => true),
    )
    for (const text of first ?? []) expect(text).not.toContain(noCommitment)
    for (const text of later ?? []) expect(text).toContain(noCommitment)
  }
})

test('a brief stored before formats had their own words can still be written', () => {
  const old = { name: 'Read with me', prompts: ['Which thread?'], avoid: 'Numbers.', firstFor: 'booked' }
  const stored: unknown = JSON.parse(JSON.stringify({ ...aBrief(), format: old }))
  const letter = { ...aBrief(), ...(stored as object) }
  expect(write(letter).text).toContain('– Which thread?')
})

test('the mentor’s mailbox list shows no format: not in subject, sender or attachment', () => {
  for (const locale of LOCALES)
    for (const format of [own, ...STANDARD_FORMATS.map((standard) => ({ standard, link: null }))]) {
      const { subject, fromName, calendar } = write(aBrief({ reader: aReader({ locale }), format }))
      const { name } = formatWords(format, locale)
      const found = lintOutward({ subject, fromName }, { forbiddenWords: [name], hiddenNames: [] })
      expect(found).toEqual([])
      expect(calendar).toBeNull()
    }
})

test('a brief of a workshop says which step of its track it is, with the track’s own materials', () => {
  const title = { standard: 'first-public-answer', name: null } as const
  const link = 'https://wiki.example/may'
  const track = { step: 3, of: 6, title, text: 'Bring the thread of May.', link }
  const said = (locale: 'en' | 'fr') => write(aBrief({ reader: aReader({ locale }), track }))
  expect(said('en').text).toContain('3 of 6: “Six half hours to your first public answer”.')
  expect(said('fr').text).toContain('3 sur 6')
  expect(said('en').text).toContain('Bring the thread of May.')
  expect(said('en').text).toContain('https://wiki.example/may')
  expect(said('en').subject).not.toMatch(/answer|6/)
  expect(write(aBrief()).text).not.toContain('of 6')
})
