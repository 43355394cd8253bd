/**
 * The same query with a distinct name for each column, so that two columns called `id` are both kept when a row
 * is an object. Only Drizzle's `select … from …`; everything else is unchanged.
 */
export function withDistinctColumns(query: string): string {
  if (!query.startsWith('select ')) return query
  const ends = endsOfColumns(query)
  return ends.reduceRight(
    (text, end, column) =>
      isNamed(text.slice(0, end)) ? text : `${text.slice(0, end)} as "column_${column}"${text.slice(end)}`,
    query,
  )
}

/** The query has named this column itself. */
function isNamed(upToIt: string): boolean {
  return / as "[^"]*"$/.test(upToIt)
}

/** Where the columns end: at each comma and at the `from` outside brackets, quotes and names. */
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
