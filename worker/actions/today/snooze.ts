import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Item } from '../../domain/today/item.ts'
import { findItems } from '../../domain/today/items.ts'
import { decideSnooze, keyOf } from '../../domain/today/snooze.ts'
import type { Platform, Statement } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { deleteWish } from '../../storage/pairing/wish.ts'
import { findMorning } from '../../storage/today/morning.ts'
import { putSnooze } from '../../storage/today/snooze.ts'

export type SnoozeWish = {
  readonly programmeId: ProgrammeId
  /** As Today names the line. */
  readonly key: string
  /** Null: done with. */
  readonly until: Instant | null
}

/** Puts a line of Today off to a day, or away. */
export async function snoozeItem(
  platform: Platform,
  { programmeId, key, until }: SnoozeWish,
  by: PersonId,
): Promise<Result<null, Refusal>> {
  const morning = await findMorning(platform, programmeId)
  if (!morning) return refuse({ reason: 'not-found' })
  // A line that is put off already can be put off again: the same press twice is one, another day takes its place.
  const items = findItems({ ...morning, snoozes: [] })
  const snooze = decideSnooze(items, { key, until }, morning.now)
  if (!snooze.ok) return snooze
  const item = items.find((each) => keyOf(each) === key)
  return inOneBatch(platform.db, [
    putSnooze(platform.db, programmeId, snooze.value, by),
    ...(item && until === null ? seenTo(platform, item) : []),
  ])
}

/** A wish that is done with is a wish no more: the clock may ask for times again. */
function seenTo({ db }: Platform, { kind, pairingId }: Item): readonly Statement[] {
  if (!pairingId) return []
  if (kind === 'asks-to-pause') return [deleteWish(db, pairingId, 'pause')]
  return kind === 'asks-for-another' ? [deleteWish(db, pairingId, 'another-mentor')] : []
}
