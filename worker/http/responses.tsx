import type { ContentfulStatusCode } from 'hono/utils/http-status'

import { wordsFor } from '../../web/words/pages/words.ts'
import type { Names } from '../../web/words/refusals/telling.ts'
import type { Refusal } from '../domain/refusals.ts'
import { type Instant, iso, SECOND } from '../domain/time/time.ts'
import { type AppContext, isApi } from './context.ts'
import { readerOf, refusalPage } from './refusal-page.tsx'
import { explain } from './refusals.ts'

/** The response to every refusal: a page for people, JSON for programs. */
export function refused(
  c: AppContext,
  refusal: Refusal,
  names: Names | null = null,
): Response | Promise<Response> {
  return refusedWith(c, refusal, evidenceOf(refusal, names), names)
}

/** The same, from a page that the route knows and no Referer tells. */
export function refusedOn(c: AppContext, refusal: Refusal, back: string): Response | Promise<Response> {
  return refusedWith(c, refusal, { back }, null)
}

function refusedWith(
  c: AppContext,
  refusal: Refusal,
  details: ErrorDetails,
  names: Names | null,
): Response | Promise<Response> {
  const { status, code, sentence } = explain(refusal, readerOf(c), names)
  c.set('refused', code)
  if (status === 503) c.header('Retry-After', String(RETRY_AFTER_SECONDS))
  if (isTooOften(refusal)) c.header('Retry-After', secondsUntil(c, refusal.until))
  return errorResponse(c, status, code, sentence, details)
}

function isTooOften(
  refusal: Refusal,
): refusal is Extract<Refusal, { readonly reason: 'too-many-requests' | 'network-asks-too-often' }> {
  return refusal.reason === 'too-many-requests' || refusal.reason === 'network-asks-too-often'
}

function secondsUntil(c: AppContext, moment: Instant): string {
  return String(Math.max(1, Math.ceil((moment - c.get('platform').now()) / SECOND)))
}

/** What a client needs to ask “move it anyway?”. */
function evidenceOf(refusal: Refusal, names: Names | null): ErrorDetails {
  if (refusal.reason === 'outward-words')
    return { fields: Object.fromEntries(refusal.found.map(({ field, word }) => [field, word])) }
  if (refusal.reason !== 'already-answered') return {}
  const { at, byId, start } = refusal
  const by = { id: byId, name: names?.answerer ?? null }
  return { evidence: { at: iso(at), by, start: start === null ? null : iso(start) } }
}

/** The same 404 for “does not exist” and “not yours”, so that nobody can tell one from the other. */
export function missing(c: AppContext): Response | Promise<Response> {
  return refused(c, { reason: 'not-found' })
}

type MalformedWords = ReturnType<typeof wordsFor>['refusal']

/** A request that is refused before any rule runs. */
export function malformed(
  c: AppContext,
  status: 400 | 403 | 405 | 413 | 415,
  code: keyof MalformedWords['malformed'],
): Response | Promise<Response> {
  c.set('refused', code)
  const words = wordsFor(readerOf(c)).refusal
  return errorResponse(c, status, code, sentenceOf(code, isForProgram(c), words))
}

/** A person is told what to do; a program, what is wrong. */
function sentenceOf(
  code: keyof MalformedWords['malformed'],
  isProgram: boolean,
  words: MalformedWords,
): string {
  if (!isProgram && code === 'method-not-allowed') return words.wrongWay
  return !isProgram && code === 'cross-site' ? words.elsewhere : words.malformed[code]
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

/** Fields of the error JSON beside `code` and `message`; `back` is the page's. */
type ErrorDetails = {
  readonly requestId?: string
  readonly evidence?: AnsweredBefore
  /** The word that says too much, by its field. */
  readonly fields?: Readonly<Record<string, string>>
  readonly back?: string
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
  { back, ...details }: ErrorDetails = {},
): Response | Promise<Response> {
  if (isForProgram(c)) return c.json({ error: { code, message: sentence, ...details } }, status)
  return refusalPage(c, status, { code, sentence, back: back ?? null, requestId: details.requestId ?? null })
}

function isForProgram(c: AppContext): boolean {
  return isApi(c) || wantsJson(c) || c.req.path === '/health'
}

/** Drag and drop in the calendar sends JSON to the URLs of the pages. */
export function wantsJson(c: AppContext): boolean {
  return c.req.header('Content-Type')?.startsWith('application/json') ?? false
}
