import { expect, test } from 'vitest'

import { guideEn } from '../../../web/words/pages/en/guide.ts'
import { guideFr } from '../../../web/words/pages/fr/guide.ts'
import { hasHours, isReady, landsOnGuide } from '../../../worker/domain/people/guide.ts'
import type { Role } from '../../../worker/domain/people/person.ts'

const first = { hasRead: false, isFirstSignIn: true }

test.each<readonly [readonly Role[], boolean]>([
  [['mentor'], true],
  [['mentor', 'executive'], true],
  [['mentor', 'manager'], false],
  [['executive'], false],
  [['sponsor'], false],
  [[], false],
])('the first sign-in of %j leads to the page for a new mentor: %s', (roles, lands) => {
  expect(landsOnGuide(roles, first)).toBe(lands)
})

test('a later sign-in does not, nor the first of somebody who has read it', () => {
  expect(landsOnGuide(['mentor'], { ...first, isFirstSignIn: false })).toBe(false)
  expect(landsOnGuide(['mentor'], { ...first, hasRead: true })).toBe(false)
})

const WEEK = { weekly: [{ day: 1, from: 540, to: 720 }], exceptions: [] }

test('hours are a weekly window or an hour on one date; a closed date is none', () => {
  expect(hasHours(WEEK)).toBe(true)
  expect(hasHours({ weekly: [], exceptions: [{ date: '2027-03-16', from: 540, to: 600 }] })).toBe(true)
  expect(hasHours({ weekly: [], exceptions: [{ date: '2027-03-16', from: null, to: null }] })).toBe(false)
  expect([hasHours({ weekly: [], exceptions: [] }), hasHours(null)]).toEqual([false, false])
})

test('whoever has either hours or read the page is ready', () => {
  expect(isReady({ hours: null, hasRead: false })).toBe(false)
  expect(isReady({ hours: WEEK, hasRead: false })).toBe(true)
  expect(isReady({ hours: null, hasRead: true })).toBe(true)
})

test.each([
  ['English', guideEn],
  ['French', guideFr],
] as const)('in %s it is read in three minutes, at two hundred words each', (_, { lead, sections }) => {
  const words = [lead, ...sections.flatMap(({ title, lines }) => [title, ...lines])].join(' ').split(/\s+/)
  expect(words.length).toBeGreaterThan(300)
  expect(words.length).toBeLessThanOrEqual(630)
})

test('both languages say the same number of things', () => {
  expect(guideFr.sections.map(({ lines }) => lines.length)).toEqual(
    guideEn.sections.map(({ lines }) => lines.length),
  )
})
