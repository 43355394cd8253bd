/**
 * A word that nobody writes by chance, and that says whose it is and what it is: `Zq7bernardxquestion7`. Letters and
 * digits alone, so that no encoding folds or escapes it.
 */
export function canary(owner: string, field: string): string {
  if (!/^[a-wyz]+$/.test(owner + field)) throw new Error(`no canary can be made of ${owner} and ${field}`)
  return `Zq7${owner}x${field}7${IN_ADDRESSES.includes(field) ? '' : behind}`
}

const IN_ADDRESSES = ['address', 'hostmail']
let behind = ''

/** What stands behind each canary from now on: tests/journeys/hostile-words.test.ts lives a life of markup. */
export function putBehindCanaries(text: string): void {
  behind = text
}

/** `near` is what stands around it, for whoever looks for the cause. */
export type Found = { readonly owner: string; readonly field: string; readonly near: string }

const NEAR = 120

const CANARY = /zq7([a-wyz]+)x([a-wyz]+)7/g
/** Base64 of something, long enough to hold a canary. */
const BASE64 = /[A-Za-z0-9+/_-]{16,}={0,2}/g
/** As deep as a calendar inside a mail inside a JSON text. */
const DEPTH = 3

/** Every canary in a text, in whatever encoding it stands there, once each. */
export function canariesIn(text: string): readonly Found[] {
  const found = new Map<string, Found>()
  for (const view of viewsOf(text, DEPTH))
    for (const { 0: all, 1: owner = '', 2: field = '', index } of view.toLowerCase().matchAll(CANARY)) {
      const near = view.slice(Math.max(0, index - NEAR), index + NEAR)
      if (!found.has(all)) found.set(all, { owner, field, near })
    }
  return [...found.values()]
}

/** The text as it is, and as each decoder reads it. */
function viewsOf(text: string, depth: number): readonly string[] {
  const plain = DECODERS.reduce((read, decode) => decode(read), text)
  const views = plain === text ? [text] : [text, plain]
  if (depth === 0) return views
  return [...views, ...decodedIn(text).flatMap((each) => viewsOf(each, depth - 1))]
}

const DECODERS: readonly ((text: string) => string)[] = [
  // RFC 5322 and RFC 5545: a long line goes on after a line break and a space.
  (text) => text.replaceAll(/\r?\n[ \t]/g, ''),
  // RFC 2045: quoted-printable.
  (text) => text.replaceAll(/=\r?\n/g, '').replaceAll(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => byHex(hex)),
  (text) => text.replaceAll(/\\u([0-9A-Fa-f]{4})/g, (_, hex: string) => byHex(hex)),
  (text) => text.replaceAll(/%([0-7][0-9A-Fa-f])/g, (_, hex: string) => byHex(hex)),
  (text) => text.replaceAll(/&#x([0-9a-f]{1,4});/gi, (_, hex: string) => byHex(hex)),
  (text) => text.replaceAll(/&#(\d{1,5});/g, (_, code: string) => String.fromCharCode(Number(code))),
  // A search marks what was found; a long word may be broken.
  (text) => text.replaceAll(/<\/?(?:mark|wbr|b|strong|em)\b[^>]*>|&shy;|[\u00AD\u200B-\u200D\u2060]/g, ''),
]

function byHex(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16))
}

/** What stands in base64: the parts of a mail, whose lines are broken, encoded words, a cookie, a cursor. */
function decodedIn(text: string): readonly string[] {
  const whole = text.replaceAll(/(?<=[A-Za-z0-9+/]{60,})\r?\n(?=[A-Za-z0-9+/=])/g, '')
  return [...new Set(whole.match(BASE64))].flatMap((each) => {
    const decoded = fromBase64(each)
    return decoded === null ? [] : [decoded]
  })
}

function fromBase64(text: string): string | null {
  const letters = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '')
  const even = letters.length % 4 === 1 ? letters.slice(0, -1) : letters
  const decoded = atob(even)
  return /zq7|[A-Za-z0-9+/_-]{16}|%|=/i.test(decoded) ? decoded : null
}
