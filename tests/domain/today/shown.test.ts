import { expect, test } from 'vitest'

import type { Item, Kind } from '../../../worker/domain/today/item.ts'
import { shownOf } from '../../../worker/domain/today/shown.ts'
import { at } from '../../support/times.ts'

test('of a kind two hundred lines are shown, and the rest is counted, with what was not read', () => {
  const items = [...lines('declined', 3), ...lines('undelivered', 200), ...lines('not-logged', 207)]
  const unread = [
    { kind: 'undelivered', count: 5 },
    { kind: 'undelivered', count: 4 },
    { kind: 'declined', count: 0 },
  ] as const
  const shown = shownOf(items, unread)

  expect(Map.groupBy(shown.items, ({ kind }) => kind).get('not-logged')).toHaveLength(200)
  expect(shown.items).toHaveLength(403)
  expect(shown.more).toEqual([
    { kind: 'undelivered', count: 9 },
    { kind: 'not-logged', count: 7 },
  ])
})

test('a page shows fewer of a kind, and counts the others just so', () => {
  const shown = shownOf(lines('not-logged', 40), [{ kind: 'not-logged', count: 2 }], 25)
  expect(shown.items).toHaveLength(25)
  expect(shown.more).toEqual([{ kind: 'not-logged', count: 17 }])
})

test('the lines that are shown keep their order', () => {
  const items = [...lines('declined', 2), ...lines('undelivered', 2)]
  expect(shownOf(items, [])).toEqual({ items, more: [] })
})

function lines(kind: Kind, count: number): readonly Item[] {
  return Array.from(
    { length: count },
    () =>
      ({
        ...{ kind, since: at('2027-03-21T08:00Z'), action: 'open' },
        ...{ sessionId: null, pairingId: null, personId: null },
      }) as const,
  )
}
