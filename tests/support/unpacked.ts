/** A raw mail with its base64 parts as text. */
export function unpacked(raw: string): string {
  const packed = /Content-Transfer-Encoding: base64\r\n(?:[^\r\n]+\r\n)*\r\n([A-Za-z0-9+/=\r\n]+)/g
  const parts = Array.from(raw.matchAll(packed), ([, part = '']) => decoded(part))
  return [raw, ...parts].join('\n').replaceAll('\r\n ', '')
}

function decoded(part: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(part), (letter) => letter.charCodeAt(0)))
}
