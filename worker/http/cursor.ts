import * as z from 'zod/mini'

import { MAX_CURSOR_CHARACTERS } from '../domain/limits.ts'

/**
 * Where a page of a list left off: the sort key of its last item, and that item's id. The next page begins behind that
 * place, whatever became of the item since: renamed, moved or gone. Opaque to whoever reads the list; `list` keeps a
 * cursor of one list from being read as another's.
 */
export function cursorOf(list: string, key: Key): string {
  const octets = new TextEncoder().encode(JSON.stringify([list, ...key]))
  return btoa(Array.from(octets, (octet) => String.fromCharCode(octet)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** A sort key, most significant part first; the id comes last. */
export type Key = readonly (string | number | null)[]

/** The key within a cursor of this list; null where it is none. */
export function readCursor<Schema extends z.ZodMiniType<Key>>(
  list: string,
  schema: Schema,
  cursor: string,
): z.output<Schema> | null {
  const said = jsonIn(cursor)
  if (!Array.isArray(said) || said[0] !== list) return null
  const read = z.safeParse(schema, said.slice(1))
  return read.success ? read.data : null
}

/** What a cursor holds, before anything is believed of it. */
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

/** The items of a list behind a key, in the order of their keys. */
export function behind<Item>(
  all: readonly Item[],
  keyOf: (item: Item) => Key,
  key: Key | null,
): readonly Item[] {
  const sorted = all.toSorted((one, other) => compareKeys(keyOf(one), keyOf(other)))
  return key === null ? sorted : sorted.filter((item) => compareKeys(keyOf(item), key) > 0)
}

/** Nothing comes before something. */
export function compareKeys(one: Key, other: Key): number {
  for (const [index, part] of one.entries()) {
    const [mine, theirs] = [part ?? '', other[index] ?? '']
    if (mine !== theirs) return mine === '' || (theirs !== '' && mine < theirs) ? -1 : 1
  }
  return 0
}
