/** Where a sealed value stands. It opens nowhere else. */
export type SealedPlace = { readonly table: string; readonly row: string; readonly column: string }

/** Why a sealed value does not open. The id of a key is no secret. */
export type Unopened = {
  readonly reason: 'unknown-key' | 'not-sealed-here' | 'not-sealed'
  readonly keyId: string | null
}

/** How a sealed value is written: by which key, then the IV and what was sealed. */
const SEALED = /^sealed\.(?<keyId>[a-z0-9-]{1,32})\.(?<octets>[A-Za-z0-9_-]+)$/

export function writeSealed(keyId: string, octets: string): string {
  return `sealed.${keyId}.${octets}`
}

/** The start of all values that this key has sealed. */
export function sealedBy(keyId: string): string {
  return writeSealed(keyId, '')
}

/** Null for what was never sealed. */
export function readSealed(text: string): { readonly keyId: string; readonly octets: string } | null {
  const { keyId, octets } = SEALED.exec(text)?.groups ?? {}
  return keyId === undefined || octets === undefined ? null : { keyId, octets }
}

/** The same for the log and for the list of deliveries: `unknown-key:k1`. */
export function codeOfUnopened({ reason, keyId }: Unopened): string {
  return keyId === null ? reason : `${reason}:${keyId}`
}
