import { expect, test } from 'vitest'

import { type BoardLine, groupBoard, sortBoard } from '../../../worker/domain/path/board.ts'
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
  expect(shown(groupBoard(sortBoard(lines, 'all')))).toEqual(['curious: Max, Yann, Ada', 'posting: Zoe'])
})

test('a filter leaves those without a date, or those whose dates are given up', () => {
  const lines = [
    aLine('Ada', { next: between('2027-03-22T09:00Z', '2027-03-22T09:30Z') }),
    aLine('Max', { bumps: 1 }),
    aLine('Yann'),
  ]
  expect(shown(groupBoard(sortBoard(lines, 'no-date')))).toEqual(['curious: Max, Yann'])
  expect(shown(groupBoard(sortBoard(lines, 'bumped')))).toEqual(['curious: Max'])
})

function aLine(executive: string, parts: Partial<BoardLine> = {}): BoardLine {
  const nothing = { unit: null, next: null, isAsked: false, bumps: 0, commitment: null }
  return {
    pairingId: 'pai_1',
    executive,
    mentor: 'Tom Leroy',
    status: 'active',
    stage: 'curious',
    ...nothing,
    ...parts,
  }
}

function shown(groups: ReturnType<typeof groupBoard>): readonly string[] {
  return groups.map(({ stage, lines }) => `${stage}: ${lines.map(({ executive }) => executive).join(', ')}`)
}
