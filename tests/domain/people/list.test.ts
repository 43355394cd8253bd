import { expect, test } from 'vitest'

import { filterPeople, keyOfPerson, type PeopleFilter } from '../../../worker/domain/people/list.ts'
import type { Person, Role } from '../../../worker/domain/people/person.ts'
import { aPerson } from '../../support/situations.ts'
import { at } from '../../support/times.ts'

const tom = member('per_tom', ['mentor'])
const mia = member('per_mia', ['mentor'])
const ada = member('per_ada', ['executive'], { blockers: ['booked'], unit: 'Finance' })
const max = member('per_max', ['executive'], {
  departure: { on: '2027-05-01', saidAt: at('2027-03-01T08:00Z'), leftAt: null },
})
const odile = member('per_odile', ['assistant'])
const now = at('2027-03-15T08:00Z')
const everybody = [tom, mia, ada, max, odile]
const pairings = [
  { mentorId: tom.id, executiveId: ada.id, status: 'paused' },
  { mentorId: mia.id, executiveId: max.id, status: 'ended' },
] as const

test.each<[Partial<PeopleFilter>, readonly Person[]]>([
  [{}, everybody],
  [{ role: 'executive' }, [ada, max]],
  [{ mentor: 'per_tom' }, [tom, ada]],
  [{ mentor: 'per_mia' }, [mia]],
  [{ blocker: 'booked' }, [ada]],
  [{ state: 'leaving' }, [max]],
  [{ state: 'paused' }, [tom, ada]],
  [{ state: 'unpaired' }, [mia, max]],
  [{ state: 'unpaired', role: 'executive' }, [max]],
])('%o leaves these', (filter, left) => {
  const whole = { role: null, mentor: null, blocker: null, state: null, ...filter }
  expect(filterPeople(everybody, pairings, whole)).toEqual(left)
})

test('by unit, whoever has none comes last', () => {
  expect(keyOfPerson(ada, 'unit', now)).toEqual([0, 'finance', ada.name.toLowerCase(), ada.id])
  expect(keyOfPerson(max, 'unit', now)[0]).toBe(1)
})

test('by name, neither accents nor capitals part what a reader looks for together', () => {
  const names = ['Zoe Fabre', 'Élodie Roux', 'anneke de Vries', 'Emil Berg', 'Øystein Dahl', 'Paul Weil']
  const sorted = names
    .map((name) => ({ ...ada, name }))
    .toSorted((one, other) =>
      String(keyOfPerson(one, 'name', now)[0]) < String(keyOfPerson(other, 'name', now)[0]) ? -1 : 1,
    )
  expect(sorted.map(({ name }) => name)).toEqual([
    ...['anneke de Vries', 'Élodie Roux', 'Emil Berg'],
    ...['Øystein Dahl', 'Paul Weil', 'Zoe Fabre'],
  ])
})

function member(id: `per_${string}`, roles: readonly Role[], parts: Partial<Person> = {}) {
  return { ...aPerson(id, parts), roles }
}

test('by time zone, west comes before east, whatever the zones are called', () => {
  const zones = ['Asia/Tokyo', 'Europe/Paris', 'America/New_York', 'Africa/Lagos', 'Asia/Singapore']
  const sorted = zones
    .map((zone) => ({ ...ada, zone }))
    .toSorted(
      (one, other) => Number(keyOfPerson(one, 'zone', now)[0]) - Number(keyOfPerson(other, 'zone', now)[0]),
    )
  expect(sorted.map(({ zone }) => zone)).toEqual([
    ...['America/New_York', 'Europe/Paris', 'Africa/Lagos'],
    ...['Asia/Singapore', 'Asia/Tokyo'],
  ])
})
