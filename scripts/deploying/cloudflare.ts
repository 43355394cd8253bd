import * as z from 'zod/mini'

import type { Outside } from './outside.ts'

const BASE = 'https://api.cloudflare.com/client/v4'

const Envelope = z.object({
  success: z.boolean(),
  errors: z.optional(z.array(z.object({ code: z.optional(z.number()), message: z.string() }))),
  result: z.optional(z.unknown()),
})

/** The platform's own API, for what wrangler has no command for. No message of it holds the token. */
export type Cloudflare = {
  /** Null where there is nothing at this address. */
  readonly find: <Shape extends z.core.$ZodType>(path: string, shape: Shape) => Promise<z.infer<Shape> | null>
  readonly send: (method: 'POST' | 'PUT', path: string, body: object) => Promise<unknown>
}

/** What the platform did not do, with its own codes. */
export class ApiRefused extends Error {
  readonly codes: readonly number[]
  constructor(sentence: string, codes: readonly number[]) {
    super(sentence)
    this.codes = codes
  }
}

/** Refused for want of a permission: the token may not ask this. */
export class NotAllowed extends ApiRefused {}

export function cloudflareOf(token: string, { env, fetch }: Pick<Outside, 'env' | 'fetch'>): Cloudflare {
  const base = env['CLOUDFLARE_API_BASE_URL'] || BASE
  async function asked(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (response.status === 404 && method === 'GET') return null
    const read = Envelope.safeParse(await response.json().catch(() => null)).data
    if (response.ok && read?.success === true) return read.result ?? null
    const why = read?.errors?.map(({ message }) => message).join(', ') || `status ${response.status}`
    const sentence = `Cloudflare refused ${method} ${path.split('?')[0]}: ${why}`
    const codes = read?.errors?.flatMap(({ code }) => code ?? []) ?? []
    throw response.status === 403 || response.status === 401
      ? new NotAllowed(sentence, codes)
      : new ApiRefused(sentence, codes)
  }
  return {
    find: async (path, shape) => {
      const result = await asked('GET', path)
      if (result === null) return null
      const read = z.safeParse(shape, result)
      if (!read.success) throw new Error(`Cloudflare answered GET ${path.split('?')[0]} in an unknown form.`)
      return read.data
    },
    send: (method, path, body) => asked(method, path, body),
  }
}
