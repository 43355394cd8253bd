import { MAX_ADDRESS_CHARACTERS, MAX_ADDRESS_LOCAL_PART_CHARACTERS } from '../limits.ts'
import { toAsciiDomain, toShownDomain } from './domain-name.ts'

/**
 * Why no mail can be sent there. `no-address`: it is none. `other-letters`: before the @ there are letters or signs that
 * need SMTPUTF8, which few servers speak. `too-long`: RFC 5321 §4.5.3.1.
 */
export type AddressFault = 'no-address' | 'other-letters' | 'too-long'

export type AddressReading =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly fault: AddressFault }

/** What WHATWG's email input accepts before the @. Each can be written into a header and an SMTP dialogue as it is. */
const LOCAL_PART = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+$/

/** The one validator, what WHATWG’s email input accepts where the domain has a dot: the address as it is stored, in lower case, its domain in A-labels. A display name is left out. */
export function parseAddress(text: string): AddressReading {
  const { local, domain } = halvesOf(bareAddress(text))
  const ascii = toAsciiDomain(domain)
  if (local === '' || !ascii?.includes('.')) return { ok: false, fault: 'no-address' }
  if (!LOCAL_PART.test(local))
    return { ok: false, fault: /[^\x20-\x7e]/.test(local) ? 'other-letters' : 'no-address' }
  const address = `${local}@${ascii}`
  return local.length > MAX_ADDRESS_LOCAL_PART_CHARACTERS || address.length > MAX_ADDRESS_CHARACTERS
    ? { ok: false, fault: 'too-long' }
    : { ok: true, address }
}

/** Whether this can be written into a header as it is, also the address of a server without a domain. */
export function isWritable(address: string): boolean {
  const { local, domain } = halvesOf(address)
  return LOCAL_PART.test(local) && toAsciiDomain(domain) === domain
}

/** Nearly every address: nothing to change. */
const PLAIN = /^[a-z0-9._+-]+@[a-z0-9.-]+$/

/** The form in which addresses are compared: lower case, the domain in A-labels where it has some. */
export function normalAddress(address: string): string {
  if (PLAIN.test(address)) return address
  const bare = bareAddress(address)
  const { local, domain } = halvesOf(bare)
  return local === '' ? bare : `${local}@${toAsciiDomain(domain) ?? domain}`
}

/** Whether it is one of these, whichever way each is written. */
export function isAmong(address: string, addresses: readonly string[]): boolean {
  return addresses.includes(address) || addresses.map(normalAddress).includes(normalAddress(address))
}

/** Both forms in which an address can have been stored: in A-labels, and as people read it. */
export function formsOfAddress(address: string): readonly string[] {
  const normal = normalAddress(address)
  return [...new Set([normal, shownAddress(normal)])]
}

/** As people read it, with the letters of its own language. */
export function shownAddress(address: string): string {
  const { local, domain } = halvesOf(address)
  return local === '' ? address : `${local}@${toShownDomain(domain)}`
}

/** Several addresses, separated by commas, semicolons or lines, with or without names: `"Martin, Odile" <odile@x>`. */
export function splitAddresses(text: string): readonly string[] {
  const all: string[] = []
  // Without an @ a piece is the beginning of a name, and belongs to the address that follows.
  let before: string[] = []
  for (const [piece] of text.matchAll(/(?:"[^"]*"|<[^<>]*>|[^,;\n"<>]|["<>])+/g)) {
    before.push(piece.trim())
    if (!piece.includes('@')) continue
    const named = before.join(' ').trim()
    all.push(...(named.includes('<') ? [named] : named.split(/\s+/)))
    before = []
  }
  const rest = before.filter(Boolean).join(' ')
  return rest ? [...all, rest] : all
}

/** `Nadia Haddad <nadia@northwind.example>`; null for anything else. */
export function mailboxIn(text: string): { readonly name: string; readonly email: string } | null {
  const found = bracketsIn(text.trim())
  if (!found || found.after !== '') return null
  const name = found.before.trim().replace(/^"/, '').replace(/"$/, '').trim()
  const reading = parseAddress(found.inside)
  return /^[^"@]+$/.test(name) && reading.ok ? { name, email: reading.address } : null
}

/** What is pasted beside an address goes: a name and angle brackets, `mailto:`, characters without a width. */
function bareAddress(text: string): string {
  const line = text.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '').trim()
  const found = bracketsIn(line)
  const inBrackets = found && /^[\s,;.]*$/.test(found.after) ? found.inside.trim() : line
  return inBrackets.replace(/^mailto:/i, '').toLowerCase()
}

/** The one pair of angle brackets, and what stands around it. Not by a pattern: blanks would make it slow. */
function bracketsIn(line: string) {
  const from = line.indexOf('<')
  const to = line.indexOf('>')
  const isOne = from >= 0 && to > from && line.lastIndexOf('<') === from && line.lastIndexOf('>') === to
  return isOne
    ? { before: line.slice(0, from), inside: line.slice(from + 1, to), after: line.slice(to + 1) }
    : null
}

function halvesOf(address: string) {
  const at = address.lastIndexOf('@')
  return at < 1
    ? { local: '', domain: address }
    : { local: address.slice(0, at), domain: address.slice(at + 1) }
}

/** Addresses of somebody else: of one whom the manager knows, and of one of whom she is told nothing. */
export type Taken = { readonly here: readonly string[]; readonly elsewhere: readonly string[] }
