import { MAX_LINES_PER_KIND } from '../limits.ts'
import type { Item, Kind, More } from './item.ts'

/** What Today shows of its lines: of one kind so many at most, and how many more there are. Nothing is left out in silence. */
export function shownOf(
  items: readonly Item[],
  unread: readonly More[],
): { readonly items: readonly Item[]; readonly more: readonly More[] } {
  const found = Map.groupBy(items, ({ kind }) => kind)
  const shown = new Set(Array.from(found.values()).flatMap((all) => all.slice(0, MAX_LINES_PER_KIND)))
  const more = Array.from(found, ([kind, all]) => ({
    kind,
    count: Math.max(0, all.length - MAX_LINES_PER_KIND) + countOf(kind, unread),
  }))
  return { items: items.filter((item) => shown.has(item)), more: more.filter(({ count }) => count > 0) }
}

function countOf(kind: Kind, unread: readonly More[]): number {
  return unread.reduce((sum, each) => sum + (each.kind === kind ? each.count : 0), 0)
}
