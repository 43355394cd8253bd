/** RFC 7396 of a value: objects merge, lists and plain values replace, null takes away. */
export type MergePatch<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { readonly [Name in keyof Value]?: MergePatch<Exclude<Value[Name], undefined>> | null }
    : Value

/** What a patch leaves of an object; a member it takes away is absent. */
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
