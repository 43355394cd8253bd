/** RFC 4648 §5, without the padding. */
export function base64urlOf(octets: Uint8Array): string {
  return base64Of(octets).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

export function base64Of(octets: Uint8Array): string {
  return btoa(Array.from(octets, (octet) => String.fromCharCode(octet)).join(''))
}
