import type { LinkId, NewId } from '../ids.ts'
import { isAmong } from '../people/address.ts'
import type { Letter, OfferLetter, Reader } from './letter.ts'
import type { Present } from './present.ts'

/** A link that takes the place of another, which has ended with the address it went to. */
export type LinkInstead = { readonly id: LinkId; readonly of: LinkId; readonly address: string }

/** A letter that is to go to another address than it was written for. */
export type Readdressed = { readonly letter: Letter; readonly links: readonly LinkInstead[] }

/** Whether its reader is written to at this address now; also true of somebody of whom nothing is known. */
export function isAddressOfNow({ kind, reader }: Letter, { readers }: Present): boolean {
  // Its reader is nobody of ours: the address is all that is known.
  if (kind === 'figures') return true
  const { email } = readers.get(reader.personId) ?? reader
  return isAmong(reader.email, [email])
}

/** Whether the address it was written for is no longer its reader's at all. */
export function isAddressLost({ reader }: Letter, { readers }: Present): boolean {
  return !isAmong(reader.email, readers.get(reader.personId)?.addresses ?? [reader.email])
}

/** The letter for the address of now, with links of its own; null if it goes there already. */
export function readdressed(letter: Letter, present: Present, newId: NewId): Readdressed | null {
  if (isAddressOfNow(letter, present)) return null
  const email = present.readers.get(letter.reader.personId)?.email ?? letter.reader.email
  const links: LinkInstead[] = []
  const renew = (of: LinkId) => {
    const link = { id: newId('lnk'), of, address: email }
    links.push(link)
    return link.id
  }
  return { letter: { ...toAddress(letter, email, renew), id: newId('let') }, links }
}

function toAddress(letter: Letter, email: string, renew: (of: LinkId) => LinkId): Letter {
  const reader: Reader = { ...letter.reader, email }
  if (letter.kind === 'offers')
    return {
      ...letter,
      reader,
      offers: letter.offers.map((each): OfferLetter => ({ ...each, reader, linkId: renew(each.linkId) })),
    }
  // What signs in is no link about a session: it keeps its id, and ends with the address that it was asked from.
  if (letter.kind === 'sign-in' || letter.kind === 'invitation' || letter.kind === 'figures')
    return { ...letter, reader }
  if (letter.linkId === null) return { ...letter, reader }
  return { ...letter, reader, linkId: renew(letter.linkId) }
}
