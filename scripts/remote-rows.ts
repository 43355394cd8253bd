type Row = Readonly<Record<string, unknown>>

/** The rows of each statement, of what `wrangler d1 execute --json` said; its warnings stand around them. */
export function remoteResults(said: string): readonly (readonly Row[])[] {
  const [start, end] = [said.search(/^\[/m), said.lastIndexOf(']')]
  const answers: readonly { readonly results?: readonly Row[] }[] = JSON.parse(said.slice(start, end + 1))
  return answers.map(({ results = [] }) => results)
}

/** The rows of the first statement. */
export function remoteRows(said: string): readonly Row[] {
  return remoteResults(said)[0] ?? []
}
