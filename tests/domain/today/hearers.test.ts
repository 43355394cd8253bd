import { expect, test } from 'vitest'

import type { Person } from '../../../worker/domain/people/person.ts'
import { hearerFor, hearersOf, isAway } from '../../../worker/domain/today/hearers.ts'
import { aPerson } from '../../support/situations.ts'
import { at } from '../../support/times.ts'

const NOW = at('2027-03-16T07:00Z')

function manager(id: Person['id'], parts: Partial<Person> = {}): Person {
  return aPerson(id, parts)
}

const namesOf = (managers: readonly Person[], mail: 'morning' | 'urgent') =>
  hearersOf(managers, mail, NOW).map(({ hearer, insteadOf }) => [hearer.id, ...insteadOf.map(({ id }) => id)])

test('each manager chooses which of the mails she gets', () => {
  const all = (['both', 'morning', 'urgent', 'none'] as const).map((notify) =>
    manager(`per_${notify}`, { notify }),
  )
  expect(namesOf(all, 'morning').map(([id]) => id)).toEqual(['per_both', 'per_morning'])
  expect(namesOf(all, 'urgent').map(([id]) => id)).toEqual(['per_both', 'per_urgent'])
})

test('her last day away is one by her own clock', () => {
  const away = manager('per_a', { awayUntil: '2027-03-15', zone: 'America/Los_Angeles' })
  expect(isAway(away, at('2027-03-16T06:59Z'))).toBe(true)
  expect(isAway(away, at('2027-03-16T07:00Z'))).toBe(false)
  expect(isAway({ ...away, awayUntil: null }, NOW)).toBe(false)
})

test('while she is away her deputy hears, whatever the deputy chose for herself, and once', () => {
  const nadia = manager('per_nadia', { awayUntil: '2027-03-16', deputyId: 'per_jean' })
  const jean = manager('per_jean', { notify: 'none' })
  expect(namesOf([nadia, jean], 'morning')).toEqual([['per_jean', 'per_nadia']])
  expect(namesOf([nadia, { ...jean, notify: 'both' }], 'morning')).toEqual([
    ['per_jean', 'per_nadia', 'per_jean'],
  ])
  expect(namesOf([{ ...nadia, notify: 'none' }, jean], 'urgent')).toEqual([])
})

test('a deputy who is away too has a deputy; where that leads to nobody, she gets her mails herself', () => {
  const away = { awayUntil: '2027-03-16' }
  const [a, b, c] = [
    manager('per_a', { ...away, deputyId: 'per_b' }),
    manager('per_b', { ...away, deputyId: 'per_c' }),
    manager('per_c'),
  ]
  expect(hearerFor(a, [a, b, c], NOW).id).toBe('per_c')
  const inCircles = { ...b, deputyId: 'per_a' } as const
  expect(hearerFor(a, [a, inCircles, c], NOW).id).toBe('per_a')
  const withoutDeputy = { ...a, deputyId: null }
  expect(hearerFor(withoutDeputy, [withoutDeputy, c], NOW).id).toBe('per_a')
  // Her deputy manages the programme no more.
  expect(hearerFor(a, [a, c], NOW).id).toBe('per_a')
})
