import { expect, test } from 'vitest'

import { formatDay, formatTime } from '../../../web/words/moments.ts'
import { addDays, formatWallTime } from '../../../worker/domain/time/days.ts'
import { readDay, readTime } from '../../../worker/domain/time/typed.ts'
import { at } from '../../support/times.ts'

const en = { locale: 'en', today: '2026-11-20' } as const
const fr = { locale: 'fr', today: '2026-11-20' } as const

test('a day is read as people and our pages write it, in both languages', () => {
  for (const text of [
    ...[
      '2026-11-29',
      '29/11/2026',
      '29.11.2026',
      '29 Nov 2026',
      '29 November 2026',
      'Sunday 29 November 2026',
    ],
    ...['Sun 29 Nov 2026', 'November 29, 2026', 'Nov. 29 2026', '29th November 2026', '29 novembre 2026'],
    ...[
      'dimanche 29 novembre 2026',
      'dim. 29 nov. 2026',
      'le 29 novembre',
      '29\u00a0novembre 2026',
      '29 NOV',
    ],
  ])
    for (const by of [en, fr]) expect([text, readDay(text, by)]).toEqual([text, '2026-11-29'])
  expect(readDay('1er mars 2027', fr)).toBe('2027-03-01')
  expect(readDay('4 mars', fr)).toBe('2027-03-04')
  expect(readDay('4 décembre', fr)).toBe('2026-12-04')
  expect(readDay('20 novembre', fr)).toBe('2026-11-20')
  expect(readDay('29 February', en)).toBe('2028-02-29')
  expect(readDay('1 août 2027', fr)).toBe('2027-08-01')
})

test('what can be read in two ways is not guessed', () => {
  expect(readDay('03/04/2027', en)).toBeNull()
  expect(readDay('03/04/2027', fr)).toBe('2027-04-03')
  expect(readDay('11/29/2026', en)).toBe('2026-11-29')
  expect(readDay('03/03/2027', en)).toBe('2027-03-03')
  for (const text of [
    ...['', '29/11', '29/11/26', '3 ju 2027', '1 jui 2027', '1 ma 2027', '30 February 2027', '2027-02-29'],
    ...[
      'Monday 29 November 2026',
      '29',
      'November',
      '29 29 2026',
      'tomorrow',
      '2026-11-29T10:00',
      '29/11-2026',
    ],
  ])
    for (const by of [en, fr]) expect([text, readDay(text, by)]).toEqual([text, null])
})

test('whatever day our pages print is read back', () => {
  for (let count = 0; count < 800; count += 1)
    for (const by of [en, fr]) {
      const day = addDays('2026-11-20', count)
      const printed = formatDay(day, { zone: 'UTC', locale: by.locale })
      expect([printed, readDay(printed, by)]).toEqual([printed, day])
    }
})

test('a time is read with an h, a colon, or am and pm', () => {
  const times = {
    ...{
      '14:30': 870,
      '14h30': 870,
      '14 h 30': 870,
      '14.30': 870,
      '2:30 pm': 870,
      '2:30PM': 870,
      '2.30 p.m.': 870,
    },
    ...{ '14:30:00': 870, '14h': 840, '14 h': 840, '2 pm': 840, '12 am': 0, '12 pm': 720, '12:15 am': 15 },
    ...{
      '9:00': 540,
      '09:00': 540,
      '9h05': 545,
      '00:00': 0,
      '24:00': 1440,
      '24h': 1440,
      '14\u00a0h\u00a030': 870,
    },
  }
  for (const [text, minutes] of Object.entries(times)) expect([text, readTime(text)]).toEqual([text, minutes])
  for (const text of [
    '',
    '9',
    '1430',
    '24:01',
    '25:00',
    '14:60',
    '13 pm',
    '0 am',
    '14h5',
    'noon',
    '14:30:15',
    '-1:00',
  ])
    expect([text, readTime(text)]).toEqual([text, null])
  expect(readTime(formatTime(at('2027-03-23T15:05Z'), { zone: 'Europe/Paris', locale: 'fr' }))).toBe(965)
  for (let minutes = 0; minutes <= 1440; minutes += 1) expect(readTime(formatWallTime(minutes))).toBe(minutes)
})
