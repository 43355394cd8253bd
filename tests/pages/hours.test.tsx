import fc from 'fast-check'
import { expect, test } from 'vitest'

import { EMPTY_FORM } from '../../web/parts/form.ts'
import { hoursAsTyped, hoursIn } from '../../web/parts/hours-fields.ts'
import { HoursForm } from '../../web/parts/hours-form.tsx'
import { aFrame, attributeOf, tagsOf, written } from '../support/pages.tsx'

const wall = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const windows = fc.array(
  fc
    .record({ day: fc.integer({ min: 1, max: 7 }), from: fc.integer({ min: 0, max: 1438 }) })
    .chain(({ day, from }) => fc.integer({ min: from + 1, max: 1440 }).map((to) => ({ day, from, to }))),
  { maxLength: 12 },
)

test('hours shown in the fields and read back are the same hours, midnight included', () => {
  fc.assert(
    fc.property(windows, (weekly) => {
      const { weekly: read } = hoursIn(hoursAsTyped(weekly, []))
      const typed = weekly.map(({ day, from, to }) => ({ day, from: wall(from), to: wall(to) }))
      const sorted = (rows: typeof read) => rows.map((row) => JSON.stringify(row)).toSorted()
      expect(sorted(read)).toEqual(sorted(typed))
    }),
  )
})

test('a date alone closes the day; with times they replace the week’s', () => {
  const exceptions = [
    { date: '2027-03-29', from: null, to: null },
    { date: '2027-04-02', from: 600, to: 1440 },
  ]
  expect(hoursIn(hoursAsTyped([], exceptions)).exceptions).toEqual([
    { date: '2027-03-29' },
    { date: '2027-04-02', from: '10:00', to: '24:00' },
  ])
})

test('each day of the week has an empty row to add hours to', () => {
  const hours = { zone: 'Europe/Paris', weekly: [{ day: 1, from: 540, to: 720 }], exceptions: [] }
  const html = written(
    <HoursForm frame={aFrame()} action="/x" weekAction="/w" hours={hours} form={EMPTY_FORM} />,
  )
  const times = tagsOf(html, 'input').filter((tag) => /name="week-\d-\d+-from"/.test(tag))
  const names = times.map((tag) => attributeOf(tag, 'name'))
  expect(names).toEqual([
    'week-1-0-from',
    'week-1-1-from',
    ...[2, 3, 4, 5, 6, 7].map((day) => `week-${day}-0-from`),
  ])
  expect(attributeOf(times[0] ?? '', 'value')).toBe('09:00')
})

test('what was typed and refused is shown again, not what is stored', () => {
  const hours = { zone: 'Europe/Paris', weekly: [{ day: 1, from: 540, to: 720 }], exceptions: [] }
  const form = {
    values: { 'week-1-0-from': '13:00', 'week-1-0-to': '12:00' },
    errors: [{ field: 'week-1-0-to', message: 'The end is before the start.' }],
  }
  const html = written(<HoursForm frame={aFrame()} action="/x" weekAction="/w" hours={hours} form={form} />)
  const end = tagsOf(html, 'input').find((tag) => attributeOf(tag, 'name') === 'week-1-0-to') ?? ''
  expect([attributeOf(end, 'value'), attributeOf(end, 'aria-invalid')]).toEqual(['12:00', 'true'])
})

test('the same hours of Monday to Friday are one row, and read as five', () => {
  const weekly = [1, 2, 3, 4, 5].flatMap((day) => [
    { day, from: 540, to: 720 },
    { day, from: 840, to: 1080 },
  ])
  const values = hoursAsTyped(weekly, [])
  expect(values).toMatchObject({ weekdays: 'same', 'every-0-from': '09:00', 'every-1-to': '18:00' })
  const typed = { weekdays: 'same', 'every-0-from': '08:00', 'every-0-to': '16:00', 'week-6-0-from': '10:00' }
  const stale = { 'week-1-0-from': '01:00', 'week-1-0-to': '02:00' }
  expect(hoursIn({ ...stale, ...typed, 'week-6-0-to': '11:00' }).weekly).toEqual([
    ...[1, 2, 3, 4, 5].map((day) => ({ day, from: '08:00', to: '16:00' })),
    { day: 6, from: '10:00', to: '11:00' },
  ])
})

test('day by day the row of all five counts for nothing', () => {
  expect(hoursAsTyped([{ day: 1, from: 540, to: 720 }], [])).toMatchObject({ weekdays: 'each' })
  const typed = { weekdays: 'each', 'every-0-from': '08:00', 'every-0-to': '16:00' }
  expect(hoursIn({ ...typed, 'week-1-0-from': '09:00', 'week-1-0-to': '10:00' }).weekly).toEqual([
    { day: 1, from: '09:00', to: '10:00' },
  ])
})
