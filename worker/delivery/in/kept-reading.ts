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

/** What stands for the secret address in what is kept of a mail. */
const HIDDEN = '…'

/** Answers quote the address that they go to: in the header of a quoted mail, in the event. Nothing kept holds it. */
export function withoutReplyAddress(reading: MailReading, to: string): MailReading {
  return withoutText(reading, to.toLowerCase())
}

function withoutText<Value>(value: Value, secret: string): Value
function withoutText(value: unknown, secret: string): unknown {
  if (typeof value === 'string') return without(value, secret)
  if (Array.isArray(value)) return value.map((each: unknown) => withoutText(each, secret))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutText(each, secret)]))
}

/** An address is ASCII, in capitals or not. */
function without(text: string, secret: string): string {
  const parts = text.split(new RegExp(secret.replaceAll(/[^a-z\d]/g, '\\$&'), 'i'))
  return parts.length > 1 ? parts.join(HIDDEN) : text
}
