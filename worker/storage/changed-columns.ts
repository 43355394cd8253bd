/**
 * Those columns of `after` that `before` has otherwise, as an update sets them: a column that is set, were it to the
 * same value, costs its index, its foreign keys and its trigger. Empty where nothing differs.
 */
export function changedColumns<Row extends object>(before: Row, after: Row): Partial<Row> {
  const old = new Map<string, unknown>(Object.entries(before))
  const changed: readonly (readonly unknown[])[] = Object.entries(after).filter(
    ([name, value]) => !isSame(old.get(name), value),
  )
  return Object.fromEntries(changed)
}

/** Whether two values are written alike. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
