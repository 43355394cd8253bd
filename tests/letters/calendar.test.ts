import { expect, test } from 'vitest'

import { anInvite, aReader, linksIn, write } from '../support/letters.ts'
import { between } from '../support/times.ts'

const french = aReader({ locale: 'fr' })
const room = { kind: 'room', room: 'Room 4.12' } as const
const phone = { kind: 'phone', number: '+33 1 23 45 67 89' } as const
const meeting = { kind: 'link', url: 'https://meet.example/abc?a=1&b=2' } as const

test('an invite is titled by its length and the other person, and nothing else', () => {
  const { subject, calendar } = write(anInvite())
  expect(calendar?.summary).toBe('30 min with T. Leroy')
  expect(subject).toBe(calendar?.summary)
  expect(write(anInvite({ reader: french })).subject).toBe('30 min avec T. Leroy')
})

test('with plain wording, or a hidden name, an invite is titled 1:1', () => {
  expect(write(anInvite({ wording: 'plain' })).calendar?.summary).toBe('1:1')
  const hidden = write(anInvite({ otherName: null }))
  expect(hidden.calendar?.summary).toBe('1:1')
  expect(hidden.subject + hidden.text + hidden.calendar?.description).not.toContain('Leroy')
})

test('an invite says when, where and how to answer, in the mail and in the event', () => {
  const { text, calendar } = write(anInvite({ place: room }))
  expect(text).toContain('Tue 23 March 2027, 10:00–10:30, Paris time (UTC+1)')
  expect(text).toContain('Where: Room 4.12')
  expect(calendar?.location).toBe('Room 4.12')
  for (const part of [text, calendar?.description ?? '']) {
    expect(part).toContain('Accept or decline it in your calendar')
    expect(linksIn(part)).toEqual(['/invite'])
  }
})

test('a phone number is in LOCATION and can be dialled; a meeting link is there and in its own property', () => {
  expect(write(anInvite({ place: phone })).calendar).toMatchObject({
    location: '+33 1 23 45 67 89',
    url: 'tel:+33123456789',
  })
  expect(write(anInvite({ place: meeting })).calendar).toMatchObject({
    location: meeting.url,
    url: meeting.url,
  })
  expect(write(anInvite()).calendar).toMatchObject({ location: null, url: null })
  expect(write(anInvite({ place: meeting })).html).toContain('href="https://meet.example/abc?a=1&amp;b=2"')
})

test('an address that is not of the web is no link', () => {
  const { html, calendar } = write(anInvite({ place: { kind: 'link', url: 'javascript:alert(1)' } }))
  expect(calendar?.url).toBeNull()
  expect(html).not.toContain('href="javascript')
})

test('a move names the new time and the one it replaces, under the same title', () => {
  const moved = write(anInvite({ movedFrom: between('2027-03-22T13:00Z', '2027-03-22T13:30Z') }))
  expect(moved.subject).toBe('30 min with T. Leroy')
  expect(moved.text).toContain('There is a new time: Tue 23 March 2027, 10:00–10:30')
  expect(moved.text).toContain('It replaces Mon 22 March 2027, 14:00–14:30')
})

test('another person at the same time is named only where the reader’s wording shows names', () => {
  const news = { news: 'person' } as const
  expect(write(anInvite(news)).text).toMatch(/The time stays: .*\. It is now with Tom Leroy\./)
  expect(write(anInvite({ ...news, reader: french })).text).toContain('Vous y verrez désormais Tom Leroy.')
  for (const hidden of [{ wording: 'plain' } as const, { otherName: null }]) {
    expect(write(anInvite({ ...news, ...hidden })).text).toMatch(
      /The time stays: .*\. A detail has changed\./,
    )
    expect(write(anInvite({ ...news, ...hidden, reader: french })).text).toContain('Un détail a changé.')
  }
})

test('a cancellation blames nobody, asks for nothing and opens nothing', () => {
  const { subject, text, calendar } = write(anInvite({ method: 'CANCEL' }))
  expect(subject).toBe('Cancelled: 30 min with T. Leroy')
  expect(calendar?.summary).toBe('30 min with T. Leroy')
  expect(text).toContain('This time is free again: Tue 23 March 2027')
  expect(text).not.toMatch(/declin|cancelled by|unable|sorry/i)
  expect(linksIn(text + calendar?.description)).toEqual([])
})

test('a refused proposal thanks, and says which time stays', () => {
  const { subject, text } = write(anInvite({ method: 'DECLINECOUNTER' }))
  expect(subject).toBe('Time unchanged: 30 min with T. Leroy')
  expect(text).toContain('Thank you for proposing another time.')
  expect(text).toContain('this one stays: Tue 23 March 2027, 10:00–10:30, Paris time (UTC+1)')
})

test('the first invite tells an executive what this is, and a mentor nothing he knows', () => {
  expect(write(anInvite({ firstContact: true })).text).toMatch(
    /What this is.*reply to this email with a line/,
  )
  expect(write(anInvite({ firstContact: true, toExecutive: false })).text).not.toContain('What this is')
})
