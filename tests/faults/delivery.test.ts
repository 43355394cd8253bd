import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { deliverDue } from '../../worker/delivery/out/deliver.ts'
import type { Mail, MailPort, SendResult } from '../../worker/domain/letter/mail-port.ts'
import { after, HOUR, iso, MINUTE } from '../../worker/domain/time/time.ts'
import type { Platform } from '../../worker/platform.ts'
import { type Act, faultsOf, run } from '../support/faults/each-call.ts'
import { changesSince, restore, snapshot } from '../support/faults/snapshot.ts'
import { NOW, worldWithEverything } from '../support/faults/world.ts'
import { findBroken } from '../support/fsck.ts'
import type { Fault } from '../support/lossy-database.ts'

const { world, things } = await worldWithEverything()
const { platform } = world
// Three letters in three threads, as if they had not left yet.
await env.DB.prepare("UPDATE outbox SET state = 'retired' WHERE state = 'waiting'").run()
await env.DB.prepare(
  `UPDATE outbox SET state = 'waiting', sent_at = NULL, provider_id = NULL, attempts = 0, may_be_had = 0, lease = NULL,
     lease_until = NULL WHERE session_id IN (?, ?)`,
)
  .bind(things.sessionId, things.offeredSessionId)
  .run()
await env.DB.prepare('UPDATE invites SET sent_sequence = NULL WHERE session_id = ?')
  .bind(things.sessionId)
  .run()
const base = await snapshot()
const deliver: Act<unknown> = (with_) => deliverDue(with_)

const healthy = await lifeWith(async (kept) => void (await deliver(kept)))
const calls = await run({ ...platform, send: keeping([]) }, deliver)
await restore(base, await changesSince(base))

test('without a fault each letter is one mail', () => {
  expect(healthy.length).toBe(3)
  expect(new Set(healthy.map(({ raw }) => raw)).size).toBe(3)
})

test('whichever call of the database a delivery loses, each mail arrives, and a second copy is the same to the octet', async () => {
  for (const fault of faultsOf(calls)) await expectAll(fault, (kept) => run(kept, deliver, fault))
})

const KINDS: Readonly<Record<string, (keep: () => void) => SendResult>> = {
  'throws before it left': () => {
    throw new Error('gone')
  },
  'throws after it left': (keep) => {
    keep()
    throw new Error('gone')
  },
  'is refused for a moment': () => ({ ok: false, error: 'busy', fault: 'moment', mayBeHad: false }),
  'is of unknown fate': (keep) => {
    keep()
    return { ok: false, error: 'timeout', fault: 'moment', mayBeHad: true }
  },
}

test.each(Object.entries(KINDS))(
  'a mail that %s arrives all the same, whichever it is',
  async (_, failing) => {
    for (const nth of [1, 2, 3])
      await expectAll(nth, (kept, mails) => {
        let sent = 0
        const send: MailPort = async (mail) => {
          sent += 1
          return sent === nth ? failing(() => void mails.push(mail)) : kept.send(mail)
        }
        return deliverDue({ ...kept, send })
      })
  },
)

test('a lease that is lost while the mail leaves makes a second copy at most, the same to the octet', async () => {
  for (const nth of [1, 2, 3])
    await expectAll(nth, (kept) => {
      let sent = 0
      const send: MailPort = async (mail) => {
        sent += 1
        if (sent === nth) {
          world.now(iso(after(platform.now(), 3 * MINUTE)))
          await deliverDue(kept)
        }
        return kept.send(mail)
      }
      return deliverDue({ ...kept, send })
    })
})

/** After this, and when all waits are over, what arrived is what arrives without a fault; nothing is left to send. */
async function expectAll(
  what: Fault | number,
  act: (kept: Platform, mails: Mail[]) => Promise<unknown>,
): Promise<void> {
  const mails = await lifeWith(async (kept, into) => void (await act(kept, into).catch(() => null)))
  const where = JSON.stringify(what)
  expect(textsOf(mails), where).toEqual(textsOf(healthy))
}

/** The mails of a first delivery as told, and of healthy ones after it. */
async function lifeWith(first: (kept: Platform, mails: Mail[]) => Promise<void>): Promise<readonly Mail[]> {
  world.now(NOW)
  const mails: Mail[] = []
  const kept = { ...platform, send: keeping(mails) }
  await first(kept, mails)
  for (const passed of [10 * MINUTE, HOUR, 3 * HOUR]) {
    world.now(iso(after(platform.now(), passed)))
    await deliverDue(kept)
  }
  const left = await env.DB.prepare("SELECT count(*) AS count FROM outbox WHERE state = 'waiting'").first(
    'count',
  )
  expect(left, 'nothing waits').toBe(0)
  expect(await findBroken()).toEqual([])
  world.now(NOW)
  await restore(base, await changesSince(base))
  return mails
}

function keeping(mails: Mail[]): MailPort {
  return async (mail) => {
    mails.push(mail)
    return { ok: true, providerId: `kept-${mails.length}` }
  }
}

/** Each once: two copies are one text. */
function textsOf(mails: readonly Mail[]): readonly string[] {
  return [...new Set(mails.map(({ to, raw }) => `${to}\n${raw}`))].toSorted()
}
