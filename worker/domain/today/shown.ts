import { MAX_LINES_PER_KIND } from '../limits.ts'
import type { Item, Kind, More } from './item.ts'

/** What Today shows of its lines: of one kind `most`, and how many more there are. Nothing is left out in silence. */
export function shownOf(
  items: readonly Item[],
  unread: readonly More[],
  most = MAX_LINES_PER_KIND,
): { readonly items: readonly Item[]; readonly more: readonly More[] } {
  const found = Map.groupBy(items, ({ kind }) => kind)
  const shown = new Set(Array.from(found.values()).flatMap((all) => all.slice(0, most)))
  const more = Array.from(found, ([kind, all]) => ({
    kind,
    count: Math.max(0, all.length - most) + countOf(kind, unread),
  }))
  return { items: items.filter((item) => shown.has(item)), more: more.filter(({ count }) => count > 0) }
}

function countOf(kind: Kind, unread: readonly More[]): number {
  return unread.reduce((sum, each) => sum + (each.kind === kind ? each.count : 0), 0)
}
