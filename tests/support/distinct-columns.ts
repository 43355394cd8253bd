/**
 * The same reading with a name of its own for each column, so that of two that are called `id` neither is lost where a row
 * is an object. Only what Drizzle writes, `select … from …`; everything else stays as it is.
 */
export function withDistinctColumns(query: string): string {
  if (!query.startsWith('select ')) return query
  const ends = endsOfColumns(query)
  return ends.reduceRight(
    (text, end, column) => `${text.slice(0, end)} as "column_${column}"${text.slice(end)}`,
    query,
  )
}

/** Where the columns end: at each comma, and at the `from`, that stand in no bracket, quote or name. */
function endsOfColumns(query: string): readonly number[] {
  const ends: number[] = []
  let depth = 0
  for (const { 0: token, index } of query.matchAll(/"[^"]*"|'[^']*'|[(),]|\sfrom\s/g)) {
    if (token === '(') depth += 1
    if (token === ')') depth -= 1
    if (depth > 0) continue
    if (token === ',') ends.push(index)
    if (/^\sfrom\s$/i.test(token)) return [...ends, index]
  }
  return []
}
