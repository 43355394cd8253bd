import { oneLine, withoutAdditions } from './clean.ts'
import { isCaseless, namedSegmentsOf } from './parts.ts'

/** The whole name as it is said: “Müller, Zoë (EXT)” is Zoë Müller. Titles stay. */
export function spokenName(name: string): string {
  const bare = withoutAdditions(name)
  if (isCaseless(bare)) return bare || oneLine(name)
  const { first, given } = namedSegmentsOf(bare)
  return [...(given ?? []), ...first].join(' ') || oneLine(name)
}
