import { copyOf } from '../path/track-copy.ts'
import type { Situation } from '../situation.ts'
import type { Pairing } from './pairing.ts'

/** The pairing as it starts: it keeps its track as that is now. */
export function started(pairing: Pairing, { path, formats }: Pick<Situation, 'path' | 'formats'>): Pairing {
  const track = pairing.track ?? (path.track && copyOf(path.track, formats))
  return { ...pairing, status: 'active', track }
}
