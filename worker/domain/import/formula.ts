/**
 * What a spreadsheet takes for a formula: a cell that begins so, or what becomes a cell where it is opened with another
 * separator. Apostrophes in front belong to it, so that the way out and back is exact.
 */
const RISKY = /(^|[,;\t\n\r])(?='*[=+\-@\t\r＝＋－＠])/g
const PROTECTED = /(^|[,;\t\n\r])'(?='*[=+\-@\t\r＝＋－＠])/g

/** A text that no spreadsheet reckons with: an apostrophe in front. */
export function withoutFormula(text: string): string {
  return text.replace(RISKY, "$1'")
}

/** The text as it was, without the apostrophes of `withoutFormula`. */
export function asItWas(text: string): string {
  return text.replace(PROTECTED, '$1')
}
