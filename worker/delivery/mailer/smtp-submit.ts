import type { SmtpStage } from '../../domain/letter/fault.ts'
import type { Mail } from '../../domain/letter/mail-port.ts'
import { expectCode } from './smtp-reply.ts'
import type { Talk } from './smtp-talk.ts'

/** One sender, one recipient, the data. `reached` hears of each stage; returns the server's name for the mail. */
export async function submit(
  talk: Talk,
  { from, to, raw }: Mail,
  reached: (stage: SmtpStage) => void,
): Promise<string> {
  reached('sender')
  expectCode('sender', await talk.say(`MAIL FROM:<${from}>`), 250)
  reached('recipient')
  expectCode('recipient', await talk.say(`RCPT TO:<${to}>`), 250, 251)
  reached('data')
  expectCode('data', await talk.say('DATA'), 354)
  reached('message')
  const reply = await talk.pour(`${stuffed(raw)}.\r\n`)
  expectCode('message', reply, 250)
  return nameIn(reply.lines)
}

/** One word alone could be guessed, and a report that quotes it would count. */
function nameIn(lines: readonly string[]): string {
  const text = lines.join(' ').slice(0, 200)
  return text.includes(' ') ? text : `250 ${text}`
}

/** RFC 5321 §4.5.2: a line that begins with a dot gets a second dot. Every line ends with CRLF, the last one too. */
export function stuffed(raw: string): string {
  const lines = raw.replace(/\r\n|\r|\n/g, '\r\n').replace(/^\./gm, '..')
  return lines.endsWith('\r\n') ? lines : `${lines}\r\n`
}
