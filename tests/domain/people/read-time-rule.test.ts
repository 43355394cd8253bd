import { expect, test } from 'vitest'

import { readTimeRule } from '../../../worker/domain/people/read-time-rule.ts'
import { readZone } from '../../../worker/http/forms/zone.ts'

const read = (text: string, locale: 'en' | 'fr' = 'en', today = '2027-02-20') =>
  readTimeRule(text, { by: { locale, today }, zoneOf: readZone })
const trip = (zone: string, from: string, to: string) => ({ kind: 'trip', trip: { zone, from, to } })
const never = (...windows: readonly (readonly [day: number, from: number, to: number])[]) => ({
  kind: 'never',
  windows: windows.map(([day, from, to]) => ({ day, from, to })),
})

test.each([
  ['in New York 3–9 March', 'en'],
  ['New York, 3 - 9 March', 'en'],
  ['In new york from 3 to 9 March', 'en'],
  ['in New York March 3-9', 'en'],
  ['in New York March 3 to March 9, 2027', 'en'],
  ['in New York 3–9 March 2027', 'en'],
  ['New York 2027-03-03 - 2027-03-09', 'en'],
  ['New York 2027-03-03 to 2027-03-09', 'en'],
  ['à New York du 3 au 9 mars', 'fr'],
  ['New York, du 3 mars au 9 mars 2027', 'fr'],
  ['New York 03/03/2027 - 09/03/2027', 'fr'],
] as const)('“%s” is a trip of a week', (said, locale) => {
  expect(read(said, locale)).toEqual(trip('America/New_York', '2027-03-03', '2027-03-09'))
})

test.each([
  ['in Singapore 30 March – 2 April', trip('Asia/Singapore', '2027-03-30', '2027-04-02')],
  ['Singapore 28 Dec 2027 - 3 Jan 2028', trip('Asia/Singapore', '2027-12-28', '2028-01-03')],
  ['in Singapore on 3 March', trip('Asia/Singapore', '2027-03-03', '2027-03-03')],
  ['Aix-en-Provence 3-9 March', { kind: 'no-such-place', place: 'Aix-en-Provence' }],
  ['in Narnia 3–9 March', { kind: 'no-such-place', place: 'Narnia' }],
] as const)('“%s”', (said, rule) => {
  expect(read(said)).toEqual(rule)
})

test('whoever is away already says the days without the year', () => {
  expect(read('in New York 3–9 March', 'en', '2027-03-05')).toEqual(
    trip('America/New_York', '2027-03-03', '2027-03-09'),
  )
})

test.each([
  ['never Mondays before 10', 'en', never([1, 0, 600])],
  ['Never on Monday before 10am', 'en', never([1, 0, 600])],
  ['jamais le lundi avant 10h', 'fr', never([1, 0, 600])],
  ['jamais les lundis avant 10h30', 'fr', never([1, 0, 630])],
  ['never Fridays after 4 pm', 'en', never([5, 960, 1440])],
  ['jamais le vendredi après 16h', 'fr', never([5, 960, 1440])],
  ['never Tuesdays from 12 to 14', 'en', never([2, 720, 840])],
  ['never Tuesdays from 12', 'en', never([2, 720, 1440])],
  ['never before 10 on Mondays', 'en', never([1, 0, 600])],
  ['never before 10 on Mondays and Fridays', 'en', never([1, 0, 600], [5, 0, 600])],
  ['jamais avant 10h le lundi', 'fr', never([1, 0, 600])],
  // As the examples stand on the page.
  ['“never Mondays before 10”', 'en', never([1, 0, 600])],
  ['«\u00a0jamais le lundi avant 10h\u00a0»', 'fr', never([1, 0, 600])],
  ['never Mondays', 'en', never([1, 0, 1440])],
  ['never Mondays and Fridays', 'en', never([1, 0, 1440], [5, 0, 1440])],
  ['never Tuesdays 12-14', 'en', never([2, 720, 840])],
  ['never Tuesdays between 12:30 and 14:00', 'en', never([2, 750, 840])],
  ['jamais le mardi entre 12h et 14h', 'fr', never([2, 720, 840])],
  ['never Wednesday mornings', 'en', never([3, 0, 720])],
  ['jamais le mercredi matin', 'fr', never([3, 0, 720])],
  ['jamais le mercredi après-midi', 'fr', never([3, 720, 1440])],
  ['never Mondays before noon', 'en', never([1, 0, 720])],
] as const)('“%s”', (said, locale, rule) => {
  expect(read(said, locale)).toEqual(rule)
})

test.each([
  'hello',
  'never',
  'never again',
  'never Mondays before',
  'never Mondays after 10 before 9',
  'in New York',
  'in New York in spring',
  'in New York 9–3 March 2027',
  '3–9 March',
  '',
  'in New York 31–32 March',
])('“%s” is neither, and nothing is guessed', (said) => {
  expect(read(said)).toBeNull()
})
