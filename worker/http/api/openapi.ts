import * as z from 'zod/mini'

import type { App } from '../context.ts'
import { NOT_BY_KEY } from '../middleware/by-key.ts'
import { routes } from '../routes.ts'
import { always, isKnownToHer, NEEDS_FRESH_LINK } from '../way-back/fresh-link.ts'
import { operationIdOf, tagOf, TAGS } from './names.ts'
import { type Operation, operations } from './operations.ts'
import { schemaOf } from './schema-of.ts'

const ROOT = '/api/v1'

/** OpenAPI 3.1, generated from the schemas that read each body and from the access table. */
export function openApi(app: App): void {
  app.get(`${ROOT}/openapi.json`, (c) => c.json(apiDescription()))
}

let document: ReturnType<typeof describe> | null = null

/** Made once: it is the same for everybody. */
export function apiDescription() {
  document ??= describe()
  return document
}

function describe() {
  const described = routes.filter(({ path }) => path.startsWith(`${ROOT}/`))
  const byPath = Map.groupBy(described, ({ path }) => path.replaceAll(/:(\w+)/g, '{$1}'))
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sotto',
      version: '1',
      description:
        'Instants are ISO 8601 in UTC, zones are IANA names. A program asks by a key; a page of ours by its sign-in.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'This installation.' }],
    tags: TAGS.map(({ name, description }) => ({ name, description })),
    paths: Object.fromEntries(
      Array.from(byPath, ([path, all]) => [
        path,
        Object.fromEntries(all.map((route) => [route.method.toLowerCase(), operation(route)])),
      ]),
    ),
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key of a manager or the owner.' },
        signIn: {
          ...{ type: 'apiKey', in: 'cookie', name: '__Host-sotto' },
          description: 'A sign-in. What changes something is taken from our own origin alone.',
        },
      },
      schemas: { Error: schemaOf(errorAnswer) },
    },
  }
}

const errorAnswer = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    fields: z.optional(z.record(z.string(), z.string())),
    /** With `already-answered`: who answered, when, and the chosen time. */
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
  const described = operations[`${method} ${path}`]
  const needsSignIn = !actors.includes('anyone')
  return {
    operationId: operationIdOf(method, path),
    tags: [tagOf(path)],
    summary: described?.summary,
    description: needsSignIn ? `For a signed-in ${actors.join(' or ')}.` : 'For anyone.',
    security: needsSignIn ? (isForSignIn(method, path) ? [SIGN_IN] : [{ key: [] }, SIGN_IN]) : [],
    parameters: [
      ...inPath(path),
      ...(described?.query ? inQuery(described.query) : []),
      ...(described?.hasVersion && method !== 'GET' ? [IF_MATCH] : []),
    ],
    ...(described?.body && { requestBody: requestBody(described.body, described.csv === 'body') }),
    responses: {
      [described?.status ?? 200]: {
        description: 'The request succeeded.',
        ...(described?.hasVersion && { headers: { ETag } }),
        content: contentOf(described ? schemaOf(described.answer) : {}, described?.csv === 'answer'),
      },
      ...refusals({
        method,
        needsSignIn,
        isAbout: path.includes(':') || (described !== undefined && isAboutSomething(described)),
        hasBody: Boolean(described?.body),
        isLimited: needsSignIn && (!isForSignIn(method, path) || COUNTED.has(`${method} ${path}`)),
        ...described,
      }),
    },
  }
}

const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description:
    'An `ETag` of this resource, or `*`. The change is made only if the resource still has this `ETag`.',
  schema: { type: 'string' },
}

const ETag = {
  description: 'Identifies this state of the resource. A later change can send it as `If-Match`.',
  schema: { type: 'string' },
}

const RETRY_AFTER = { description: 'In how many seconds to ask again.', schema: { type: 'integer' } }
const SIGN_IN = { signIn: [] }

/** Conditions that hold whatever is sent. */
const ALONE: ReadonlySet<unknown> = new Set([always, isKnownToHer])

/** No key opens these, whatever it may do elsewhere. */
function isForSignIn(method: string, path: string): boolean {
  const route = `${method} ${path}`
  return NOT_BY_KEY.has(route) || ALONE.has(NEEDS_FRESH_LINK[route])
}

/** What has a limit although no key opens it. */
const COUNTED: ReadonlySet<string> = new Set([
  `POST ${ROOT}/keys`,
  `POST ${ROOT}/programmes/:id/report/links`,
])

/** The error responses of an operation; the codes are in `error.code`. */
function refusals({
  method,
  hasVersion,
  needsSignIn,
  isAbout,
  hasBody,
  isLimited,
}: Pick<Partial<Operation>, 'hasVersion'> & {
  readonly method: string
  readonly needsSignIn: boolean
  /** It names what may not be there. */
  readonly isAbout: boolean
  readonly hasBody: boolean
  readonly isLimited: boolean
}) {
  const error = json({ $ref: '#/components/schemas/Error' })
  const says = (description: string) => ({ description, content: error })
  return {
    400: says(
      'The request cannot be read: `malformed`, `unknown-field` with the names of the fields, or `bad-cursor`.',
    ),
    ...(needsSignIn && {
      401: says('`not-signed-in`: neither a key that is somebody’s nor a sign-in.'),
      403: says('`key-reads-only`, `not-by-key`, `link-too-old` (sign in anew for this), or `cross-site`.'),
    }),
    ...(isAbout && { 404: says('`not-found`: not there, or not yours, which look the same.') }),
    ...(method !== 'GET' && {
      409: says('A rule refuses it; `code` is its reason, such as `slot-taken` or `changed-meanwhile`.'),
    }),
    ...(isLimited && {
      429: {
        ...says('`too-many-requests`: asked too often.'),
        headers: { 'Retry-After': RETRY_AFTER },
      },
    }),
    405: {
      ...says('`method-not-allowed`: the path does not have this method.'),
      headers: { Allow: { description: 'The methods of the path.', schema: { type: 'string' } } },
    },
    ...(hasVersion &&
      method !== 'GET' && {
        412: says('`precondition-failed`: the resource has changed, so `If-Match` does not match.'),
      }),
    ...(hasBody && { 415: says('`content-type`: the body is not said to be what this takes.') }),
    422: says('`invalid`: some values cannot be used. `fields` has a sentence for each of them.'),
    503: {
      ...says('The database does not answer. What was asked may be asked again with the same `id`.'),
      headers: { 'Retry-After': RETRY_AFTER },
    },
    default: says('The request is refused. `code` is the reason.'),
  }
}

/** Whether it names a programme or a pairing outside its path. */
function isAboutSomething({ query, body }: Pick<Operation, 'query' | 'body'>): boolean {
  const named = [query, body].flatMap((shape) => (shape ? Object.keys(schemaOf(shape).properties ?? {}) : []))
  return named.some((name) => /^(programme|pairing)(Ids?)?$/.test(name))
}

/** A body whose fields are all optional may be left out. */
function requestBody(body: z.ZodMiniType, isCsv: boolean) {
  const schema = schemaOf(body)
  return { required: isCsv || (schema.required ?? []).length > 0, content: contentOf(schema, isCsv) }
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
  return contentOf(schema, false)
}

function contentOf(schema: object, isCsv: boolean) {
  return { [isCsv ? 'text/csv' : 'application/json']: { schema } }
}
