import type { Person } from '../../../../worker/domain/people/person.ts'
import type { Session } from '../../../../worker/domain/session/session.ts'
import { after, instant, MINUTE } from '../../../../worker/domain/time/time.ts'
import { readEvent } from '../../../../worker/http/dev/event.ts'
import { decodedMail } from '../../../../worker/http/dev/readable.ts'
import { type CalendarAnswer, writeProse, writeReply } from '../../../../worker/http/dev/reply.ts'
import { canary } from '../canary.ts'
import type { Life } from '../life.ts'
import { onFixed, onAny, ahead, type Step } from './step.ts'

export const byMail: Readonly<Record<string, Step>> = {
  'a calendar answers': onFixed(async (life, { pair, session }) =>
    replied(
      life,
      life.among([pair.mentor, pair.executive.person]),
      session,
      life.among(['ACCEPTED', 'TENTATIVE']),
    ),
  ),
  'a calendar declines': onFixed(async (life, { pair, session }) =>
    replied(life, life.among([pair.mentor, pair.executive.person]), session, 'DECLINED'),
  ),
  'a calendar proposes another time': onFixed((life, { pair, session }) =>
    proposesByCalendar(life, pair.executive.person, session),
  ),
  'plain words by mail': onAny(async (life, { executive, mentor, assistant }) => {
    const from = life.among([executive, { person: mentor, owner: '' }, { person: assistant, owner: '' }])
    const person = from.person ?? executive.person
    const owner = [...life.cast.people].find(([, { id }]) => id === person.id)?.[0] ?? executive.owner
    const words = `Could we meet next Thursday at 3 pm? ${canary(owner, 'said')}`
    const wrote = { words, at: life.platform.now(), messageId: `<${crypto.randomUUID()}@mail.example>` }
    await life.arrives(
      person,
      writeProse({ name: 'Claude', address: person.email }, person.replyAddress, wrote),
    )
    return true
  }),
}

export function proposesByCalendar(life: Life, reader: Person, session: Session): Promise<boolean> {
  const start = instant(Date.parse(ahead(life)))
  return replied(life, reader, session, { propose: { start, end: after(start, 30 * MINUTE) } })
}

async function replied(life: Life, reader: Person, session: Session, said: CalendarAnswer): Promise<boolean> {
  const invite = session.invites.find((each) => each.live && each.personId === reader.id)
  const invited = life.events.findLast((each) => each.reader.id === reader.id)
  const event = invited && readEvent((await decodedMail(invited.mail.raw)).calendar ?? '')
  if (!invite || !event || !session.time) return false
  const answered = {
    ...{ uid: invite.uid, sequence: invite.sequence, organizer: event.organizer.address },
    ...{ attendee: { name: reader.name, address: reader.email }, time: session.time },
  }
  const raw = writeReply(answered, said, {
    at: life.platform.now(),
    messageId: `<${crypto.randomUUID()}@calendar.example>`,
  })
  await life.arrives(reader, raw)
  return true
}
