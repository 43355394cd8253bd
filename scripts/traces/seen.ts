import type { Mailbox } from '../../worker/compose/mailbox.ts'
import type { Instant, Interval, Zone } from '../../worker/domain/time/time.ts'

/** An event as a calendar shows it to a colleague with reader's right. */
export type SeenEvent = Interval & {
  readonly uid: string
  readonly title: string
  readonly organizer: Mailbox
  readonly body: string
  readonly location: string
  /** SEQUENCE: how often it was changed. */
  readonly revisions: number
  /** DTSTAMP of its first and of its last revision. */
  readonly askedAt: Instant
  readonly changedAt: Instant
  readonly isRecurring: boolean
  /** Another hour than its series has. */
  readonly isException: boolean
  readonly categories: number
  readonly attendees: number
  readonly isOurs: boolean
}

/** A mail as the mail administrator sees it: not its words, but all that is around them. */
export type SeenMail = {
  readonly at: Instant
  readonly from: Mailbox
  readonly replyTo: string | null
  readonly messageId: string
  readonly subject: string
  readonly octets: number
  readonly headers: readonly string[]
  /** Content types of its parts, in order. */
  readonly types: readonly string[]
  readonly encodings: readonly string[]
  readonly boundaries: readonly string[]
  readonly method: string | null
  readonly prodid: string | null
  /** Names of the properties of its calendar. */
  readonly properties: readonly string[]
  readonly isOurs: boolean
}

export type Owner = Mailbox & { readonly zone: Zone }

/** One person's calendar and mailbox over half a year. */
export type Box = {
  readonly id: string
  readonly owner: Owner
  readonly isParticipant: boolean
  readonly events: readonly SeenEvent[]
  readonly mails: readonly SeenMail[]
}

/** What a feature is about. */
export const GROUPS = ['times', 'titles', 'structure', 'sender', 'rhythm'] as const
export type Group = (typeof GROUPS)[number]

/** One thing that a reader looks at, in numbers, by the name of each; a name begins with its group and a colon. */
export type Example = {
  /** The box it is from, and the address of its owner: two half-years may be of people of one name. */
  readonly person: string
  readonly owner: string
  readonly isParticipant: boolean
  readonly isOurs: boolean
  readonly features: ReadonlyMap<string, number>
}
