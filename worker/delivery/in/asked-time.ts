import { readAddress } from '../../domain/itip/values.ts'
import { normalAddress } from '../../domain/people/address.ts'
import type { MailReading } from './read-mail.ts'

/** An invite of their own that names our address asks for that time. One of ours that comes back asks for nothing. */
export function withAskedTime(reading: MailReading, to: string, isOurs: boolean): MailReading {
  const { method, organizer, attendees, time } = reading
  if (method !== 'REQUEST' || reading.class !== 'request' || isOurs || !time) return reading
  const named = [readAddress(organizer ?? ''), ...attendees.map(({ address }) => address)]
  return named.includes(normalAddress(to)) ? { ...reading, proposed: time } : reading
}
