/** A JSON Schema, as far as the description of the API uses it. */
export type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
}

/** The schema as a type of TypeScript. What is not understood is `unknown`: it compiles, and promises nothing. */
export function typeText(schema: Schema): string {
  if (schema.$ref) return nameOf(schema.$ref.split('/').at(-1) ?? '')
  const ways = schema.anyOf ?? schema.oneOf
  if (ways) return unionOf(ways.map(typeText))
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return unionOf(schema.enum.map((each) => JSON.stringify(each)))
  if (schema.prefixItems) return `readonly [${schema.prefixItems.map(typeText).join(', ')}]`
  if (schema.items) return `readonly (${typeText(schema.items)})[]`
  if (typeof schema.type === 'object')
    return unionOf(schema.type.map((type) => typeText({ ...schema, type })))
  return schema.type === 'object' ? objectText(schema) : (PLAIN[schema.type ?? ''] ?? 'unknown')
}

/** No name of a component is one of the language. */
export function nameOf(component: string): string {
  return `${component}Answer`
}

const PLAIN: Readonly<Record<string, string>> = {
  ...{ string: 'string', integer: 'number', number: 'number', boolean: 'boolean', null: 'null' },
}

function objectText({ properties, required = [], additionalProperties }: Schema): string {
  if (!properties) {
    const values = typeof additionalProperties === 'object' ? typeText(additionalProperties) : 'unknown'
    return `Readonly<Record<string, ${values}>>`
  }
  const fields = Object.entries(properties).map(
    ([name, each]) =>
      `readonly ${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeText(each)}`,
  )
  return `{ ${fields.join('; ')} }`
}

function unionOf(types: readonly string[]): string {
  return [...new Set(types)].join(' | ') || 'never'
}
