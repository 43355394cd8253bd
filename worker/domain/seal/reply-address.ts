import type { PersonId } from '../ids.ts'
import type { Letter } from '../letter/letter.ts'
import { accept, type Result } from '../result.ts'
import { readSealed, type SealedPlace, type Unopened } from './sealed.ts'

export type Open = (place: SealedPlace, sealed: string) => Promise<Result<string, Unopened>>

/**
 * A person's secret address as the database holds it: `sealed.<key>.<octets>@host`. Only the local part is secret. Rules
 * copy it unread, from person to invite to letter; it is opened where a letter is sealed as a whole, or sent.
 */
export function placeOfReplyAddress(personId: string): SealedPlace {
  return { table: 'people', row: personId, column: 'reply_sealed' }
}

/** The two parts of an address. */
export function partsOfAddress(address: string): readonly [local: string, host: string] {
  const at = address.lastIndexOf('@')
  return [address.slice(0, at), address.slice(at + 1)]
}

/** In clear; one of an older version stands there so. */
export async function tryOpenReplyAddress(
  open: Open,
  personId: string,
  stored: string,
): Promise<Result<string, Unopened>> {
  const [local, host] = partsOfAddress(stored)
  if (!readSealed(local)) return accept(stored)
  const opened = await open(placeOfReplyAddress(personId), local)
  return opened.ok ? accept(`${opened.value}@${host}`) : opened
}

/** One that does not open stays as it is: no mail can be written from it. */
export async function openReplyAddress(open: Open, personId: PersonId, stored: string): Promise<string> {
  const opened = await tryOpenReplyAddress(open, personId, stored)
  return opened.ok ? opened.value : stored
}

/** The letter with the addresses it is sent from in clear. One that was sealed before has them so already. */
export async function withOpenAddresses<L extends Letter>(open: Open, letter: L): Promise<L> {
  const { reader } = letter
  const inClear = (stored: string) => openReplyAddress(open, reader.personId, stored)
  const opened = { ...reader, replyAddress: await inClear(reader.replyAddress) }
  return {
    ...letter,
    reader: opened,
    ...(letter.kind === 'calendar' && { organizer: await inClear(letter.organizer) }),
    ...(letter.kind === 'offers' && { offers: letter.offers.map((each) => ({ ...each, reader: opened })) }),
  }
}
