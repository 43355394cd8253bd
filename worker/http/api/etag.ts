import type { Expected } from '../../actions/expected.ts'
import { hashOf } from '../../platform.ts'
import type { AppContext } from '../context.ts'

/** Names one state of a thing: another state has another. A strong tag (RFC 9110 §8.8.3). */
export async function etagOf(resource: object): Promise<string> {
  return `"${(await hashOf(JSON.stringify(resource))).slice(0, 27)}"`
}

/** The answer with the tag that a later `If-Match` may name. */
export async function jsonWithEtag(c: AppContext, resource: object): Promise<Response> {
  c.header('ETag', await etagOf(resource))
  return c.json(resource)
}

/**
 * What `If-Match` asks of what is stored when it is written. `*` and no header at all ask nothing: what is not there is
 * a 404 before. A weak tag never matches (RFC 9110 §13.1.1).
 */
export function expectedBy<Stored>(
  c: AppContext,
  resourceOf: (stored: Stored) => object | Promise<object>,
): Expected<Stored> {
  const asked = c.req.header('If-Match')?.trim()
  if (asked === undefined || asked === '*') return () => true
  const tags = asked.split(',').map((tag) => tag.trim())
  return async (stored) => tags.includes(await etagOf(await resourceOf(stored)))
}
