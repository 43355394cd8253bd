import * as z from 'zod/mini'

/** A shape as JSON Schema (2020-12), as it is sent. */
export function schemaOf(schema: z.ZodMiniType) {
  const { $schema: _, '~standard': _standard, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  return rest
}
