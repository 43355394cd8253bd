import { zoneOfCity } from '../../../web/words/places.ts'
import { MAX_ZONE_CHARACTERS } from '../../domain/limits.ts'
import type { Zone } from '../../domain/time/time.ts'
import { canonicalZone } from '../../domain/time/zones.ts'

/** A zone as a person types it: a city, or the IANA name. Null: it is neither. */
export function readZone(text: string): Zone | null {
  if (text.length > MAX_ZONE_CHARACTERS) return null
  return canonicalZone(text) ?? zoneOfCity(text)
}
