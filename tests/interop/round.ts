import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'

import { type MailReading, readMail } from '../../worker/delivery/in/read-mail.ts'
import type { CalendarLetter } from '../../worker/domain/letter/letter.ts'
import { type Sink } from '../support/smtp-sink.ts'
import { type Bar, inCalendars, type Kept, openMail, press } from './desktop.ts'
import { CANCEL, INVITE, mailOf, MOVE } from './mails.ts'
import type { Thunderbird } from './thunderbird.ts'

type Step = { readonly name: string; readonly see: () => Promise<void> }

const WAIT_MILLISECONDS = 20_000

/** What a person does in a real Thunderbird with one session's mails; each step throws when its check fails. */
export function round(thunderbird: Thunderbird, sink: Sink): readonly Step[] {
  return [
    {
      name: 'shows the invite with its bar, and offers to accept',
      see: () => offered(thunderbird, INVITE, ACCEPT),
    },
    { name: 'accepts, and Sotto reads its answer', see: () => answered(thunderbird, sink, INVITE) },
    { name: 'keeps the session at its time', see: () => kept(thunderbird, INVITE, 'ACCEPTED') },
    { name: 'shows the move, and offers to accept it', see: () => offered(thunderbird, MOVE, ACCEPT) },
    { name: 'accepts the move, and Sotto reads its answer', see: () => answered(thunderbird, sink, MOVE) },
    { name: 'keeps the one session at its new time', see: () => kept(thunderbird, MOVE, 'ACCEPTED') },
    {
      name: 'shows the cancellation, and offers to remove the session',
      see: () => offered(thunderbird, CANCEL, REMOVE),
    },
    { name: 'takes the cancelled session out of its calendar', see: () => removed(thunderbird) },
  ]
}

const ACCEPT = 'imipAcceptButton'
const REMOVE = 'imipDeleteButton'

async function offered(thunderbird: Thunderbird, letter: CalendarLetter, button: string): Promise<void> {
  const bar: Bar = await openMail(thunderbird, await mailOf(letter))
  expectThat(bar.buttons.includes(button), `the bar to offer ${button}`, bar)
}

async function answered(thunderbird: Thunderbird, sink: Sink, letter: CalendarLetter): Promise<void> {
  const before = sink.mails.length
  const commandsBefore = sink.commands.length
  await press(thunderbird, ACCEPT)
  await waitFor(() => Promise.resolve(sink.mails.length > before), 'an answer by mail')

  const recipients = sink.commands.slice(commandsBefore).filter((line) => line.startsWith('RCPT TO:'))
  const isPrivate = recipients.length === 1 && recipients[0]?.includes(`<${letter.organizer}>`) === true
  expectThat(isPrivate, 'an answer to the organizer alone', recipients)
  const reading = await readMail(Buffer.from(undotted(sink.mails.at(-1) ?? ''), 'latin1'))
  expectThat(saysYes(reading, letter), 'an answer that Sotto reads as a yes to this revision', reading)
}

function saysYes(reading: MailReading, { uid, sequence, reader }: CalendarLetter): boolean {
  return (
    reading.class === 'reply' &&
    reading.partstat === 'ACCEPTED' &&
    reading.uid === uid &&
    reading.sequence === sequence &&
    reading.who === reader.email &&
    reading.from === reader.email
  )
}

/** Waits for exactly this one event. */
async function kept(
  thunderbird: Thunderbird,
  { uid, time, sequence }: CalendarLetter,
  answer: string,
): Promise<void> {
  const wanted = { uid, start: time.start, end: time.end, sequence: String(sequence), answer }
  let events: readonly Kept[] = []
  const isRight = async () => {
    events = await inCalendars(thunderbird)
    const [event] = events
    return events.length === 1 && isDeepStrictEqual({ ...event, ...wanted }, event)
  }
  await waitFor(isRight, `the session in the calendar as ${JSON.stringify(wanted)}`, () => events)
}

async function removed(thunderbird: Thunderbird): Promise<void> {
  await press(thunderbird, REMOVE)
  await waitFor(async () => (await inCalendars(thunderbird)).length === 0, 'the session to be gone')
}

/** RFC 5321 §4.5.2. */
function undotted(mail: string): string {
  return mail.replace(/^\./gm, '')
}

async function waitFor(
  isThere: () => Promise<boolean>,
  what: string,
  seen: () => unknown = () => null,
): Promise<void> {
  const until = Date.now() + WAIT_MILLISECONDS
  while (!(await isThere())) {
    expectThat(Date.now() < until, what, seen())
    await sleep(200)
  }
}

function expectThat(isTrue: boolean, what: string, seen: unknown): void {
  if (!isTrue) throw new Error(`expected ${what}, saw ${JSON.stringify(seen)}`)
}
