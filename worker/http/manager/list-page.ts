import * as z from 'zod/mini'

import type { Pages } from '../../../web/parts/pages.tsx'
import { LINES_PER_LIST_PAGE } from '../../domain/limits.ts'
import type { AppContext } from '../context.ts'
import { compareKeys, cursorOf, type Key, readCursor } from '../cursor.ts'
import { listAddress } from './list-choice.ts'

const AnyKey = z.array(z.union([z.string(), z.number(), z.null()]))

export type ListPage<Item> = {
  readonly shown: readonly Item[]
  /** Null: all are shown. */
  readonly pages: Pages | null
}

/**
 * One page of a list that is sorted by a stored key. The page begins after the key in `after`, whatever became of the line
 * that had it. An invalid one shows the first page.
 */
export function listPage<Item>(
  c: AppContext,
  path: string,
  all: readonly Item[],
  keyOf: (item: Item) => Key,
): ListPage<Item> {
  const sorted = all.toSorted((one, other) => compareKeys(keyOf(one), keyOf(other)))
  const key = readCursor(path, AnyKey, listAddress(c).searchParams.get('after') ?? '')
  const first = key === null ? 0 : sorted.findIndex((item) => compareKeys(keyOf(item), key) > 0)
  return pageFrom(sorted, first < 0 ? sorted.length : first, LINES_PER_LIST_PAGE, (start) => {
    const before = sorted[start - 1]
    return hrefOf(c, path, before ? { after: cursorOf(path, keyOf(before)) } : {})
  })
}

/** One page of a list that is derived anew each time: it begins at the line `from`, counted from 1. */
export function pageByPosition<Item>(
  c: AppContext,
  path: string,
  all: readonly Item[],
  lines = LINES_PER_LIST_PAGE,
): ListPage<Item> {
  const asked = listAddress(c).searchParams.get('from') ?? ''
  const from = /^\d{1,6}$/.test(asked) ? Number(asked) : 1
  const last = Math.max(0, Math.ceil(all.length / lines) - 1) * lines
  return pageFrom(all, Math.min(Math.max(0, from - 1), last), lines, (start) =>
    hrefOf(c, path, start > 0 ? { from: String(start + 1) } : {}),
  )
}

function pageFrom<Item>(
  all: readonly Item[],
  start: number,
  lines: number,
  hrefTo: (start: number) => string,
): ListPage<Item> {
  const shown = all.slice(start, start + lines)
  if (shown.length === all.length) return { shown, pages: null }
  const end = start + shown.length
  const pages = {
    from: Math.min(start + 1, all.length),
    to: end,
    all: all.length,
    previous: start > 0 ? hrefTo(Math.max(0, start - lines)) : null,
    next: end < all.length ? hrefTo(end) : null,
  }
  return { shown, pages }
}

/** The page keeps what chose the list: its programme, filter or person. */
const KEPT = [
  ...['programme', 'show', 'executive', 'kind'],
  ...['role', 'mentor', 'stage', 'blocker', 'status', 'state', 'sort'],
]

function hrefOf(c: AppContext, path: string, place: Readonly<Record<string, string>>): string {
  const kept = KEPT.flatMap((name) => {
    const value = listAddress(c).searchParams.get(name)
    return value ? [[name, value] as const] : []
  })
  const query = new URLSearchParams([...kept, ...Object.entries(place)]).toString()
  return query ? `${path}?${query}` : path
}
