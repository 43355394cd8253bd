import { expect, test } from 'vitest'

import type { SessionId } from '../../../worker/domain/ids.ts'
import {
  lacksPlace,
  isLinkTemplate,
  isMade,
  placeShown,
  placeWhenFixed,
  placeWhenReleased,
} from '../../../worker/domain/pairing/meeting-link.ts'
import { newRound } from '../../../worker/domain/session/round.ts'
import type { Situation } from '../../../worker/domain/situation.ts'
import { aSituation } from '../../support/situations.ts'
import { at } from '../../support/times.ts'

const TIME = { start: at('2027-03-22T09:00Z'), end: at('2027-03-22T09:30Z') }
const OF_PROGRAMME = 'https://meet.example/{random}'
const OF_MENTOR = 'https://rooms.example/join?room={random}&lang=en'

test('each session gets a link of its own, with more than 22 random characters that need no escape', () => {
  const urls = [placeWhenFixed(meeting(), null, TIME), placeWhenFixed(meeting(), null, TIME)].map(urlOf)
  expect(urls[0]).toMatch(/^https:\/\/meet\.example\/[0-9a-zA-Z_-]{22,}$/)
  expect(urls[0]).not.toBe(urls[1])
})

test('what nobody guesses in it comes from the source of secrets, five bits a character', () => {
  const asked: number[] = []
  const random = (bytes: number) => {
    asked.push(bytes)
    return new Uint8Array(bytes).map((_, index) => index * 7)
  }
  const [, secret = ''] = urlOf(placeWhenFixed({ ...meeting(), random }, null, TIME)).split('.example/')
  expect(asked).toEqual([secret.length])
  expect(secret.length * 5).toBeGreaterThanOrEqual(128)
  expect(secret).toBe('07enw3ahrz6dmv29gqy5ckt18f')
})

test('a link that was made stays, whatever the templates say since', () => {
  const made = placeWhenFixed(meeting(), null, TIME)
  expect(isMade(made)).toBe(true)
  expect(placeWhenFixed(meeting({ ofProgramme: '', ofMentor: OF_MENTOR }), made, TIME)).toEqual(made)
})

test('the mentor’s own template comes before the programme’s', () => {
  const url = urlOf(placeWhenFixed(meeting({ ofMentor: OF_MENTOR }), null, TIME))
  expect(url).toMatch(/^https:\/\/rooms\.example\/join\?room=\w+&lang=en$/)
})

test('a place that somebody set, the pairing’s place, and the phone of whoever is on the go come first', () => {
  const room = { kind: 'room', room: '4711' } as const
  const own = { kind: 'link', url: 'https://meet.example/own' } as const
  const made = placeWhenFixed(meeting(), null, TIME)
  expect(placeWhenFixed(meeting(), own, TIME)).toEqual(own)
  const there = meeting()
  expect(placeWhenFixed({ ...there, pairing: { ...there.pairing, place: room } }, made, TIME)).toBeNull()
  const executive = { ...there.executive, rules: { byPhone: true, phone: '+33 1 23 45 67 89' } }
  expect(placeWhenFixed({ ...there, executive }, null, TIME)).toBeNull()
})

test('without a template there is no link, and one that has become indiscreet gives way', () => {
  expect(placeWhenFixed(meeting({ ofProgramme: '' }), null, TIME)).toBeNull()
  const telling = meeting({ ofMentor: 'https://meet.example/mentoring/{random}' })
  expect(urlOf(placeWhenFixed(telling, null, TIME))).toMatch(/^https:\/\/meet\.example\/\w+$/)
  const forbidden = { ...telling.programme.policy, meetingLink: 'https://orchid.example/{random}' }
  const policy = { ...forbidden, forbiddenWords: ['orchid'] }
  expect(placeWhenFixed({ ...telling, programme: { ...telling.programme, policy } }, null, TIME)).toBeNull()
})

test('a template that names a hidden mentor is not used', () => {
  const there = meeting({ ofProgramme: 'https://meet.example/tom-leroy/{random}' })
  expect(
    placeWhenFixed({ ...there, executive: { ...there.executive, blockers: ['handled'] } }, null, TIME),
  ).toBeNull()
})

const LINKS = ['https://rooms.example/1', 'https://rooms.example/2'] as const
const takenOn = (day: string, sessionId: SessionId = 'ses_other') => ({ url: LINKS[0], day, sessionId })

