import { parseAddress } from '../../../domain/people/address.ts'
import { listSuppressed } from '../../../storage/letter/suppression.ts'
import type { Member } from '../../../storage/people/membership.ts'
import type { AppContext } from '../../context.ts'
import type { FormFields } from '../../forms/field-reader.ts'
import type { TypedPerson } from './person-form.ts'

/** As long as nobody says otherwise, an address that gets mail stays one of theirs. */
export async function isStillTheirs(
  c: AppContext,
  said: string | undefined,
  email: string,
): Promise<boolean> {
  if (said === 'yes' || said === 'no') return said === 'yes'
  const { db, now } = c.get('platform')
  return (await listSuppressed(db, [email], now())).size === 0
}

/** A form that is sent again names the new address as the one of now: what it kept the first time is kept again. */
export function withKept(
  { email, aliases }: TypedPerson,
  { oldAddress, addressBefore }: FormFields,
  member: Member,
): readonly string[] {
  const parsed = parseAddress(addressBefore ?? '')
  const isKept = oldAddress === 'yes' && parsed.ok && member.aliases.includes(parsed.address)
  if (!isKept || parsed.address === email || aliases.includes(parsed.address)) return aliases
  return [...aliases, parsed.address]
}
