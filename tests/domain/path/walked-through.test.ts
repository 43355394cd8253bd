import { expect, test } from 'vitest'

import { nextSteps } from '../../../worker/domain/path/next-steps.ts'
import { EVIDENCES } from '../../../worker/domain/path/stage.ts'
import { theStandards } from '../../support/formats.ts'
import { aPath, aStep } from '../../support/paths.ts'

test('a path that is walked through says so, also where the programme has put the closing talk away', () => {
  const all = theStandards().filter(({ standard }) => standard !== 'closing-talk')
  const steps = all.map(({ standard }, index) => aStep(standard ?? 'read-along', index))
  const formats = theStandards().map((each) => ({ ...each, isArchived: each.standard === 'closing-talk' }))
  expect(nextSteps(aPath({ formats, steps, acts: EVIDENCES }))).not.toEqual([])
})
