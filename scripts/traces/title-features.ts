import { FIRST_NAMES, LAST_NAMES } from './habits.ts'

const NAMES: ReadonlySet<string> = new Set([...FIRST_NAMES, ...LAST_NAMES].map((name) => name.toLowerCase()))

/** “30 min with T. Leroy” is “# min with i. name”: what is left when whom it is with does not count. */
export function shapeOf(title: string): string {
  return wordsOf(title).join(' ')
}

/** `others`: the other titles of the same calendar or mailbox, each once. */
export function titleFeatures(
  title: string,
  others: readonly string[],
): readonly (readonly [string, number])[] {
  const words = wordsOf(title)
  const shape = words.join(' ')
  const alike = others.filter((other) => other !== title && shapeOf(other) === shape).length
  return [
    ['titles: characters', title.length],
    ['titles: words', words.length],
    ['titles: as usual here', alike / Math.max(1, others.length)],
    ['titles: names', words.filter((word) => word === 'name').length],
    ['titles: initials', words.filter((word) => word === 'i.').length],
    ['titles: numbers', words.filter((word) => word === '#').length],
    ['titles: signs', title.replaceAll(/[\p{L}\p{N}\s.]/gu, '').length],
    ...new Set(words.map((word) => `titles: “${word}”`)),
  ].map((each) =>
    typeof each === 'string' ? ([each, 1] as const) : ([String(each[0]), Number(each[1])] as const),
  )
}

function wordsOf(title: string): readonly string[] {
  return Array.from(title.toLowerCase().matchAll(/\p{L}+\.?|\p{N}+|[^\s\p{L}\p{N}]/gu), ([word]) => {
    if (NAMES.has(word)) return 'name'
    if (/^\p{N}+$/u.test(word)) return '#'
    return /^\p{L}\.$/u.test(word) ? 'i.' : word
  })
}
