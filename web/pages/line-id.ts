/** FNV-1a, 32 bits. The id of a line of Today, made from its key: an address with it tells nothing. */
export function lineId(key: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return `l${(hash >>> 0).toString(16).padStart(8, '0')}`
}
