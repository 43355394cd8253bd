import { accept, refuse, type Result } from './result.ts'

/** Why Sotto asks nothing of an address. */
export type OutgoingFault = 'unreadable' | 'not-https' | 'not-public'

/** What the runtime's own parser makes of a URL: every spelling of a number is digits, every host name is ASCII. */
export type ParsedUrl = {
  readonly protocol: string
  readonly hostname: string
  readonly port: string
  readonly username: string
  readonly password: string
}

/** Names that mean something only inside a network (RFC 6761, RFC 8375), and names that are used that way. */
const INSIDE =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|private|lan|home|corp|arpa|onion|test|invalid)$/
/** Public names whose only use is to lead to an address that is written in them, or to this machine. */
const LEADS_INSIDE =
  /(?:^|\.)(?:nip\.io|sslip\.io|xip\.io|traefik\.me|rbndr\.us|localtest\.me|lvh\.me|vcap\.me|lacolhost\.com)$/

/**
 * The one guard of every address that somebody from outside names and Sotto sends a request to: https on port 443, a public
 * host name and never a number, no credentials, and not this installation itself. Null: it may be asked. It is asked again
 * of each redirect. Which address a name leads to, nobody can know here before the request: decision 135 says what holds then.
 */
export function whyNotAsked(url: ParsedUrl, ownHost: string): OutgoingFault | null {
  if (url.protocol !== 'https:' || (url.port !== '' && url.port !== '443')) return 'not-https'
  if (url.username !== '' || url.password !== '') return 'unreadable'
  const host = withoutLastDot(url.hostname)
  const isOwn = host === withoutLastDot(ownHost)
  return isPublicName(host) && !isOwn ? null : 'not-public'
}

/** The same of a text; `parse` is the runtime's parser, null where it reads no URL. */
export function readOutgoingUrl<Url extends ParsedUrl>(
  text: string,
  { ownHost, parse }: { readonly ownHost: string; readonly parse: (text: string) => Url | null },
): Result<Url, OutgoingFault> {
  const url = parse(text)
  if (!url) return refuse('unreadable')
  const fault = whyNotAsked(url, ownHost)
  return fault ? refuse(fault) : accept(url)
}

/** At least two labels, and a letter in the last: an address as a number has none. */
function isPublicName(host: string): boolean {
  const isName = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(host)
  return host.length <= MAX_NAME_CHARACTERS && isName && !INSIDE.test(host) && !LEADS_INSIDE.test(host)
}

/** RFC 1035 §2.3.4. */
const MAX_NAME_CHARACTERS = 253

function withoutLastDot(host: string): string {
  return host.toLowerCase().replace(/\.$/, '')
}
