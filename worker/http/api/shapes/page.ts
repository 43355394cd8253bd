import * as z from 'zod/mini'

import { askedWhole, reference } from './values.ts'

const MAX_PAGE_SIZE = 500

/** `after` is the id a page before it left off at. */
export function pageQuery<P extends 'per' | 'pai' | 'ses'>(prefix: P) {
  return { limit: z.exactOptional(askedWhole(1, MAX_PAGE_SIZE)), after: z.exactOptional(reference(prefix)) }
}

export const nextAnswer = { next: z.nullable(z.string()) }

type Asked = { readonly limit?: number; readonly after?: string }

/** A page of a list in its order; nothing behind an id that is not in it. */
export function pageOf<Item extends { readonly id: string }>(
  all: readonly Item[],
  { limit = MAX_PAGE_SIZE, after }: Asked,
) {
  const first = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1
  const items = after !== undefined && first === 0 ? [] : all.slice(first, first + limit)
  return { items, next: first + limit < all.length ? (items.at(-1)?.id ?? null) : null }
}
