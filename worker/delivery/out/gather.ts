import type { OfferLetter, OffersLetter } from '../../domain/letter/letter.ts'
import type { Platform } from '../../platform.ts'
import { type Gatherable, gatherLetters, listGatherable } from '../../storage/letter/gather.ts'

/** More rounds than any day brings; what another deliverer takes meanwhile must not keep this one. */
const MAX_ROUNDS = 100

/** Merges all offers to one assistant that are due together into one mail, however many there are. */
export async function gatherOffers(platform: Platform): Promise<void> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) if (!(await gatherSome(platform))) return
}

/** Those of some assistants; false if no assistant has several that can be read. */
async function gatherSome(platform: Platform): Promise<boolean> {
  const waiting = await listGatherable(platform)
  let isAny = false
  const keyOf = ({ programmeId, isQuiet, letter }: Gatherable) =>
    `${programmeId} ${isQuiet} ${letter.reader.email}`
  for (const rows of Map.groupBy(waiting, keyOf).values()) {
    const letter = mergeOffers(rows, platform.newId('let'))
    if (!letter) continue
    isAny = true
    await gatherLetters(platform, { rows, letter })
  }
  return isAny
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
