/** Suggested while typing; any IANA name is accepted. */
export const ZONES: readonly string[] = Intl.supportedValuesOf('timeZone')
