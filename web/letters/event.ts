import type { CalendarMessage } from '../../worker/domain/itip/message.ts'
import type { CalendarLetter, TestInviteLetter } from '../../worker/domain/letter/letter.ts'
import { normalAddress } from '../../worker/domain/people/address.ts'
import type { WrittenLetter } from './written.ts'

/** RFC 5546 §3.2: one attendee, and the organizer address that this person always gets. */
export function eventOf(
  letter: CalendarLetter | TestInviteLetter,
  { calendar, fromName }: WrittenLetter,
): CalendarMessage {
  const { method, uid, sequence, dtstamp, time, reader } = letter
  // A test goes from the address of now, and asks anew each time.
  const { organizer, partstat } =
    letter.kind === 'calendar'
      ? letter
      : { organizer: reader.replyAddress, partstat: 'NEEDS-ACTION' as const }
  return {
    method,
    uid,
    sequence,
    dtstamp,
    time,
    organizer: { address: organizer, name: fromName },
    attendee: { address: normalAddress(reader.email), name: reader.name, partstat },
    summary: calendar?.summary ?? '',
    description: calendar?.description ?? null,
    location: calendar?.location ?? null,
    url: calendar?.url ?? null,
    status: 'CONFIRMED',
    alarm: method === 'REQUEST',
  }
}
