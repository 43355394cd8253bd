import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import { expect } from 'vitest'

import { makeApp } from '../../worker/app.ts'
import type { Platform } from '../../worker/platform.ts'
import { sentBody } from './api-requests.ts'
import { aFault, failingDatabase, type Fault, hasFired } from './failing-database.ts'

export type Asked = {
  readonly method: string
  readonly path: string
  readonly body?: unknown
  readonly csv?: string
  readonly form?: Readonly<Record<string, string>>
  readonly cookie: string | null
  readonly language?: string
}

/** Nothing takes more calls; a walk that does not end is an error of the test. */
const MOST_CALLS = 40

/** The answers while the database is away from its first call on, from its second on, until all calls are made. */
export async function answersWhileAway(
  platform: Platform,
  asked: Asked,
  fault: Partial<Fault> = {},
): Promise<readonly Response[]> {
  const answers = []
  for (let at = 1; at <= MOST_CALLS; at += 1) {
    const each = aFault(at, fault)
    const answer = await answerWith(platform, asked, each)
    if (!hasFired(each)) return answers
    answers.push(answer)
  }
  throw new Error(`${asked.path} does not end`)
}

/** The answer of the application alone, without the delivery after it. */
export async function answerWith(platform: Platform, asked: Asked, fault: Fault): Promise<Response> {
  const { method, path, body, csv, form, cookie, language } = asked
  const headers = {
    Origin: env.ORIGIN,
    ...(cookie && { Cookie: cookie }),
    ...(language && { 'Accept-Language': language }),
    ...(body !== undefined && !form && sentBody({ body, ...(csv !== undefined && { csv }) }).headers),
  }
  const sent = form
    ? new URLSearchParams(form)
    : body === undefined
      ? null
      : sentBody({ body, ...(csv !== undefined && { csv }) }).body
  const failing = { ...platform, db: drizzle(failingDatabase(env.DB, fault)) }
  const context = createExecutionContext()
  const init = { method, headers, body: method === 'GET' ? null : sent }
  const response = await makeApp(() => failing).request(path, init, env, context)
  await waitOnExecutionContext(context)
  return response
}

/** 503 with the time to come back, its code for programs, a sentence for people, and nothing of the database. */
export async function expectBusy(answer: Response, { path }: Asked): Promise<void> {
  const text = await answer.text()
  const isJson = answer.headers.get('Content-Type')?.startsWith('application/json') ?? false

  expect(answer.status, `${path}: ${text}`).toBe(503)
  expect(answer.headers.get('Retry-After')).toMatch(/^[1-9]\d*$/)
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  expect(isJson).toBe(path.startsWith('/api/') || path === '/health')
  // A plan that was sent in part says how much of it.
  const code = path.endsWith('/confirmation') ? /"code":"(?:busy|plan-stopped)"/ : /"code":"busy"/
  expect(text).toMatch(isJson ? code : /The service is busy\./)
  expect(text).not.toMatch(/D1_|Failed query|overloaded|SQLITE|select |insert /i)
}
