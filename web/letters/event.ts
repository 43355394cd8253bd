import type { CalendarMessage } from '../../worker/domain/itip/message.ts'
import type { CalendarLetter } from '../../worker/domain/letter/letter.ts'
import { normalAddress } from '../../worker/domain/people/address.ts'
import type { WrittenLetter } from './written.ts'

/** RFC 5546 §3.2: one attendee, and the organizer address that this person always gets. */
export function eventOf(letter: CalendarLetter, { calendar, fromName }: WrittenLetter): CalendarMessage {
  const { method, uid, sequence, dtstamp, time, reader, organizer } = letter
  return {
    method,
    uid,
    sequence,
    dtstamp,
    time,
    organizer: { address: organizer, name: fromName },
    attendee: { address: normalAddress(reader.email), name: reader.name, partstat: letter.partstat },
    summary: calendar?.summary ?? '',
    description: calendar?.description ?? null,
    location: calendar?.location ?? null,
    url: calendar?.url ?? null,
    status: 'CONFIRMED',
    alarm: method === 'REQUEST',
  }
}
