import type { MailReading } from './read-mail.ts'

/** A settled mail keeps only its codes, not its words. */
export function codesOf({ class: kind, method, partstat, uid, sequence, dtstamp, awayUntil }: MailReading) {
  return { class: kind, method, partstat, uid, sequence, dtstamp, ...(awayUntil && { awayUntil }) }
}

/** Guests of a foreign event that are kept with it: a row of the table stays small, whatever somebody sends. */
const MAX_KEPT_ATTENDEES = 20
const MAX_KEPT_CHARACTERS = 500

export function keptReading(reading: MailReading): MailReading {
  const cut = (text: string | null) => text?.slice(0, MAX_KEPT_CHARACTERS).toWellFormed() ?? null
  const { uid, organizer, prodid, recurrenceId, method, messageId } = reading
  return {
    ...reading,
    uid: cut(uid),
    organizer: cut(organizer),
    prodid: cut(prodid),
    recurrenceId: cut(recurrenceId),
    method: cut(method),
    messageId: cut(messageId),
    attendees: reading.attendees
      .slice(0, MAX_KEPT_ATTENDEES)
      .map((each) => ({ ...each, name: cut(each.name), comment: cut(each.comment) })),
  }
}
