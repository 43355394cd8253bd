import { canonicalZone } from '../../../domain/time/zones.ts'

/** Suggested while typing; any IANA name is accepted. */
export const ZONES: readonly string[] = [
  ...new Set(Intl.supportedValuesOf('timeZone').map((each) => canonicalZone(each) ?? each)),
].toSorted()
