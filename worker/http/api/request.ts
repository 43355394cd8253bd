import type { Handler } from 'hono'
import * as z from 'zod/mini'

import type { AppContext, AppEnv } from '../context.ts'
import { malformed } from '../responses.tsx'

/** Hands the handler what its schema makes of the JSON body; an absent body is an empty object. */
export function withBody<Schema extends z.ZodMiniType>(
  schema: Schema,
  handle: (c: AppContext, body: z.output<Schema>) => Response | Promise<Response>,
): Handler<AppEnv> {
  return async (c) => {
    const type = c.req.header('Content-Type')
    if (type !== undefined && !/^application\/json\b/i.test(type.trim()))
      return malformed(c, 415, 'content-type')
    const body = parse(await c.req.text())
    if (body === undefined) return malformed(c, 400, 'malformed')

    const read = z.safeParse(schema, body)
    return read.success ? handle(c, read.data) : invalid(c, read.error.issues)
  }
}

/** The same for the query of a GET; every parameter counts once, an empty one not at all. */
export function withQuery<Schema extends z.ZodMiniType>(
  schema: Schema,
  handle: (c: AppContext, query: z.output<Schema>) => Response | Promise<Response>,
): Handler<AppEnv> {
  return async (c) => {
    const given = Object.entries(c.req.query()).filter(([, value]) => value !== '')
    const read = z.safeParse(schema, Object.fromEntries(given))
    return read.success ? handle(c, read.data) : invalid(c, read.error.issues)
  }
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

/** 422 with the first sentence for each field, `weekly.0.to` for one inside a list. */
export function invalid(c: AppContext, issues: readonly Issue[]): Response {
  c.set('refused', 'invalid')
  const fields = Object.fromEntries(
    issues.toReversed().flatMap(({ path, message }) => (path.length > 0 ? [[path.join('.'), message]] : [])),
  )
  const whole = issues.find(({ path }) => path.length === 0)?.message
  const message = whole ?? 'Some of what was sent cannot be used: see the fields.'
  return c.json({ error: { code: 'invalid', message, fields } }, 422)
}

function parse(text: string): unknown {
  try {
    return text.trim() === '' ? {} : JSON.parse(text)
  } catch {
    return undefined
  }
}
