import fc from 'fast-check'
import { expect, test } from 'vitest'

import { type Finding, lintOutward, type Outward } from '../../../worker/domain/letter/discretion.ts'

test('a title that says what the hour is for is found, with its place and its word', () => {
  expect(lint({ summary: 'Reverse mentoring with T. Leroy', subject: '30 min with T. Leroy' })).toEqual([
    { where: 'summary', kind: 'forbidden-word', word: 'mentoring' },
  ])
})

test('every place somebody may read is looked at', () => {
  const said = 'coaching'
  const everywhere = {
    summary: said,
    subject: said,
    fromName: said,
    body: said,
    location: said,
    fileName: 'coaching.ics',
  }
  expect(lint(everywhere).map(({ where }) => where)).toEqual(Object.keys(everywhere))
})

test('a word is the same word in capitals, with accents, in full width, or with a soft hyphen inside', () => {
  for (const said of [
    'MENTORING',
    'Mentörîng',
    'ｍｅｎｔｏｒｉｎｇ',
    'men\u00adtor\u200bing',
    'LECON',
    'leçon',
    'lec\u0327on',
  ])
    expect(lint({ body: `about ${said}.` })).toHaveLength(1)
})

test('a word inside a longer one is left alone', () => {
  expect(
    lint({ body: 'Room Clementormine, the station, information and transformation, of course.' }),
  ).toEqual([])
})

test('French words are found in English texts as well', () => {
  expect(lint({ location: 'Salle de formation' }).map(({ word }) => word)).toEqual(['formation'])
})

test('a programme’s own words are found as well, of several words too, and read as letters only', () => {
  const own = ['Digital Fluency', 'C++', '(', '']
  expect(lint({ body: 'your digital-fluency hour' }, own).map(({ word }) => word)).toEqual([
    'digital fluency',
  ])
  expect(lint({ body: 'nothing (at all)' }, own)).toEqual([])
})

test('a hidden name is found whole, turned round, shortened, in an address and by its parts', () => {
  for (const said of [
    'Tom Leroy',
    'LEROY Tom',
    'leroy, tom',
    'T. Leroy',
    'tom.leroy@northwind.example',
    'Ask Leroy',
    'Tom’s desk',
  ])
    expect(lint({ body: said }, [], ['Tom Leroy']), said).not.toEqual([])
})

test('a name that is also a word counts only when written as a name', () => {
  expect(lint({ body: 'You will see that you may.' }, [], ['Will May'])).toEqual([])
  expect(lint({ body: 'You will see May.' }, [], ['Will May']).map(({ word }) => word)).toEqual(['May'])
  expect(lint({ body: '30 min with will may' }, [], ['Will May']).map(({ word }) => word)).toEqual([
    'will may',
  ])
})

test('a name of two letters is found with its initial', () => {
  expect(lint({ body: 'Le lieu vous convient.' }, [], ['Anh Le'])).toEqual([])
  expect(lint({ body: '30 min avec A. Le' }, [], ['Anh Le']).map(({ word }) => word)).toEqual(['A Le'])
})

test('a name in a script that puts no spaces is found within its sentence', () => {
  expect(lint({ body: '山田太郎さんと30分' }, [], ['山田太郎'])).toHaveLength(1)
  expect(lint({ body: '山田さんと30分' }, [], ['山田 太郎'])).toHaveLength(1)
  expect(lint({ body: 'פגישה עם לוי' }, [], ['נדב לוי'])).toHaveLength(1)
})

test('a forbidden word is found whatever is around it', () => {
  const around = fc.constantFrom('', ' ', '“', '-', '_', '/', '.', '…', '\u200b', '🌟', '\n', '(')
  fc.assert(
    fc.property(
      around,
      around,
      fc.constantFrom('mentoring', 'Coach', 'ATELIER', 'apprentissage'),
      (left, right, word) => {
        expect(lint({ subject: `x ${left}${word}${right} y` })).toHaveLength(1)
      },
    ),
  )
})

const anything = fc.string({
  unit: fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
})

test('no text makes the lint throw', () => {
  fc.assert(
    fc.property(anything, anything, anything, (text, word, name) => {
      expect(lint({ body: text }, [word], [name]).every(({ where }) => where === 'body')).toBe(true)
    }),
  )
})

function lint(
  text: Outward,
  forbiddenWords: readonly string[] = [],
  hiddenNames: readonly string[] = [],
): readonly Finding[] {
  return lintOutward(text, { forbiddenWords, hiddenNames })
}

test('every form of a telling word is found: plural, accents, joined, numbered, in two words', () => {
  for (const said of [
    ...['Skills', 'e-learning', 'elearning2027', 'reverse_mentoring.ics', 'ReverseMentoring', 'mentorats'],
    ...['Développement', 'development', 'montée en compétences', 'compétence', 'programme de printemps'],
    ...['Séminaires', 'webinaire', 'lunch and learn', 'AI literacy', 'mise à niveau', 'autoformation'],
  ])
    expect(lint({ summary: said }), said).toHaveLength(1)
})

