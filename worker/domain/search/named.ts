import { fold, wordsOf } from './fold.ts'

type Nameable = { readonly name: string; readonly unit: string | null; readonly email: string }

/** Whom a part of a name, a unit or an address means; somebody of exactly that name goes before all others. */
export function named<Each extends Nameable>(query: string, people: readonly Each[]): readonly Each[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  const whole = people.filter(({ name }) => fold(name) === fold(query.trim()))
  if (whole.length > 0) return whole
  return people.filter(({ name, unit, email }) => {
    const text = fold([name, unit ?? '', email].join('\n'))
    return words.every((word) => text.includes(word))
  })
}
