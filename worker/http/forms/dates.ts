import type { Locale } from '../../domain/people/person.ts'
import type { Instant, Zone } from '../../domain/time/time.ts'
import type { TypedBy } from '../../domain/time/typed.ts'
import { toWall } from '../../domain/time/zones.ts'
import { type AppContext, identityOf } from '../context.ts'

/** Who typed a date: the reader of a page, or anybody with a language, a zone and a present. */
export function typedBy({
  locale,
  zone,
  now,
}: {
  readonly locale: Locale
  readonly zone: Zone
  readonly now: Instant
}): TypedBy {
  return { locale, today: toWall(zone, now).day }
}

export function typedByReader(c: AppContext): TypedBy {
  return typedBy({ ...identityOf(c).person, now: c.get('platform').now() })
}
