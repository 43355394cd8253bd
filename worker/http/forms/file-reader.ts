import { zoneOfCity } from '../../../web/words/places.ts'
import type { Reader } from '../../actions/import/judge.ts'
import { type AppContext, identityOf } from '../context.ts'

/** Whoever is signed in, as a reader of files. */
export function readerOf(c: AppContext): Reader {
  const { locale, zone } = identityOf(c).person
  return { locale, zone, zoneOfCity }
}
