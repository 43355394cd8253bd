import * as z from 'zod/mini'

import { operations } from '../../worker/http/api/operations.ts'
import type { Answer } from './client.ts'

/** The body of a response, which must match the route's schema in openapi.json exactly. */
export function describedBody(route: string, { status, body }: Answer): unknown {
  const operation = operations[route]
  if (!operation) throw new Error(`${route} is not described`)
  if (status !== operation.status) throw new Error(`${route} answered ${status}: ${JSON.stringify(body)}`)

  const read = z.safeParse(operation.answer, body)
  if (!read.success)
    throw new Error(`${route} answered otherwise than described: ${z.prettifyError(read.error)}`)
  return body
}

/** A text in a JSON body, by its path: `textAt(body, 'options', 0, 'id')`. */
export function textAt(body: unknown, ...path: readonly (string | number)[]): string {
  const value = path.reduce<unknown>((at, name) => (isRecord(at) ? at[name] : undefined), body)
  if (typeof value !== 'string') throw new Error(`no text at ${path.join('.')} of ${JSON.stringify(body)}`)
  return value
}

function isRecord(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === 'object' && value !== null
}
