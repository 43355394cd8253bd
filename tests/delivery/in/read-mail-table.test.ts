import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { type MailReading, readMail } from '../../../worker/delivery/in/read-mail.ts'
import { wordsIn } from '../../../worker/delivery/in/read-words.ts'
import { iso } from '../../../worker/domain/time/time.ts'
import { between } from '../../support/times.ts'

const FOLDER = new URL('../../fixtures/mail/', import.meta.url)
const PAUL = 'paul.bernard@northwind.example'
const ODILE = 'odile.martin@northwind.example'
const UID = '8f3k2m9q4w7z1x5c6v0b8f3k2m'
const FRIDAY_AT_THREE = between('2026-11-06T14:00Z', '2026-11-06T14:30Z')
const FRIDAY_NEW_YORK = between('2026-11-06T20:00Z', '2026-11-06T20:30Z')

const reply = (partstat: string, comment: string | null = null) => ({
  class: 'reply',
  method: 'REPLY',
  who: PAUL,
  sentBy: null,
  partstat,
  uid: UID,
  recurrenceId: null,
  sequence: 0,
  proposed: null,
  comment,
})
const counter = (partstat: string, proposed: object | null, comment: string | null = null) => ({
  ...reply(partstat, comment),
  class: 'counter',
  method: 'COUNTER',
  proposed,
})
const nothing = (kind: string, comment: string | null = null) => ({
  class: kind,
  method: null,
  who: null,
  sentBy: null,
  partstat: null,
  uid: null,
  sequence: null,
  dtstamp: null,
  proposed: null,
  comment,
})
const OURS = '<let_2w4k6m8p0q@reply.northwind.example>'
const bounced = (kind: string, status: string | null, about?: string) => ({
  ...nothing('bounce'),
  bounce: expect.objectContaining({ recipient: PAUL, kind, status, ...(about && { about }) }),
})

