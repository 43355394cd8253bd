import type { Decision, PairingStep, SessionStep } from '../decision.ts'
import type { EventCode } from '../events.ts'
import type { ProgrammeId } from '../ids.ts'
import { type Instant, iso } from '../time/time.ts'

/** What a webhook of a programme can be told. */
export const PROGRAMME_TYPES = [
  'offer.made',
  'offer.answered',
  'offer.expired',
  'session.fixed',
  'session.moved',
  'session.changed',
  'session.answered',
  'session.countered',
  'session.bumped',
  'session.cancelled',
  'session.logged',
  'pairing.made',
  'pairing.started',
  'pairing.paused',
  'pairing.ended',
  'delivery.failed',
] as const
export type ProgrammeType = (typeof PROGRAMME_TYPES)[number]

/** What a webhook of the installation's health is told. */
export const HEALTH_TYPES = ['health.broken', 'health.mended'] as const
export type HealthType = (typeof HEALTH_TYPES)[number]

/** What somebody can choose; `webhook.test` is sent by hand alone. */
export type ChosenType = ProgrammeType | HealthType
export type MessageType = ChosenType | 'webhook.test'

/** Ids, codes and moments; never a name, an address or a word. */
export type MessageData = Readonly<Record<string, string | null | readonly string[]>>

/** All that a webhook can be told: of its programme, or of the installation's health. */
export function typesOf(programmeId: ProgrammeId | null): readonly ChosenType[] {
  return programmeId === null ? HEALTH_TYPES : PROGRAMME_TYPES
}

/** What happened and is to be told; which webhooks there are is known where it is written. */
export type Told = {
  readonly type: ProgrammeType
  readonly at: Instant
  readonly programmeId: ProgrammeId
  readonly data: MessageData
}

/** What each event is told as. Null: it is of the house, or of a person's words and working, and is told to nobody. */
const TOLD_AS: Readonly<Record<EventCode, ProgrammeType | null>> = {
  offered: 'offer.made',
  reminded: null,
  'asked-anew': null,
  'offer-expired': 'offer.expired',
  'time-dropped': null,
  'offer-declined': 'offer.answered',
  postponed: 'offer.answered',
  fixed: 'session.fixed',
  booked: 'session.fixed',
  moved: 'session.moved',
  'mentor-changed': 'session.changed',
  'place-changed': 'session.changed',
  'format-chosen': null,
  answered: 'session.answered',
  'answer-undone': 'session.answered',
  'decline-asked': null,
  refreshed: null,
  countered: 'session.countered',
  'counter-refused': null,
  'counter-withdrawn': null,
  bumped: 'session.bumped',
  'times-dropped': null,
  'mentor-could-not': 'session.bumped',
  cancelled: 'session.cancelled',
  reopened: 'session.bumped',
  undone: null,
  logged: 'session.logged',
  'log-replaced': 'session.logged',
  'log-corrected': 'session.logged',
  'round-opened': null,
  passed: null,
  briefed: null,
  nudged: null,
  'own-page-asked': null,
  'mentor-late': null,
  'mentor-waiting': null,
  arrived: null,
  'not-met': null,
  'outcome-asked': null,
  'pairing-made': 'pairing.made',
  'pairing-status': null,
  'pairing-placed': null,
  'pairing-aimed': null,
  'pairing-tracked': null,
  'handed-over': 'pairing.ended',
  'person-added': null,
  'person-changed': null,
  'hours-changed': null,
  'departure-set': null,
  'departure-withdrawn': null,
  'person-left': null,
  'programme-opened': null,
  'programme-changed': null,
  'words-allowed': null,
  'programme-closing': null,
  'programme-closed': null,
  'format-made': null,
  'format-changed': null,
  'track-made': null,
  'track-changed': null,
}

const TOLD_AS_STATUS = {
  proposed: null,
  active: 'pairing.started',
  paused: 'pairing.paused',
  ended: 'pairing.ended',
} as const

/** What a decision tells. A time that was picked is the answer to its offer, too. */
export function toldBy({ sessions, pairings }: Pick<Decision, 'sessions' | 'pairings'>): readonly Told[] {
  return [...pairings.flatMap(toldOfPairing), ...sessions.flatMap(toldOfSession)]
}

function toldOfSession({ after, event }: SessionStep): readonly Told[] {
  const type = TOLD_AS[event.code]
  const isAnswer = event.code === 'fixed' && event.detail.offer !== undefined
  const types = [...(isAnswer ? (['offer.answered'] as const) : []), ...(type ? [type] : [])]
  const { programmeId, id: sessionId, pairingId, mentorId, executiveId, status, time } = after
  const data = {
    ...{ programmeId, sessionId, pairingId, mentorId, executiveId, code: event.code, status },
    ...{ start: time && iso(time.start), end: time && iso(time.end) },
    ...detailOf(event),
  }
  return types.map((each) => ({ type: each, at: event.at, programmeId, data }))
}

/** Of an event's detail what is an id, a code or a moment by itself; what a log says beyond its result is not told. */
function detailOf(event: SessionStep['event']): MessageData {
  switch (event.code) {
    case 'offered':
    case 'offer-expired':
    case 'offer-declined':
      return { offerId: event.detail.offer }
    case 'postponed':
      return { offerId: event.detail.offer, notBefore: iso(event.detail.notBefore) }
    case 'fixed':
      return event.detail.offer === undefined ? {} : { offerId: event.detail.offer }
    case 'answered':
    case 'answer-undone':
      return { personId: event.detail.person, partstat: event.detail.partstat }
    case 'countered':
      return { proposedStart: iso(event.detail.start), proposedEnd: iso(event.detail.end) }
    case 'logged':
    case 'log-replaced':
    case 'log-corrected':
      return { result: event.detail.result }
    default:
      return {}
  }
}

function toldOfPairing({ after, event }: PairingStep): readonly Told[] {
  const type = event.code === 'pairing-status' ? TOLD_AS_STATUS[event.detail.status] : TOLD_AS[event.code]
  if (!type) return []
  const { programmeId, id: pairingId, mentorId, executiveId, status } = after
  const next = event.code === 'handed-over' ? { nextPairingId: event.detail.to } : {}
  const data = { programmeId, pairingId, mentorId, executiveId, code: event.code, status, ...next }
  return [{ type, at: event.at, programmeId, data }]
}
