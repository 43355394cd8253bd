import type { Expected } from '../../actions/expected.ts'
import { hashOf } from '../../platform.ts'
import type { AppContext } from '../context.ts'

/** A strong ETag (RFC 9110 §8.8.3): each state of a resource has its own. */
export async function etagOf(resource: object): Promise<string> {
  return `"${(await hashOf(JSON.stringify(resource))).slice(0, 27)}"`
}

/** The response with its ETag, for a later `If-Match`. */
export async function jsonWithEtag(c: AppContext, resource: object): Promise<Response> {
  c.header('ETag', await etagOf(resource))
  return c.json(resource)
}

/**
 * The optimistic lock: compares `If-Match` with the stored state at the time of the write. `*` or no header accepts any
 * state, because a missing resource is a 404 before. A weak tag never matches (RFC 9110 §13.1.1).
 */
export function expectedBy<Stored>(
  c: AppContext,
  resourceOf: (stored: Stored) => object | Promise<object>,
): Expected<Stored> {
  const header = c.req.header('If-Match')?.trim()
  if (header === undefined || header === '*') return () => true
  const tags = header.split(',').map((tag) => tag.trim())
  return async (stored) => tags.includes(await etagOf(await resourceOf(stored)))
}
