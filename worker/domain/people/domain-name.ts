import { fromPunycode, toPunycode } from './punycode.ts'

const MAX_LABEL_CHARACTERS = 63
const PREFIX = 'xn--'

/**
 * A domain as mail writes it, in A-labels (RFC 5890): `exämple.example` is `xn--exmple-cua.example`. Null if a label cannot
 * be written.
 */
export function toAsciiDomain(domain: string): string | null {
  const mapped = domain
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[。．｡]/g, '.')
    .normalize('NFC')
  const labels = mapped.split('.').map(toAsciiLabel)
  return labels.every((label) => label !== null) ? labels.join('.') : null
}

/** A domain as people read it; what is no proper A-label stays as it is. */
export function toShownDomain(domain: string): string {
  return domain.split('.').map(toShownLabel).join('.')
}

/** What WHATWG's email input accepts as a label. */
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/

function toAsciiLabel(label: string): string | null {
  // Each character becomes one of ASCII at least, and is two units here at most.
  if (label.length > 2 * MAX_LABEL_CHARACTERS) return null
  const ascii = /^[\x20-\x7e]*$/.test(label) ? label : isUnicodeLabel(label) ? PREFIX + toPunycode(label) : ''
  if (ascii.length > MAX_LABEL_CHARACTERS || !LABEL.test(ascii)) return null
  return ascii.startsWith(PREFIX) && fromPunycode(ascii.slice(PREFIX.length)) === null ? null : ascii
}

/** RFC 5892, roughly: letters, marks and digits, hyphens within, and the few signs that some languages need. */
function isUnicodeLabel(label: string): boolean {
  return /^(?!-)(?!\p{M})[\p{L}\p{M}\p{Nd}·‧・׳״-]+(?<!-)$/u.test(label)
}

function toShownLabel(label: string): string {
  if (!label.startsWith(PREFIX)) return label
  const shown = fromPunycode(label.slice(PREFIX.length))
  return shown !== null && isUnicodeLabel(shown) && toAsciiLabel(shown) === label ? shown : label
}
