import fc from 'fast-check'
import { expect, test } from 'vitest'

import { readSuggestion } from '../../../worker/domain/mail/read-suggestion.ts'
import type { Locale } from '../../../worker/domain/people/person.ts'
import { processorTime } from '../../support/processor-time.ts'

/** Read on Monday 15 February 2027. */
const read = (text: string, locale: Locale = 'en') => readSuggestion(text, { today: '2027-02-15', locale })

test.each([
  ['Thursday 4 March at 16:00 would do', '2027-03-04', '16:00'],
  ['Thursday 4 March at 4pm.', '2027-03-04', '16:00'],
  ['Let’s say Thursday, 4th March, 4 p.m.', '2027-03-04', '16:00'],
  ['Thursday the 4th of March at 16.00 works', '2027-03-04', '16:00'],
  ['Could you do 16:00 on March 4?', '2027-03-04', '16:00'],
  ['He would prefer 4 March 2027, 9.30 am', '2027-03-04', '09:30'],
  ['Thu 4 Mar 16:00-16:30', '2027-03-04', '16:00'],
  ['Thursday 4 March from 16:00 to 16:30 suits', '2027-03-04', '16:00'],
  ['Thursday March 4 around noon', '2027-03-04', '12:00'],
  ['on the 9th at 2pm please', '2027-03-09', '14:00'],
  ['Thursday the 4th, at 10', '2027-03-04', '10:00'],
  ['2027-03-04 16:00', '2027-03-04', '16:00'],
  ['Could you do Thursday 4 March at 16:00? Thank you!', '2027-03-04', '16:00'],
  ['Could you do Thursday 4 March at 16:00?\n\nOdile Marchand', '2027-03-04', '16:00'],
  ['Jeudi 4 mars à 16h ? Merci beaucoup.', '2027-03-04', '16:00'],
  ['Thursday 4 March at 16:00? I would be grateful.', '2027-03-04', '16:00'],
  ['Thursday 4 March at 16:00 would do? Kind regards,\nClaude', '2027-03-04', '16:00'],
  ['Jeudi 4 mars à 16h ? Cordialement,\nClaude Bernard', '2027-03-04', '16:00'],
  ['Thursday 4 March at 16:00?\n\nMany thanks,\nClaude', '2027-03-04', '16:00'],
  ['25/03 at 16:00 is fine', '2027-03-25', '16:00'],
  ['Tomorrow at 16:00 is good', '2027-02-16', '16:00'],
  ['4 March at 16:00 for 30 minutes', '2027-03-04', '16:00'],
  ['Could we reschedule to Thursday 4 March at 16:00?', '2027-03-04', '16:00'],
  ['Sorry: rather Wednesday 24 March at 11:00.', '2027-03-24', '11:00'],
  ['Tuesday is impossible. Thursday 4 March at 16:00 would do.', '2027-03-04', '16:00'],
  ['None of these work. Thursday 4 March at 16:00 would.', '2027-03-04', '16:00'],
  ['I am free after 16:00 most days. Thursday 4 March at 16:00 would do.', '2027-03-04', '16:00'],
  ['Thursday 4 March\nat 16:00 would do.', '2027-03-04', '16:00'],
  ['plutôt le 9 à 14h', '2027-03-09', '14:00'],
  ['Jeudi 4 mars vers 16h me conviendrait', '2027-03-04', '16:00'],
  ['jeudi 4 mars à 16 h 30 si possible', '2027-03-04', '16:30'],
  ['Va pour jeudi 4 à 16h', '2027-03-04', '16:00'],
  ['le 4 mars à 16h est parfait', '2027-03-04', '16:00'],
  ['16h le 4 mars', '2027-03-04', '16:00'],
  ['jeudi 4 mars à midi', '2027-03-04', '12:00'],
  ['le 1er avril à 9h du matin', '2027-04-01', '09:00'],
  ['le 4/3 à 16h', '2027-03-04', '16:00'],
  ['mercredi 24 mars de 11h à 12h', '2027-03-24', '11:00'],
  ['le 4 mars à 4h de l’après-midi', '2027-03-04', '16:00'],
  ['demain à 14h me va', '2027-02-16', '14:00'],
  ['le mardi 2 mars 9h', '2027-03-02', '09:00'],
])('“%s” is %s at %s', (text, day, time) => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  expect(read(text)).toEqual({ kind: 'time', day, minutes: hour * 60 + minute })
})

