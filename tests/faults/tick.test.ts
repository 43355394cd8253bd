import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { RUNS } from '../../worker/domain/clock/runs.ts'
import type { Mail } from '../../worker/domain/letter/mail-port.ts'
import { after, iso, MINUTE } from '../../worker/domain/time/time.ts'
import { runCron } from '../../worker/jobs/jobs.ts'
import type { Platform } from '../../worker/platform.ts'
import { faultsOf, run, spread } from '../support/faults/each-call.ts'
import { changesSince, restore, snapshot } from '../support/faults/snapshot.ts'
import { NOW, worldWithEverything } from '../support/faults/world.ts'
import { findBroken } from '../support/fsck.ts'

const { world, things } = await worldWithEverything()
const { platform } = world
// One thing of the clock is due, and one letter waits.
await env.DB.prepare("DELETE FROM timers WHERE kind <> 'ask-for-outcome' OR subject <> ?")
  .bind(things.pastSessionId)
  .run()
await env.DB.prepare("UPDATE outbox SET state = 'retired' WHERE state = 'waiting'").run()
await env.DB.prepare(
  "UPDATE outbox SET state = 'waiting', sent_at = NULL, attempts = 0, may_be_had = 0 WHERE session_id = ?",
)
  .bind(things.offeredSessionId)
  .run()
const base = await snapshot()
const tick = (with_: Platform) => runCron(with_, RUNS.minutely)

test('whichever call a tick loses, the next ticks do what it left: each thing once, each letter once', async () => {
  const healthy = await livedAfter(tick)
  expect(healthy).toMatchObject({ mails: 2, asked: 1, isNothingLeft: true })
  const calls = await run(keeping([]), tick)
  await restore(base, await changesSince(base))

  const faults = spread(faultsOf(calls))
  expect(faults.length).toBeGreaterThan(8)
  for (const fault of faults) {
    const lived = await livedAfter((kept) => run(kept, tick, fault))
    expect(lived, JSON.stringify(fault)).toEqual(healthy)
  }
}, 60_000)

test('whichever call of a tick that tells of health is lost, each owner has one letter of it', async () => {
  const told = async (first: (kept: Platform) => Promise<unknown>) => {
    world.now(NOW)
    await env.DB.prepare('INSERT INTO ticks (cron, at, failed) VALUES (?, 0, ?)')
      .bind(RUNS.nightly, '["purge-letters"]')
      .run()
    const mails: Mail[] = []
    const kept = keeping(mails)
    await tick(kept)
    world.now(iso(after(platform.now(), 15 * MINUTE)))
    await first(kept).catch(() => null)
    for (const passed of [1, 1, 1]) {
      world.now(iso(after(platform.now(), passed * MINUTE)))
      await tick(kept)
    }
    const ofHealth = mails.filter(({ subject }) => subject === 'Sotto: something needs a look')
    await restore(base, await changesSince(base))
    return new Set(ofHealth.map(({ to, raw }) => `${to} ${raw}`)).size
  }
  expect(await told(tick)).toBe(1)
  let faults: ReturnType<typeof spread> = []
  expect(
    await told(async (kept) => {
      faults = spread(faultsOf(await run(kept, tick)))
    }),
  ).toBe(1)
  expect(faults.length).toBeGreaterThan(4)
  for (const fault of faults)
    expect(await told((kept) => run(kept, tick, fault)), JSON.stringify(fault)).toBe(1)
}, 60_000)

/** What there is after this and two healthy ticks. */
async function livedAfter(first: (kept: Platform) => Promise<unknown>) {
  world.now(NOW)
  const mails: Mail[] = []
  const kept = keeping(mails)
  await first(kept).catch(() => null)
  for (const passed of [6 * MINUTE, 31 * MINUTE]) {
    world.now(iso(after(platform.now(), passed)))
    await tick(kept)
  }
  expect(await findBroken()).toEqual([])
  const [events, waiting] = await env.DB.batch<{ readonly count: number }>([
    env.DB.prepare("SELECT count(*) AS count FROM events WHERE code = 'outcome-asked'"),
    env.DB.prepare("SELECT count(*) AS count FROM outbox WHERE state = 'waiting'"),
  ])
  await restore(base, await changesSince(base))
  return {
    // A second copy is the same to the octet.
    mails: new Set(mails.map(({ to, raw }) => `${to} ${raw}`)).size,
    asked: events?.results[0]?.count,
    isNothingLeft: waiting?.results[0]?.count === 0,
  }
}

function keeping(mails: Mail[]): Platform {
  return {
    ...platform,
    send: async (mail) => {
      mails.push(mail)
      return { ok: true, providerId: `kept-${mails.length}` }
    },
  }
}
