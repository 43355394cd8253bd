/** Compares two MACs in a time that does not depend on where they differ, so that none can be guessed by its letters. */
export function isSameMac(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let differs = 0
  for (let at = 0; at < one.length; at += 1) differs |= one.charCodeAt(at) ^ other.charCodeAt(at)
  return differs === 0
}
