import {
  type By,
  type ByPerson,
  type Decision,
  type Logged,
  NO_CHANGE,
  type SessionStep,
} from '../decision.ts'
import type { PersonId } from '../ids.ts'
import { calendarLetter } from '../letter/write.ts'
import type { Person } from '../people/person.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { inviteOf, type Invite, type Session, withdrawn } from '../session/session.ts'
import type { SessionSituation, Situation } from '../situation.ts'
import { pairingStep } from '../step.ts'
import { after, HOUR, type Instant, latest, SECOND } from '../time/time.ts'
import type { LogWritten, Since, Undoable } from './undoable.ts'

/** What starts sooner is told at once: there the minute would be missed. */
const AT_ONCE_MS = 2 * HOUR

/**
 * Lets the letters of a press wait for the programme's minute, and remembers what stood before it. Nothing waits for an
 * answer by mail, the API or the clock, nor where the session starts, or started, within two hours.
 */
export function withUndo(situation: Situation, decision: Decision, by: By): Decision {
  const { programme, now } = situation
  const [first] = decision.sessions
  const steps = decision.sessions.filter(({ after: { id } }) => id === first?.after.id)
  const others = decision.sessions.filter((each) => !steps.includes(each))
  const last = steps.at(-1)
  const seconds = programme.policy.undoSeconds
  if (!by.pressedBy || !first || !last || seconds === 0) return decision
  // A log may open the next round. What it replaces, or takes from another session, stays.
  const opened = others.at(-1)?.after
  if (
    others.length > 0 &&
    (!opened || others[0]?.before || others.some(({ after: { id } }) => id !== opened.id))
  )
    return decision
  if (decision.outcome && first.event.code !== 'logged') return decision
  const starts = [first.before?.time, last.after.time].flatMap((time) => (time ? [time.start] : []))
  if (!decision.outcome && starts.some((start) => start < after(now, AT_ONCE_MS))) return decision

  const until = after(by.pressedAt ?? now, seconds * SECOND)
  const letters = decision.letters.map((each) => ({ ...each, dueAt: latest(each.dueAt, until) }))
  const undoable: Undoable = {
    sessionId: last.after.id,
    version: last.after.version,
    act: first.event.code,
    byId: by.pressedBy,
    at: now,
    until,
    before: {
      session: first.before,
      pairing: decision.pairings[0]?.before ?? null,
      ...(decision.outcome && { log: logOf(decision.outcome) }),
      ...(opened && { opened: { id: opened.id, version: opened.version } }),
    },
    // One that waits longer by itself is not the press's to send.
    letters: letters.filter(({ dueAt }) => dueAt <= until).map(({ letter }) => letter.id),
  }
  // Nor does the clock go on from it before.
  const timers = decision.timers.map((each) => ({ ...each, notBefore: until }))
  return { ...decision, letters, timers, undoable }
}

function logOf({ outcome, commitment, lastCommitment, doneBefore }: Logged): LogWritten {
  const last = lastCommitment && { id: lastCommitment.id, done: doneBefore }
  return { outcomeId: outcome.id, commitmentId: commitment?.id ?? null, last }
}

export type UndoReading = {
  readonly undoable: Undoable | null
  /** The press was taken back already. */
  readonly isUndone: boolean
  /** The round that it opened, as it is now. */
  readonly opened: Session | null
  /** Some letter of it has left, or is leaving. */
  readonly hasLeft: boolean
  /** Whose calendar still waits for an earlier letter. */
  readonly waiting: readonly PersonId[]
  /** The first things that happened after it. */
  readonly since: readonly Since[]
}

/**
 * Puts back what stood before a press, as a new version with the same UIDs: no number falls, and nobody hears of it. Refused
 * once a letter of it has left, or something has happened since.
 */
