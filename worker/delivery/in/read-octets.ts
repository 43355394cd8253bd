/** Decodes a calendar file or mail: UTF-8, UTF-16 with or without a byte order mark, else windows-1252. */
export function textOfOctets(octets: Uint8Array): string {
  const [first, second] = octets
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(octets)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(octets)
  if (first === 0 && second !== 0) return new TextDecoder('utf-16be').decode(octets)
  if (second === 0 && first !== 0) return new TextDecoder('utf-16le').decode(octets)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(octets)
  } catch {
    return new TextDecoder('windows-1252').decode(octets)
  }
}

/** Undoes an undeclared transfer encoding, and UTF-16 that was read as UTF-8. */
export function undone(text: string): string {
  const plain = text.replaceAll('\0', '').replace(/^[\ufeff\ufffd\s]+/, '')
  if (plain.startsWith('QkVHSU46')) return fromBase64(plain) ?? plain
  if (/^BEGIN:VCALENDAR\s*(?:=0D)?(?:=0A|=\r?\n)/i.test(plain)) return fromQuotedPrintable(plain)
  return plain
}

function fromBase64(text: string): string | null {
  const digits = text.replace(/[^A-Za-z0-9+/]/g, '')
  try {
    const binary = atob(digits.slice(0, digits.length - (digits.length % 4 === 1 ? 1 : 0)))
    return textOfOctets(Uint8Array.from(binary, (character) => character.charCodeAt(0)))
  } catch {
    return null
  }
}

function fromQuotedPrintable(text: string): string {
  const octets = new TextEncoder().encode(text.replace(/=\r?\n/g, ''))
  const found = new Uint8Array(octets.length)
  let length = 0
  for (let at = 0; at < octets.length; at += 1) {
    const code = octets[at] === 0x3d ? hexAt(octets, at + 1) : null
    found[length] = code ?? octets[at] ?? 0
    length += 1
    if (code !== null) at += 2
  }
  return textOfOctets(found.subarray(0, length))
}

function hexAt(octets: Uint8Array, at: number): number | null {
  const digits = String.fromCharCode(octets[at] ?? 0, octets[at + 1] ?? 0)
  return /^[0-9a-f]{2}$/i.test(digits) ? Number.parseInt(digits, 16) : null
}
