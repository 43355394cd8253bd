import { addressParser, type Header } from 'postal-mime'

export type Author = { readonly address: string; readonly name: string }

/** The one author of a mail; null if it names none or several, in one From or in two: then nobody knows who speaks. */
export function authorOf(headers: readonly Header[]): Author | null {
  const lines = headers.filter(({ key }) => key === 'from')
  const [line] = lines
  if (!line || lines.length > 1) return null
  const named = addressParser(line.value, { flatten: true }).flatMap(({ address, name }) =>
    address ? { address: address.toLowerCase(), name } : [],
  )
  const [author] = named
  return author && new Set(named.map(({ address }) => address)).size === 1 ? author : null
}
