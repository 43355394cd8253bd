/**
 * The network that a rate limit counts: one IPv4 address, or the /64 of an IPv6 address (RFC 6177: whoever has one, has
 * all of it), in one spelling. An IPv4 address in IPv6 (RFC 4291 §2.5.5.2) is the IPv4 address. What is no address is one
 * network, so that nobody gets an allowance of his own by a header that cannot be read.
 */
export function networkOf(address: string | null | undefined): string {
  const text = (address ?? '')
    .trim()
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
  const bare = text.replace(/%.*$/, '')
  const octets = octetsIn(bare)
  if (octets) return octets.join('.')
  const words = bare.length <= MAX_CHARACTERS ? wordsIn(bare) : null
  if (!words) return 'unknown'
  if (isMapped(words)) return words.slice(6).flatMap(octetsOfWord).join('.')
  return `${words.slice(0, 4).map(hex).join(':')}::/64`
}

/** The longest spelling of an IPv6 address: `INET6_ADDRSTRLEN` without its end. */
const MAX_CHARACTERS = 45

function octetsIn(text: string): readonly number[] | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number)
  return parts?.every((each) => each <= 255) ? parts : null
}

/** The eight words of an IPv6 address (RFC 4291 §2.2). */
function wordsIn(text: string): readonly number[] | null {
  const [before = '', after, ...more] = text.split('::')
  if (more.length > 0) return null
  const head = after === undefined ? lastPartIn(before) : partIn(before)
  const tail = after === undefined ? [] : lastPartIn(after)
  if (!head || !tail) return null
  const missing = WORDS - head.length - tail.length
  if (after === undefined) return missing === 0 ? head : null
  return missing > 0 ? [...head, ...Array.from({ length: missing }, () => 0), ...tail] : null
}

const WORDS = 8

/** Words at the end: the last two may be written as an IPv4 address. */
function lastPartIn(text: string): readonly number[] | null {
  const [a = 0, b = 0, c = 0, d] = octetsIn(text.slice(text.lastIndexOf(':') + 1)) ?? []
  if (d === undefined) return partIn(text)
  const words = partIn(text.slice(0, Math.max(0, text.lastIndexOf(':'))))
  return words && [...words, a * 256 + b, c * 256 + d]
}

/** Words with colons between them. */
function partIn(text: string): readonly number[] | null {
  if (text === '') return []
  const parts = text.split(':')
  return parts.every((each) => /^[\da-f]{1,4}$/.test(each))
    ? parts.map((each) => Number.parseInt(each, 16))
    : null
}

function isMapped(words: readonly number[]): boolean {
  return words.slice(0, 5).every((each) => each === 0) && words[5] === 0xff_ff
}

function octetsOfWord(word: number): readonly number[] {
  return [word >> 8, word & 0xff]
}

function hex(word: number): string {
  return word.toString(16)
}
