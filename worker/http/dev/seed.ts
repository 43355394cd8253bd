import { FABRIKAM } from '../../../schema/seed/fabrikam.ts'
import { NORTHWIND } from '../../../schema/seed/northwind.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { platformAt } from './clock.ts'
import { findProgress, finish } from './seeding/progress.ts'
import { setManagersMails, setUp } from './seeding/set-up.ts'
import { playStories } from './seeding/stories.ts'
import { tick } from './tick.ts'

const PROGRAMMES = [NORTHWIND, FABRIKAM]

/**
 * Puts the demo cast into an empty database, by the usual actions and with the clock set to each moment, so that
 * events, letters and invites are real. An interrupted run continues where it stopped.
 */
export async function seedWhenEmpty(platform: Platform, mailbox: D1Database): Promise<void> {
  const progress = await findProgress(platform, mailbox)
  if (!progress) return

  const { began } = progress
  const at = (moment: Instant) => platformAt(platform, mailbox, { now: () => moment })
  for (const programme of PROGRAMMES) await setUp(at, programme, began)
  await playStories(
    { at, mailbox },
    PROGRAMMES.flatMap(({ people: [manager], pairings }) =>
      manager ? pairings.map((pairing) => ({ ...pairing, managerId: manager.id })) : [],
    ),
    progress,
  )
  for (const programme of PROGRAMMES) await setManagersMails(at(began), programme, 'both')
  await tick(at(began))
  await finish(mailbox)
}
