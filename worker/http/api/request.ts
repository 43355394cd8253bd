import type { Handler } from 'hono'
import * as z from 'zod/mini'

import type { Refusal } from '../../domain/refusals.ts'
import { type AppContext, type AppEnv, identityOf } from '../context.ts'
import { explain } from '../refusals.ts'
import { malformed } from '../responses.tsx'
import { BAD_CURSOR } from './shapes/page.ts'

/** Parses the JSON body with the schema for the handler. A missing body is an empty object. */
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

/** The same for the query of a GET. A parameter counts once, and not at all if it is empty. */
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

/** A validation error of a schema. A route's own error has only a path and a sentence. */
type Issue = {
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly code?: string
  /** With `unrecognized_keys`: the unknown fields of the object at `path`. */
  readonly keys?: readonly string[]
  readonly params?: { readonly [name: string]: unknown } | undefined
}

/** 400 for an unknown field or a bad cursor; else 422 with one sentence per field (`weekly.0.to` in a list). */
export function invalid(c: AppContext, issues: readonly Issue[]): Response {
  const unknown = issues.flatMap(({ code, path, keys = [] }) =>
    code === 'unrecognized_keys' ? keys.map((key) => [...path, key].join('.')) : [],
  )
  if (unknown.length > 0) return unknownFields(c, unknown)
  const cursor = issues.find(({ params }) => params?.['refusal'] === BAD_CURSOR)
  if (cursor) return errorResponse(c, 400, BAD_CURSOR, cursor.message)

  const fields = Object.fromEntries(
    issues.toReversed().flatMap(({ path, message }) => (path.length > 0 ? [[path.join('.'), message]] : [])),
  )
  const whole = issues.find(({ path }) => path.length === 0)?.message
  return errorResponse(
    c,
    422,
    'invalid',
    whole ?? 'Some of what was sent cannot be used: see the fields.',
    fields,
  )
}

/** A rule's refusal that belongs to a field, with its sentence there. */
export function invalidAt(c: AppContext, field: string, refusal: Refusal): Response {
  return invalid(c, [{ path: [field], message: explain(refusal, identityOf(c).person).sentence }])
}

/** The errors of one field, with paths from the root of the body. */
export function issuesUnder(field: string, issues: readonly Issue[]): readonly Issue[] {
  return issues.map((issue) => ({ ...issue, path: [field, ...issue.path] }))
}

/** 400 for unknown fields of the body, by their paths, or unknown parameters of the query. */
export function unknownFields(c: AppContext, names: readonly string[]): Response {
  const fields = Object.fromEntries(names.map((name) => [name, 'This field is not known here.']))
  return errorResponse(
    c,
    400,
    'unknown-field',
    `These fields are not known here: ${names.join(', ')}.`,
    fields,
  )
}

function errorResponse(
  c: AppContext,
  status: 400 | 422,
  code: string,
  message: string,
  fields?: Readonly<Record<string, string>>,
): Response {
  c.set('refused', code)
  return c.json({ error: { code, message, ...(fields && { fields }) } }, status)
}

/** A patch that resets every field of a table. */
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
