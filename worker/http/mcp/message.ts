import * as z from 'zod/mini'

import { accept, refuse, type Result } from '../../domain/result.ts'

/** What JSON-RPC 2.0 §5.1 calls an error: the message could not be taken. What a rule refuses is a tool's own answer. */
export type Fault = { readonly code: number; readonly message: string }

export const faults = {
  notJson: { code: -32700, message: 'This is not JSON.' },
  noMessage: {
    code: -32600,
    message:
      'This is no message of JSON-RPC 2.0. One is taken at a time, and its id is a string or a whole number.',
  },
  noVersion: (spoken: readonly string[]) => ({
    code: -32600,
    message: `This version of the protocol is not spoken here. These are: ${spoken.join(', ')}.`,
  }),
  noMethod: { code: -32601, message: 'This method is not known here.' },
  noParams: (message: string) => ({ code: -32602, message }),
} as const satisfies Readonly<Record<string, Fault | ((...said: never[]) => Fault)>>

const request = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.string(), z.int()]),
  method: z.string(),
  params: z.optional(z.unknown()),
})
const notification = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.optional(z.undefined()),
  method: z.string(),
})
const response = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.string(), z.int()]),
  method: z.optional(z.undefined()),
})

export type RpcRequest = z.output<typeof request>

/** The request in a body; null: a notification or a response, to which nothing is answered. */
export function requestIn(text: string): Result<RpcRequest | null, Fault> {
  const body = parse(text)
  if (body === undefined) return refuse(faults.notJson)
  const asked = z.safeParse(request, body)
  if (asked.success) return accept(asked.data)
  const isUnanswered = [notification, response].some((each) => z.safeParse(each, body).success)
  return isUnanswered ? accept(null) : refuse(faults.noMessage)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
