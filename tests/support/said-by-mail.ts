/** A mail as people and programs write it: words, a calendar beside them, headers, and a picture of any size. */
export type SaidByMail = {
  readonly from: string
  readonly to: string
  readonly at: string
  readonly subject?: string
  readonly headers?: readonly string[]
  readonly words?: string
  readonly method?: string
  /** Lines of the event, without BEGIN and END; absent: no calendar. */
  readonly event?: readonly string[]
  /** Octets of a logo before the calendar. */
  readonly logo?: number
}

export function mailSaying({ from, to, at, subject = 'About our meeting', ...said }: SaidByMail): string {
  const { headers = [], words = '', method, event, logo = 0 } = said
  const head = [
    ...headers,
    ...(headers.some((each) => /^from:/i.test(each)) ? [] : [`From: Somebody <${from}>`]),
    `To: <${to}>`,
    `Subject: ${subject}`,
    `Message-ID: <${crypto.randomUUID()}@mail.example>`,
    `Date: ${new Date(at).toUTCString()}`,
    'MIME-Version: 1.0',
  ]
  const parts = [
    ['Content-Type: text/plain; charset="utf-8"', '', words],
    ...(logo > 0 ? [pictureOf(logo)] : []),
    ...(event ? [calendarOf(event, method ?? 'REPLY')] : []),
  ]
  return [
    ...head,
    'Content-Type: multipart/mixed; boundary="_m_"',
    '',
    ...parts.flatMap((part) => ['--_m_', ...part]),
    '--_m_--',
    '',
  ].join('\r\n')
}

function pictureOf(octets: number): readonly string[] {
  const lines = Array.from({ length: Math.ceil(octets / 76) }, () => 'iVBORw0K'.repeat(9).padEnd(76, 'A'))
  const type = 'Content-Type: image/png; name="logo.png"'
  return [type, 'Content-Transfer-Encoding: base64', 'Content-ID: <logo>', '', ...lines]
}

function calendarOf(event: readonly string[], method: string): readonly string[] {
  const content = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:Microsoft Exchange Server 2010',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    ...event,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
  return [
    `Content-Type: text/calendar; charset="utf-8"; method=${method}`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(content).toString('base64').replaceAll(/.{76}/g, '$&\r\n'),
    '',
  ]
}
