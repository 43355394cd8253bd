import { parseAddress } from './address.ts'

/** A `mailto:` of one address, or an `https:` page, in one line (RFC 9116 §2.5.3). */
export function isSecurityContact(text: string): boolean {
  if (text.startsWith('mailto:')) {
    const address = text.slice('mailto:'.length)
    const read = parseAddress(address)
    return read.ok && read.address === address.toLowerCase()
  }
  return /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?(?:\/[\w\-./~%]*)?$/.test(text)
}
