import { stopAddress } from '../../actions/letter/stop-address.ts'
import { ADDRESS_RESTS, blameOf } from '../../domain/letter/suppression.ts'
import { after, HOUR, type Instant, MINUTE } from '../../domain/time/time.ts'
import type { SendResult, Platform } from '../../platform.ts'
import { listAnswered } from '../../storage/clock/work.ts'
import {
  type Due,
  leaseDue,
  lettersDue,
  markFailed,
  markRetry,
  markSent,
  markStopped,
} from '../../storage/letter/outbox.ts'
import { listSuppressed } from '../../storage/letter/suppression.ts'
import { composeMail } from './compose.ts'
import { gatherOffers } from './gather.ts'

type Counts = { -readonly [Name in keyof Delivered]: number }

export type Delivered = {
  readonly sent: number
  readonly retried: number
  readonly failed: number
  /** Not sent: the address is suppressed. */
  readonly stopped: number
}

/** Back-off: the waits between tries. After the last one the letter has failed, and a person sees it. */
const BACK_OFF_MS = [1, 2, 5, 15, 30]
  .map((minutes) => minutes * MINUTE)
  .concat([1, 2, 4, 8, 12].map((hours) => hours * HOUR))
const LEASE_BATCH_LIMIT = 20

/** Gives every letter that is due to the mail port. Two runs at once are safe: each letter is leased to one of them. */
export async function deliverDue(platform: Platform): Promise<Delivered> {
  const total = { sent: 0, retried: 0, failed: 0, stopped: 0 }
  const waiting = await listAnswered(platform.db, { letters: lettersDue(platform.now()) })
  if (waiting.size === 0) return total

  await gatherOffers(platform)
  try {
    return await deliverAll(platform, total)
  } finally {
    await platform.send.end?.()
  }
}

async function deliverAll(platform: Platform, total: Counts): Promise<Delivered> {
  for (;;) {
    const due = await leaseDue(platform.db, platform.now(), LEASE_BATCH_LIMIT)
    const suppressed = await listSuppressed(
      platform.db,
      due.map(({ letter }) => letter.reader.email),
      platform.now(),
    )
    for (const each of due) total[await deliver(platform, each, suppressed)] += 1
    if (due.length < LEASE_BATCH_LIMIT) return total
  }
}

async function deliver(
  platform: Platform,
  { id, letter, attempts }: Due,
  suppressed: ReadonlyMap<string, Instant | null>,
): Promise<keyof Delivered> {
  const { db } = platform
  const address = letter.reader.email
  const until = suppressed.get(address)
  if (until === null) {
    await markStopped(db, id, 'address-stopped')
    return 'stopped'
  }
  if (until !== undefined) {
    await markRetry(db, id, until, ADDRESS_RESTS)
    return 'retried'
  }

  const result = await sendLetter(platform, letter)
  const now = platform.now()
  if (result.ok) {
    await markSent(db, id, now, result.providerId)
    return 'sent'
  }

  const blame = blameOf(address, result, result.error)
  if (blame) await stopAddress(platform, blame)
  if (result.fault === 'address') {
    await markStopped(db, id, result.error)
    return 'stopped'
  }

  const next = result.fault === 'letter' ? null : dueAgain(after(now, result.waitMs ?? 0), attempts)
  if (next === null) {
    await markFailed(db, id, result.error)
    return 'failed'
  }
  await markRetry(db, id, next, result.error)
  return 'retried'
}

/** A letter that cannot be composed must not stop the others: it is retried, then fails, and a person sees it. */
async function sendLetter(platform: Platform, letter: Due['letter']): Promise<SendResult> {
  try {
    return await platform.send(await composeMail(platform, letter))
  } catch (error) {
    const code = error instanceof Error ? error.name : 'unknown'
    return { ok: false, error: code, fault: 'moment', mayBeHad: true }
  }
}

/** The next try after this many attempts; null after the last. */
export function dueAgain(now: Instant, attempts: number): Instant | null {
  const wait = BACK_OFF_MS[attempts - 1]
  return wait === undefined ? null : after(now, wait)
}
