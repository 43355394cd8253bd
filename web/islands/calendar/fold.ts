/** Where something stands that is not in sight. */
export type Side = 'above' | 'below' | 'aside'

type Box = {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** A line of the text of a session that must be seen for it to count as in sight, in pixels. */
const SEEN = 12

/** On which side of a window a box is out of sight; null: it is in sight. */
export function sideOf(box: Box, window: Box): Side | null {
  if (box.bottom < window.top + SEEN) return 'above'
  if (box.top > window.bottom - SEEN) return 'below'
  return box.left > window.right - SEEN || box.right < window.left + SEEN ? 'aside' : null
}

/** The sessions on each side, as an array for each that has any. */
export function bySide<Each extends { readonly box: Box }>(
  boxes: readonly Each[],
  window: Box,
): Partial<Record<Side, readonly Each[]>> {
  const sided = boxes.flatMap((each) => {
    const side = sideOf(each.box, window)
    return side ? [{ side, each }] : []
  })
  const groups = Map.groupBy(sided, ({ side }) => side)
  return Object.fromEntries(Array.from(groups, ([side, those]) => [side, those.map(({ each }) => each)]))
}

/** “1 session earlier”, “3 sessions earlier”. */
export function countText(count: number, one = '', many = ''): string {
  return count === 1 ? one : many.replace('$0', String(count))
}