test.each([
  'not before 1 April',
  'Please, not before 1 April.',
  'Nothing before Thursday 1 April please',
  'Mr Bernard is not available before 1 April.',
  'He won’t be back until 1 April',
  'Ask me again after 1 April',
  'pas avant le 1er avril',
  'Rien avant le 1er avril, s’il vous plaît',
  'Il n’est pas disponible avant jeudi 1er avril.',
  'None of these work: not before 1 April.',
])('“%s” is not before that day', (text) => {
  expect(read(text)).toEqual({ kind: 'later', day: '2027-04-01' })
})

test('“not before the 9th” is the next ninth', () => {
  expect(read('not before the 9th')).toEqual({ kind: 'later', day: '2027-03-09' })
  expect(read('Pas avant le 9')).toEqual({ kind: 'later', day: '2027-03-09' })
})

test.each([
  'none of these work',
  'None of the three times suits, unfortunately.',
  'I’m afraid none of them works for him.',
  'None works.',
  'The proposed times don’t work for me',
  'I can’t make any of these.',
  'aucun ne me convient',
  'Malheureusement aucun des trois créneaux ne me convient.',
  'Aucune de ces dates ne va.',
  'Désolée, aucune de ces dates.',
  'Rien ne convient',
  'Ces dates ne me conviennent pas',
])('“%s”: none of the times', (text) => {
  expect(read(text)).toEqual({ kind: 'none' })
})

test.each<[string, number]>([
  ['Option 2 is fine', 2],
  ['Yes to option 3', 3],
  ['the second one, please', 2],
  ['The first works', 1],
  ['The last one would suit', 0],
  ['le deuxième', 2],
  ['Le deuxième créneau me convient', 2],
  ['la 2e option me convient', 2],
  ['Je prends la première.', 1],
])('“%s” is the option of that number', (text, number) => {
  expect(read(text)).toEqual({ kind: 'option', number })
})

