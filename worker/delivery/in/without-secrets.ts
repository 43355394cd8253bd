import type { MailReading } from './read-mail.ts'

/** What stands for a secret in what is kept of a mail. */
const HIDDEN = '…'

/**
 * The token in the address of a link of ours: as we write it, as services that check links write it into theirs, and with
 * the ends of lines and the marks of a quotation in it. A token has 43 characters; a cut one is hidden as well.
 */
const TOKEN = /(k(?:=|%3d|%253d|-3d))(?:[\w-](?:\r?\n[>\s]*)?){16,43}/gi

/**
 * Answers quote the address that they go to, in the header of a quoted mail or in the event, and the links of the mail that
 * they answer. Neither is kept: a manager who reads the mail, or whoever has the database, would open what is another’s.
 */
export function withoutSecrets(reading: MailReading, to: string): MailReading {
  // The host is no secret; programs write the @ in more than one way.
  const [local = '', host = ''] = to.split('@').map((each) => each.replaceAll(/[^a-z\d]/gi, '\\$&'))
  const address = new RegExp(`${local}(?:(?:@|%40)${host})?`, 'gi')
  return eachText(reading, (text) => text.replace(address, HIDDEN).replace(TOKEN, `$1${HIDDEN}`))
}

function eachText<Value>(value: Value, change: (text: string) => string): Value
function eachText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((each: unknown) => eachText(each, change))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, eachText(each, change)]))
}
