/** Suggested while typing; any IANA name is taken. */
export const ZONES: readonly string[] = Intl.supportedValuesOf('timeZone')
