import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

import { makeApp } from '../../../worker/app.ts'
import type { Platform } from '../../../worker/platform.ts'
import type { Sample } from '../every-request.ts'

export type Said = { readonly status: number; readonly text: string; readonly headers: Headers }

/** Sends a request as somebody with this cookie, without a delivery behind it. */
export async function send(
  platform: Platform,
  { route, path, form, json, csv, headers }: Sample,
  cookie: string | null,
): Promise<Said> {
  const [method = ''] = route.split(' ')
  const type = csv === undefined ? (json === undefined ? null : 'application/json') : 'text/csv'
  const context = createExecutionContext()
  const response = await makeApp(() => platform).request(
    path,
    {
      method,
      body: csv ?? (json === undefined ? new URLSearchParams(form) : JSON.stringify(json)),
      headers: {
        Origin: env.ORIGIN,
        ...(cookie && { Cookie: cookie }),
        ...(type && { 'Content-Type': type }),
        ...headers,
      },
    },
    env,
    context,
  )
  const text = await response.text()
  await waitOnExecutionContext(context)
  return { status: response.status, text, headers: response.headers }
}
