import { MAX_FEED_ADDRESS_CHARACTERS } from '../../domain/limits.ts'
import { type OutgoingFault, readOutgoingUrl } from '../../domain/outgoing-url.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'

/** The addresses a published calendar may be fetched from. `webcal:` means https. */
export function readFeedAddress(text: string, ownHost: string): Result<URL, OutgoingFault> {
  const typed = text.trim().replace(/^webcals?:/i, 'https:')
  if (typed.length > MAX_FEED_ADDRESS_CHARACTERS) return refuse('unreadable')
  const read = readOutgoingUrl(typed, { ownHost, parse: (each) => URL.parse(each) })
  if (!read.ok) return read
  const url = new URL(read.value)
  url.hash = ''
  return accept(url)
}
