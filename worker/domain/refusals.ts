import type { PersonId } from './ids.ts'
import type { OutwardWord } from './letter/outward-fields.ts'
import type { Role } from './people/person.ts'
import type { SlotRefusal } from './slot/diary.ts'
import type { Day, Instant } from './time/time.ts'
import type { Since } from './undo/undoable.ts'

/** Every expected refusal, with evidence but without words; `explain` has the words. */
export type Refusal =
  | SlotRefusal
  | { readonly reason: 'not-found' }
  /** In a text of a form: a control character, one that turns the direction of writing, or a line break in one line. */
  | { readonly reason: 'unseen-characters' }
  | { readonly reason: 'text-too-long'; readonly most: number }
  /** A file where a text is meant. */
  | { readonly reason: 'no-file-here' }
  | { readonly reason: 'changed-meanwhile' }
  /** The letters of the press have left. */
  | { readonly reason: 'undo-over' }
  /** Something has happened since the press. */
  | { readonly reason: 'changed-since'; readonly since: readonly Since[] }
  /** The version is not the one in `If-Match` any more. */
  | { readonly reason: 'precondition-failed' }
  /** A setting that was to be put back has changed again. */
  | { readonly reason: 'not-put-back' }
  | { readonly reason: 'id-taken' }
  /** To be asked after a day that has begun. */
  | { readonly reason: 'day-passed' }
  /** A link is to end within so many days. */
  | { readonly reason: 'link-too-long'; readonly days: number }
  | { readonly reason: 'key-too-long'; readonly days: number }
  /** The address is not one that a webhook may call. */
  | { readonly reason: 'webhook-url' }
  /** A webhook of a programme is told nothing of health, and one of health nothing of a programme. */
  | { readonly reason: 'webhook-types' }
  /** Nothing is sent by a webhook that is off or has ended. */
  | { readonly reason: 'webhook-off' }
  /** To the figures: whom its reader can ask for another. */
  | { readonly reason: 'figures-ended'; readonly name: string; readonly email: string }
  | { readonly reason: 'pairing-closed'; readonly status: 'paused' | 'ended' }
  | { readonly reason: 'already-fixed'; readonly start: Instant }
  | { readonly reason: 'no-slots' }
  /** The times that are left were refused in this round. */
  | { readonly reason: 'only-refused-left' }
  /** Nobody is met to whom a question could be taken. */
  | { readonly reason: 'no-meeting-ahead' }
  | { readonly reason: 'no-private-note' }
  /** The database failed half-way: so many rows of the plan were sent, so many are left. */
  | { readonly reason: 'plan-stopped'; readonly sent: number; readonly left: number }
  | { readonly reason: 'already-offered'; readonly until: Instant }
  | { readonly reason: 'offer-expired'; readonly at: Instant }
  /** One of the times; others may still stand. */
  | { readonly reason: 'option-expired'; readonly at: Instant }
  /** Whoever was asked has until then before a reminder is due. */
  | { readonly reason: 'asked-lately'; readonly until: Instant }
  | { readonly reason: 'offer-superseded' }
  | { readonly reason: 'offer-closed' }
  | {
      readonly reason: 'already-answered'
      readonly at: Instant
      readonly byId: PersonId
      readonly start: Instant | null
    }
  | { readonly reason: 'no-such-option' }
  | { readonly reason: 'not-fixed' }
  | { readonly reason: 'not-invited' }
  | { readonly reason: 'no-such-proposal' }
  | { readonly reason: 'already-over'; readonly end: Instant }
  | { readonly reason: 'not-over-yet'; readonly end: Instant }
  | { readonly reason: 'already-logged'; readonly at: Instant }
  /** Nothing to correct: nobody has logged it, or it was moved. */
  | { readonly reason: 'not-logged' }
  /** The correction says what the log says already. */
  | { readonly reason: 'nothing-corrected' }
  /** Its hour is not over: it is replaced, not corrected. */
  | { readonly reason: 'log-replaceable'; readonly until: Instant }
  | { readonly reason: 'next-round-fixed'; readonly start: Instant }
  /** The programme does not keep what an executive was seen doing. */
  | { readonly reason: 'stages-off' }
  /** The programme does not ask how the sessions are going. */
  | { readonly reason: 'pulses-off' }
  | { readonly reason: 'stale-sequence'; readonly current: number }
  | { readonly reason: 'superseded' }
  /** `personId` reports to `managerId`, so many steps up: these two do not meet. */
  | {
      readonly reason: 'reporting-line'
      readonly personId: PersonId
      readonly managerId: PersonId
      readonly steps: number
    }
  /** The manager has to look at it first. Says nothing about why, since its reader may not know. */
  | { readonly reason: 'human-decides' }
  | { readonly reason: 'already-paired' }
  /** Words that would say what the hour is for, in texts that others read, and the fields they stand in. */
  | { readonly reason: 'outward-words'; readonly found: readonly OutwardWord[] }
  /** In a text that others read; no reason makes it right. */
  | { readonly reason: 'words-not-neutral'; readonly word: string }
  | { readonly reason: 'not-first-contact' }
  | { readonly reason: 'link-not-https' }
  /** A link of the mentor's list serves one session a day. */
  | { readonly reason: 'link-taken'; readonly on: Day }
  /** Nothing of the mentor's list, nor of a template, is left for a session that has no place. */
  | { readonly reason: 'no-link-free' }
  | { readonly reason: 'no-such-format' }
  /** Nobody could ever come to it. */
  | { readonly reason: 'format-unreachable' }
  | { readonly reason: 'no-such-track' }
  /** Only a workshop follows a track. */
  | { readonly reason: 'not-a-workshop' }
  /** Formats that wait for one another never come. */
  | { readonly reason: 'formats-in-a-circle' }
  | { readonly reason: 'list-full'; readonly most: number }
  /** Somebody would be in two places at once. */
  | { readonly reason: 'trips-overlap' }
  | { readonly reason: 'length-not-offered' }
  | { readonly reason: 'not-a-mentor' }
  | { readonly reason: 'not-an-executive' }
  | { readonly reason: 'not-a-manager' }
  /** The deputy is not another manager of the programme. */
  | { readonly reason: 'no-deputy' }
  | { readonly reason: 'address-taken' }
  | { readonly reason: 'letter-overtaken' }
  | { readonly reason: 'not-settled' }
  | { readonly reason: 'reason-needed' }
  | { readonly reason: 'next-round-open' }
  /** The person is in several programmes of this manager, and each has its own data about the person. */
  | { readonly reason: 'programme-needed' }
  | { readonly reason: 'no-such-person' }
  /** In hours, and in days: nothing could ever be booked. */
  | { readonly reason: 'notice-beyond-horizon'; readonly notice: number; readonly horizon: number }
  | { readonly reason: 'reporting-circle' }
  /** `at`: when it was closed; null while it is closing. */
  | { readonly reason: 'programme-closed'; readonly at: Instant | null }
  /** Future dates that the manager has not decided on. */
  | { readonly reason: 'sessions-ahead'; readonly starts: readonly Instant[] }
  | { readonly reason: 'already-said'; readonly at: Instant }
  /** The same mail came in before. */
  | { readonly reason: 'received-before' }
  /** Somebody settled this mail in another way. */
  | { readonly reason: 'settled-before' }
  /** Name and address of a manager, to write to. */
  | { readonly reason: 'link-expired'; readonly at: Instant; readonly name: string; readonly email: string }
  /** Its reader is no longer the one to whom it was given. */
  | { readonly reason: 'link-ended'; readonly name: string; readonly email: string }
  /** The sign-in is older than what this asks for. */
  | { readonly reason: 'link-too-old' }
  | { readonly reason: 'key-reads-only' }
  | { readonly reason: 'not-by-key' }
  /** The programme would be without a manager. */
  | { readonly reason: 'last-manager' }
  /** Whoever runs the installation cannot be erased. */
  | { readonly reason: 'owner-stays' }
  /** After a restore mail of all programmes waits; `names`: whom the reader knows of those who may. */
  | { readonly reason: 'owner-resumes'; readonly names: readonly string[] }
  /** The role is needed by pairings, or by executives who are answered for. */
  | { readonly reason: 'role-in-use'; readonly role: Role }
  | { readonly reason: 'too-many-requests'; readonly until: Instant }
  /** For a sign-in, from the network of whoever asks. */
  | { readonly reason: 'network-asks-too-often'; readonly until: Instant }
  /** So many lines of an import have an error: nothing of it is done. */
  | { readonly reason: 'lines-with-errors'; readonly lines: number }
  /** What an import would do is not what its reader was shown. */
  | { readonly reason: 'import-differs' }
