/**
 * Where a spreadsheet takes what follows for a formula: at the start of a cell, or of what becomes a cell where the file is
 * opened with another separator; quotes there are taken for those of the cell. Apostrophes in front belong to it, so that the
 * way out and back is exact.
 */
const RISKY = /(?<=^|[,;\t\n\r])(?=["']*[=+\-@\t\r＝＋－＠])/g
const PROTECTED = /(?<=^|[,;\t\n\r])'(?=["']*[=+\-@\t\r＝＋－＠])/g

/** A text that no spreadsheet computes: an apostrophe in front. */
export function withoutFormula(text: string): string {
  return text.replace(RISKY, "'")
}

/** The text as it was, without the apostrophes of `withoutFormula`. */
export function asItWas(text: string): string {
  return text.replace(PROTECTED, '')
}
