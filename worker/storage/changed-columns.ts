/**
 * The columns to set in an update: an unchanged column in SET costs index writes, foreign-key checks and triggers.
 * Empty if nothing differs.
 */
export function changedColumns<Row extends object>(before: Row, after: Row): Partial<Row> {
  const valuesBefore = new Map<string, unknown>(Object.entries(before))
  const changed: readonly (readonly unknown[])[] = Object.entries(after).filter(
    ([name, value]) => !isSame(valuesBefore.get(name), value),
  )
  return Object.fromEntries(changed)
}

/** Whether two values are stored alike. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
