/**
 * What a text that somebody types may hold. Control characters (C0, C1) change what a mail, a log or a database export says;
 * the characters that turn or isolate the direction of writing (U+202A–202E, U+2066–206F) show a text as another one than it
 * is; annotations (U+FFF9–FFFB) and tags, but for those of a flag, hold words that nobody sees. The marks LRM, RLM and ALM,
 * joiners and everything that a script needs stay.
 */
const STEERING = String.raw`[\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\p{NChar}]|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,6})[\u{e0000}-\u{e007f}]`
const LINE_BREAKS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g
const NOT_IN_A_LINE = new RegExp(String.raw`[\p{Cc}\u2028\u2029]|${STEERING}`, 'u')
const NOT_IN_LINES = new RegExp(String.raw`[^\P{Cc}\n\t]|[\u2028\u2029]|${STEERING}`, 'u')
const NOT_SHOWN = new RegExp(String.raw`[^\P{Cc}\n\t]|${STEERING}`, 'gu')
const UNSEEN_AT_AN_END = /[\s\u00ad\u200b\u2060\u202a-\u202e\u2066-\u206f]/
const NOTHING_SEEN = /^[\s\p{Default_Ignorable_Code_Point}]*$/u

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
 * of these. Not by a pattern, which would look at each of many blanks again and again. A text of nothing else is none: as a
 * name nobody could read or press it.
 */
export function trimmed(text: string): string {
  if (NOTHING_SEEN.test(text)) return ''
  let from = 0
  let to = text.length
  while (from < to && UNSEEN_AT_AN_END.test(text.charAt(from))) from += 1
  while (to > from && UNSEEN_AT_AN_END.test(text.charAt(to - 1))) to -= 1
  return text.slice(from, to)
}

/** Words of others that are shown and not refused: what cannot be seen and steers is left out. */
export function withoutUnseen(text: string): string {
  return withLineFeeds(text.toWellFormed()).replace(NOT_SHOWN, '').trim()
}
