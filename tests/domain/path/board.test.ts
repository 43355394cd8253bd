import { expect, test } from 'vitest'

import {
  type BoardFilter,
  type BoardLine,
  type BoardShow,
  filterBoard,
  groupBoard,
  sortBoard,
} from '../../../worker/domain/path/board.ts'
import { stageOf } from '../../../worker/domain/path/stage.ts'
import { between } from '../../support/times.ts'

test('the path moves by the furthest act that was seen, and never back', () => {
  expect(stageOf([])).toBe('curious')
  expect(stageOf([null, 'reading'])).toBe('reading')
  expect(stageOf(['posting', 'reading', null])).toBe('posting')
})

test('stages follow the path; in each, whose dates are given up comes first, then the alphabet', () => {
  const lines = [
    aLine('Zoe', { stage: 'posting' }),
    aLine('Yann', { bumps: 1 }),
    aLine('Ada'),
    aLine('Max', { bumps: 2 }),
  ]
  expect(shown(groupBoard(sortBoard(lines)))).toEqual(['curious: Max, Yann, Ada', 'posting: Zoe'])
})

test('without stages the board is one list by name', () => {
  const lines = [aLine('Zoe', { stage: null }), aLine('Ada', { stage: null, bumps: 1 })]
  const groups = groupBoard(sortBoard(lines, 'executive'), 'executive')
  expect(groups.map(({ stage, lines: each }) => [stage, each.map(({ executive }) => executive)])).toEqual([
    [null, ['Ada', 'Zoe']],
  ])
})

test('a filter leaves those without a date, or those whose dates are given up', () => {
  const lines = [
    aLine('Ada', { next: between('2027-03-22T09:00Z', '2027-03-22T09:30Z') }),
    aLine('Max', { bumps: 1 }),
    aLine('Yann'),
  ]
  expect(shown(showing(lines, 'no-date'))).toEqual(['curious: Max, Yann'])
  expect(shown(showing(lines, 'bumped'))).toEqual(['curious: Max'])
})

test('what is chosen narrows the board, each choice on its own and all of them together', () => {
  const lines = [
    aLine('Ada', { stage: 'reading', blockers: ['booked'] }),
    aLine('Max', { stage: 'reading', mentorId: 'per_mia', status: 'paused' }),
    aLine('Yann', { blockers: ['booked', 'handled'] }),
  ]
  const left = (filter: Partial<BoardFilter>) =>
    filterBoard(lines, { ...EVERYTHING, ...filter }).map(({ executive }) => executive)
  expect(left({})).toEqual(['Ada', 'Max', 'Yann'])
  expect(left({ stage: 'reading' })).toEqual(['Ada', 'Max'])
  expect(left({ mentor: 'per_mia' })).toEqual(['Max'])
  expect(left({ status: 'paused' })).toEqual(['Max'])
  expect(left({ blocker: 'booked' })).toEqual(['Ada', 'Yann'])
  expect(left({ blocker: 'booked', stage: 'curious' })).toEqual(['Yann'])
})

test.each([
  ['executive', 'Ada, Max, Yann'],
  ['mentor', 'Max, Ada, Yann'],
  ['next', 'Yann, Max, Ada'],
  ['bumps', 'Yann, Ada, Max'],
] as const)('by %s it is one list: %s', (sort, order) => {
  const lines = [
    aLine('Yann', { bumps: 2 }),
    aLine('Max', { mentor: 'Mia Berg', next: between('2027-03-22T09:00Z', '2027-03-22T09:30Z') }),
    aLine('Ada', { next: between('2027-03-29T09:00Z', '2027-03-29T09:30Z') }),
  ]
  expect(shown(groupBoard(sortBoard(lines, sort), sort))).toEqual([`null: ${order}`])
})

const EVERYTHING: BoardFilter = { show: 'all', mentor: null, stage: null, status: null, blocker: null }

function showing(lines: readonly BoardLine[], show: BoardShow) {
  return groupBoard(sortBoard(filterBoard(lines, { ...EVERYTHING, show })))
}

function aLine(executive: string, parts: Partial<BoardLine> = {}): BoardLine {
  const nothing = { unit: null, next: null, isAsked: false, bumps: 0, commitment: null }
  return {
    pairingId: 'pai_1',
    executive,
    mentor: 'Tom Leroy',
    mentorId: 'per_tom',
    status: 'active',
    stage: 'curious',
    blockers: [],
    ...nothing,
    ...parts,
  }
}

function shown(groups: ReturnType<typeof groupBoard>): readonly string[] {
  return groups.map(({ stage, lines }) => `${stage}: ${lines.map(({ executive }) => executive).join(', ')}`)
}
