import type { OfferLetter, OffersLetter } from '../../domain/letter/letter.ts'
import type { Platform } from '../../platform.ts'
import { type Gatherable, gatherLetters, listGatherable } from '../../storage/letter/gather.ts'

/** Merges the offers to one assistant that are due together into one mail. */
export async function gatherOffers(platform: Platform): Promise<void> {
  const { db, newId, now } = platform
  const waiting = await listGatherable(db, now())
  const groups = Map.groupBy(waiting, ({ programmeId, letter }) => `${programmeId} ${letter.reader.email}`)
  for (const rows of groups.values()) {
    const letter = mergeOffers(rows, newId('let'))
    if (letter) await gatherLetters(db, { rows, letter, now: now() })
  }
}

/** Sorted by the executives' names; null if there are fewer than two offers. */
function mergeOffers(rows: readonly Gatherable[], id: OffersLetter['id']): OffersLetter | null {
  const offers: readonly OfferLetter[] = rows
    .map(({ letter }) => letter)
    .toSorted((one, other) => one.executiveName.localeCompare(other.executiveName))
  const last = offers.at(-1)
  if (!last || offers.length < 2) return null
  return { id, kind: 'offers', reader: last.reader, sender: last.sender, madeAt: last.madeAt, offers }
}