test.each([
  // Denied.
  'Thursday at 16:00 is impossible',
  'Thursday 4 March at 16:00 is impossible',
  'I can’t do Thursday at 4',
  'I can’t do Thursday 4 March at 16:00',
  'I cannot make\nThursday 4 March at 16:00.',
  'Mr. Bernard can’t meet Mr. Leroy on Thursday 4 March at 16:00',
  'Thursday 4 March at 16:00? Impossible.',
  'Thursday 4 March at 16:00. No.',
  'These do not work:\n- Thursday 4 March at 16:00\n- Friday 5 March at 10:00',
  'Impossible :\n\njeudi 4 mars à 16h',
  'jeudi 4 mars à 16h, ce n’est pas possible',
  'jeudi 4 mars à 16h : impossible',
  'I can’t do Tuesday, but Thursday 4 March at 16:00 would do',
  'anything except Thursday 4 March at 16:00',
  'The second one is impossible',
  'Any day but Thursday 4 March at 16:00',
  'Anything but Thursday 4 March at 16:00.',
  'Apart from Thursday 4 March at 16:00 I am free',
  'N’importe quel jour sauf le jeudi 4 mars à 16h',
  'Tous les jours hormis jeudi 4 mars à 16h',
  'À part jeudi 4 mars à 16h, je suis libre',
  'À l’exception de jeudi 4 mars à 16h',
  'Thursday 4 March at 16:00 is full for me',
  'Thursday 4 March at 16:00 is taken',
  'jeudi 4 mars à 16h est complet pour moi',
  'jeudi 4 mars à 16h est pris',
  'Thursday 4 March at 16:00? I am in Tokyo then, so rather the week after.',
  'Thursday 4 March at 16:00? That week he travels.',
  'jeudi 4 mars à 16h ? Je suis à Tokyo, plutôt la semaine suivante.',
  'The second one? He is away then.',
  'Thursday 4 March at 16:00? Sorry',
  'Thursday 4 March at 16:00? Sorry.',
  'Thursday 4 March at 16:00? Busy',
  'Thursday 4 March at 16:00? Tokyo',
  'Thursday 4 March at 16:00? Thanks, but Friday is better.',
  'Thursday 4 March at 16:00? Please ask his assistant.',
  'Thursday 4 March at 16:00? Kind regards to Tom, I am in Tokyo then.',
  'Jeudi 4 mars à 16h ? Désolé',
  'jeudi 4 mars à 16h ? Merci de voir avec Odile.',
  // Not one day with one hour.
  'Thursday at 16:00 would do',
  'Thursday 4 March would do',
  '16:00 would do',
  'Thursday 4 March in the afternoon',
  'Thursday 4 March at 16:00 or Friday 5 March at 10:00',
  'le 4 mars à 14h ou à 16h',
  '4 March between 14:00 and 16:00',
  'entre 14h et 18h le 4 mars',
  'Thursday 4 March after 16:00',
  'le 4 mars à partir de 16h',
  '4-6 March at 16:00',
  'before Thursday 4 March at 16:00',
  'de 9 à 14h',
  'next week at 16:00',
  'in three days at 16:00',
  // An hour that may be another.
  'Thursday 4 March at 4 would do',
  'Thursday 4 March at half past three',
  'le 4 mars à 16h et demie',
  'Thursday 4 March at 16:00 CET',
  'Thursday 4 March at 16:00 London time would do',
  'le 4 mars à 16h, heure de Paris',
  'Thursday 4 March at 16:00 your time',
  // A day that may be another, or is none.
  'Thursday 5 March at 16:00',
  'jeudi 5 mars à 16h',
  'Va pour jeudi 5 à 16h',
  '04/03 at 16:00 works',
  '31 February at 10:00',
  '29 February at 10:00 is fine',
  '4 March 2020 at 16:00',
  '14 February at 16:00 would do',
  // Something else at that time.
  'I have a meeting on Thursday 4 March at 16:00',
  'My flight leaves Thursday 4 March at 16:00',
  'j’ai une réunion jeudi 4 mars à 16h',
  'We met on Thursday 4 March at 16:00, it was good',
  'Is Thursday 4 March at 16:00 still on?',
  'Please cancel Thursday 4 March at 16:00',
  'Reschedule Thursday 4 March at 16:00, please',
  'Any day instead of Thursday 4 March at 16:00',
  // Not before what?
  'not before 16:00',
  'pas avant mi-mars',
  'pas avant lundi',
  'not before Monday 2 March',
  'not before 1 February',
  'Why not before 1 April?',
  // Not the times.
  'None of the team will be there',
  'None of these is a problem',
  'If none of these works, tell me',
  'None of these except the second',
  'Aucun souci pour jeudi',
  'Aucun problème, à bientôt',
  'Any of these works',
  // Not an option.
  'Option 1 or option 2',
  'This is the second time I ask',
  'the second half of March would do',
  'le premier avril',
  'the 2nd works',
  'First of all, thank you',
  // Nothing at all.
  'Thank you!',
  'Merci, à bientôt',
  '',
  '  \n > ',
])('“%s” suggests nothing that is certain', (text) => {
  expect(read(text)).toBeNull()
})

test('“04/03” is a day and a month where that order is certain', () => {
  expect(read('04/03 16:00', 'fr')).toEqual({ kind: 'time', day: '2027-03-04', minutes: 960 })
})

