import type { PairingId, PersonId, ProgrammeId, SignInId } from '../../../../worker/domain/ids.ts'
import type { PairingStatus } from '../../../../worker/domain/pairing/pairing.ts'
import type { Format } from '../../../../worker/domain/path/format.ts'
import type { SeenFields } from '../../../../worker/domain/people/fields.ts'
import type { Availability, Blocker, PersonRules, Role } from '../../../../worker/domain/people/person.ts'
import type { Policy } from '../../../../worker/domain/programme/programme.ts'
import type { Day, Instant, Zone } from '../../../../worker/domain/time/time.ts'
import type { DisplacedLine } from '../../../parts/displaced.tsx'
import type { FormState } from '../../../parts/form.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import type { PersonValues } from '../../../parts/person-fields.tsx'
import type { MailsShown } from './mails-data.ts'
import type { Editing, SaidAt } from './person-sections.ts'

export type PersonData = {
  readonly frame: PageFrame
  readonly id: PersonId
  readonly programmeId: ProgrammeId
  /** Of that programme. */
  readonly formats: readonly Format[]
  readonly stored: PersonValues
  /** Whether the address gets no mail now. */
  readonly isAddressStopped: boolean
  readonly blockers: readonly Blocker[]
  /** When he chose them himself, if his was the last word on them. */
  readonly chosenOwn: Instant | null
  readonly rules: PersonRules
  /** Whom he could report to, and whom he does, though that person may have left. */
  readonly superiors: readonly { readonly id: PersonId; readonly name: string }[]
  /** What would end by the form as it was sent: then it is asked once more. */
  readonly endsRoles: readonly Role[]
  /** The zone that the hours are not in yet: then it is asked what becomes of them. */
  readonly movesTo: Zone | null
  /** Dates that this person's trips, hours or move cover since they were decided. */
  readonly displaced: readonly DisplacedLine[]
  /** Whether an executive's published calendar can be read; null: he publishes none. */
  readonly calendar: 'known' | 'unknown' | null
  /** A mentor's; null for everybody else. */
  readonly hours: Availability | null
  /** An executive's; null for everybody else. */
  readonly assistants: readonly AssistantLine[] | null
  /** People who could be the executive's assistant. */
  readonly candidates: readonly AssistantLine[]
  /** Executives they answer for. */
  readonly serves: readonly AssistantLine[]
  /** Those that have ended come last. */
  readonly pairings: readonly {
    readonly id: PairingId
    readonly title: string
    readonly status: PairingStatus
  }[]
  /** The last day in this programme; null: the person stays. */
  readonly leavesOn: Day | null
  /** A mentor's mail that asks for his hours: when it last went; null for everybody else. */
  readonly invitation: { readonly sentAt: Instant | null; readonly press: SignInId } | null
  /** Just added: the page says what comes next. */
  readonly isNew: boolean
  /** A manager's; null for everybody else. */
  readonly mails: MailsShown | null
  readonly policy: Policy
  /** The form that is open; null: the page is read. */
  readonly editing: Editing | null
  /** The part in which the sentence of the last press stands; null: on top. */
  readonly saidAt: SaidAt | null
  readonly form: FormState
}

export type AssistantLine = { readonly id: PersonId; readonly name: string }

export const PERSON_FIELDS: SeenFields<PersonData> = {
  frame: 'neutral',
  id: 'neutral',
  programmeId: 'neutral',
  formats: 'topic',
  stored: 'neutral',
  isAddressStopped: 'neutral',
  blockers: { sight: 'stage', instead: [] },
  chosenOwn: { sight: 'stage', instead: null },
  // His own rules: lengths, trips and formats.
  rules: 'topic',
  superiors: 'neutral',
  endsRoles: 'neutral',
  movesTo: 'time',
  displaced: 'time',
  calendar: 'time',
  hours: 'time',
  assistants: 'neutral',
  candidates: 'neutral',
  serves: 'neutral',
  pairings: 'mentor-name',
  leavesOn: 'neutral',
  invitation: 'neutral',
  isNew: 'neutral',
  mails: 'neutral',
  policy: 'neutral',
  editing: 'neutral',
  saidAt: 'neutral',
  form: 'neutral',
}
