import {
  effectOf,
  factsOf,
  isSealed,
  type SealedLetter,
  type StoredLetter,
} from '../../domain/letter/facts.ts'
import type { Letter } from '../../domain/letter/letter.ts'
import type { LetterEffect } from '../../domain/letter/thread.ts'
import { withOpenAddresses } from '../../domain/seal/reply-address.ts'
import type { SealedPlace } from '../../domain/seal/sealed.ts'
import type { Sealing } from '../../sealing.ts'

/** `id` is the row's, which is another than the letter's where one is sent again. */
export async function sealLetter(
  { seal, open }: Pick<Sealing, 'seal' | 'open'>,
  id: string,
  stored: Letter,
): Promise<SealedLetter> {
  const letter = await withOpenAddresses(open, stored)
  return { ...factsOf(letter), sealed: await seal(placeOfLetter(id), JSON.stringify(letter)) }
}

export type Opened = {
  readonly letter: Letter | LetterEffect
  /** Its key is gone, or it was moved here from another row: only its effect is left. */
  readonly isUnopenable: boolean
}

/** The row with its letter opened. One in clear comes from an older version. */
export async function withOpened<Row extends { readonly id: string; readonly letter: StoredLetter }>(
  { open }: Pick<Sealing, 'open'>,
  row: Row,
): Promise<Omit<Row, 'letter'> & Opened> {
  const { letter } = row
  if (!isSealed(letter)) return { ...row, letter, isUnopenable: false }
  const opened = await open(placeOfLetter(row.id), letter.sealed)
  return opened.ok
    ? { ...row, letter: JSON.parse(opened.value), isUnopenable: false }
    : { ...row, letter: effectOf(letter), isUnopenable: true }
}

export function openAll<Row extends { readonly id: string; readonly letter: StoredLetter }>(
  platform: Pick<Sealing, 'open'>,
  rows: readonly Row[],
): Promise<readonly (Omit<Row, 'letter'> & Opened)[]> {
  return Promise.all(rows.map((row) => withOpened(platform, row)))
}

export function placeOfLetter(id: string): SealedPlace {
  return { table: 'outbox', row: id, column: 'letter' }
}
