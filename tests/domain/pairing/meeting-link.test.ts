import { expect, test } from 'vitest'

import { idFrom } from '../../../worker/domain/ids.ts'
import {
  isLinkTemplate,
  isMade,
  placeShown,
  placeWhenFixed,
} from '../../../worker/domain/pairing/meeting-link.ts'
import type { Situation } from '../../../worker/domain/situation.ts'
import { aSituation } from '../../support/situations.ts'

const OF_PROGRAMME = 'https://meet.example/{random}'
const OF_MENTOR = 'https://rooms.example/join?room={random}&lang=en'

test('each session gets a link of its own, with more than 22 random characters that need no escape', () => {
  const urls = [placeWhenFixed(meeting(), null), placeWhenFixed(meeting(), null)].map(urlOf)
  expect(urls[0]).toMatch(/^https:\/\/meet\.example\/[0-9a-zA-Z_-]{22,}$/)
  expect(urls[0]).not.toBe(urls[1])
})

test('a link that was made stays, whatever the templates say since', () => {
  const made = placeWhenFixed(meeting(), null)
  expect(isMade(made)).toBe(true)
  expect(placeWhenFixed(meeting({ ofProgramme: '', ofMentor: OF_MENTOR }), made)).toEqual(made)
})

test('the mentor’s own template comes before the programme’s', () => {
  const url = urlOf(placeWhenFixed(meeting({ ofMentor: OF_MENTOR }), null))
  expect(url).toMatch(/^https:\/\/rooms\.example\/join\?room=\w+&lang=en$/)
})

test('a place that somebody set, the pairing’s place, and the phone of whoever is on the go come first', () => {
  const room = { kind: 'room', room: '4711' } as const
  const own = { kind: 'link', url: 'https://meet.example/own' } as const
  const made = placeWhenFixed(meeting(), null)
  expect(placeWhenFixed(meeting(), own)).toEqual(own)
  const there = meeting()
  expect(placeWhenFixed({ ...there, pairing: { ...there.pairing, place: room } }, made)).toBeNull()
  const executive = { ...there.executive, rules: { byPhone: true, phone: '+33 1 23 45 67 89' } }
  expect(placeWhenFixed({ ...there, executive }, null)).toBeNull()
})

test('without a template there is no link, and one that has become indiscreet gives way', () => {
  expect(placeWhenFixed(meeting({ ofProgramme: '' }), null)).toBeNull()
  const telling = meeting({ ofMentor: 'https://meet.example/mentoring/{random}' })
  expect(urlOf(placeWhenFixed(telling, null))).toMatch(/^https:\/\/meet\.example\/\w+$/)
  const forbidden = { ...telling.programme.policy, meetingLink: 'https://orchid.example/{random}' }
  const policy = { ...forbidden, forbiddenWords: ['orchid'] }
  expect(placeWhenFixed({ ...telling, programme: { ...telling.programme, policy } }, null)).toBeNull()
})

test('a template that names a hidden mentor is not used', () => {
  const there = meeting({ ofProgramme: 'https://meet.example/tom-leroy/{random}' })
  expect(
    placeWhenFixed({ ...there, executive: { ...there.executive, blockers: ['handled'] } }, null),
  ).toBeNull()
})

test('programs are not told where a link came from', () => {
  const made = placeWhenFixed(meeting(), null)
  expect(Object.keys(placeShown(made) ?? {})).toEqual(['kind', 'url'])
})

test.each([
  ['https://meet.example/{random}', true],
  ['https://meet.example/r/{random}?x=1', true],
  ['http://meet.example/{random}', false],
  ['https://meet.example/room', false],
  ['https://{random}.example/', false],
  ['https://meet.example', false],
  ['https://meet.example/{random}/{random}', false],
  ['https://meet.example/{id}/{random}', false],
  ['https://me:secret@meet.example/{random}', false],
  ['https://meet.example/{random} x', false],
  ['javascript:{random}', false],
  [`https://meet.example/${'x'.repeat(500)}/{random}`, false],
])('%s as a template: %s', (text, isOne) => expect(isLinkTemplate(text)).toBe(isOne))

function meeting({ ofProgramme = OF_PROGRAMME, ofMentor = '' } = {}): Situation {
  const situation = aSituation({
    newId: (prefix) => idFrom(prefix, crypto.getRandomValues(new Uint8Array(26))),
  })
  const { programme, mentor } = situation
  return {
    ...situation,
    programme: { ...programme, policy: { ...programme.policy, meetingLink: ofProgramme } },
    mentor: { ...mentor, rules: { meetingLink: ofMentor } },
  }
}

function urlOf(place: ReturnType<typeof placeWhenFixed>): string {
  if (place?.kind !== 'link') throw new Error('no link')
  return place.url
}
