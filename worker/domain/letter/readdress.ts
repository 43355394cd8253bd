import type { LinkId, NewId, ProgrammeId, SessionId } from '../ids.ts'
import { isAmong } from '../people/address.ts'
import type { Letter, OfferLetter, Reader } from './letter.ts'
import type { Present, ReaderNow } from './present.ts'

/** A link that takes the place of another, which has ended with the address it went to. */
export type LinkInstead = { readonly id: LinkId; readonly of: LinkId; readonly address: string }

/** A letter that is to go to another address than it was written for. */
export type Readdressed = { readonly letter: Letter; readonly links: readonly LinkInstead[] }

/** Whether its reader is written to at this address now; also true of somebody of whom nothing is known. */
export function isAddressOfNow(letter: Letter, present: Present): boolean {
  const { reader } = letter
  // Its reader is nobody of ours: the address is all that is known.
  if (letter.kind === 'figures') return true
  return isAmong(reader.email, [readerNow(letter, present)?.email ?? reader.email])
}

/** Whether the address it was written for is no longer its reader's at all. */
export function isAddressLost(letter: Letter, present: Present): boolean {
  const { reader } = letter
  return !isAmong(reader.email, readerNow(letter, present)?.addresses ?? [reader.email])
}

/** The letter for the address of now, with links of its own; null if it goes there already. */
export function readdressed(letter: Letter, present: Present, newId: NewId): Readdressed | null {
  if (isAddressOfNow(letter, present)) return null
  const email = readerNow(letter, present)?.email ?? letter.reader.email
  const links: LinkInstead[] = []
  const renew = (of: LinkId) => {
    const link = { id: newId('lnk'), of, address: email }
    links.push(link)
    return link.id
  }
  return { letter: { ...toAddress(letter, email, renew), id: newId('let') }, links }
}

/**
 * The reader as the programme of the letter knows him. A letter about no programme stays with the address it was asked
 * from, if a programme knows him by that.
 */
function readerNow(letter: Letter, present: Present): ReaderNow | null {
  const { reader } = letter
  const now = present.readers.get(reader.personId)
  if (!now?.own) return now ?? null
  const programmeId = programmeOf(letter, present)
  const lists = programmeId === null ? [...now.own.values()] : [now.own.get(programmeId) ?? []]
  const [email, ...aliases] = lists.find((list) => programmeId !== null || isAmong(reader.email, list)) ?? []
  if (email === undefined) return now
  return { email: programmeId === null ? reader.email : email, addresses: [email, ...aliases] }
}

function programmeOf(letter: Letter, { sessions }: Present): ProgrammeId | null {
  switch (letter.kind) {
    case 'sign-in':
    case 'invitation':
    case 'test':
    case 'test-invite':
    case 'figures':
    case 'health':
      return null
    case 'morning':
    case 'urgent':
      return letter.lines[0]?.programmeId ?? null
    case 'offers':
      return of(letter.offers[0]?.sessionId)
    case 'digest':
      return of(letter.entries[0]?.sessionId)
    default:
      return of(letter.sessionId)
  }
  function of(sessionId: SessionId | undefined): ProgrammeId | null {
    return (sessionId && sessions.get(sessionId)?.session.programmeId) ?? null
  }
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
