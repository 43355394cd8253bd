/** Octets of a CSV as text: UTF-8, what spreadsheets call Unicode, else Windows-1252, which every octet is. */
export function csvText(octets: Uint8Array): string {
  const [first, second] = octets
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(octets)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(octets)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(octets)
  } catch {
    return new TextDecoder('windows-1252').decode(octets)
  }
}