export function decideUndo(
  situation: SessionSituation,
  { undoable, isUndone, opened, hasLeft, waiting, since }: UndoReading,
  by: ByPerson,
  mentorBefore: Person = situation.mentor,
): Result<Decision, Refusal> {
  const { session, now } = situation
  if (isUndone) return accept(NO_CHANGE)
  if (!undoable || hasLeft || undoable.until <= now) return refuse({ reason: 'undo-over' })
  const { pairing, mail = null, log = null } = undoable.before
  const hasOpenedChanged = opened?.version !== undoable.before.opened?.version
  const hasPairingChanged = pairing !== null && situation.pairing.version !== pairing.version + 1
  if (session.version !== undoable.version || hasPairingChanged || hasOpenedChanged)
    return refuse({ reason: 'changed-since', since })

  const restored = restoredFrom(session, undoable, now)
  if (hasNoRoom(restored, situation, undoable)) return refuse({ reason: 'changed-since', since })
  const undoing = (before: Session, after: Session): SessionStep => {
    const detail = { act: undoable.act }
    return { before, after, event: { code: 'undone', detail, at: now, actorId: by.id, door: by.door } }
  }
  const told = restored.status === 'fixed' ? toTellAnew(restored, waiting) : []
  // A press that brought a stand-in is taken back: what is told anew is told to, and about, whose session it was.
  const asBefore = { ...situation, mentor: mentorBefore }
  const letters = told.map((invite) =>
    calendarLetter(asBefore, restored, invite, { method: 'REQUEST', time: restored.time ?? never() }),
  )
  return accept({
    ...NO_CHANGE,
    sessions: [
      ...(opened ? [undoing(opened, neverMade(opened, now))] : []),
      undoing(withOffersAsStored(session, restored), restored),
    ],
    pairings: pairing
      ? [
          pairingStep(situation.pairing, pairing, {
            code: 'pairing-status',
            detail: { status: pairing.status },
            at: now,
            by,
          }),
        ]
      : [],
    letters: letters.map(({ outgoing }) => ({
      ...outgoing,
      dedupeKey: `undone:${outgoing.dedupeKey}:${restored.version}`,
    })),
    links: letters.flatMap(({ link }) => (link ? [link] : [])),
    undone: {
      sessionId: session.id,
      version: undoable.version,
      letters: undoable.letters,
      offerIds: [
        ...(session.offer && session.offer.id !== restored.offer?.id ? [session.offer.id] : []),
        ...(opened?.offer ? [opened.offer.id] : []),
      ],
      mail,
      log,
    },
  })
}

/**
 * A round that the press closed comes back only where there is room for it: its pairing has no other open round, and goes
 * on. A date that has begun only waits for its log, which no end of a pairing takes away.
 */
function hasNoRoom(
  restored: Session,
  { session, pairing, hasOtherRound, now }: SessionSituation,
  { before }: Undoable,
): boolean {
  if (isOpenRound(session) || !isOpenRound(restored)) return false
  if (hasOtherRound && !before.opened) return true
  if (before.pairing || (restored.time && restored.time.start <= now)) return false
  return pairing.status === 'ended' || (pairing.status === 'paused' && restored.status === 'offered')
}

function isOpenRound({ status, passed }: Session): boolean {
  return (status === 'offered' || status === 'fixed') && !passed
}

/** A session that the press made stays as one that was called off before anybody heard of it. */
function neverMade(session: Session, now: Instant): Session {
  return {
    ...session,
    status: 'cancelled',
    time: null,
    offer: null,
    invites: session.invites.map((each) => (each.live ? withdrawn(each, now) : each)),
    version: session.version + 1,
  }
}

function restoredFrom(session: Session, { before }: Undoable, now: Instant): Session {
  const version = session.version + 1
  if (!before.session) return neverMade(session, now)
  return {
    ...before.session,
    usual: session.usual,
    hasQuestion: session.hasQuestion,
    invites: session.invites.map((each) => inviteBefore(each, before.session, now)),
    version,
  }
}

/** As it was, with the numbers of now: an answer to what the calendar shows still counts. */
function inviteBefore(invite: Invite, before: Session | null, now: Instant): Invite {
  const known = before?.invites.find(({ id }) => id === invite.id)
  if (!known) return invite.live ? withdrawn(invite, now) : invite
  return {
    ...known,
    sequence: Math.max(known.sequence, invite.sequence),
    stampedAt: latest(known.stampedAt, invite.stampedAt),
    sentSequence: invite.sentSequence,
  }
}

/** Whoever was to hear of an earlier change and has not: what would have told him is overtaken by the press. */
function toTellAnew(restored: Session, waiting: readonly PersonId[]): readonly Invite[] {
  return [restored.mentorId, restored.executiveId].flatMap((personId) => {
    const invite = inviteOf(restored, personId)
    return invite && waiting.includes(personId) ? [invite] : []
  })
}

/** The row of the offer that stood before was superseded by the press; the press's own offer is forgotten. */
function withOffersAsStored(session: Session, { offer }: Session): Session {
  if (!offer || session.offer?.id === offer.id) return offer ? session : { ...session, offer: null }
  return { ...session, offer: offer.status === 'open' ? { ...offer, status: 'superseded' } : offer }
}

function never(): never {
  throw new Error('a fixed session without a time')
}
