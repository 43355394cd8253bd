import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { hearFeedback } from '../../worker/delivery/in/feedback.ts'
import { readMail } from '../../worker/delivery/in/read-mail.ts'
import type { MailClass } from '../../worker/delivery/in/read-result.ts'
import { receive } from '../../worker/delivery/in/receive.ts'
import type { Session } from '../../worker/domain/session/session.ts'
import { bounce, plain, prose, reply } from '../support/claudes-mails.ts'
import { expectConverging } from '../support/faults/converging.ts'
import { changesSince, restore, snapshot } from '../support/faults/snapshot.ts'
import { addressOf, CLAUDE, invited } from '../support/northwind.ts'
import { at } from '../support/times.ts'

const { world, session } = await invited()
await world.deliver()
const base = await snapshot()
const LATER = { start: at('2027-03-24T10:00Z'), end: at('2027-03-24T10:30Z') }

/** One mail of each class. */
const MAILS: Readonly<Record<MailClass, (session: Session) => string>> = {
  reply: (of) => reply(of, 'DECLINED'),
  counter: (of) => reply(of, { propose: LATER }),
  refresh: (of) => plain(of, 'REFRESH'),
  request: (of) => plain(of, 'REQUEST'),
  cancel: (of) => plain(of, 'CANCEL'),
  declinecounter: (of) => plain(of, 'DECLINECOUNTER'),
  unattributed: (of) => plain(of, 'REPLY').replace(/^ATTENDEE.*\n/m, ''),
  malformed: (of) => plain(of, 'REPLY').replace(/BEGIN:VCALENDAR[^]*/, 'no calendar'),
  bounce: () => bounce(world.sent),
  'auto-reply': () => prose('I am away.').replace(/^Subject:/m, 'Auto-Submitted: auto-replied\nSubject:'),
  none: () => prose('Could we talk?'),
}

test.each(Object.entries(MAILS))(
  'a mail of class %s is received wholly or not at all',
  async (kind, mailOf) => {
    const raw = new TextEncoder().encode(mailOf(session).replaceAll(/\r?\n/g, '\r\n'))
    expect((await readMail(raw)).class).toBe(kind)
    try {
      await expectConverging(world.platform, base, {
        act: (platform) => receive(platform, { to: addressOf(CLAUDE), raw, receiver: 'mx.example' }),
        expectLost: (outcome) => expect(outcome, 'its server brings it again').toEqual({ threw: true }),
      })
    } finally {
      await restore(base, await changesSince(base))
    }
  },
)

test('a report of the mail provider is taken wholly, or its queue brings it again', async () => {
  const letter = await env.DB.prepare(
    "SELECT provider_id FROM outbox WHERE state = 'sent' LIMIT 1",
  ).first<string>('provider_id')
  const { to: recipient } = world.sent[0] ?? { to: '' }
  const payload = { messageId: letter, recipient, delivery: { smtpEnhancedStatusCode: '5.1.1' } }
  await expectConverging(world.platform, base, {
    act: (platform) => hearFeedback(platform, { type: 'cf.email.sending.message.bounced', payload }),
    expectLost: (outcome) => expect(outcome).toEqual({ threw: true }),
  })
})
