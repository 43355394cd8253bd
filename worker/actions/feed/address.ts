import { MAX_FEED_ADDRESS_CHARACTERS } from '../../domain/limits.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'

export type BadAddress = 'unreadable' | 'not-https' | 'not-public'

/** Names that mean something only inside a network (RFC 6761, RFC 8375), and names that are used that way. */
const INSIDE =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|private|lan|home|corp|arpa|onion|test|invalid)$/

/**
 * The addresses a published calendar may be fetched from: https on port 443, a public host name and not a number, no
 * credentials, and not this installation itself. `webcal:` means https.
 */
export function readFeedAddress(text: string, ownHost: string): Result<URL, BadAddress> {
  const typed = text.trim().replace(/^webcals?:/i, 'https:')
  if (typed.length > MAX_FEED_ADDRESS_CHARACTERS || !URL.canParse(typed)) return refuse('unreadable')

  const url = new URL(typed)
  const host = url.hostname.toLowerCase().replace(/\.$/, '')
  if (url.protocol !== 'https:' || (url.port !== '' && url.port !== '443')) return refuse('not-https')
  if (url.username !== '' || url.password !== '') return refuse('unreadable')
  if (!isName(host) || INSIDE.test(host) || host === ownHost.toLowerCase()) return refuse('not-public')
  url.hash = ''
  return accept(url)
}

/** At least two labels, and a letter in the last: the URL parser turns every notation of a number into digits only. */
function isName(host: string): boolean {
  return /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(host)
}
