/** A value as SQLite keeps it; integers come as bigint, so that none is rounded. */
export type Cell = null | bigint | number | string | Uint8Array

/** A literal is cut below this, since a statement of D1 has at most 100 kB. */
export const LITERAL_BYTES = 40_000

/** Characters that an editor, a terminal or a reader of SQL may change; a text with one is written by its octets. */
// oxlint-disable-next-line no-control-regex -- these are the ones that are looked for
const FRAGILE = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF]/

/** As SQL. What is longer than `LITERAL_BYTES` is not for here: see `partsOf`. */
export function literalOf(cell: Cell): string {
  if (cell === null) return 'NULL'
  if (typeof cell === 'bigint') return String(cell)
  if (typeof cell === 'number') return realOf(cell)
  if (typeof cell === 'string')
    return FRAGILE.test(cell)
      ? `CAST(${blobOf(Buffer.from(cell))} AS TEXT)`
      : `'${cell.replaceAll("'", "''")}'`
  return blobOf(cell)
}

export function octetsOf(cell: Cell): number {
  if (typeof cell === 'string') return Buffer.byteLength(cell)
  return cell instanceof Uint8Array ? cell.length : 0
}

/** A text or blob in parts of at most `LITERAL_BYTES`; never cuts a character. */
export function partsOf(cell: Cell): readonly Cell[] {
  if (cell instanceof Uint8Array) return cut(cell)
  return typeof cell === 'string' ? cut(Buffer.from(cell)).map(String) : [cell]
}

function cut(octets: Uint8Array): readonly Buffer[] {
  const parts: Buffer[] = []
  for (let from = 0; from < octets.length;) {
    let to = Math.min(from + LITERAL_BYTES, octets.length)
    // Not inside a character: its later octets begin with the bits 10. A blob may end anywhere too.
    while (to < octets.length && to > from + 1 && ((octets[to] ?? 0) & 0xc0) === 0x80) to -= 1
    parts.push(Buffer.from(octets.subarray(from, to)))
    from = to
  }
  return parts
}

/** The same value again, and one that stays a real. */
function realOf(real: number): string {
  if (Number.isNaN(real)) return 'NULL'
  if (!Number.isFinite(real)) return real > 0 ? '9e999' : '-9e999'
  const text = Object.is(real, -0) ? '-0' : String(real)
  return /[.e]/.test(text) ? text : `${text}.0`
}

function blobOf(octets: Uint8Array): string {
  return `X'${Buffer.from(octets).toString('hex')}'`
}
