import { eq, type SQL, sql } from 'drizzle-orm'

import { outbox } from '../../schema/index.ts'
import type { PersonId } from '../../worker/domain/ids.ts'
import type { Letter } from '../../worker/domain/letter/letter.ts'
import { hasText } from '../../worker/domain/letter/thread.ts'
import type { Platform } from '../../worker/platform.ts'
import { openAll } from '../../worker/storage/letter/sealed.ts'

export type StoredText = Omit<typeof outbox.$inferSelect, 'letter'> & { readonly letter: Letter }

/** The letters in the outbox with their words, in the order in which they were written. */
export async function storedLetters(platform: Platform, where?: SQL): Promise<readonly StoredText[]> {
  const rows = await platform.db
    .select()
    .from(outbox)
    .where(where)
    .orderBy(sql`rowid`)
  const opened = await openAll(platform, rows)
  return opened.flatMap(({ letter, ...row }) => (hasText(letter) ? [{ ...row, letter }] : []))
}

export async function storedOfKind<Kind extends Letter['kind']>(
  platform: Platform,
  kind: Kind,
  personId?: PersonId,
): Promise<readonly Extract<Letter, { kind: Kind }>[]> {
  const isOfKind = (letter: Letter): letter is Extract<Letter, { kind: Kind }> => letter.kind === kind
  const rows = await storedLetters(platform, personId && eq(outbox.personId, personId))
  return rows.flatMap(({ letter }) => (isOfKind(letter) ? [letter] : []))
}

/** The outbox as an older version wrote it: a statement of a test can copy such letters. */
export async function inClear(platform: Platform): Promise<void> {
  for (const { id, letter } of await storedLetters(platform))
    await platform.db.update(outbox).set({ letter }).where(eq(outbox.id, id))
}
