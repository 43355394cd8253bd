import { expect, test } from 'vitest'

import { fold } from '../../../worker/domain/search/fold.ts'
import { type Findable, type FindablePairing, search } from '../../../worker/domain/search/search.ts'
import { nearest } from '../../../worker/domain/search/sessions.ts'
import { at, between } from '../../support/times.ts'

const bernard = aFindable('per_bernard', 'Claude Bernard', {
  unit: 'Finance',
  email: 'cfo@northwind.example',
})
const zoe = aFindable('per_zoe', 'Müller, Zoë (EXT)', { aliases: ['z.mueller@old.example'] })
const soren = aFindable('per_soren', 'Søren Kjærgård', { roles: ['mentor'] })
const brien = aFindable('per_brien', 'Maeve O’Brien\u200e', { email: 'maeve@xn--bcher-kva.example' })
const left = aFindable('per_left', 'Lena Bernardsen', { roles: [] })
const everybody = [soren, left, zoe, bernard, brien]
const theirs = aPairing('pai_theirs', soren, bernard)
const ended = aPairing('pai_ended', soren, left, 'ended')

test.each([
  ['BERNARD', 'Claude Bernard'],
  ['  claude   bernard ', 'Claude Bernard'],
  ['bernard, claude', 'Claude Bernard'],
  ['cfo@north', 'Claude Bernard'],
  ['finance', 'Claude Bernard'],
  ['muller', 'Müller, Zoë (EXT)'],
  ['MÜLLER zoe', 'Müller, Zoë (EXT)'],
  ['Z. Müller', 'Müller, Zoë (EXT)'],
  ['z.mueller', 'Müller, Zoë (EXT)'],
  ['soren kjaergard', 'Søren Kjærgård'],
  ['“bernard claude”', 'Claude Bernard'],
  ['"claude bernard"', 'Claude Bernard'],
  ['Claude Bernard <cfo@northwind.example>', 'Claude Bernard'],
  ['bern\u200bard\u200f', 'Claude Bernard'],
  ['bücher.example', 'Maeve O’Brien\u200e'],
  ['xn--bcher', 'Maeve O’Brien\u200e'],
  ["o'brien", 'Maeve O’Brien\u200e'],
  ['OBRIEN', 'Maeve O’Brien\u200e'],
])('“%s” finds %s', (query, name) => {
  expect(search(query, everybody, []).people.map((each) => each.name)).toEqual([name])
})

test.each(['', '   ', ', ;', '“”', '\u200f', '%', '_', '🙂', 'nobody', 'claude zoe'])(
  '“%s” finds nobody',
  (query) => {
    const found = search(query, everybody, [theirs])
    expect([...found.people, ...found.pairings]).toEqual([])
  },
)

test('of many pairings ten are named, and all are known for what comes next', () => {
  const chiefs = Array.from({ length: 12 }, (_, index) => aFindable(`per_c${index}`, `Chief ${index}`))
  const pairs = chiefs.map((each, index) => aPairing(`pai_c${index}`, soren, each))
  const { pairings, allPairings, more } = search('soren', [soren, ...chiefs], pairs)
  expect(pairings).toHaveLength(10)
  expect(allPairings.map(({ id }) => id).toSorted()).toEqual(pairs.map(({ id }) => id).toSorted())
  expect(more.pairings).toBe(true)
})

test('two spellings of one name are one', () => {
  expect(fold('É́lodie  O’Hara‑Straße')).toBe(fold("elodie  o'hara-strasse"))
  expect(fold('İstanbul Łódź')).toBe('istanbul lodz')
  expect(fold('Ὀδυσσεύς')).toBe(fold('ΟΔΥΣΣΕΥΣ'))
})

test('a pairing is found by either of the two, and by both at once; one that has ended comes last', () => {
  const named = (query: string) => search(query, everybody, [ended, theirs]).pairings.map(({ id }) => id)
  expect(named('bernard')).toEqual(['pai_theirs', 'pai_ended'])
  expect(named('soren')).toEqual(['pai_theirs', 'pai_ended'])
  expect(named('soren claude')).toEqual(['pai_theirs'])
  expect(named('zoe')).toEqual([])
})

test('whoever has left is no result, though the pairing of before is', () => {
  expect(search('bernardsen', everybody, [ended])).toMatchObject({
    people: [],
    pairings: [{ executive: 'Lena Bernardsen' }],
  })
})

test('somebody in two programmes is named once', () => {
  const elsewhere = { ...bernard, programmeId: 'prg_other' as const }
  expect(search('bernard', [bernard, elsewhere], []).people).toHaveLength(1)
})

test('whose name begins so comes first, and of many ten are named', () => {
  const many = Array.from({ length: 12 }, (_, index) => aFindable(`per_${index}`, `Chief Adabern ${index}`))
  const { people, more } = search('bern', [...many, bernard], [])
  expect(people).toHaveLength(10)
  expect(people[0]?.name).toBe('Claude Bernard')
  expect(more.people).toBe(true)
})

test('what comes next stands before what was, and what was called off is over', () => {
  const now = at('2027-03-15T08:00Z')
  const times = {
    next: ['fixed', between('2027-03-20T09:00Z', '2027-03-20T09:30Z')],
    later: ['fixed', between('2027-04-20T09:00Z', '2027-04-20T09:30Z')],
    arranging: ['offered', null],
    off: ['cancelled', between('2027-03-16T09:00Z', '2027-03-16T09:30Z')],
    old: ['happened', between('2027-01-20T09:00Z', '2027-01-20T09:30Z')],
    latest: ['happened', between('2027-02-20T09:00Z', '2027-02-20T09:30Z')],
  } as const
  const sessions = Object.entries(times).map(([name, [status, time]]) => ({ name, status, time }))
  expect(nearest(sessions.toReversed(), now).shown.map(({ name }) => name)).toEqual([
    ...['next', 'later', 'arranging'],
    ...['off', 'latest', 'old'],
  ])
})

function aFindable(id: `per_${string}`, name: string, parts: Partial<Findable> = {}): Findable {
  return {
    ...{ id, name, programmeId: 'prg_northwind', shortName: null, unit: null, email: null, aliases: [] },
    roles: ['executive'],
    ...parts,
  }
}

function aPairing(
  id: `pai_${string}`,
  mentor: Findable,
  executive: Findable,
  status: FindablePairing['status'] = 'active',
): FindablePairing {
  const { programmeId } = executive
  return { id, programmeId, mentorId: mentor.id, executiveId: executive.id, kind: 'mentoring', status }
}
