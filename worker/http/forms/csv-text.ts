/**
 * Octets of a CSV as text: what its byte order mark says, UTF-8, else Windows-1252, which every octet is. An octet that
 * cannot be where it stands becomes U+FFFD, which is refused at its cell.
 */
export function csvText(octets: Uint8Array): string {
  const [first, second, third] = octets
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder().decode(octets)
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(octets)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(octets)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(octets)
  } catch {
    return new TextDecoder('windows-1252').decode(octets)
  }
}
