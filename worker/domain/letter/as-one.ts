import { asRead } from './as-read.ts'
import { type Word, wordsIn } from './phrases.ts'

/** A word that is read in a text though it is not written as one, and the words that it is written as. */
export type AsOne = { readonly word: Word; readonly pieces: readonly Word[] }

/** “men-toring”, also where a line ends in it; “C O A C H”; “coachAnna”. */
export function wordsAsOne(text: string): readonly AsOne[] {
  const read = asRead(text)
  return [
    ...matches(read, HYPHENATED).flatMap((run) => joinings(wordsIn(run))),
    ...matches(read, SPELLED).flatMap((run) => joining(wordsIn(run))),
    ...matches(read, IN_CAPITALS).flatMap((run) =>
      wordsIn(run.replace(NEW_CAPITAL, ' ')).map((word) => ({ word, pieces: wordsIn(run) })),
    ),
  ]
}

const HYPHENATED = /\p{L}+(?:[-‐‑‒–_](?:\s*\n\s*)?\p{L}+)+/gu
const SPELLED = /(?<![\p{L}\p{N}])\p{L}(?:[\s.·*_-]+\p{L}(?![\p{L}\p{N}])){3,}/gu
const IN_CAPITALS = /\p{L}*\p{Ll}\p{Lu}\p{L}*|\p{Lu}{2,}\p{Ll}+/gu
const NEW_CAPITAL = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu

/** A longer run is an address made by a machine. */
const MOST_PIECES = 12

/** Each way to read two or more neighbours as one word. */
function joinings(words: readonly Word[]): readonly AsOne[] {
  const pieces = words.slice(0, MOST_PIECES)
  return pieces.flatMap((_first, from) =>
    pieces.slice(from + 1).flatMap((_last, more) => joining(pieces.slice(from, from + more + 2))),
  )
}

function joining(pieces: readonly Word[]): readonly AsOne[] {
  const [word] = wordsIn(pieces.map(({ written }) => written).join(''))
  return word ? [{ word, pieces }] : []
}

function matches(text: string, pattern: RegExp): readonly string[] {
  return Array.from(text.matchAll(pattern), ([match]) => match)
}
