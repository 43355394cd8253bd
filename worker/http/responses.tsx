import type { ContentfulStatusCode } from 'hono/utils/http-status'

import { RefusalPage } from '../../web/pages/public/refusal.tsx'
import { wordsFor } from '../../web/words/pages/words.ts'
import type { Names } from '../../web/words/refusals/telling.ts'
import type { Refusal } from '../domain/refusals.ts'
import { iso } from '../domain/time/time.ts'
import { type AppContext, isApi } from './context.ts'
import { sheetOf, strangerOf } from './frame.ts'
import { explain } from './refusals.ts'

/** The response to every refusal: a page for people, JSON for programs. */
export function refused(
  c: AppContext,
  refusal: Refusal,
  names: Names | null = null,
): Response | Promise<Response> {
  const { status, code, sentence } = explain(refusal, readerOf(c), names)
  c.set('refused', code)
  if (status === 503) c.header('Retry-After', String(RETRY_AFTER_SECONDS))
  return errorResponse(c, status, code, sentence, { ...evidenceOf(refusal, names), ...titleOf(c, refusal) })
}

/** A dead link is no error of its reader's: its page has a heading in words. */
function titleOf(c: AppContext, { reason }: Refusal): ErrorDetails {
  const isDeadLink = reason === 'link-ended' || reason === 'link-expired'
  return isDeadLink ? { title: wordsFor(readerOf(c)).entrance.endedTitle } : {}
}

/** What a client needs to ask “move it anyway?”. */
function evidenceOf(refusal: Refusal, names: Names | null): ErrorDetails {
  if (refusal.reason !== 'already-answered') return {}
  const { at, byId, start } = refusal
  const by = { id: byId, name: names?.answerer ?? null }
  return { evidence: { at: iso(at), by, start: start === null ? null : iso(start) } }
}

/** The same 404 for “does not exist” and “not yours”, so that nobody can tell one from the other. */
export function missing(c: AppContext): Response | Promise<Response> {
  return refused(c, { reason: 'not-found' })
}

const MALFORMED = {
  'cross-site': 'This did not come from our own pages.',
  'content-type': 'This kind of content is not read here.',
  malformed: 'This could not be read as JSON.',
  'too-large': 'This is larger than what is read here.',
  'method-not-allowed': 'This cannot be asked in this way: see the header Allow.',
} as const

/** A request that is refused before any rule runs. */
export function malformed(
  c: AppContext,
  status: 400 | 403 | 405 | 413 | 415,
  code: keyof typeof MALFORMED,
): Response | Promise<Response> {
  c.set('refused', code)
  return errorResponse(c, status, code, MALFORMED[code])
}

/** How long a client waits before it asks a busy database again. */
const RETRY_AFTER_SECONDS = 5

/** A bug or an outage. The log has it under the request id; the reader sees only that id. */
export function broken(c: AppContext, status: 500 | 503): Response | Promise<Response> {
  const { busy, broken: wrong } = wordsFor(readerOf(c)).entrance
  const [code, sentence] = status === 503 ? (['busy', busy] as const) : (['broken', wrong] as const)
  if (status === 503) c.header('Retry-After', String(RETRY_AFTER_SECONDS))
  // Without a platform there is no request id to look for, and no clock for a page.
  if ('platform' in c.var) return errorResponse(c, status, code, sentence, { requestId: c.get('requestId') })
  return isForProgram(c) ? c.json({ error: { code, message: sentence } }, status) : c.text(sentence, status)
}

/** Fields of the error JSON beside `code` and `message`; `title` is the page's. */
type ErrorDetails = {
  readonly requestId?: string
  readonly evidence?: AnsweredBefore
  readonly title?: string
}

type AnsweredBefore = {
  readonly at: string
  readonly by: { readonly id: string; readonly name: string | null }
  readonly start: string | null
}

function errorResponse(
  c: AppContext,
  status: ContentfulStatusCode,
  code: string,
  sentence: string,
  { title = String(status), ...details }: ErrorDetails = {},
): Response | Promise<Response> {
  if (isForProgram(c)) return c.json({ error: { code, message: sentence, ...details } }, status)
  const frame = sheetOf(c, readerOf(c))
  return c.html(
    <RefusalPage
      frame={frame}
      title={title}
      sentence={sentence}
      requestId={details.requestId ?? null}
      actions={[]}
    />,
    status,
  )
}

/** The reader of the link, the signed-in person, or whoever asks: locale and zone. */
function readerOf(c: AppContext) {
  return c.get('linkReader') ?? c.get('identity')?.person ?? strangerOf(c)
}

function isForProgram(c: AppContext): boolean {
  return isApi(c) || wantsJson(c) || c.req.path === '/health'
}

/** Drag and drop in the calendar sends JSON to the URLs of the pages. */
export function wantsJson(c: AppContext): boolean {
  return c.req.header('Content-Type')?.startsWith('application/json') ?? false
}
