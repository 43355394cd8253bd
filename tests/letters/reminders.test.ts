import { expect, test } from 'vitest'

import { lintOutward } from '../../worker/domain/letter/discretion.ts'
import { reminderTo, REMINDERS, writingToMentor } from '../../worker/http/manager/today/reminder.ts'
import { aRound } from '../support/mornings.ts'
import { aPerson } from '../support/situations.ts'
import { at, between } from '../support/times.ts'

const bernard = aPerson('per_executive', { name: 'Claude Bernard' })
const odile = aPerson('per_assistant', {
  name: 'Odile Martin',
  locale: 'fr',
  email: 'odile+1@people.example',
})
const now = at('2027-03-22T08:00Z')
const session = aRound({
  time: between('2027-03-24T09:00Z', '2027-03-24T09:30Z'),
})

test('a mail that is already written is in its reader’s language and zone, to her address', () => {
  const { to, subject, body } = read(reminderTo('tentative', odile, bernard, session, now))
  expect(to).toBe('odile+1@people.example')
  expect(subject).toBe('Oui ou non\u202f?')
  expect(body).toContain('Bonjour Odile Martin,')
  expect(body).toContain('pour Claude Bernard')
  expect(body).toContain('mer. 24 mars 2027, 10:00–10:30')
})

test('an executive who answers for himself is written to as himself', () => {
  const { body } = read(reminderTo('bumped', bernard, bernard, { ...session, bumps: 3 }, now))
  expect(body).toContain('Dear Claude Bernard,')
  expect(body).toContain('The last 3 times for you had to be given up')
})

test('none of them says what the hour is for, or with whom it is', () => {
  for (const kind of Object.values(REMINDERS))
    for (const reader of [odile, bernard, { ...odile, locale: 'en' as const }]) {
      const { subject, body } = read(reminderTo(kind, reader, bernard, session, now))
      expect(lintOutward({ subject, body }, { forbiddenWords: [], hiddenNames: ['Tom Leroy'] })).toEqual([])
    }
})

function read(href: string) {
  const [address = '', query = ''] = href.replace(/^mailto:/, '').split('?')
  // In a mailto address a plus stays a plus (RFC 6068 §5).
  const part = (name: string) =>
    decodeURIComponent(new RegExp(`(?:^|&)${name}=([^&]*)`).exec(query)?.[1] ?? '')
  return { to: decodeURIComponent(address), subject: part('subject'), body: part('body') }
}

test('a mail to somebody who is not ready says, in both languages, nothing of what the hours are for', () => {
  for (const locale of ['en', 'fr'] as const) {
    const { to, href } = writingToMentor(aPerson('per_mentor', { name: 'Tom Leroy', locale }))
    const { subject, body } = read(href)
    expect(to).toBe('Tom Leroy')
    expect(body).toContain('Tom Leroy,')
    expect(lintOutward({ subject, body }, { forbiddenWords: ['mentor'], hiddenNames: [] })).toEqual([])
  }
})