test('a date without its year is the next such', () => {
  const context = { today: '2027-11-20', locale: 'en' } as const
  expect(readSuggestion('14 January at 16:00 would do', context)).toMatchObject({ day: '2028-01-14' })
  expect(readSuggestion('the 20th at 16:00 would do', context)).toMatchObject({ day: '2027-11-20' })
  expect(readSuggestion('the 19th at 16:00 would do', context)).toMatchObject({ day: '2027-12-19' })
  expect(readSuggestion('the 31st at 16:00 would do', context)).toMatchObject({ day: '2027-12-31' })
})

test.each([
  'On Mon, 15 Feb 2027 at 09:00, Nadia via Northwind <sotto-x@reply.example> wrote:\n> Thursday 4 March at 16:00',
  'On Mon, 15 Feb 2027 at 09:00, Nadia via Northwind\n<sotto-x@reply.example> wrote:\n\nThursday 4 March at 16:00',
  'Le jeu. 4 mars 2027 à 16:00, Nadia <x@reply.example> a écrit :\n\nPlutôt le 9 à 14h',
  '-----Original Message-----\nFrom: Nadia\nSent: Thursday 4 March 2027 16:00\n\nThursday 4 March at 16:00',
  'From: Nadia <x@reply.example>\nSent: Thursday, 4 March 2027 16:00\nTo: Odile',
  'De : Nadia\nEnvoyé : jeudi 4 mars 2027 16:00',
  '> Thursday 4 March at 16:00 would do',
  '-- \nThursday 4 March at 16:00',
])('nothing is read from what is quoted, forwarded or signed with: %#', (quoted) => {
  expect(read(quoted)).toBeNull()
  expect(read(`Friday 5 March at 10:00 would do.\n\n${quoted}`)).toMatchObject({ day: '2027-03-05' })
})

test('an answer below what it quotes is read', () => {
  const text =
    'On Mon, 15 Feb 2027 at 09:00, Nadia <x@y.example> wrote:\n> Friday 5 March at 10:00\n\nplutôt le 9 à 14h'
  expect(read(text)).toMatchObject({ day: '2027-03-09' })
})

test('only two thousand characters are read, and no sentence that is cut off there', () => {
  const before = 'Thank you for your mail. '.repeat(80).slice(0, 1980)
  expect(read(`${before}. Thursday 4 March at 16:00 is impossible.`)).toBeNull()
  expect(read(`Thursday 4 March at 16:00 would do. ${before}`)).toMatchObject({ day: '2027-03-04' })
})

test('no text makes it throw', () => {
  const piece = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constantFrom(...PIECES))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom('en', 'fr'), (pieces, locale) => {
      const found = read(pieces.join(' '), locale)
      expect(found === null || typeof found.kind === 'string').toBe(true)
    }),
    { numRuns: 500 },
  )
})

test.each([
  '4 march ',
  '16:00 ',
  '1/',
  '- ',
  '-',
  'not before ',
  'none of these ',
  'le 9 à ',
  '> ',
  '<a@b>:\n',
  'a',
])('two thousand times “%s” take less than fifty milliseconds of the processor', (piece) => {
  const text = piece.repeat(2000)
  const times = [1, 2, 3].map(() => {
    const elapsed = processorTime()
    read(text)
    return elapsed()
  })
  expect(Math.min(...times)).toBeLessThan(50)
})

const PIECES = [
  ...[
    '4 March',
    '4 mars',
    'jeudi',
    'Thursday',
    'le 9',
    'the 9th',
    '16:00',
    '16h',
    'at',
    'à',
    'not before',
    'pas avant',
  ],
  ...[
    'none of these',
    'aucun',
    'the second',
    'option 2',
    '\n',
    '>',
    '-- ',
    'wrote:',
    '04/03',
    '2027-13-45',
    '99:99',
    ':',
  ],
]
