import { type Look, maySee, type Sight } from './permission.ts'

/**
 * What a field of a page, a letter, a feed or an answer shows. `neutral` says nothing of the two who meet; `parts`
 * are lines that went through the table themselves. A sight alone has nothing that could stand in its place, so
 * building it for somebody who may not see it is a bug.
 */
export type Field<Value> = 'neutral' | 'parts' | Sight | Guarded<Value>

type Guarded<Value> = {
  readonly sight: Sight
  /** What stands there for whoever may not see it. */
  readonly instead: Value
  /** Set where the field holds the reader's own and nobody else's. */
  readonly own?: true
  /** Of a list: whose each item is. Others' items are left out where only one's own may be seen. */
  readonly of?: (item: ItemOf<Value>) => string
}

type ItemOf<Value> = Value extends readonly (infer Item)[] ? Item : unknown
type KeyOf<Type> = Type extends unknown ? keyof Type : never
type ValueAt<Type, Key> = Type extends unknown ? (Key extends keyof Type ? Type[Key] : never) : never

/** A line for every field of a type, of a union's every member: a new field does not compile until it has one. */
export type Fields<Type> = { readonly [Key in KeyOf<Type>]-?: Field<ValueAt<Type, Key>> }

/** What is seen of it by whoever looks: each field as the table has it. */
export function seen<Type extends object>(look: Look, fields: Fields<Type>, whole: Type): Type
export function seen(look: Look, fields: Readonly<Record<string, Field<unknown>>>, whole: object): object {
  const entries = Object.entries(whole).map(([name, value]) => [
    name,
    seenField(look, name, fields[name], value),
  ])
  return Object.fromEntries(entries)
}

function seenField(look: Look, name: string, field: Field<unknown> | undefined, value: unknown): unknown {
  if (field === undefined) throw new Error(`“${name}” stands in no table of who sees what`)
  if (field === 'neutral' || field === 'parts') return value
  if (typeof field === 'string') {
    if (maySee(look, field, null)) return value
    throw new Error(`“${name}” is not for the ${look.viewer}, and nothing stands in its place`)
  }
  const { sight, instead, own, of } = field
  if (of && Array.isArray(value)) return value.filter((item) => maySee(look, sight, of(item)))
  return maySee(look, sight, own ? look.readerId : null) ? value : instead
}
