import * as z from 'zod/mini'

import { LINES_PER_LIST_PAGE } from '../../domain/limits.ts'
import type { AppContext } from '../context.ts'
import { itemsAfter, cursorOf, type Key, readCursor } from '../cursor.ts'

const AnyKey = z.array(z.union([z.string(), z.number(), z.null()]))

/** One page of a list, and the cursor of the next. An invalid `after` shows the first page. */
export function listPage<Item>(
  c: AppContext,
  path: string,
  all: readonly Item[],
  keyOf: (item: Item) => Key,
) {
  const found = itemsAfter(all, keyOf, readCursor(path, AnyKey, c.req.query('after') ?? ''))
  const shown = found.slice(0, LINES_PER_LIST_PAGE)
  const last = shown.at(-1)
  if (last === undefined || found.length === shown.length) return { shown, more: null }
  const programme = c.req.query('programme')
  const query = new URLSearchParams({ ...(programme && { programme }), after: cursorOf(path, keyOf(last)) })
  return { shown, more: `${path}${path.includes('?') ? '&' : '?'}${query}` }
}
