import { pageOf } from '../api/shapes/page.ts'
import type { AppContext } from '../context.ts'

/** Lines of a list on one page. */
const PAGE_SIZE = 100

/** What one page of a list shows, and where it goes on; an `after` that is not in it shows the beginning. */
export function listPage<Item extends { readonly id: string }>(
  c: AppContext,
  path: string,
  all: readonly Item[],
) {
  const after = c.req.query('after')
  const known = all.some(({ id }) => id === after)
  const { items, next } = pageOf(all, { limit: PAGE_SIZE, ...(known && after && { after }) })
  const programme = c.req.query('programme')
  const query = new URLSearchParams({ ...(programme && { programme }), after: next ?? '' })
  return { shown: items, more: next === null ? null : `${path}?${query}` }
}
