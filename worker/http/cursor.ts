import * as z from 'zod/mini'

import { base64urlOf } from '../base64url.ts'
import { MAX_CURSOR_CHARACTERS } from '../domain/limits.ts'

/**
 * A pagination cursor: the sort key and the id of the last item of a page. The next page starts after that key, even if
 * the item has been renamed, moved or deleted since. Clients treat it as opaque. `list` makes it valid for one list only.
 */
export function cursorOf(list: string, key: Key): string {
  return base64urlOf(new TextEncoder().encode(JSON.stringify([list, ...key])))
}

/** A sort key, most significant part first; the id comes last. */
export type Key = readonly (string | number | null)[]

/** The key in a cursor; null if it is not a cursor of this list. */
export function readCursor<Schema extends z.ZodMiniType<Key>>(
  list: string,
  schema: Schema,
  cursor: string,
): z.output<Schema> | null {
  const decoded = jsonIn(cursor)
  if (!Array.isArray(decoded) || decoded[0] !== list) return null
  const read = z.safeParse(schema, decoded.slice(1))
  return read.success ? read.data : null
}

/** The decoded content of a cursor, not yet validated. */
function jsonIn(cursor: string): unknown {
  if (cursor.length > MAX_CURSOR_CHARACTERS || !/^[\w-]+$/.test(cursor)) return null
  try {
    const octets = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    return JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(
        Uint8Array.from(octets, (octet) => octet.charCodeAt(0)),
      ),
    )
  } catch {
    return null
  }
}

/** The items after a key, sorted by their keys. */
export function itemsAfter<Item>(
  all: readonly Item[],
  keyOf: (item: Item) => Key,
  key: Key | null,
): readonly Item[] {
  const sorted = all.toSorted((one, other) => compareKeys(keyOf(one), keyOf(other)))
  return key === null ? sorted : sorted.filter((item) => compareKeys(keyOf(item), key) > 0)
}

/** Null sorts first. */
export function compareKeys(one: Key, other: Key): number {
  for (const [index, part] of one.entries()) {
    const [mine, theirs] = [part ?? '', other[index] ?? '']
    if (mine !== theirs) return mine === '' || (theirs !== '' && mine < theirs) ? -1 : 1
  }
  return 0
}
