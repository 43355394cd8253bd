import { expect, test } from 'vitest'

import { formatDays } from '../../web/words/moments.ts'
import { cityNames, zoneAsTyped, zoneOfCity } from '../../web/words/places.ts'
import { weekLines } from '../../web/words/week.ts'
import { canonicalZone } from '../../worker/domain/time/zones.ts'
import { readZone } from '../../worker/http/forms/zone.ts'
import { ZONES } from '../support/clock-changes.ts'

test.each(['en', 'fr'] as const)('every zone is read back from its city, in %s', (locale) => {
  const stored = [...new Set(ZONES.map((zone) => canonicalZone(zone) ?? zone))]
  const shown = stored.map((zone) => [zone, readZone(zoneAsTyped(zone, locale))])
  expect(shown).toEqual(stored.map((zone) => [zone, zone]))
})

test.each(['en', 'fr'] as const)(
  'every city of the list is read, in %s, and there is one of each',
  (locale) => {
    const names = cityNames(locale)
    expect(names.filter((name) => zoneOfCity(name) === null)).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  },
)

test('a city is read in every language, whatever the accents, the case and the hyphens', () => {
  for (const [typed, zone] of [
    ['Singapour', 'Asia/Singapore'],
    ['singapore', 'Asia/Singapore'],
    ['Île de Man', 'Europe/Isle_of_Man'],
    ['ile-de-man', 'Europe/Isle_of_Man'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['Calcutta', 'Asia/Kolkata'],
    ['Geneva', 'Europe/Zurich'],
    ['Genève', 'Europe/Zurich'],
    ['Buenos Aires', 'America/Argentina/Buenos_Aires'],
    ['us/eastern', 'America/New_York'],
    ['Kiev', 'Europe/Kyiv'],
    ['lodz', 'Europe/Warsaw'],
    ['WROCŁAW', 'Europe/Warsaw'],
    ['köln', 'Europe/Berlin'],
    ['St Louis', 'America/Chicago'],
    ['Washington DC', 'America/New_York'],
    ['UTC', 'UTC'],
  ] as const)
    expect([typed, readZone(typed)]).toEqual([typed, zone])
  // Where there are two of the name, none is guessed.
  for (const typed of [
    'Portland',
    'San José',
    'Cambridge',
    'Paris, Texas',
    '',
    'Pariss',
    'Eastern',
    'West',
    '+05:30',
    '  ',
    'toString',
  ])
    expect([typed, readZone(typed)]).toEqual([typed, null])
})

test('a list names the cities as its reader does', () => {
  expect(cityNames('en')).toEqual(expect.arrayContaining(['London', 'Beijing', 'New York', 'Frankfurt']))
  expect(cityNames('fr')).toEqual(expect.arrayContaining(['Londres', 'Pékin', 'New York', 'Francfort']))
  expect(cityNames('fr')).not.toContain('London')
})

test('days from one to another are said once', () => {
  expect(formatDays('2027-03-03', '2027-03-09', 'en')).toBe('3–9 March 2027')
  expect(formatDays('2027-03-30', '2027-04-02', 'en')).toBe('30 March – 2 April 2027')
  expect(formatDays('2026-12-30', '2027-01-02', 'en')).toBe('30 December 2026 – 2 January 2027')
  expect(formatDays('2027-03-09', '2027-03-09', 'en')).toBe('9 March 2027')
  expect(formatDays('2027-03-01', '2027-03-09', 'fr')).toBe('1er–9 mars 2027')
})

test('days with the same hours are one line', () => {
  const at = (day: number, from: number, to: number) => ({ day, from: from * 60, to: to * 60 })
  const weekly = [...[1, 2, 3].map((day) => at(day, 9, 12)), at(2, 14, 18), at(3, 14, 18), at(6, 20, 24)]
  expect(weekLines(weekly, 'en')).toEqual([
    'Mon 09:00–12:00',
    'Tue–Wed 09:00–12:00, 14:00–18:00',
    'Sat 20:00–24:00',
  ])
  expect(weekLines([], 'en')).toEqual([])
})
