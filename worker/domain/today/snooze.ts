import type { ReceivedId } from '../ids.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { Instant } from '../time/time.ts'
import type { Item, Kind, Snooze } from './item.ts'

/** Of the kinds that the manager can settle: those whose lines stay until she does. The others leave Today after a month. */
export const SETTLED_FOR_LONG = [
  'asks-to-pause',
  'asks-for-another',
  'pulse',
  'programme-ends',
  'answer-waiting',
  'trip-over-dates',
  'zone-changed',
  'counter',
] as const satisfies readonly Kind[]

/** Kinds that the manager can settle herself, because nothing else depends on them. */
const SETTLES: ReadonlySet<Kind> = new Set([...SETTLED_FOR_LONG, 'needs-manager', 'undelivered', 'strangers'])

/** The key of an item: the same every time Today is opened. */
export function keyOf({
  kind,
  planId,
  receivedId,
  proposalId,
  letterId,
  sessionId,
  pairingId,
  personId,
  programmeId,
  keyId,
}: Item): string {
  return `${kind}:${planId ?? receivedId ?? proposalId ?? letterId ?? sessionId ?? pairingId ?? personId ?? programmeId ?? keyId ?? ''}`
}

/** The kind that a key begins with. */
export function kindOf(key: string): string {
  return key.split(':', 1)[0] ?? ''
}

/** The key of a mail that waits. */
export function waitingMailKey(id: ReceivedId): string {
  return `answer-waiting:${id}`
}

/** The mail that a key names; null for any other line. */
export function mailIn(key: string): ReceivedId | null {
  const [, id] = /^answer-waiting:rcv_(.+)$/.exec(key) ?? []
  return id === undefined ? null : `rcv_${id}`
}

/** A proposed time is decided where that is possible. Where it is not any more, what was written with it is put away. */
export function maySettle({ kind, action }: Pick<Item, 'kind' | 'action'>): boolean {
  return SETTLES.has(kind) && (kind !== 'counter' || action === 'open')
}

export function isHidden(item: Item, snoozes: readonly Snooze[], now: Instant): boolean {
  const key = keyOf(item)
  return snoozes.some(
    (each) => each.key === key && (each.until === null ? item.since <= each.madeAt : each.until > now),
  )
}

/** Puts an item off to a future day, or settles it if its kind allows that. */
export function decideSnooze(
  items: readonly Item[],
  { key, until }: { readonly key: string; readonly until: Instant | null },
  now: Instant,
): Result<Snooze, Refusal> {
  const item = items.find((each) => keyOf(each) === key)
  if (!item) return refuse({ reason: 'not-found' })
  if (until === null && !maySettle(item)) return refuse({ reason: 'not-settled' })
  if (until !== null && until <= now) return refuse({ reason: 'in-the-past', now })
  return accept({ key, until, madeAt: now })
}
