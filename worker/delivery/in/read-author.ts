import { addressParser, type Header } from 'postal-mime'

import { MAX_ADDRESS_CHARACTERS } from '../../domain/limits.ts'

export type Author = { readonly address: string; readonly name: string }

/** The one author of a mail; null if it names none or several, in one From or in two: then nobody knows who speaks. */
export function authorOf(headers: readonly Header[]): Author | null {
  const lines = fromLines(headers)
  const named = namedIn(lines)
  const [author] = named
  return author && lines.length === 1 && new Set(named.map(({ address }) => address)).size === 1
    ? author
    : null
}

/** More than a mail of people has. */
const MAX_AUTHORS = 20

/** All addresses that stand as its author. */
export function authorsOf(headers: readonly Header[]): readonly string[] {
  const addresses = namedIn(fromLines(headers)).map(({ address }) =>
    address.slice(0, MAX_ADDRESS_CHARACTERS).toWellFormed(),
  )
  return [...new Set(addresses)].slice(0, MAX_AUTHORS)
}

function fromLines(headers: readonly Header[]): readonly Header[] {
  return headers.filter(({ key }) => key === 'from')
}

function namedIn(lines: readonly Header[]): readonly Author[] {
  return lines.flatMap(({ value }) =>
    addressParser(value, { flatten: true }).flatMap(({ address, name }) =>
      address ? { address: address.toLowerCase(), name } : [],
    ),
  )
}
