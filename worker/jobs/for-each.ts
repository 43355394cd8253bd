import type { Platform } from '../platform.ts'

/** One after the other, so that a tick needs no more at a time than one request. Counts the acts that returned true. */
export async function forEach<Id>(
  platform: Platform,
  ids: readonly Id[],
  act: (platform: Platform, id: Id) => Promise<boolean>,
): Promise<number> {
  let count = 0
  for (const id of ids) if (await act(platform, id)) count += 1
  return count
}
