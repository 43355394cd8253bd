import * as z from 'zod/mini'

import { invalid } from '../api/request.ts'
import { schemaOf } from '../api/schema-of.ts'
import type { AppContext } from '../context.ts'

/** Who calls a tool, and the API as the same key asks it. */
export type Caller = {
  readonly c: AppContext
  readonly askApi: (path: string, query?: Readonly<Record<string, Asked>>) => Promise<Response>
}
type Asked = string | number | undefined

type Said = {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly answer: z.ZodMiniType
  /** Whether it only looks. */
  readonly isReading: boolean
}

export type Tool = {
  readonly name: string
  /** As `tools/list` says it. */
  readonly described: object
  /** What the API would answer: what is refused, too. */
  readonly call: (caller: Caller, args: unknown) => Response | Promise<Response>
}

/** A tool whose arguments are read by a schema; what does not fit is refused as the API refuses a body. */
export function tool<Schema extends z.ZodMiniType>(
  { name, title, description, answer, isReading, input }: Said & { readonly input: Schema },
  call: (caller: Caller, args: z.output<Schema>) => Response | Promise<Response>,
): Tool {
  const annotations = {
    title,
    readOnlyHint: isReading,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: false,
  }
  const schemas = { inputSchema: schemaOf(input), outputSchema: schemaOf(answer) }
  return {
    name,
    described: { name, title, description, ...schemas, annotations },
    call: (caller, args) => {
      const read = z.safeParse(input, args)
      return read.success ? call(caller, read.data) : invalid(caller.c, read.error.issues)
    },
  }
}

/** An answer of the API as a tool's: the JSON itself, and the same as text for clients that read nothing else. */
export async function toolResult(response: Response): Promise<object> {
  const text = await response.text()
  const content = [{ type: 'text', text }]
  if (!response.ok) return { content, isError: true }
  const structuredContent: unknown = JSON.parse(text)
  return { content, structuredContent, isError: false }
}
