import type { Handler } from 'hono'
import * as z from 'zod/mini'

import type { AppContext, AppEnv } from '../context.ts'
import { malformed } from '../responses.tsx'
import { BAD_CURSOR } from './shapes/page.ts'

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

/** What a schema says is wrong; a rule of a route says it by path and sentence alone. */
type Issue = {
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly code?: string
  /** With `unrecognized_keys`: the fields that are not known, in the object at `path`. */
  readonly keys?: readonly string[]
  readonly params?: { readonly [name: string]: unknown } | undefined
}

/** 400 for what no such request can hold, else 422 with the first sentence for each field, `weekly.0.to` in a list. */
export function invalid(c: AppContext, issues: readonly Issue[]): Response {
  const unknown = issues.flatMap(({ code, path, keys = [] }) =>
    code === 'unrecognized_keys' ? keys.map((key) => [...path, key].join('.')) : [],
  )
  if (unknown.length > 0) return unknownFields(c, unknown)
  const cursor = issues.find(({ params }) => params?.['refusal'] === BAD_CURSOR)
  if (cursor) return said(c, 400, BAD_CURSOR, cursor.message)

  const fields = Object.fromEntries(
    issues.toReversed().flatMap(({ path, message }) => (path.length > 0 ? [[path.join('.'), message]] : [])),
  )
  const whole = issues.find(({ path }) => path.length === 0)?.message
  return said(c, 422, 'invalid', whole ?? 'Some of what was sent cannot be used: see the fields.', fields)
}

/** What is wrong with one field, seen from the whole body. */
export function under(field: string, issues: readonly Issue[]): readonly Issue[] {
  return issues.map((issue) => ({ ...issue, path: [field, ...issue.path] }))
}

/** 400: a field of the body, by its path, or a parameter of the query that this request does not know. */
export function unknownFields(c: AppContext, names: readonly string[]): Response {
  const fields = Object.fromEntries(names.map((name) => [name, 'This field is not known here.']))
  return said(c, 400, 'unknown-field', `These fields are not known here: ${names.join(', ')}.`, fields)
}

function said(
  c: AppContext,
  status: 400 | 422,
  code: string,
  message: string,
  fields?: Readonly<Record<string, string>>,
): Response {
  c.set('refused', code)
  return c.json({ error: { code, message, ...(fields && { fields }) } }, status)
}

/** A patch that takes back every field of a table. */
export function allNull<Table extends object>(table: Table): { readonly [Name in keyof Table]: null } {
  const entries: readonly (readonly unknown[])[] = Object.keys(table).map((name) => [name, null])
  return Object.fromEntries(entries)
}

function parse(text: string): unknown {
  try {
    return text.trim() === '' ? {} : JSON.parse(text)
  } catch {
    return undefined
  }
}
