import { nameOf, type Schema, typeText } from './type-text.ts'

type Content = Readonly<Record<string, { readonly schema: Schema }>>
type Operation = {
  readonly operationId: string
  readonly summary: string
  readonly parameters: readonly {
    readonly name: string
    readonly in: string
    readonly required: boolean
    readonly schema: Schema
  }[]
  readonly requestBody?: { readonly required: boolean; readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content: Content }>>
}
export type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** A client of this API: one file, without anything to install. */
export function clientText({ paths, components }: Description): string {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) => `export type ${nameOf(name)} = ${typeText(schema)}`,
  )
  const operations = all.map(
    ({ operation }) =>
      `  /** ${operation.summary} */\n  readonly ${operation.operationId}: ${bothSides(operation)}`,
  )
  const places = all.map(
    ({ path, method, operation }) =>
      `  ${operation.operationId}: [${JSON.stringify(method)}, ${JSON.stringify(path)}, ${JSON.stringify(typeSent(operation))}],`,
  )
  return [
    '// Made from the description of the API: make it anew instead of changing it.',
    ...schemas,
    `export type Operations = {\n${operations.join('\n')}\n}`,
    `const PLACES: Readonly<Record<keyof Operations, readonly [string, string, string]>> = {\n${places.join('\n')}\n}`,
    CALLING,
  ].join('\n\n')
}

function bothSides({ parameters, requestBody, responses }: Operation): string {
  const groups = (['path', 'query', 'header'] as const).flatMap((where) => {
    const own = parameters.filter((each) => each.in === where)
    if (own.length === 0) return []
    const required = own.flatMap((each) => (each.required ? [each.name] : []))
    const properties = Object.fromEntries(
      own.map(({ name, schema }) => [name, where === 'query' ? written(schema) : schema]),
    )
    const isNeeded = required.length > 0
    return [`readonly ${where}${isNeeded ? '' : '?'}: ${typeText({ type: 'object', properties, required })}`]
  })
  const sent = requestBody && schemaIn(requestBody.content)
  const body = sent ? [`readonly body${requestBody?.required ? '' : '?'}: ${typeText(sent)}`] : []
  const answered = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1]
  const answer = answered && schemaIn(answered.content)
  return `{ readonly asked: { ${[...groups, ...body].join('; ')} }; readonly answer: ${answer ? typeText(answer) : 'unknown'} }`
}

/** A number in a query is written as text: a program may hand over either. */
function written(schema: Schema): Schema {
  return schema.type === 'string' && !schema.enum ? { type: ['string', 'number', 'boolean'] } : schema
}

function schemaIn(content: Content): Schema | undefined {
  return Object.values(content)[0]?.schema
}

function typeSent({ requestBody }: Operation): string {
  return Object.keys(requestBody?.content ?? {})[0] ?? 'application/json'
}

/** How a call is made; the same in every client. */
const CALLING = `export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly fields: Readonly<Record<string, string>>
  constructor(status: number, { error }: ErrorAnswer) {
    super(error.message)
    this.status = status
    this.code = error.code
    this.fields = error.fields ?? {}
  }
}
type Asked = {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly header?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

/** Asks one operation by its name; throws \`Refused\` with the code of a refusal. */
export function sotto(origin: string, key: string) {
  return async <Name extends keyof Operations>(
    name: Name,
    asked: Operations[Name]['asked'],
  ): Promise<Operations[Name]['answer']> => {
    const [method, place, type] = PLACES[name]
    const { path = {}, query = {}, header = {}, body }: Asked = asked
    const url = new URL(place.replace(/\\{(\\w+)\\}/g, (_, id) => encodeURIComponent(path[id] ?? '')), origin)
    for (const [field, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(field, String(value))
    const headers = new Headers({ Authorization: \`Bearer \${key}\`, 'Content-Type': type })
    for (const [field, value] of Object.entries(header)) if (value !== undefined) headers.set(field, String(value))
    const sent = typeof body === 'string' ? body : JSON.stringify(body ?? {})
    const answer = await fetch(url, { method, headers, ...(method !== 'GET' && { body: sent }) })
    const isJson = answer.headers.get('Content-Type')?.startsWith('application/json') ?? false
    const text = await answer.text()
    const said = isJson ? JSON.parse(text) : text
    if (!answer.ok) throw new Refused(answer.status, said)
    return said
  }
}
`
