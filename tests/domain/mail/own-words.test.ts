import { describe, expect, test } from 'vitest'

import { ownWordsOf } from '../../../worker/domain/mail/own-words.ts'
import { processorTime } from '../../support/processor-time.ts'

const QUOTE = '> 30 min with T. Leroy\n> Monday 22 March, 11:00'

describe('what the writer wrote himself', () => {
  test.each([
    ['plain words', 'I cannot make this any more.', 'I cannot make this any more.'],
    [
      'words above a quote',
      `Thursday?\n\nOn Mon, 15 Mar 2027 at 09:00, Nadia <n@x.example> wrote:\n${QUOTE}`,
      'Thursday?',
    ],
    ['words below a quote', `On Mon, 15 Mar 2027 at 09:00, Nadia wrote:\n${QUOTE}\n\nThursday?`, 'Thursday?'],
    ['words between quotes', '> Monday?\nno\n> Tuesday?\nyes', 'no\nyes'],
    [
      'above a broken opening',
      `Oui\n\nLe lun. 15 mars 2027 à 09:00, Nadia H. via Northwind\n<n@x.example> a\nécrit :\n${QUOTE}`,
      'Oui',
    ],
    [
      'above Outlook’s headers',
      'Not then.\n\n________________________________\nFrom: Nadia H. <n@x.example>\nSent: Monday, 15 March 2027 09:00\nTo: Paul\nSubject: 30 min\n\nOur text',
      'Not then.',
    ],
    [
      'above French headers',
      'Plutôt jeudi.\n\nDe : Nadia H. <n@x.example>\nEnvoyé : lundi 15 mars 2027 09:00\nÀ : Paul\nObjet : 30 min\n\nNotre texte',
      'Plutôt jeudi.',
    ],
    [
      'above German headers',
      'Passt nicht.\n\nVon: Nadia H. <n@x.example>\nGesendet: Montag, 15. März 2027 09:00\nAn: Paul\nBetreff: 30 min',
      'Passt nicht.',
    ],
    [
      'above a forwarded mail',
      'See below, I am out.\n\n---------- Forwarded message ---------\nFrom: Nadia\nTo: Paul',
      'See below, I am out.',
    ],
    ['above a signature', 'Fine.\n-- \nPaul Bernard\nCFO', 'Fine.'],
    ['above what a phone adds', 'Ok\n\nSent from my iPhone', 'Ok'],
    ['a sign alone', '👍\n\nGet Outlook for iOS', '👍'],
    ['a question mark alone', '?', '?'],
    [
      'what only begins like an addition',
      'Sent from my phone: I cannot come on Thursday',
      'Sent from my phone: I cannot come on Thursday',
    ],
    ['a mail that was sent', 'Sent you a mail about Thursday', 'Sent you a mail about Thursday'],
    [
      'what only begins like an opening',
      'On Monday I wrote:\nnot before noon',
      'On Monday I wrote:\nnot before noon',
    ],
    [
      'what only begins like headers',
      'From: nine o’clock\nuntil ten would do',
      'From: nine o’clock\nuntil ten would do',
    ],
    [
      'forwarded by a person',
      'Forwarded by Odile since I cannot come',
      'Forwarded by Odile since I cannot come',
    ],
    ['an address to meet at', 'https://meet.example/paul', 'https://meet.example/paul'],
  ])('%s', (_, text, words) => {
    expect(ownWordsOf(text)).toBe(words)
    expect(ownWordsOf(text.replaceAll('\n', '\r\n'))).toBe(words)
  })
})

describe('nothing of his own', () => {
  test.each([
    ['no text', ''],
    ['blanks', ' \n\u00a0\n\t'],
    ['a quote alone', `On Mon, 15 Mar 2027 at 09:00, Nadia wrote:\n${QUOTE}`],
    [
      'a forwarded mail alone',
      '---------- Forwarded message ---------\nFrom: Nadia\nDate: Mon\nSubject: 30 min\nTo: Paul\n\nYour 30 minutes are fixed.',
    ],
    ['one of Apple’s', 'Begin forwarded message:\n\nFrom: Nadia\nSubject: 30 min\n\nYour 30 minutes'],
    ['one of Outlook’s', '-----Original Message-----\nFrom: Nadia\nSent: Monday\n\nYour 30 minutes'],
    ['a French one', 'Début du message réexpédié :\n\nDe: Nadia\nObjet: 30 min'],
    ['a phone’s line', 'Sent from my iPhone'],
    ['another phone’s', 'Envoyé de mon iPhone'],
    ['a German phone’s', 'Von meinem iPhone gesendet'],
    ['a program’s line', 'Sent from Mail for Windows'],
    [
      'its advertisement',
      'Get Outlook for Android<https://aka.example/x>'.replace('<https://aka.example/x>', ''),
    ],
    ['a signature alone', '\n-- \nPaul Bernard\nCFO'],
    ['a logo', '[cid:image001.png@01D9]\n<https://northwind.example/>'],
    ['a rule', '_______________'],
    ['zero-width characters', '\u200b\ufeff'],
  ])('%s', (_, text) => {
    expect(ownWordsOf(text)).toBe('')
  })
})

test('however long and strange the text is, it takes no time', () => {
  const spent = processorTime()
  for (const text of [
    'on '.repeat(7000),
    'on 2027\n'.repeat(2500),
    '>'.repeat(20_000),
    '-'.repeat(20_000),
    'From: a\n'.repeat(2500),
    'sent from '.repeat(2000),
    `sent from${' a'.repeat(10_000)}`,
  ])
    ownWordsOf(text)
  expect(spent()).toBeLessThan(1000)
})
