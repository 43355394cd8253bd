import { ApiDocsPage, type ApiOperation } from '../../../web/pages/key/docs.tsx'
import { paths } from '../../../web/pages/paths.ts'
import type { App } from '../context.ts'
import { frameOf, sheetOf, strangerOf } from '../frame.ts'
import { exampleOf, fieldsOf, type Schema } from './described-fields.ts'
import { apiDescription } from './openapi.ts'

type Document = {
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
}
type Described = {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly security: readonly object[]
  readonly parameters: readonly {
    readonly name: string
    readonly in: string
    readonly required: boolean
    readonly schema: Schema
  }[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content: Content }>>
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>

/** The description of the API as a page, for the same readers: everybody. */
export function apiDocs(app: App): void {
  app.get(paths.apiDocs, (c) => {
    const identity = c.get('identity')
    const frame = identity?.signIn ? frameOf(c, null) : sheetOf(c, strangerOf(c))
    return c.html(<ApiDocsPage frame={frame} chapters={chaptersAt(c.get('platform').settings.origin)} />)
  })
}

let made: { readonly origin: string; readonly chapters: ReturnType<typeof chaptersOf> } | null = null

/** Made once for an address, as the description is. */
function chaptersAt(origin: string) {
  if (made?.origin !== origin) made = { origin, chapters: chaptersOf(origin) }
  return made.chapters
}

function chaptersOf(origin: string) {
  const { tags, paths: described }: Document = JSON.parse(JSON.stringify(apiDescription()))
  const all = Object.entries(described).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, each]) => ({
      tag: each.tags[0],
      operation: operationOf(method.toUpperCase(), path, each, origin),
    })),
  )
  return tags.map(({ name, description }) => ({
    name,
    description,
    operations: all.flatMap(({ tag, operation }) => (tag === name ? [operation] : [])),
  }))
}

function operationOf(method: string, path: string, each: Described, origin: string): ApiOperation {
  const body = each.requestBody && Object.values(each.requestBody.content)[0]?.schema
  const responses = Object.entries(each.responses)
  const answered = responses.find(([status]) => status.startsWith('2'))?.[1]
  const answer = answered && Object.values(answered.content)[0]?.schema
  const ways = each.security.map((way) => Object.keys(way)[0])
  return {
    ...{ id: each.operationId, method, path, summary: each.summary },
    opensTo: ways.includes('key') ? 'key' : ways.length > 0 ? 'sign-in' : 'anyone',
    parameters: each.parameters.map(({ name, in: where, required, schema }) => ({
      ...{ path: name, isRequired: required },
      type: `${where}: ${fieldsOf(schema, name)[0]?.type ?? ''}`,
    })),
    body: body ? fieldsOf(body) : [],
    answer: answer ? fieldsOf(answer) : [],
    refusals: responses.flatMap(([status, { description }]) =>
      status.startsWith('2') ? [] : [{ status, sentence: description }],
    ),
    curl: curlOf(method, `${origin}${path}`, body),
  }
}

function curlOf(method: string, url: string, body: Schema | undefined): string {
  const isCsv = body?.type === 'string'
  const sent = isCsv ? '--data-binary @people.csv' : `-d '${JSON.stringify(body && exampleOf(body))}'`
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}'${url}'`,
    "-H 'Authorization: Bearer sotto_…'",
    ...(body ? [`-H 'Content-Type: ${isCsv ? 'text/csv' : 'application/json'}'`, sent] : []),
  ].join(' \\\n  ')
}
