/** A JSON Schema, as far as our descriptions use it. */
export type Schema = {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
}

/** One field of a body or an answer; `path` as programs write it: `options[].start`. */
export type DescribedField = { readonly path: string; readonly type: string; readonly isRequired: boolean }

/** All fields of a schema, those of objects within it too. */
export function fieldsOf(schema: Schema, path = '', isRequired = true): readonly DescribedField[] {
  const own = path === '' ? [] : [{ path, type: typeText(schema), isRequired }]
  return uniqueByPath([...own, ...insideOf(schema, path)])
}

function insideOf(schema: Schema, path: string): readonly DescribedField[] {
  const ways = schema.anyOf ?? schema.oneOf
  // Of several forms each has its own fields: none of them is needed in all.
  if (ways) {
    const all = ways.flatMap((each) => insideOf(each, path))
    return ways.filter(hasFields).length > 1 ? all.map((each) => ({ ...each, isRequired: false })) : all
  }
  if (schema.items) return insideOf(schema.items, `${path}[]`)
  return Object.entries(schema.properties ?? {}).flatMap(([name, each]) =>
    fieldsOf(each, path === '' ? name : `${path}.${name}`, schema.required?.includes(name) ?? false),
  )
}

function hasFields(schema: Schema): boolean {
  return schema.properties !== undefined
}

export function typeText(schema: Schema): string {
  const ways = schema.anyOf ?? schema.oneOf
  if (ways) return [...new Set(ways.map(typeText))].join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(' | ')
  if (schema.items) return `${inBrackets(typeText(schema.items))}[]`
  const type = typeof schema.type === 'string' ? schema.type : (schema.type?.join(' | ') ?? 'any')
  return schema.format ? `${type} (${schema.format})` : type
}

function inBrackets(text: string): string {
  return text.includes(' ') ? `(${text})` : text
}

function uniqueByPath(fields: readonly DescribedField[]): readonly DescribedField[] {
  const byPath = Map.groupBy(fields, ({ path }) => path)
  return Array.from(byPath, ([path, all]) => ({
    path,
    type: [...new Set(all.map(({ type }) => type))].join(' | '),
    isRequired: all.every(({ isRequired }) => isRequired),
  }))
}

/** A value that the schema takes, with no more fields than it needs. */
export function exampleOf(schema: Schema): unknown {
  const [way] = schema.anyOf ?? schema.oneOf ?? []
  if (way) return exampleOf(way)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.items) return [exampleOf(schema.items)]
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0]
  if (type === 'string') return EXAMPLES[schema.format ?? ''] ?? '…'
  if (type === 'integer' || type === 'number') return 30
  if (type === 'boolean') return true
  if (type === 'null') return null
  const { properties = {}, required = [] } = schema
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, each]) =>
      required.includes(name) ? [[name, exampleOf(each)]] : [],
    ),
  )
}

const EXAMPLES: Readonly<Record<string, string>> = {
  'date-time': '2027-03-17T09:00:00Z',
  date: '2027-03-17',
  email: 'somebody@company.example',
}
