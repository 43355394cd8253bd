import * as z from 'zod/mini'

import { ITEMS_PER_PAGE } from '../../../domain/limits.ts'
import { cursorOf, type Key, readCursor } from '../../cursor.ts'
import { queryWhole } from './values.ts'

/** The sort key of each list, as it is in its cursors; the id comes last. */
export const LIST_KEYS = {
  people: z.tuple([z.string(), z.string()]),
  pairings: z.tuple([z.int(), z.string()]),
  sessions: z.tuple([z.nullable(z.int()), z.string()]),
  deliveries: z.tuple([z.int(), z.string()]),
} as const

type ListName = keyof typeof LIST_KEYS

/** `after` is the `next` of the previous page. A cursor that is not of this list is refused with `bad-cursor`. */
export function pageQuery<Schema extends z.ZodMiniType<Key>>(list: ListName, key: Schema) {
  return {
    limit: z.exactOptional(queryWhole(ITEMS_PER_PAGE)),
    after: z.exactOptional(cursor(list, key)),
  }
}

/** Marks the issue in its `params`: it is not an error of a field. */
export const BAD_CURSOR = 'bad-cursor'
const SENTENCE = 'This is not a cursor of this list: use `next` of the previous page, unchanged.'

function cursor<Schema extends z.ZodMiniType<Key>>(list: ListName, schema: Schema) {
  return z.pipe(
    z.string(SENTENCE),
    z.transform((value, context): z.output<Schema> => {
      const key = readCursor(list, schema, value)
      if (key !== null) return key
      context.issues.push({
        code: 'custom',
        message: SENTENCE,
        input: value,
        params: { refusal: BAD_CURSOR },
      })
      return z.NEVER
    }),
  )
}

export const nextAnswer = { next: z.nullable(z.string()) }

/** One page of the found items. If there are more than `limit`, `next` is the cursor of the next page. */
export function pageOf<Item>(
  list: ListName,
  found: readonly Item[],
  limit: number,
  keyOf: (item: Item) => Key,
): { readonly items: readonly Item[]; readonly next: string | null } {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return { items, next: last !== undefined && found.length > limit ? cursorOf(list, keyOf(last)) : null }
}
