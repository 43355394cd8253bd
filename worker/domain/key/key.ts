import type { KeyId, PersonId, ProgrammeId } from '../ids.ts'
import { before, DAY, type Day, type Instant, MINUTE, type Zone } from '../time/time.ts'
import { toWall } from '../time/zones.ts'

/** `health`: the details of health alone, and nothing of any person. */
export const KEY_ACCESSES = ['read', 'write', 'health'] as const
export type KeyAccess = (typeof KEY_ACCESSES)[number]

/** By which a program asks the API: it acts as its maker is now, in these programmes and in no other. */
export type Key = {
  readonly id: KeyId
  /** What it is for, in its maker's words. */
  readonly name: string
  readonly access: KeyAccess
  /** Empty for `health`. */
  readonly programmes: readonly ProgrammeId[]
  /** Its maker. */
  readonly personId: PersonId
  /** At which its maker was signed in. */
  readonly address: string
  readonly madeAt: Instant
  readonly endsAt: Instant
  readonly endedAt: Instant | null
  /** The last day of use, in UTC. */
  readonly usedOn: Day | null
}

/** From when on its maker is told that it ends. */
export const KEY_ENDS_SOON_MS = 7 * DAY

/** What stands before the secret, so that whoever finds one knows what it opens, and scanners of repositories do too. */
export const KEY_PREFIX = 'sotto_'

/** 32 random bytes as base64url, behind the prefix. Whatever else is said is nobody's key. */
export function isKeyToken(text: string): boolean {
  return text.startsWith(KEY_PREFIX) && /^[A-Za-z0-9_-]{43}$/.test(text.slice(KEY_PREFIX.length))
}

export function isKeyOpen({ endsAt, endedAt }: Pick<Key, 'endsAt' | 'endedAt'>, now: Instant): boolean {
  return endedAt === null && endsAt > now
}

/** The last day on which it works, by the clock of whoever reads. */
export function lastDayOfKey({ endsAt }: Pick<Key, 'endsAt'>, zone: Zone): Day {
  return toWall(zone, before(endsAt, MINUTE)).day
}
