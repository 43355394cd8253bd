type Row = Readonly<Record<string, unknown>>

/** The rows of the first statement of what `wrangler d1 execute --json` said; its warnings stand around them. */
export function remoteRows(said: string): readonly Row[] {
  const [start, end] = [said.search(/^\[/m), said.lastIndexOf(']')]
  const [answer]: readonly { readonly results?: readonly Row[] }[] = JSON.parse(said.slice(start, end + 1))
  return answer?.results ?? []
}
