import type { CalendarLetter, Letter, Reader } from './letter.ts'
import type { LetterEffect } from './thread.ts'

/**
 * What the database asks of a letter, and nobody reads: which letter it is, to which address, and what it does in a
 * calendar. It stands in clear; all that a letter says is sealed.
 */
export type LetterFacts = Pick<Letter, 'id' | 'kind'> &
  Partial<Pick<CalendarLetter, 'method' | 'uid' | 'sequence' | 'dtstamp' | 'time'>> & {
    readonly reader: Pick<Reader, 'personId' | 'email'>
    /** Of an offer: those to one assistant are gathered. */
    readonly toExecutive?: boolean
    /** Of an urgent mail: whether lines were added meanwhile. */
    readonly lineCount?: number
  }

export type SealedLetter = LetterFacts & { readonly sealed: string }

/** As it is in the database. Letters of older versions stand in clear. */
export type StoredLetter = Letter | SealedLetter | LetterEffect

export function isSealed(letter: StoredLetter): letter is SealedLetter {
  return 'sealed' in letter
}

export function factsOf(letter: Letter): LetterFacts {
  const { id, kind, reader } = letter
  const common = { id, kind, reader: { personId: reader.personId, email: reader.email } }
  switch (letter.kind) {
    case 'calendar': {
      const { method, uid, sequence, dtstamp, time } = letter
      return { ...common, method, uid, sequence, dtstamp, time }
    }
    case 'offer':
      return { ...common, toExecutive: letter.toExecutive }
    case 'urgent':
      return { ...common, lineCount: letter.lines.length }
    default:
      return common
  }
}

/** What is left of a letter that does not open: what it did. */
export function effectOf({ kind, method, uid, sequence, dtstamp, time }: SealedLetter): LetterEffect {
  return {
    kind,
    ...(method !== undefined && { method }),
    ...(uid !== undefined && { uid }),
    ...(sequence !== undefined && { sequence }),
    ...(dtstamp !== undefined && { dtstamp }),
    ...(time !== undefined && { time }),
    reader: { email: '' },
  }
}
