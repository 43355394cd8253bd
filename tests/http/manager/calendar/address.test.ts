import { expect, test } from 'vitest'

import {
  addressOf,
  type CalendarView,
  openAddress,
  startAddress,
} from '../../../../web/pages/manager/calendar/view.ts'
import { viewOf } from '../../../../worker/http/manager/calendar/view.ts'
import { clockChangeIn, zoneChoices } from '../../../../worker/http/manager/calendar/zones.ts'
import type { Member } from '../../../../worker/storage/people/membership.ts'
import { aPerson } from '../../../support/situations.ts'
import { at, between } from '../../../support/times.ts'

const READER = {
  programme: 'prg_1',
  zone: 'Europe/Paris',
  today: () => '2027-03-17',
  typed: { locale: 'en', today: '2027-03-17' },
} as const

function read(address: string): CalendarView {
  return viewOf(Object.fromEntries(new URL(address, 'https://sotto.example').searchParams), READER)
}

test('whatever is shown stands in the address, and comes back from it whole', () => {
  const views: readonly CalendarView[] = [
    { ...read('/calendar'), from: '2027-03-22' },
    { ...read('/calendar?day=2027-03-18'), page: 3, zone: 'America/New_York' },
    { ...read('/calendar'), mentor: 'per_tom', session: 'ses_1', isGridWanted: true, zone: 'UTC' },
  ]
  for (const view of views) expect(read(addressOf(view))).toEqual(view)
})

test('an address is read by people too: a zone keeps its slash, and what is not chosen is not said', () => {
  expect(addressOf(read('/calendar?zone=America/New_York'))).toBe(
    '/calendar?week=2027-03-15&programme=prg_1&zone=America/New_York',
  )
})

test('a week begins on its Monday, whatever day was asked for, and nothing that cannot be read is shown', () => {
  expect(read('/calendar?week=2027-03-21').from).toBe('2027-03-15')
  expect(read('/calendar?week=2027-02-30').from).toBe('2027-03-15')
  expect(read('/calendar?zone=Nowhere&mentor=ses_1&session=<b>&mentors=0')).toMatchObject({
    zone: null,
    mentor: null,
    session: null,
    page: 1,
  })
})

test('the reader’s own zone is not another one, however it is called', () => {
  expect(read('/calendar?zone=Europe/Paris').zone).toBeNull()
  expect(read('/calendar?zone=New York').zone).toBe('America/New_York')
  expect(read('/calendar?zone=Katmandou').zone).toBe('Asia/Kathmandu')
})

test('a time to book is read with its column, and what is wrong in it is left open', () => {
  const asked = read('/calendar?new=1&date=2027-03-18&time=10:15&minutes=45&with=per_tom')
  expect(asked.slot).toEqual({ day: '2027-03-18', time: 615, minutes: 45, mentor: 'per_tom' })
  expect(read('/calendar?new=1&date=soon&time=25:00&minutes=9000').slot).toEqual({
    day: null,
    time: null,
    minutes: null,
    mentor: null,
  })
  expect(read('/calendar?date=2027-03-18&time=10:15').slot).toBeNull()
})

test('one thing is open at a time: a session, or a time to book', () => {
  const view = read('/calendar?mentor=per_tom&session=ses_1')
  expect(openAddress(view, 'ses_2')).toBe(
    '/calendar?week=2027-03-15&programme=prg_1&mentor=per_tom&session=ses_2#beside',
  )
  expect(startAddress(view, '2027-03-18')).toBe(
    '/calendar?week=2027-03-15&programme=prg_1&mentor=per_tom&new=1&date=2027-03-18#beside',
  )
})

test('zones to choose from: mine first, then those of the people, west to east, each with names, and UTC', () => {
  const members: readonly Member[] = [
    { ...aPerson('per_0', { name: 'Ada', zone: 'America/New_York' }), roles: ['executive'] },
    { ...aPerson('per_1', { name: 'Ben', zone: 'America/New_York' }), roles: ['mentor'] },
    { ...aPerson('per_2', { name: 'Cleo', zone: 'America/New_York' }), roles: ['mentor'] },
    { ...aPerson('per_3', { name: 'Dan', zone: 'Asia/Kathmandu' }), roles: ['executive'] },
    { ...aPerson('per_4', { name: 'Eve', zone: 'Europe/Paris' }), roles: ['mentor'] },
    { ...aPerson('per_5', { name: 'Finn', zone: 'Asia/Tokyo' }), roles: ['assistant'] },
  ]
  const asked = {
    own: 'Europe/Paris',
    locale: 'en',
    shown: 'Pacific/Chatham',
    at: at('2027-03-15T00:00:00Z'),
  } as const
  expect(zoneChoices(members, asked)).toEqual([
    { value: '', label: 'Mine: Paris time (UTC+1)' },
    { value: 'America/New_York', label: 'New York time (UTC−4): Ada, Ben and 1 more' },
    { value: 'UTC', label: 'UTC' },
    { value: 'Asia/Kathmandu', label: 'Kathmandu time (UTC+5:45): Dan' },
    { value: 'Pacific/Chatham', label: 'Chatham time (UTC+13:45)' },
  ])
})

test('a week in which the clocks change says when, also by three quarters of an hour', () => {
  const paris = between('2027-03-21T23:00:00Z', '2027-03-28T22:00:00Z')
  expect(clockChangeIn('Europe/Paris', paris)).toBe(at('2027-03-28T01:00:00Z'))
  expect(clockChangeIn('Asia/Kathmandu', paris)).toBeNull()
  const chatham = between('2027-03-28T10:15:00Z', '2027-04-04T11:15:00Z')
  expect(clockChangeIn('Pacific/Chatham', chatham)).toBe(at('2027-04-03T14:00:00Z'))
})
