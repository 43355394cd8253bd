/**
 * What a text that somebody types may hold. Control characters (C0, C1) change what a mail, a log or a database export says;
 * the characters that turn or isolate the direction of writing (U+202A–202E, U+2066–2069) show a text as another one than it
 * is. The marks LRM, RLM and ALM, joiners and everything that a script needs stay.
 */
const LINE_BREAKS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g
const NOT_IN_A_LINE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
const NOT_IN_LINES = /[^\P{Cc}\n\t]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
const UNSEEN_AT_AN_END = /[\s\u202a-\u202e\u2066-\u2069]/

/** One line, without a character that nobody sees and that steers what comes after it. */
export function isPlainLine(text: string): boolean {
  return text.isWellFormed() && !NOT_IN_A_LINE.test(text)
}

/** The same for some lines, in which tabs may stand, too. */
export function arePlainLines(text: string): boolean {
  return text.isWellFormed() && !NOT_IN_LINES.test(text)
}

/** Every kind of line break as one. */
export function withLineFeeds(text: string): string {
  return text.replace(LINE_BREAKS, '\n')
}

/**
 * Without blanks at its ends, and without what cannot be seen there: address books put a number that is copied between two
 * of these. Not by a pattern, which would look at each of many blanks again and again.
 */
export function trimmed(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && UNSEEN_AT_AN_END.test(text.charAt(from))) from += 1
  while (to > from && UNSEEN_AT_AN_END.test(text.charAt(to - 1))) to -= 1
  return text.slice(from, to)
}

/** Words of others that are shown and not refused: what cannot be seen and steers is left out. */
export function withoutUnseen(text: string): string {
  return withLineFeeds(text.toWellFormed())
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
}
