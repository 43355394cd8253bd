import { purgeProgramme } from '../actions/programme/purge.ts'
import type { Platform } from '../platform.ts'
import { listPurgeable } from '../storage/programme/purge.ts'
import { forEach } from './for-each.ts'

/** Purges names and notes of closed programmes whose day has come. Returns how many programmes were purged. */
export async function purgeProgrammes(platform: Platform): Promise<number> {
  return forEach(platform, await listPurgeable(platform.db, platform.now()), purgeProgramme)
}
