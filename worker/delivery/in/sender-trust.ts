import type { PersonId } from '../../domain/ids.ts'
import { respondentAmong } from '../../domain/itip/respondents.ts'
import { isPublicProvider } from '../../domain/mail/sender.ts'
import { normalAddress } from '../../domain/people/address.ts'
import { addressesOf, type Person } from '../../domain/people/person.ts'
import type { MailReading } from './read-mail.ts'

/** How far a mail to a person's secret address can speak for that person. */
export type SenderTrust = {
  /** The calendar names somebody else: the invite was forwarded, or it went to an address that is no longer his. */
  readonly isStranger: boolean
  /**
   * From is the person, an alias or an assistant, or an address in the person's own mail domain with dmarc=pass; and
   * the receiver did not find it forged. At a public mail provider everybody has the same domain.
   */
  readonly isTrusted: boolean
  /** From looks like somebody of the person's side or house, forged or not: enough to show a mail. */
  readonly isKnown: boolean
  /** The person who answered, if we know who it is. */
  readonly answeredBy: PersonId | null
}

export function senderTrustOf(
  reading: MailReading,
  person: Person,
  assistants: readonly Person[],
): SenderTrust {
  const from = reading.from ? normalAddress(reading.from) : null
  const known = [person, ...assistants].find((each) => from !== null && addressesOf(each).includes(from))
  const agent = assistants.find(
    (each) => reading.sentBy !== null && addressesOf(each).includes(reading.sentBy),
  )
  const house = domainOf(person.email)
  const isOfTheHouse = from !== null && domainOf(from) === house && !isPublicProvider(house)
  const isVouchedFor = isOfTheHouse && reading.authentication === 'pass'
  return {
    isStranger: reading.who !== null && ![person, known].some((each) => isOf(each, reading.who)),
    isTrusted: (known !== undefined || isVouchedFor) && reading.authentication !== 'fail',
    isKnown: known !== undefined || isOfTheHouse,
    answeredBy: agent?.id ?? known?.id ?? null,
  }
}

/** Somebody known who answers for himself, such as an assistant to whom the invite was passed on, is no stranger. */
function isOf(person: Person | undefined, address: string | null): boolean {
  return person !== undefined && address !== null && addressesOf(person).includes(address)
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

/** If several attendees could have answered, it is the owner of the secret address, if the calendar lists him. */
export function attributed(reading: MailReading, { email, aliases }: Person): MailReading {
  if (reading.class !== 'unattributed') return reading
  const mine = respondentAmong(reading.attendees, [email, ...aliases])
  if (!mine) return reading
  return {
    ...reading,
    class: mine.proposed ? 'counter' : 'reply',
    who: mine.address,
    sentBy: mine.sentBy,
    partstat: mine.partstat,
    proposed: mine.proposed,
    comment: mine.comment ?? reading.comment,
  }
}
