import { expect, test } from 'vitest'

import { decideDigest } from '../../../worker/domain/session/digest.ts'
import { fixed } from '../../support/rounds.ts'
import { aPerson } from '../../support/situations.ts'
import { at, between } from '../../support/times.ts'

/** Friday 19 March 2027, 16:00 in Paris; the session is on the Monday after. */
const NOW = at('2027-03-19T15:00Z')
const ODILE = aPerson('per_assistant', { name: 'Odile Marchand' })
const PAUL = aPerson('per_second', { name: 'Paul Roux' })

test('of two assistants of one executive only the first is told of the next day', () => {
  const { session, ...situation } = fixed()
  const monday = between('2027-03-22T09:00Z', '2027-03-22T09:30Z')
  const due = { ...situation, now: NOW, session: { ...session, time: monday }, assistants: [ODILE, PAUL] }

  expect(decideDigest(ODILE, [due], NOW)?.letter).toMatchObject({
    kind: 'digest',
    reader: { personId: ODILE.id },
    entries: [{ executiveName: 'Claude Bernard' }],
  })
  expect(decideDigest(PAUL, [due], NOW)).toBeNull()
  expect(decideDigest(PAUL, [{ ...due, assistants: [PAUL] }], NOW)).not.toBeNull()
})
