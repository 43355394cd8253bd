import * as z from 'zod/mini'

import { ITEMS_PER_PAGE } from '../../../domain/limits.ts'
import { cursorOf, type Key, readCursor } from '../../cursor.ts'
import { askedWhole } from './values.ts'

/** What a list of the API is sorted by, as it stands in its cursors; the id comes last. */
export const LIST_KEYS = {
  people: z.tuple([z.string(), z.string()]),
  pairings: z.tuple([z.int(), z.string()]),
  sessions: z.tuple([z.nullable(z.int()), z.string()]),
  deliveries: z.tuple([z.int(), z.string()]),
} as const

type ListName = keyof typeof LIST_KEYS

/** `after` is `next` of the page before; what is no cursor of this list is refused with `bad-cursor`. */
export function pageQuery<Schema extends z.ZodMiniType<Key>>(list: ListName, key: Schema) {
  return {
    limit: z.exactOptional(askedWhole(ITEMS_PER_PAGE)),
    after: z.exactOptional(cursor(list, key)),
  }
}

/** The issue's `params` tell the answer from one about a field. */
export const BAD_CURSOR = 'bad-cursor'
const SENTENCE = 'This is not a cursor of this list: use `next` of the page before, as it was given.'

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

/** A page of what was found behind the one before; `found` may hold more than fits. */
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
