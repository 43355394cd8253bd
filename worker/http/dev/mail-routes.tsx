import type { Notice } from '../../../web/parts/page-frame.ts'
import { receive, type Settled } from '../../delivery/in/receive.ts'
import { mailboxOf } from '../../delivery/mailer/capture.ts'
import { isDay, parseWallTime } from '../../domain/time/days.ts'
import { after, type Instant, type Interval, iso } from '../../domain/time/time.ts'
import { toInstant } from '../../domain/time/zones.ts'
import type { App, AppContext } from '../context.ts'
import { fieldsOf } from '../forms/fields.ts'
import { missing } from '../responses.tsx'
import { findCaptured, listCaptured } from './captured.ts'
import { devFrame } from './dev-frame.ts'
import { MailPage } from './mail.tsx'
import { decodedMail } from './readable.ts'
import { type AnsweredEvent, type CalendarAnswer, writeReply } from './reply.ts'
import { ZONE } from './seeding/working-days.ts'

/** The captured mail, as JSON and as pages, and replies to its invites. */
export function devMailRoutes(app: App): void {
  app.get('/dev/mail.json', async (c) => {
    const after = Number(c.req.query('after') ?? 0)
    const mails = await listCaptured(mailboxOf(c.env), Number.isInteger(after) ? after : 0)
    return c.json(mails.map(({ id, at, ...mail }) => ({ id: String(id), at: iso(at), ...mail })))
  })

  app.get('/dev/mail/:id{[0-9]+}', async (c) => {
    const mail = await findCaptured(mailboxOf(c.env), Number(c.req.param('id')))
    if (!mail) return missing(c)
    const frame = devFrame(c, noticeOf(c.req.query('state'), c.req.query('why')))
    return c.html(<MailPage frame={frame} mail={mail} shown={await decodedMail(mail.raw)} />)
  })

  app.post('/dev/mail/:id{[0-9]+}/reply', async (c) => {
    const mail = await findCaptured(mailboxOf(c.env), Number(c.req.param('id')))
    const event = mail && (await decodedMail(mail.raw)).event
    if (!mail || event?.method !== 'REQUEST' || !event.time) return missing(c)

    const answer = answerIn(await fieldsOf(c), event.time)
    const answered = { ...event, time: event.time, organizer: event.organizer.address }
    const settled = answer ? await send(c, answered, answer) : { state: 'ignored', why: 'no-answer' }
    return c.redirect(`/dev/mail/${mail.id}?${new URLSearchParams(settled).toString()}`, 303)
  })
}

/** Replies as the attendee's calendar would: by a mail to the organizer's address. */
async function send(c: AppContext, answered: AnsweredEvent, answer: CalendarAnswer): Promise<Settled> {
  const platform = c.get('platform')
  const messageId = `<${platform.newId('req')}@calendar.example>`
  const raw = new TextEncoder().encode(writeReply(answered, answer, { at: platform.now(), messageId }))
  return receive(platform, { to: answered.organizer, raw, receiver: c.env.MAIL_RECEIVER })
}

function answerIn(
  fields: Readonly<Record<string, string | undefined>>,
  time: Interval,
): CalendarAnswer | null {
  const { answer } = fields
  if (answer === 'ACCEPTED' || answer === 'TENTATIVE' || answer === 'DECLINED') return answer
  const start = wallIn(fields['wall'])
  return answer === 'COUNTER' && start !== null
    ? { propose: { start, end: after(start, time.end - time.start) } }
    : null
}

/** Reads a `datetime-local` in the zone of the development pages. */
export function wallIn(text: string | undefined): Instant | null {
  const [day = '', time = ''] = (text ?? '').split('T')
  const minutes = parseWallTime(time.slice(0, 5))
  return isDay(day) && minutes !== null ? toInstant(ZONE, day, minutes) : null
}

const SENTENCES: Readonly<Record<string, string>> = {
  applied: 'The answer was understood and applied.',
  history: 'The answer was understood, and came too late to count.',
  waiting: 'The answer waits for the manager, on Today.',
  ignored: 'The answer changed nothing.',
}

function noticeOf(state: string | undefined, why: string | undefined): Notice | null {
  const sentence = state === undefined ? undefined : SENTENCES[state]
  if (!sentence) return null
  const reason = why && why !== state ? ` (${why})` : ''
  return { tone: state === 'applied' ? 'done' : 'refused', sentence: `${sentence}${reason}` }
}
