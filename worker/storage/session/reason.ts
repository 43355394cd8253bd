import { reasons } from '../../../schema/index.ts'
import type { SealedPlace } from '../../domain/seal/sealed.ts'
import type { Platform, Statement } from '../../platform.ts'
import { openWords } from '../seal/words.ts'

/** The event that somebody gave a reason for. */
export type Reasoned = { readonly subject: string; readonly version: number }

/** Stores why somebody overrode a rule or corrected a log, sealed. */
export async function insertReason(
  { db, seal }: Platform,
  { subject, version }: Reasoned,
  words: string,
): Promise<readonly [Statement]> {
  const sealed = await seal(placeOf({ subject, version }), words)
  return [db.insert(reasons).values({ subject, version, words: sealed })]
}

/** Null: it is gone by now, or does not open. */
export async function openReason(
  platform: Pick<Platform, 'open'>,
  reasoned: Reasoned,
  stored: string | null,
): Promise<string | null> {
  return stored === null ? null : openWords(platform, placeOf(reasoned), stored)
}

function placeOf({ subject, version }: Reasoned): SealedPlace {
  return { table: 'reasons', row: `${subject} ${version}`, column: 'words' }
}
