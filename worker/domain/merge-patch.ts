/** RFC 7396 for a value: objects are merged, lists and plain values replaced, null removes. */
export type MergePatch<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { readonly [Name in keyof Value]?: MergePatch<Exclude<Value[Name], undefined>> | null }
    : Value

/** Applies a patch to an object. A removed member is absent. */
export function mergePatch<Value extends object>(before: Value, patch: MergePatch<NoInfer<Value>>): Value {
  const all = new Map<string, unknown>(Object.entries(before))
  for (const [name, change] of Object.entries(patch)) {
    const now = all.get(name)
    if (change === null) all.delete(name)
    else all.set(name, isObject(change) ? mergePatch(isObject(now) ? now : {}, change) : change)
  }
  const entries: readonly (readonly unknown[])[] = [...all]
  return Object.fromEntries(entries)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
