import type { Platform } from '../../platform.ts'
import { withinTime } from '../within-time.ts'
import { readFeedAddress } from './address.ts'

export type Fetched =
  | { readonly kind: 'same' }
  | {
      readonly kind: 'text'
      readonly text: string
      readonly etag: string | null
      readonly lastModified: string | null
    }
  | { readonly kind: 'failed'; readonly problem: string }

type Validators = { readonly etag: string | null; readonly lastModified: string | null }

const MAX_FEED_OCTETS = 2 * 1024 * 1024
const MAX_REDIRECTS = 3
/** The whole fetch may take this long, redirects included. */
const FETCH_DEADLINE_MS = 3_000

/**
 * Fetches a published calendar within its limits: it checks every redirect, counts the bytes as they arrive, and stops
 * at the deadline.
 */
export async function fetchFeed(
  platform: Platform,
  address: string,
  known: Validators | null,
  deadline = FETCH_DEADLINE_MS,
): Promise<Fetched> {
  try {
    return await withinTime(
      deadline,
      () => new FeedError('timeout'),
      (signal) => follow(platform, address, known, signal),
    )
  } catch (error) {
    return { kind: 'failed', problem: error instanceof FeedError ? error.message : 'unreachable' }
  }
}

class FeedError extends Error {
  override readonly name = 'FeedError'
}

async function follow(
  platform: Platform,
  address: string,
  known: Validators | null,
  signal: AbortSignal,
): Promise<Fetched> {
  const ownHost = new URL(platform.settings.origin).hostname
  let next = address
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const url = readFeedAddress(next, ownHost)
    if (!url.ok) throw new FeedError(hops === 0 ? url.refusal : `redirect-${url.refusal}`)

    const response = await platform.fetch(url.value.href, {
      headers: headersOf(known),
      redirect: 'manual',
      signal,
    })
    const location = response.headers.get('Location')
    if (response.status < 300 || response.status >= 400 || response.status === 304 || location === null)
      return readResponse(response)
    await response.body?.cancel()
    if (!URL.canParse(location, url.value.href)) throw new FeedError('redirect-unreadable')
    next = new URL(location, url.value).href
  }
  throw new FeedError('too-many-redirects')
}

function headersOf(known: Validators | null): Record<string, string> {
  return {
    Accept: 'text/calendar, text/plain;q=0.5',
    'User-Agent': 'Sotto',
    ...(known?.etag && { 'If-None-Match': known.etag }),
    ...(known?.lastModified && { 'If-Modified-Since': known.lastModified }),
  }
}

async function readResponse(response: Response): Promise<Fetched> {
  if (response.status === 304) return { kind: 'same' }
  if (response.status !== 200) {
    await response.body?.cancel()
    throw new FeedError(`status-${response.status}`)
  }
  const text = await readCapped(response)
  return {
    kind: 'text',
    text,
    etag: header(response, 'ETag', 500),
    lastModified: header(response, 'Last-Modified', 100),
  }
}

/** Counts the unpacked bytes, not the length that the server declares. */
async function readCapped({ body }: Response): Promise<string> {
  if (!body) return ''
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let octets = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    octets += value.byteLength
    if (octets > MAX_FEED_OCTETS) {
      await reader.cancel()
      throw new FeedError('too-large')
    }
    text += decoder.decode(value, { stream: true })
  }
}

function header({ headers }: Response, name: string, longest: number): string | null {
  const value = headers.get(name)
  return value !== null && value.length <= longest ? value : null
}
