import type { ByPerson } from '../../domain/decision.ts'
import { asOfNow } from '../../domain/letter/still-true.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { countOf, listStopped, requeueLetters } from '../../storage/letter/delivery.ts'
import { findPresent } from '../../storage/letter/present.ts'
import { clearSuppression, listResting, wakeLetter } from '../../storage/letter/suppression.ts'

/**
 * Allows mail to an address again. Letters stopped meanwhile are sent if anything of them is still true, and those that
 * waited for it to have rested; returns how many of those are of the programmes in `reach`.
 */
export async function clearAddress(
  platform: Platform,
  address: string,
  { id: by, reach }: Pick<ByPerson, 'id' | 'reach'>,
): Promise<number> {
  const { db } = platform
  const now = platform.now()
  const stopped = await listStopped(platform, address)
  const resting = await listResting(db, address)
  const present = await findPresent(
    db,
    stopped.map(({ letter }) => letter),
    now,
  )
  const stillTrue = stopped.filter(({ letter }) => asOfNow(letter, present).ok)
  await inOneBatch(db, [
    clearSuppression(db, address, by, now),
    requeueLetters(
      db,
      stillTrue.map(({ id }) => id),
      now,
    ),
    ...resting.map((id) => wakeLetter(db, id, now)),
  ])
  const sent = [...stillTrue.map(({ id }) => id), ...resting]
  return reach ? countOf(db, sent, reach) : sent.length
}