/** What is understood of each shape of answer, by the program that writes it. */
const EXPECTED: Record<string, object> = {
  'android-exchange-declined': reply('DECLINED'),
  'android-tentative': reply('TENTATIVE'),
  'apple-2008-no-method': reply('ACCEPTED'),
  'apple-attendee-comment': reply('DECLINED', 'Back on the 10th'),
  'apple-ios-declined': { ...reply('DECLINED'), organizer: null },
  'apple-longer-capitals': reply('ACCEPTED'),
  'apple-macos-accepted': reply('ACCEPTED'),
  'apple-private-comment': reply('DECLINED', 'Back on the 9th'),
  'apple-proposes-time': {
    ...counter('TENTATIVE', FRIDAY_AT_THREE, 'Can we move this event to 15:00?'),
    method: 'REPLY',
  },
  'apple-proposes-time-unquoted': { ...counter('TENTATIVE', FRIDAY_AT_THREE), method: 'REPLY' },
  'attached-message': { ...reply('ACCEPTED', 'His answer is attached.'), from: ODILE },
  'away-exchange': { ...nothing('auto-reply'), awayUntil: '2027-01-20', autoSubmitted: true },
  'away-exchange-2003': { ...nothing('auto-reply'), awayUntil: '2027-01-20' },
  'away-french': { ...nothing('auto-reply'), awayUntil: '2026-11-09' },
  'away-gmail': { ...nothing('auto-reply'), awayUntil: null },
  'away-icloud': nothing('auto-reply'),
  'base64-no-charset': reply('ACCEPTED', 'Très bien'),
  'base64-undeclared': reply('ACCEPTED'),
  'bluemind-accepted': reply('ACCEPTED'),
  'bounce-delayed': bounced('transient', '4.4.1'),
  'bounce-domino': bounced('permanent', '5.1.1'),
  'bounce-exchange': bounced('permanent', '5.7.1'),
  'bounce-exim': bounced('transient', '4.2.2'),
  'bounce-gmail': bounced('permanent', '5.1.1'),
  'bounce-gmail-warning': bounced('transient', null),
  'bounce-nameless-daemon': bounced('permanent', '5.1.1'),
  'bounce-postfix': bounced('permanent', '5.1.1'),
  'bounce-postmaster-german': bounced('permanent', '5.1.1', OURS),
  'bounce-postmaster-quoted': bounced('permanent', '5.1.1', OURS),
  'bounce-postmaster-returned': bounced('permanent', '5.1.1', OURS),
  'bounce-qmail': bounced('permanent', '5.1.1'),
  'bounce-sent-on': {
    ...nothing('none'),
    bounce: null,
    from: ODILE,
    comment: expect.stringContaining('came back'),
  },
  'bounce-two-recipients': bounced('permanent', '5.1.1'),
  'boundary-lost': reply('TENTATIVE'),
  'boundary-lost-base64': reply('ACCEPTED'),
  'calendar-as-text': { ...reply('ACCEPTED'), text: '' },
  'calendar-in-headers': reply('ACCEPTED'),
  complaint: nothing('auto-reply'),
  'delivered-report': nothing('auto-reply'),
  'evolution-accepted': reply('ACCEPTED', 'With pleasure'),
  'exchange-2003-accepted': reply('ACCEPTED', 'Looking forward to it'),
  'exchange-accepted': { ...reply('ACCEPTED'), organizer: null },
  'exchange-counter': counter('TENTATIVE', FRIDAY_AT_THREE, 'Vendredi plutôt ?'),
  'exchange-counter-display-zone': counter('DECLINED', FRIDAY_NEW_YORK),
  'exchange-counter-display-zone-unquoted': counter('TENTATIVE', FRIDAY_AT_THREE),
  'exchange-counter-french-zone': counter('TENTATIVE', FRIDAY_AT_THREE),
  'exchange-counter-no-vtimezone': counter('TENTATIVE', FRIDAY_NEW_YORK),
  'exchange-counter-own-zone': counter('TENTATIVE', between('2026-11-06T11:30Z', '2026-11-06T12:00Z')),
  'exchange-counter-start-only': counter('TENTATIVE', between('2026-11-06T14:00Z', '2026-11-06T14:45Z')),
  'exchange-counter-unknown-zone': { ...counter('TENTATIVE', null), problems: ['unknown-zone'] },
  'exchange-declined-note': reply('DECLINED', 'Désolé, en déplacement.'),
  'exchange-delegate': { ...reply('ACCEPTED'), sentBy: ODILE, from: ODILE },
  'exchange-delegate-on-behalf': { ...reply('ACCEPTED'), from: PAUL },
  'exchange-forward-notice': nothing('auto-reply'),
  'exchange-forwarded-stranger': { ...reply('DECLINED'), who: 'somebody@elsewhere.example' },
  'exchange-no-partstat': { ...reply('ACCEPTED'), partstat: null },
  'exchange-note-in-mail': reply('TENTATIVE', 'À confirmer lundi.'),
  'exchange-older-revision': reply('ACCEPTED'),
  'failed-authentication': { ...reply('DECLINED'), authentication: 'fail' },
  'fastmail-accepted': reply('ACCEPTED'),
  'forged-authentication': { ...reply('DECLINED'), authentication: 'none' },
  'google-accepted': { ...reply('ACCEPTED'), authentication: 'pass', fromName: 'Paul Bernard' },
  'google-alias': { ...reply('ACCEPTED'), from: 'p.bernard@northwind-group.example' },
  'google-counter-called-reply': counter('TENTATIVE', FRIDAY_AT_THREE, 'Friday after lunch?'),
  'google-counter-words-alone': counter('TENTATIVE', FRIDAY_AT_THREE, 'Plutôt vendredi ?'),
  'google-declined-note': reply('DECLINED', 'Can’t that week, sorry: travelling'.replace('’', "'")),
  'google-tentative': reply('TENTATIVE'),
  'kde-declined': reply('DECLINED', 'Not this week'),
  latin1: reply('ACCEPTED', 'Très bien'),
  'nextcloud-tentative': { ...reply('TENTATIVE'), from: 'invitations-noreply@cloud.northwind.example' },
  'notes-accepted': reply('ACCEPTED'),
  'octet-stream-ics': reply('ACCEPTED', 'See attached.'),
  'open-xchange-several-attendees': reply('DECLINED'),
  'openpaas-counter': counter('NEEDS-ACTION', FRIDAY_AT_THREE),
  'outlook-16-declined': reply('DECLINED', 'In Lyon that day, any other morning is fine.'),
  'outlook-2003-accepted': reply('ACCEPTED'),
  'outlook-mac-accepted': reply('ACCEPTED'),
  'outlook-mobile-declined': reply('DECLINED', 'Sorry!'),
  'outlook-request': { class: 'request', method: 'REQUEST', uid: UID, proposed: null, comment: null },
  'outlook-winmail': { ...nothing('none'), problems: ['winmail'] },
  prose: { ...nothing('none', 'Thursday does not work for him. Friday at 3?\n\nOdile'), from: ODILE },
  'prose-html': nothing('none', 'Thursday is fine & thanks\nOdile'),
  'proton-declined': reply('DECLINED'),
  'quoted-printable-0d0a': reply('ACCEPTED'),
  'quoted-printable-undeclared': reply('ACCEPTED'),
  'read-receipt': nothing('auto-reply'),
  refresh: { ...reply('ACCEPTED'), class: 'refresh', method: 'REFRESH', partstat: null },
  'reply-with-our-request-attached': reply('DECLINED', 'No'),
  'roundcube-delegated': {
    ...reply('DELEGATED', 'Claire should go'),
    delegatedTo: 'claire.petit@northwind.example',
  },
  'sogo-accepted': reply('ACCEPTED'),
  'thunderbird-accepted': reply('ACCEPTED'),
  'thunderbird-counter': counter('ACCEPTED', FRIDAY_AT_THREE, 'Better for me'),
  utf16: reply('ACCEPTED', 'Très bien'),
  'utf16-undeclared': reply('ACCEPTED'),
  'utf8-mark': reply('ACCEPTED'),
  'yahoo-accepted': reply('ACCEPTED'),
  'zimbra-accepted': reply('ACCEPTED'),
  'zimbra-counter': counter('TENTATIVE', FRIDAY_AT_THREE),
}

