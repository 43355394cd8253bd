import { answerTestInvite, type TestInvite } from '../../domain/letter/test-invite.ts'
import { type Settled, settledAfter } from '../../domain/mail/received.ts'
import { answerOf, type Effect, type Mail } from './effect.ts'
import { senderTrustOf } from './sender-trust.ts'

type Asked = Pick<Mail, 'reading' | 'addressee' | 'assistants' | 'at'>

/**
 * What a calendar says of the entry by which somebody tries hers. It is nobody's date: what is no answer of hers changes
 * nothing and waits for nobody.
 */
export function effectOnTest({ reading, addressee, assistants, at }: Asked, invite: TestInvite): Effect {
  const { partstat } = reading
  const { isStranger, isTrusted, answeredBy } = senderTrustOf(reading, addressee, assistants)
  if (isStranger || !isTrusted) return NOT_HERS
  if (partstat !== 'ACCEPTED' && partstat !== 'TENTATIVE' && partstat !== 'DECLINED') return SAYS_NOTHING
  const answered = answerTestInvite(invite, partstat, answerOf(at, reading, answeredBy))
  return answered.ok ? { answered: answered.value } : settledAfter(answered.refusal)
}

/** Whether a mail with the UID of a test is about it, and not a report or prose that only quotes it. */
export function isAboutTest({ reading }: Pick<Mail, 'reading'>): boolean {
  return OF_A_CALENDAR.includes(reading.class)
}

const OF_A_CALENDAR: readonly Mail['reading']['class'][] = [
  ...(['reply', 'counter', 'refresh', 'request', 'cancel', 'declinecounter'] as const),
]
const NOT_HERS: Settled = { state: 'ignored', why: 'not-the-attendee' }
const SAYS_NOTHING: Settled = { state: 'ignored', why: 'says-nothing' }
