import { expect, test } from 'vitest'

import type { Place } from '../../worker/domain/pairing/pairing.ts'
import { hrefOfPlace } from '../../worker/domain/pairing/place-link.ts'
import { aBrief, aDigest, anInvite, write } from '../support/letters.ts'

const PHONE: Place = { kind: 'phone', number: '+33 (0)1 23 45 67 89' }
const LINK: Place = { kind: 'link', url: 'https://meet.example/a?b=1&c=2' }
const ROOM: Place = { kind: 'room', room: 'Room 4' }

/** Every letter that says where. */
const LETTERS = {
  brief: (place: Place) => aBrief({ place }),
  digest: (place: Place) => {
    const letter = aDigest()
    return { ...letter, entries: letter.entries.map((entry) => ({ ...entry, place })) }
  },
  invite: (place: Place) => anInvite({ place }),
  'proposal declined': (place: Place) => anInvite({ place, method: 'DECLINECOUNTER' }),
}

test.each(Object.entries(LETTERS))(
  'in a %s a telephone number is a link, and plain text in the text',
  (_, letterTo) => {
    const { text, html } = write(letterTo(PHONE))

    expect(html).toContain('href="tel:+33123456789"')
    expect(html).toContain('>+33 (0)1 23 45 67 89</a>')
    expect(text).toContain('Where: +33 (0)1 23 45 67 89')
    expect(text).not.toContain('tel:')
  },
)

test.each(Object.entries(LETTERS))(
  'in a %s a meeting link is a link, and its address stands in the text',
  (_, letterTo) => {
    const { text, html } = write(letterTo(LINK))

    expect(html).toContain('href="https://meet.example/a?b=1&amp;c=2"')
    expect(text).toContain('https://meet.example/a?b=1&c=2')
  },
)

test.each(Object.entries(LETTERS))(
  'in a %s a room is no link, and neither is another scheme',
  (_, letterTo) => {
    const anchors = (place: Place) =>
      write(letterTo(place)).html.match(/href="[^"]*(?:Room|javascript|data:)/g)

    expect(anchors(ROOM)).toBeNull()
    expect(anchors({ kind: 'link', url: 'javascript:alert(1)//https://meet.example' })).toBeNull()
    expect(anchors({ kind: 'link', url: 'data:text/html,https://meet.example' })).toBeNull()
  },
)

test('an invite’s event has the number to dial, and the number to read', () => {
  const { calendar } = write(anInvite({ place: PHONE }))

  expect(calendar).toMatchObject({ location: '+33 (0)1 23 45 67 89', url: 'tel:+33123456789' })
})

test.each([
  ['+33 1 23 45 67 89', 'tel:+33123456789'],
  ['+33 (0)1.23-45', 'tel:+3312345'],
  ['01 23 45 67 89', 'tel:0123456789'],
  ['(020) 7946 0000', 'tel:02079460000'],
  ['call me', null],
  ['12', null],
])('%s is dialled as %s', (number, tel) => {
  expect(hrefOfPlace({ kind: 'phone', number })).toBe(tel)
})
