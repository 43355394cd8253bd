import { expect, test } from 'vitest'

import { checkInvariants } from '../../worker/actions/fsck/check.ts'
import { sealAccessLog } from '../../worker/actions/people/seal-access-log.ts'
import { releaseReports } from '../../worker/actions/report/release.ts'
import { sealAnew } from '../../worker/actions/seal/seal-anew.ts'
import type { NightJob } from '../../worker/domain/clock/runs.ts'
import type { Platform } from '../../worker/platform.ts'
import { askForRepairs } from '../../worker/storage/clock/repairs.ts'
import { dropOldAccesses, sweep } from '../../worker/storage/clock/retention.ts'
import { purgeLetters } from '../../worker/storage/letter/purge.ts'
import { dropOldStrangers } from '../../worker/storage/mail/strangers.ts'
import { expectConverging } from '../support/faults/converging.ts'
import { changesSince, restore, snapshot } from '../support/faults/snapshot.ts'
import { worldWithEverything } from '../support/faults/world.ts'

const { world } = await worldWithEverything()
const base = await snapshot()
const sweeps =
  (name: Parameters<typeof sweep>[1]) =>
  ({ db, now }: Platform) =>
    sweep(db, name, now())

const JOBS: Readonly<Record<NightJob, (platform: Platform) => Promise<unknown>>> = {
  'drop-undos-and-words': sweeps('drop-undos-and-words'),
  'drop-questions': sweeps('drop-questions'),
  'drop-imports': sweeps('drop-imports'),
  'drop-kept-forms': sweeps('drop-kept-forms'),
  'drop-reasons': sweeps('drop-reasons'),
  'drop-tokens': sweeps('drop-tokens'),
  'drop-counts': sweeps('drop-counts'),
  'drop-settled': sweeps('drop-settled'),
  'seal-access-log': sealAccessLog,
  'purge-letters': ({ db, now }) => purgeLetters(db, now(), 1000),
  'drop-strangers': ({ db, now }) => dropOldStrangers(db, now()),
  'seal-anew': sealAnew,
  'release-reports': releaseReports,
  'purge-access-log': ({ db, now }) => dropOldAccesses(db, now()),
  'check-invariants': checkInvariants,
  'ask-for-repairs': ({ db, now }) => askForRepairs(db, now()),
}

test.each(Object.entries(JOBS))(
  '%s does its work in the next night, whichever call is lost in this one',
  async (_, job) => {
    // By then most of what the world holds may go.
    world.now('2029-06-01T02:23Z')
    try {
      await expectConverging(world.platform, base, {
        act: job,
        expectLost: (outcome) => expect(outcome).toEqual({ threw: true }),
        ...{ isInSteps: true, mayBeIdle: true, without: [] },
      })
    } finally {
      await restore(base, await changesSince(base))
    }
  },
)
