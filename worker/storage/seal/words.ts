import { readSealed, type SealedPlace } from '../../domain/seal/sealed.ts'
import type { Sealing } from '../../sealing.ts'

/** The words of a sealed column. An older version kept them in clear; null: they do not open. */
export async function openWords(
  { open }: Pick<Sealing, 'open'>,
  place: SealedPlace,
  stored: string,
): Promise<string | null> {
  if (!readSealed(stored)) return stored
  const opened = await open(place, stored)
  return opened.ok ? opened.value : null
}
