import { type Alert, decideAlert, type Signs, whatIsBad } from '../../domain/clock/alert.ts'
import { iso } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { putAlerted, selectSigns, toSigns } from '../../storage/clock/alerted.ts'
import { tellHealth } from '../../storage/webhook/message.ts'

type Seen = ReturnType<typeof toSigns>

/** What a tick has to tell of health, by what it saw when it began. */
export function alertAt({ now, settings }: Pick<Platform, 'now' | 'settings'>, seen: Seen): Alert | null {
  if (!seen) return null
  const at = now()
  const clock = { now: at, tickingSince: settings.tickingSince }
  return decideAlert(whatIsBad(seen.signs, clock), seen.alerted, at)
}

/**
 * Tells that health turned bad, or good, as it is after a tick has done what was due: `before` is of the ticks before it,
 * which it has overwritten. Nothing, if all is as it was told.
 */
export async function tellOfHealth(
  platform: Platform,
  before: Pick<Signs, 'lastTick' | 'jobsFailed'>,
): Promise<number> {
  const { db, now } = platform
  const seen = toSigns((await selectSigns(db, now()))[0])
  const alert = alertAt(platform, seen && { ...seen, signs: { ...seen.signs, ...before } })
  if (!seen || !alert) return 0
  const { type, codes, since, next } = alert
  const message = { type, at: next.toldAt, data: { codes, since: iso(since) } } as const
  await inOneBatch(db, [tellHealth(platform, message, seen.alerted.toldAt), putAlerted(db, next)])
  return 1
}
