import { type Look, mayKnowOf, maySee, type Sight } from './permission.ts'

/**
 * Who may see a field of a page, letter, feed or API response. `neutral` says nothing about the two who meet; `parts`
 * are values that were filtered themselves. A bare sight has no replacement: showing it to the wrong viewer is a bug.
 */
export type SeenField<Value> = 'neutral' | 'parts' | Sight | Guarded<Value>

type Guarded<Value> = {
  readonly sight: Sight
  /** The replacement for a viewer who may not see it. */
  readonly instead: Value
  /** Set if the field belongs to the reader alone. */
  readonly own?: true
  /** Set if the field says only that there is one. */
  readonly exists?: true
  /** For a list: the owner of each item. If a viewer may only see their own, other items are left out. */
  readonly of?: (item: ItemOf<Value>) => string
  /** For such a list: items that are seen only by whoever may see another sight too. */
  readonly fewer?: { readonly sight: Sight; readonly when: (item: ItemOf<Value>) => boolean }
}

type ItemOf<Value> = Value extends readonly (infer Item)[] ? Item : unknown
type KeyOf<Type> = Type extends unknown ? keyof Type : never
type ValueAt<Type, Key> = Type extends unknown ? (Key extends keyof Type ? Type[Key] : never) : never

/** An entry for every field of a type, and of every member of a union. A new field does not compile without one. */
export type SeenFields<Type> = { readonly [Key in KeyOf<Type>]-?: SeenField<ValueAt<Type, Key>> }

/** The object as this viewer sees it, filtered field by field. */
export function seen<Type extends object>(look: Look, fields: SeenFields<Type>, whole: Type): Type
export function seen(
  look: Look,
  fields: Readonly<Record<string, SeenField<unknown>>>,
  whole: object,
): object {
  const entries = Object.entries(whole).map(([name, value]) => [
    name,
    seenField(look, name, fields[name], value),
  ])
  return Object.fromEntries(entries)
}

function seenField(look: Look, name: string, field: SeenField<unknown> | undefined, value: unknown): unknown {
  if (field === undefined) throw new Error(`“${name}” stands in no table of who sees what`)
  if (field === 'neutral' || field === 'parts') return value
  if (typeof field === 'string') {
    if (maySee(look, field, null)) return value
    throw new Error(`“${name}” is not for the ${look.viewer}, and nothing stands in its place`)
  }
  const { sight, instead, own, of, exists, fewer } = field
  if (exists) return mayKnowOf(look, sight) ? value : instead
  if (of && Array.isArray(value))
    return value.filter((item) =>
      (fewer?.when(item) ? [sight, fewer.sight] : [sight]).every((each) => maySee(look, each, of(item))),
    )
  return maySee(look, sight, own ? look.readerId : null) ? value : instead
}