test('what every business says of other things is no false alarm', () => {
  for (const said of [
    ...[
      'Business development',
      'Développement commercial',
      'R&D: recherche et développement',
      'Machine learning',
    ],
    ...[
      'In the course of the week',
      'en cours',
      'Market information',
      'Plateforme',
      'Le train de 9h',
      'Formica',
    ],
    ...['Formalities', 'Competition', 'Stage left', 'Directeur général adjoint', 'Comité stratégique'],
  ])
    expect(lint({ summary: said }), said).toEqual([])
  expect(lint({ summary: 'Business development and development' })).toHaveLength(1)
})

test('a programme may allow a word, alone or in a phrase, and forbid an ordinary phrase', () => {
  const rules = { forbiddenWords: [], hiddenNames: [] }
  const allowing = (allowedWords: readonly string[], summary: string) =>
    lintOutward({ summary }, { ...rules, allowedWords })
  expect(allowing(['formation'], 'Formation Cap 2027')).toEqual([])
  expect(allowing(['Formation Cap'], 'Formation Cap 2027')).toEqual([])
  expect(allowing(['Formation Cap'], 'Une formation')).toHaveLength(1)
  expect(lint({ summary: 'Business development' }, ['business development'])).toHaveLength(1)
})

test('a word is read whatever its letters are made of, and whatever cuts it', () => {
  for (const [said, word] of [
    ['Cоасhing', 'Cоасhing'],
    ['MΕΝΤΟRING', 'MΕΝΤΟRING'],
    ['mentørıng', 'mentørıng'],
    ['ᴍᴇɴᴛᴏʀɪɴɢ', 'ᴍᴇɴᴛᴏʀɪɴɢ'],
    ['C0aching', 'C0aching'],
    ['men\u115ftor\u3164ing', 'mentoring'],
    ['men-toring', 'mentoring'],
    ['the men‐\n  toring hour', 'mentoring'],
    ['re-verse-men-toring', 'mentoring'],
    ['C O A C H with Tom', 'COACH'],
    ['m.e.n.t.o.r', 'mentor'],
    ['coachAnna', 'coachAnna'],
    ['MyCoachRoom', 'Coach'],
  ] as const)
    expect(lint({ summary: said }), said).toEqual([{ where: 'summary', kind: 'forbidden-word', word }])
})

test('in an address a word is read in its host, its path and its query', () => {
  for (const [url, word] of [
    ['https://mentoring.example/room', 'mentoring'],
    ['https://meet.example/mentoranna', 'mentoranna'],
    ['https://meet.example/ment%6Fring?x=1', 'mentoring'],
    ['https://meet.example/le%C3%A7on', 'lecon'],
    ['https://meet.example/j/1?topic=my%20coach', 'coach'],
    ['https://xn--leon-1oa.example/', 'lecon'],
  ] as const)
    expect(lint({ url }), url).toEqual([{ where: 'url', kind: 'forbidden-word', word }])
  for (const url of [
    'https://meet.example/abc-defg-hij?pwd=1&x=2',
    'https://teams.example/l/meetup-join/19%3ameeting_NzQ4ZDU0YWItYzFlNC00%40thread.v2/0?context=%7b%22Tid',
    'https://xn--mnchen-3ya.example/100%/%ff',
  ])
    expect(lint({ url }), url).toEqual([])
})

test('words of learning are found in every form, and what only begins like one is not', () => {
  for (const said of [
    ...['Coachez-moi', 'mentorons', 'Tutoriel', 'LearningPath', 'relearning', 'Academy', 'students'],
    ...['pédagogique', 'il a appris', 'étudiante', 'Cours avec Tom', 'digital course', 'un instructeur'],
  ])
    expect(lint({ summary: said }), said).toHaveLength(1)
  for (const said of [
    ...['Stagecoach', 'Dossier en cours avec Anna', 'tormentor', 'Dial-in instructions', 'Apprécier'],
    ...['Machine-learning', 'MachineLearning', 'Business-Development', 'A B C D', 'B2B', 'Menton', 'Skipper'],
  ])
    expect(lint({ summary: said }), said).toEqual([])
})

test('a word that was allowed is allowed in every way to write it', () => {
  const allowing = (allowedWords: readonly string[], summary: string) =>
    lintOutward({ summary }, { forbiddenWords: [], hiddenNames: [], allowedWords })
  const long = `https://meet.example/${'x'.repeat(60)}mentoring`
  for (const said of ['men-toring', 'M E N T O R I N G', 'mеntoring', 'coachAnna', long])
    expect(
      allowing(
        lint({ summary: said }).map(({ word }) => word),
        said,
      ),
      said,
    ).toEqual([])
})

test('what is found always fits into the list of words that a programme allows', () => {
  const found = lint({ url: `https://meet.example/${'x'.repeat(60)}mentoring${'y'.repeat(60)}` })
  expect(found.map(({ word }) => word)).toEqual(['mentoring'])
})

test('a hidden name in look-alike letters, or with a number, is found; in small letters it may be a word', () => {
  expect(lint({ body: 'Ask Lеroу' }, [], ['Tom Leroy'])).toHaveLength(1)
  expect(lint({ body: 'you may2027' }, [], ['Will Mayer', 'Will May2027'])).toEqual([])
})
