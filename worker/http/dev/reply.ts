import type { Captured } from './mailbox.ts'

export type Said = 'ACCEPTED' | 'TENTATIVE' | 'DECLINED'

/**
 * The mail a calendar would answer an invite with (RFC 5546 §3.2.3): the captured REQUEST's own UID, SEQUENCE and
 * ORGANIZER, its attendee with a PARTSTAT, from the attendee to the organizer.
 */
export function replyTo({ from, to }: Captured, calendar: string, said: Said, now: string): string {
  const stamp = now.replaceAll(/[-:]/g, '').replace(/\.\d+/, '')
  const line = (name: string) => unfolded(calendar).find((each) => each.startsWith(name)) ?? ''
  const event = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Sotto//Development mailbox//EN',
    'VERSION:2.0',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    line('UID'),
    line('SEQUENCE'),
    `DTSTAMP:${stamp}`,
    line('DTSTART'),
    line('DTEND'),
    `ORGANIZER:mailto:${from}`,
    `ATTENDEE;PARTSTAT=${said}:mailto:${to}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return [
    `From: <${to}>`,
    `To: <${from}>`,
    `Subject: ${said.toLowerCase()}`,
    `Date: ${new Date(now).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${crypto.randomUUID()}@mailbox.sotto.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/calendar; charset=utf-8; method=REPLY',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...event.filter(Boolean),
    '',
  ].join('\r\n')
}

function unfolded(calendar: string): readonly string[] {
  return calendar.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/)
}
