import type { PersonId } from '../../domain/ids.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { putGuideRead } from '../../storage/people/guide.ts'

/** A mentor has read what a new one should know. */
export async function readGuide({ db, now }: Platform, personId: PersonId): Promise<void> {
  await inOneBatch(db, [putGuideRead(db, personId, now())])
}