test('a mentor’s list comes before any template, and what serves another session that day is passed over', () => {
  const there = meeting({ ofMentor: OF_MENTOR, links: LINKS })
  const first = { kind: 'link', url: LINKS[0], made: true, day: '2027-03-22' }
  expect(placeWhenFixed(there, null, TIME)).toEqual(first)
  const linksTaken = [takenOn('2027-03-22')]
  expect(placeWhenFixed({ ...there, linksTaken }, null, TIME)).toEqual({ ...first, url: LINKS[1] })
  const elsewhen = [takenOn('2027-03-21'), takenOn('2027-03-23')]
  expect(placeWhenFixed({ ...there, linksTaken: elsewhen }, null, TIME)).toEqual(first)
})

test('the day of a link is the mentor’s own', () => {
  const there = meeting({ links: LINKS })
  const mentor = { ...there.mentor, zone: 'Asia/Singapore' }
  const late = { start: at('2027-03-22T17:00Z'), end: at('2027-03-22T17:30Z') }
  expect(placeWhenFixed({ ...there, mentor }, null, late)).toMatchObject({ day: '2027-03-23' })
})

test('a session keeps its link of the list on another day, unless it is taken there or was struck off', () => {
  const own = { kind: 'link', url: LINKS[1], made: true, day: '2027-03-10' } as const
  const there = meeting({ links: LINKS })
  expect(placeWhenFixed(there, own, TIME)).toEqual({ ...own, day: '2027-03-22' })
  const linksTaken = [{ ...takenOn('2027-03-22'), url: LINKS[1] }]
  expect(placeWhenFixed({ ...there, linksTaken }, own, TIME)).toMatchObject({ url: LINKS[0] })
  const shorter = meeting({ links: [LINKS[0]] })
  expect(placeWhenFixed(shorter, own, TIME)).toMatchObject({ url: LINKS[0] })
})

test('with no link left there is one of the template, else none, and the page says so', () => {
  const linksTaken = [takenOn('2027-03-22')]
  const there = { ...meeting({ links: [LINKS[0]] }), linksTaken }
  expect(urlOf(placeWhenFixed(there, null, TIME))).toMatch(/^https:\/\/meet\.example\/\w+$/)
  const bare = { ...meeting({ ofProgramme: '', links: [LINKS[0]] }), linksTaken }
  expect(placeWhenFixed(bare, null, TIME)).toBeNull()
  const session = { ...newRound(bare, 'ses_1', 30), status: 'fixed', time: TIME } as const
  expect(lacksPlace(bare, session)).toBe(true)
  const room = { kind: 'room', room: '4711' } as const
  expect(lacksPlace(bare, { ...session, place: room })).toBe(false)
  expect(lacksPlace(meeting({ ofProgramme: '' }), session)).toBe(false)
})

test('a link of the list that has become indiscreet gives way to the next', () => {
  const there = meeting({ links: ['https://rooms.example/mentoring', LINKS[1]] })
  expect(placeWhenFixed(there, null, TIME)).toMatchObject({ url: LINKS[1] })
})

test('programs are not told where a link came from', () => {
  const made = placeWhenFixed(meeting(), null, TIME)
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

test('once a time is given up its link of a list is given back; one of a template stays, but not with another mentor', () => {
  const released = (place: Parameters<typeof placeWhenReleased>[0], isSameMentor = true) =>
    placeWhenReleased(place, { isSameMentor })
  const room = { kind: 'room', room: '4711' } as const
  const made = { kind: 'link', url: 'https://meet.example/x', made: true } as const
  expect([released(room), released(made), released({ ...made, day: '2027-03-22' }), released(null)]).toEqual([
    room,
    made,
    null,
    null,
  ])
  expect([released(room, false), released(made, false)]).toEqual([room, null])
})

type Links = { readonly ofProgramme?: string; readonly ofMentor?: string; readonly links?: readonly string[] }

function meeting({ ofProgramme = OF_PROGRAMME, ofMentor = '', links = [] }: Links = {}): Situation {
  const situation = aSituation()
  const { programme, mentor } = situation
  return {
    ...situation,
    programme: { ...programme, policy: { ...programme.policy, meetingLink: ofProgramme } },
    mentor: { ...mentor, rules: { meetingLink: ofMentor, meetingLinks: links } },
  }
}

function urlOf(place: ReturnType<typeof placeWhenFixed>): string {
  if (place?.kind !== 'link') throw new Error('no link')
  return place.url
}
