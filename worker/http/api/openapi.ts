import * as z from 'zod/mini'

import type { App } from '../context.ts'
import { routes } from '../routes.ts'
import { type Operation, operations } from './operations.ts'

const ROOT = '/api/v1'

/** OpenAPI 3.1, written from the schemas that read each body and from the table of who may ask. */
export function openApi(app: App): void {
  let document: ReturnType<typeof describe> | null = null
  app.get(`${ROOT}/openapi.json`, (c) => {
    document ??= describe()
    return c.json(document)
  })
}

function describe() {
  const described = routes.filter(({ path }) => path.startsWith(`${ROOT}/`))
  const byPath = Map.groupBy(described, ({ path }) => path.replaceAll(/:(\w+)/g, '{$1}'))
  return {
    openapi: '3.1.0',
    info: { title: 'Sotto', version: '1', description: 'Instants are ISO 8601 in UTC, zones IANA names.' },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(
      Array.from(byPath, ([path, all]) => [
        path,
        Object.fromEntries(all.map((route) => [route.method.toLowerCase(), operation(route)])),
      ]),
    ),
    components: {
      securitySchemes: { signIn: { type: 'apiKey', in: 'cookie', name: '__Host-sotto' } },
      schemas: { Error: schemaOf(errorAnswer) },
    },
  }
}

const errorAnswer = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    fields: z.optional(z.record(z.string(), z.string())),
    /** `already-answered`: by whom, when, and the time that was chosen. */
    evidence: z.optional(
      z.object({
        at: z.string(),
        by: z.object({ id: z.string(), name: z.nullable(z.string()) }),
        start: z.nullable(z.string()),
      }),
    ),
    requestId: z.optional(z.string()),
  }),
})

function operation({ method, path, actors }: (typeof routes)[number]) {
  const told = operations[`${method} ${path}`]
  const needsSignIn = !actors.includes('anyone')
  return {
    summary: told?.summary,
    description: needsSignIn ? `For a signed-in ${actors.join(' or ')}.` : 'For anyone.',
    security: needsSignIn ? [{ signIn: [] }] : [],
    parameters: [
      ...inPath(path),
      ...(told?.query ? inQuery(told.query) : []),
      ...(told?.hasVersion && method === 'PATCH' ? [IF_MATCH] : []),
    ],
    ...(told?.body && { requestBody: requestBody(schemaOf(told.body)) }),
    responses: {
      [told?.status ?? 200]: {
        description: 'Done.',
        ...(told?.hasVersion && { headers: { ETag } }),
        content: json(told ? schemaOf(told.answer) : {}),
      },
      ...refusals({ method, ...told }),
    },
  }
}

const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'An `ETag` of this thing, or `*`: the change is made only while it still has that tag.',
  schema: { type: 'string' },
}

const ETag = {
  description: 'Names this state of it; an `If-Match` of a later change may ask for it.',
  schema: { type: 'string' },
}

/** What an operation can say no with, in sentences; the codes stand in `error.code`. */
function refusals({
  method,
  hasVersion,
}: Pick<Partial<Operation>, 'hasVersion'> & { readonly method: string }) {
  const error = json({ $ref: '#/components/schemas/Error' })
  const says = (description: string) => ({ description, content: error })
  return {
    400: says(
      'It cannot be read: `malformed`, `unknown-field` with the name of what is not known here, or `bad-cursor`.',
    ),
    405: {
      ...says('`method-not-allowed`: this path has other methods.'),
      headers: { Allow: { description: 'The methods it has.', schema: { type: 'string' } } },
    },
    ...(hasVersion &&
      method === 'PATCH' && {
        412: says('`precondition-failed`: it was changed since, so that `If-Match` no longer holds.'),
      }),
    422: says('`invalid`: some of what was sent cannot be used. `fields` has a sentence for each field.'),
    default: says('It is refused. `code` is the reason.'),
  }
}

/** An object of optional fields alone may be left out. */
function requestBody(schema: ReturnType<typeof schemaOf>) {
  return { required: (schema.required ?? []).length > 0, content: json(schema) }
}

function inPath(path: string) {
  return Array.from(path.matchAll(/:(\w+)/g), ([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function inQuery(query: z.ZodMiniType) {
  const { properties = {}, required = [] } = schemaOf(query)
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

function json(schema: object) {
  return { 'application/json': { schema } }
}

function schemaOf(schema: z.ZodMiniType) {
  const { $schema: _, '~standard': _standard, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  return rest
}