const files = readdirSync(FOLDER).toSorted()

describe('an answer, in the shape its program gives it', () => {
  test.each(files)('%s is understood', async (file) => {
    const expected = EXPECTED[file.replace('.eml', '')]

    expect(expected).toBeDefined()
    expect(await reading(asSent(file))).toMatchObject(expected ?? {})
  })

  test.each(files)('%s says the same whatever ends its lines', async (file) => {
    const sent = await reading(asSent(file))

    expect(await reading(binary(asSent(file).toString('latin1').replaceAll('\r\n', '\n')))).toEqual(sent)
    expect(await reading(binary(asSent(file).toString('latin1').replaceAll('\r\n', '\r')))).toEqual(sent)
  })
})

describe('times that only one program tells', () => {
  test('Outlook for Mac repeats the request’s stamp and says apart when the answer was given', async () => {
    const { dtstamp, replyTime, dtstart } = await reading(asSent('outlook-mac-accepted.eml'))

    expect([dtstamp, replyTime, dtstart].map((moment) => moment && iso(moment))).toEqual([
      '2026-11-01T12:00:00Z',
      '2026-11-02T09:15:28Z',
      '2026-11-05T09:00:00Z',
    ])
  })

  test('Exchange’s counter-proposal names the start it answers', async () => {
    const { dtstart, mailDate } = await reading(asSent('exchange-counter.eml'))

    expect(dtstart && iso(dtstart)).toBe('2026-11-05T09:00:00Z')
    expect(mailDate && iso(mailDate)).toBe('2026-11-02T09:15:30Z')
  })
})

function reading(raw: Uint8Array): Promise<MailReading> {
  return readMail(raw, { authority: 'mx.receiver.example' })
}

/** The files have LF line ends, mail has CRLF. */
function asSent(file: string): Buffer {
  return binary(readFileSync(new URL(file, FOLDER)).toString('latin1').replaceAll('\n', '\r\n'))
}

function binary(text: string): Buffer {
  return Buffer.from(text, 'latin1')
}

test.each([
  ['google-declined-note', "Can't that week, sorry: travelling"],
  ['google-counter-words-alone', 'Plutôt vendredi ?'],
  ['google-counter-called-reply', 'Friday after lunch?'],
  ['google-accepted', null],
  ['away-gmail', null],
])('what a person says in %s is his, though Google marks what it sends', async (name, words) => {
  const reading = await readMail(readFileSync(new URL(`${name}.eml`, FOLDER)))
  expect(wordsIn(reading)).toBe(words)
})
