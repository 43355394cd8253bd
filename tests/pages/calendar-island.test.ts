import { expect, test } from 'vitest'

import { bySide, countText, sideOf } from '../../web/islands/calendar/fold.ts'
import { slotAddress } from '../../web/islands/calendar/slot.ts'

const WINDOW = { top: 300, bottom: 800, left: 60, right: 1200 }
const box = (top: number, left = 100) => ({ top, bottom: top + 30, left, right: left + 120 })

test('a session counts as out of sight once no line of it can be read', () => {
  expect(sideOf(box(400), WINDOW)).toBeNull()
  expect(sideOf(box(285), WINDOW)).toBeNull()
  expect(sideOf(box(275), WINDOW)).toBe('above')
  expect(sideOf(box(785), WINDOW)).toBeNull()
  expect(sideOf(box(795), WINDOW)).toBe('below')
  expect(sideOf(box(400, 1195), WINDOW)).toBe('aside')
  expect(sideOf(box(400, -80), WINDOW)).toBe('aside')
})

test('each session out of sight is counted once: by its hour first, then by its column', () => {
  const boxes = [box(100), box(120), box(400), box(900), box(900, 1300), box(500, 1300)].map((each) => ({
    box: each,
  }))
  const hidden = bySide(boxes, WINDOW)
  expect(hidden.above).toHaveLength(2)
  expect(hidden.below).toHaveLength(2)
  expect(hidden.aside).toHaveLength(1)
  expect(bySide([{ box: box(400) }], WINDOW)).toEqual({})
})

test('one and many are said differently', () => {
  expect(countText(1, '1 session later', '$0 sessions later')).toBe('1 session later')
  expect(countText(12, '1 session later', '$0 sessions later')).toBe('12 sessions later')
})

const HERE = new URL('https://sotto.example/calendar?week=2027-03-15&programme=prg_1&session=ses_1')
const selected = { wall: '2027-03-17T10:00:00', zone: 'Europe/Paris', minutes: 45, mentor: '' }

test('a selected time says its day, hour, length and zone, so that the address can be sent on', () => {
  expect(slotAddress(HERE, selected)).toBe(
    'https://sotto.example/calendar?week=2027-03-15&programme=prg_1&zone=Europe/Paris&new=1&date=2027-03-17&time=10%3A00&minutes=45#beside',
  )
})

test('a press without a drag says when, not how long; a column says with whom', () => {
  const asked = new URL(slotAddress(HERE, { ...selected, minutes: 15, mentor: 'per_2' })).searchParams
  expect(asked.get('minutes')).toBeNull()
  expect(asked.get('with')).toBe('per_2')
  expect(asked.get('session')).toBeNull()
})
