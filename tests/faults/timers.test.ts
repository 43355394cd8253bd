import { env } from 'cloudflare:workers'
import { test } from 'vitest'

import { TIMERS, type TimerKind } from '../../worker/domain/clock/timer.ts'
import { newRun, runOne } from '../../worker/jobs/tick.ts'
import type { Platform } from '../../worker/platform.ts'
import { claimTimers, selectDue, type TimerKey } from '../../worker/storage/clock/timers.ts'
import { expectConverging, TRACES } from '../support/faults/converging.ts'
import { changesSince, restore, snapshot } from '../support/faults/snapshot.ts'
import { MADE_DUE } from '../support/faults/timers.ts'
import { NOW, worldWithEverything } from '../support/faults/world.ts'
import { runDue } from '../support/run-due.ts'

const { world, things } = await worldWithEverything()
const base = await snapshot()
const CALENDAR = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
DTSTAMP:20270315T080000Z
DTSTART:20270318T090000Z
DTEND:20270318T100000Z
END:VEVENT
END:VCALENDAR`.replaceAll('\n', '\r\n')

const calendar = () => Promise.resolve(new Response(CALENDAR))

const ASKED_ONCE_MORE: readonly TimerKind[] = ['urgent-mail', 'leave']

const kinds = Object.keys(TIMERS).filter((kind): kind is TimerKind => kind in TIMERS)

test.each(kinds)(
  'what the clock owes as %s is done wholly or again, whichever call is lost',
  async (kind) => {
    world.now(NOW)
    try {
      await MADE_DUE[kind](world, things)
      if (kind !== 're-arm') await runDue(world.platform, 're-arm')
      const arranged = await snapshot()
      const target = await firstDue(kind)
      await expectConverging(world.platform, arranged, {
        act: (platform) => runIfDue({ ...platform, fetch: calendar }, target),
        expectLost: () => {},
        isInSteps: true,
        pass: () => waitIsOver(target),
        // These are asked about once more where something was done; whoever repeats it finds nothing new.
        without: ASKED_ONCE_MORE.includes(kind) ? [...TRACES, 'timers'] : TRACES,
      })
    } finally {
      await restore(base, await changesSince(base))
    }
  },
  60_000,
)

async function firstDue(kind: TimerKind): Promise<TimerKey> {
  const { db, now } = world.platform
  const due = await selectDue(db, TIMERS[kind].lane, now(), { limit: 1000, ran: [] })
  const own = due.filter((each) => each.kind === kind)
  const first = own.find(({ subject }) => subject === things.sessionId) ?? own[0]
  if (!first) throw new Error(`nothing of ${kind} is due`)
  return first
}

async function runIfDue(platform: Platform, target: TimerKey): Promise<void> {
  for (const claimed of await claimTimers(platform.db, [target], platform.now()))
    await runOne(platform, claimed, newRun())
}

/** A claim has ended, and so has the wait after a try that failed. */
async function waitIsOver({ subject, kind }: TimerKey): Promise<void> {
  await env.DB.prepare(
    `UPDATE timers SET due_at = min(due_at, ?), ask_again_at = NULL, tries = 0, said = NULL
     WHERE subject = ? AND kind = ? AND tries > 0`,
  )
    .bind(world.platform.now(), subject, kind)
    .run()
}
