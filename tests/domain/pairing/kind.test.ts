import { expect, test } from 'vitest'

import type { PersonId } from '../../../worker/domain/ids.ts'
import { PAIRING_KINDS, pairingKindIn, usualKind } from '../../../worker/domain/pairing/kind.ts'
import { decidePairing, whyNotPair } from '../../../worker/domain/pairing/make.ts'
import { instant } from '../../../worker/domain/time/time.ts'
import { aPerson } from '../../support/situations.ts'

test('only the three kinds are read', () => {
  expect(PAIRING_KINDS.map((each) => pairingKindIn(each))).toEqual([...PAIRING_KINDS])
  expect([pairingKindIn('coaching'), pairingKindIn(undefined)]).toEqual([null, null])
})

test('where the mentor stands below the executive, the junior leads', () => {
  const below = (steps: number) => ({ personId: 'per_tom', managerId: 'per_claude', steps }) as const
  expect([null, below(2), below(5)].map(usualKind)).toEqual([
    'mentoring',
    'reverse-mentoring',
    'reverse-mentoring',
  ])
})

/** Who reports to whom, nearest first; whether they may meet, and for somebody “handled”. */
const LINES: readonly (readonly [
  string,
  { readonly mentor: readonly PersonId[]; readonly executive: readonly PersonId[] },
  { readonly usual: boolean; readonly handled: boolean },
])[] = [
  ['no line', { mentor: [], executive: [] }, { usual: true, handled: true }],
  ['the mentor directly below', { mentor: ['per_claude'], executive: [] }, { usual: false, handled: false }],
  [
    'the mentor two below',
    { mentor: ['per_a', 'per_claude'], executive: [] },
    { usual: true, handled: false },
  ],
  [
    'the mentor three below',
    { mentor: ['per_a', 'per_b', 'per_claude'], executive: [] },
    { usual: true, handled: true },
  ],
  ['the executive directly below', { mentor: [], executive: ['per_tom'] }, { usual: false, handled: false }],
  [
    'the executive far below',
    { mentor: [], executive: ['per_a', 'per_b', 'per_tom'] },
    { usual: false, handled: false },
  ],
]

test.each(
  LINES.flatMap(([name, superiors, may]) =>
    PAIRING_KINDS.flatMap((kind) =>
      (['usual', 'handled'] as const).map((who) => ({ name, superiors, kind, who, may: may[who] })),
    ),
  ),
)('$name, $kind, $who: one rule for all kinds', ({ superiors, kind, who, may }) => {
  const mentor = {
    person: aPerson('per_tom'),
    roles: ['mentor'],
    superiors: superiors.mentor,
  } as const
  const executive = {
    person: aPerson('per_claude', { blockers: who === 'handled' ? ['handled'] : [] }),
    roles: ['executive'],
    superiors: superiors.executive,
  } as const
  const wish = {
    id: 'pai_1',
    programmeId: 'prg_1',
    mentorId: 'per_tom',
    executiveId: 'per_claude',
    kind,
    place: null,
  } as const
  const by = { id: 'per_nadia', door: 'manager' } as const
  const decided = decidePairing(wish, { mentor, executive, living: null }, { at: instant(0), by })
  expect(decided.ok).toBe(may)
  expect(whyNotPair(mentor, executive) === null).toBe(may)
})
