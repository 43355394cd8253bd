import { composeMail } from '../../worker/compose/compose.ts'
import type { CalendarLetter } from '../../worker/domain/letter/letter.ts'
import { after, DAY, HOUR, MINUTE } from '../../worker/domain/time/time.ts'
import { anInvite, halfAnHour } from '../support/letters.ts'

const first = anInvite({ id: 'let_thunderbird1' })

/** The mails one executive gets about one session. */
export const INVITE: CalendarLetter = first

/** Two days and an hour later. */
export const MOVE: CalendarLetter = anInvite({
  id: 'let_thunderbird2',
  sequence: 1,
  dtstamp: after(first.dtstamp, HOUR),
  madeAt: after(first.madeAt, HOUR),
  time: halfAnHour(after(first.time.start, 2 * DAY + HOUR)),
  movedFrom: first.time,
})

export const CANCEL: CalendarLetter = anInvite({
  id: 'let_thunderbird3',
  method: 'CANCEL',
  sequence: 2,
  dtstamp: after(MOVE.dtstamp, 5 * MINUTE),
  madeAt: after(MOVE.madeAt, 5 * MINUTE),
  time: MOVE.time,
  linkId: null,
})

/** The raw mail as it is sent; composing needs only tokens and addresses from the platform. */
export async function mailOf(letter: CalendarLetter): Promise<string> {
  const settings = {
    origin: 'https://sotto.example',
    replyDomain: 'reply.sotto.example',
    replyPrefix: 'notes',
  }
  const platform = {
    settings,
    tokenOf: (id: string) => Promise.resolve(`token-of-${id}`),
    open: () => Promise.reject(new Error('nothing is sealed')),
  }
  return (await composeMail(platform, letter)).raw
}
