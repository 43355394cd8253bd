import { expect, test } from 'vitest'

import { EMPTY_READING } from '../../../worker/delivery/in/read-result.ts'
import { withoutSecrets } from '../../../worker/delivery/in/without-secrets.ts'

const TO = 'calendar-claude.ab3de5gh7jk9mn2pq4st6vwx8y@reply.sotto.example'
const TOKEN = 'Ab3-_De5Gh7Jk9Mn2Pq4St6Vw8Xy0Za1Bc2De3Fg4Hi'
const LINK = `https://sotto.example/own?k=${TOKEN}`

test.each([
  ['a link in brackets', `See <${LINK}> please`],
  ['the second of two parameters', `https://sotto.example/own?week=2&k=${TOKEN}#top`],
  ['markup', `https://sotto.example/own?week=2&amp;k=${TOKEN}`],
  ['a service that checks links', `https://safe.example/?url=${encodeURIComponent(LINK)}&data=05`],
  [
    'two of them',
    `https://a.example/?u=${encodeURIComponent(`https://b.example/?u=${encodeURIComponent(LINK)}`)}`,
  ],
  [
    'one that writes - for %',
    `https://defense.example/v2/url?u=https-3A__sotto.example_own-3Fk-3D${TOKEN}&d=D`,
  ],
  [
    'a quotation whose lines were cut',
    `> https://sotto.example/own?k=${TOKEN.slice(0, 20)}\r\n> ${TOKEN.slice(20)}\r\n> Bye`,
  ],
  ['the address', `Nadia <${TO}> wrote`],
  ['the address in capitals', TO.toUpperCase()],
  ['the address in a link', `mailto:${TO.replace('@', '%40')}`],
  ['what stands before its @', TO.split('@')[0] ?? ''],
])('of a mail nothing is kept that opens something: %s', (_, text) => {
  const attendees = [
    {
      address: TO,
      name: text,
      partstat: null,
      sentBy: null,
      delegatedTo: null,
      proposed: null,
      comment: text,
    },
  ]
  const reading = { ...EMPTY_READING, text, subject: text, comment: text, fromName: text, attendees }
  const kept = JSON.stringify(withoutSecrets(reading, TO))
  for (const secret of [TOKEN, TOKEN.slice(0, 20), TOKEN.slice(20), 'ab3de5gh7jk9mn2pq4st6vwx8y'])
    expect(kept.toLowerCase()).not.toContain(secret.toLowerCase())
})

test.each([
  'Thank you, Thursday 16:00 would do. See https://maps.example/?week=12&k=3, or ask k=me.',
  'Bye,\r\n> quoted\r\n\r\nClaude',
])('words that hide nothing stay as they are: %j', (text) => {
  expect(withoutSecrets({ ...EMPTY_READING, text }, TO).text).toBe(text)
})
