import type { CalendarClass, CalendarProblem, CalendarReading } from '../../domain/itip/reading.ts'
import type { Day, Instant } from '../../domain/time/time.ts'
import type { Authentication } from './read-authentication.ts'
import type { Automation } from './read-automatic.ts'
import type { Bounce } from './read-bounce.ts'

/** `none` is prose: a mail for a human to read. */
export type MailClass = CalendarClass | 'bounce' | 'auto-reply' | 'none'
export type MailProblem = CalendarProblem | 'winmail'

/** What Sotto understands of a mail: the calendar's answer, and what is needed to act on it. */
export type MailReading = Omit<CalendarReading, 'class' | 'problems'> & {
  readonly class: MailClass
  readonly problems: readonly MailProblem[]
  /** Lower case; null if the mail does not name exactly one author. */
  readonly from: string | null
  /** Where it names several: all of them. Nobody knows who of them speaks. */
  readonly authors?: readonly string[]
  readonly fromName: string | null
  readonly messageId: string | null
  readonly mailDate: Instant | null
  readonly subject: string | null
  /** The text of the mail, at most 20 kB. */
  readonly text: string
  readonly authentication: Authentication
  readonly autoSubmitted: boolean
  readonly automation: Automation
  readonly awayUntil: Day | null
  readonly bounce: Bounce | null
}

/** The defaults of a reading, for everything that the mail does not say. */
export const EMPTY_READING: MailReading = {
  class: 'none',
  method: null,
  who: null,
  sentBy: null,
  partstat: null,
  delegatedTo: null,
  uid: null,
  recurrenceId: null,
  sequence: null,
  dtstamp: null,
  proposed: null,
  time: null,
  comment: null,
  replyTime: null,
  dtstart: null,
  organizer: null,
  attendees: [],
  events: 0,
  prodid: null,
  problems: [],
  from: null,
  fromName: null,
  messageId: null,
  mailDate: null,
  subject: null,
  text: '',
  authentication: 'none',
  autoSubmitted: false,
  automation: null,
  awayUntil: null,
  bounce: null,
}
