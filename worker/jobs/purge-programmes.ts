import { purgeProgramme } from '../actions/programme/purge.ts'
import type { Platform } from '../platform.ts'
import { listPurgeable } from '../storage/programme/purge.ts'
import { forEach } from './for-each.ts'

/** In the night of its day a closed programme forgets names and notes. Answers how many did. */
export async function purgeProgrammes(platform: Platform): Promise<number> {
  return forEach(platform, await listPurgeable(platform.db, platform.now()), purgeProgramme)
}
