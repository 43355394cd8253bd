import {
  INVITE_FIELDS,
  INVITE_STATE_FIELDS,
  type InviteData,
  type InviteState,
} from '../../../web/pages/answering/invite-data.ts'
import { paths } from '../../../web/pages/paths.ts'
import { EMPTY_FORM, type FormState } from '../../../web/parts/form.ts'
import type { PageFrame } from '../../../web/parts/page-frame.ts'
import { eventFileOf } from '../../domain/letter/event-file.ts'
import { seen } from '../../domain/people/fields.ts'
import { lookOf } from '../../domain/people/permission.ts'
import { inviteOf, wasAnsweredByAnother } from '../../domain/session/session.ts'
import { waitingProposalOf } from '../../domain/session/waiting-answer.ts'
import { zoneOfAt } from '../../domain/slot/hours.ts'
import { before, DAY, type Instant, latest } from '../../domain/time/time.ts'
import { freeChoices, weekOfLink } from './free-choices.ts'
import { type Opened, senderLine } from './link.ts'
import { takenBackBy } from './taken-back.ts'

type Shown = {
  readonly form?: FormState
  readonly asked?: boolean
  /** The day from which on free times are listed, as it stands in the address. */
  readonly from?: string | undefined
}

/** The viewer is `calendar`: the link is in the event, so delegates and other readers can open it. */
export function inviteData(opened: Opened, frame: PageFrame, shown: Shown = {}): InviteData {
  const { situation, reader, k } = opened
  const { session, executive, mentor, pairing } = situation
  const toExecutive = reader.id === executive.id
  const other = toExecutive ? mentor : executive
  const clock = (moment: Instant) => zoneOfAt(executive, moment)
  const look = lookOf('calendar', reader.id, executive)
  const state = stateOf(opened, shown)
  return seen<InviteData>(look, INVITE_FIELDS, {
    frame,
    action: paths.invite,
    k,
    otherName: other.name,
    time: session.time,
    otherZone: toExecutive ? mentor.zone : clock,
    ...(toExecutive && { ownClock: clock }),
    minutes: session.minutes,
    place: session.place ?? pairing.place,
    calendarHref: eventFileOf(situation, reader.id) ? inviteFileOf(k) : null,
    isExecutive: toExecutive,
    sender: senderLine(situation),
    state: seen<InviteState>(look, INVITE_STATE_FIELDS, state),
    waits:
      state.kind === 'proposed' || state.kind === 'cancelled'
        ? null
        : waitingProposalOf(situation, reader.id),
    answeredBy: answeredBy(opened),
  })
}

function inviteFileOf(k: string): string {
  return `${paths.inviteFile}?${new URLSearchParams({ k })}`
}

/** Who answered instead of the reader, if the reader may undo that answer; `''` if the name is not an assistant's. */
function answeredBy({ situation, reader }: Opened): string | null {
  const { session, assistants, now } = situation
  const invite = inviteOf(session, reader.id)
  if (session.status !== 'fixed' || !session.time || session.time.end <= now) return null
  if (!invite?.answer || !wasAnsweredByAnother(invite)) return null
  return assistants.find(({ id }) => id === invite.answer?.byId)?.name ?? ''
}

function stateOf(opened: Opened, shown: Shown): InviteState {
  const { situation, reader } = opened
  const { session, now } = situation
  if (session.status === 'cancelled') return { kind: 'cancelled' }
  if (!session.time || session.status === 'offered') return { kind: 'reopened' }
  if (session.time.end <= now) return { kind: 'past' }
  if (shown.asked) return { kind: 'asked' }

  const waits = waitingProposalOf(situation, reader.id)
  if (waits?.time && waits.state === 'asked')
    return { kind: 'proposed', proposal: waits.time, takeBack: takenBackBy(opened) }

  const partstat = inviteOf(session, reader.id)?.partstat
  if (partstat === 'DECLINED') return { kind: 'declined' }
  return {
    kind: 'open',
    said: partstat === 'ACCEPTED' ? 'accepted' : partstat === 'TENTATIVE' ? 'tentative' : 'nothing',
    ...freeAround(opened, shown.from),
    form: shown.form ?? EMPTY_FORM,
  }
}

/** Near the date first: whoever cannot then seldom means a month sooner or later. */
function freeAround(opened: Opened, from: string | undefined): Pick<OpenState, 'free' | 'from'> {
  const { time } = opened.situation.session
  const { now } = opened.situation
  const start = time ? latest(now, before(time.start, NEAR_MS)) : now
  return freeChoices(opened, {
    ...{ avoid: time ? [time] : [], start, from },
    href: weekOfLink(paths.invite, opened.k),
  })
}

const NEAR_MS = 3 * DAY

type OpenState = Extract<InviteState, { readonly kind: 'open' }>
