import { type Decision, NO_CHANGE } from '../decision.ts'
import type { Session } from '../session/session.ts'
import type { Situation, Tally } from '../situation.ts'
import { latestKnown } from '../time/time.ts'
import type { Armed } from './timer.ts'
import { timersOfPairing, timersOfSession } from './timers-of.ts'

/**
 * Adds to a decision what the clock owes once it is committed, for the pairing of the situation and its sessions. Where
 * another round is open, or another mentor takes a session, that is left to the next tick, which reads them too.
 */
export function withTimers(situation: Situation, decision: Decision): Decision {
  return decision === NO_CHANGE
    ? decision
    : { ...decision, timers: [...decision.timers, ...owedAfter(situation, decision)] }
}

function owedAfter(before: Situation, decision: Decision): readonly Armed[] {
  const situation = withPairing(before, decision)
  const sessions = sessionsAfter(situation, decision)
  const open = sessions.find(isOpen) ?? null
  const last = open ?? sessions.at(-1) ?? null
  return [
    ...sessions
      .filter(({ mentorId }) => mentorId === situation.mentor.id)
      .map((session) =>
        timersOfSession({
          ...situation,
          ...roundOf(situation, session),
          ...datedBeside(situation, sessions, session),
          session,
        }),
      ),
    ...(situation.hasOtherRound
      ? []
      : [timersOfPairing({ ...situation, ...datedBeside(situation, sessions, last), session: last })]),
  ]
}

/** The situation's own session and the sessions that the decision makes, as they are afterwards. */
function sessionsAfter({ session, pairing }: Situation, { sessions }: Decision): readonly Session[] {
  const changed = new Map(
    sessions.filter(({ after }) => after.pairingId === pairing.id).map(({ after }) => [after.id, after]),
  )
  return session && !changed.has(session.id) ? [session, ...changed.values()] : Array.from(changed.values())
}

function isOpen({ status, passed }: Session): boolean {
  return (status === 'offered' || status === 'fixed') && !passed
}

function withPairing(situation: Situation, { pairings, wishes, nudged }: Decision): Situation {
  const { lastCommitment, now, pairing } = situation
  const { id } = pairing
  const changed = wishes.filter(({ pairingId }) => pairingId === id)
  const kept = situation.wishes.filter((kind) => !changed.some((each) => each.kind === kind))
  return {
    ...situation,
    pairing: pairings.findLast(({ after }) => after.id === id)?.after ?? situation.pairing,
    lastCommitment:
      lastCommitment && lastCommitment.id === nudged ? { ...lastCommitment, nudgedAt: now } : lastCommitment,
    wishes: [...kept, ...changed.flatMap(({ kind, made }) => (made ? [kind] : []))],
  }
}

/** How the earlier offers of this session ended, with the one that the decision replaces; none for a new session. */
function roundOf({ session, earlierOffers }: Situation, after: Session): { readonly earlierOffers: Tally } {
  if (session?.id !== after.id) return { earlierOffers: {} }
  const replaced = session.offer && session.offer.id !== after.offer?.id ? session.offer : null
  if (!replaced) return { earlierOffers }
  const ending = replaced.status === 'open' ? 'superseded' : replaced.status
  return { earlierOffers: { ...earlierOffers, [ending]: (earlierOffers[ending] ?? 0) + 1 } }
}

/** The dates of all sessions but the one that the pairing's timers are asked about. */
function datedBeside(
  { dated }: Situation,
  sessions: readonly Session[],
  asked: Session | null,
): Pick<Situation, 'dated'> {
  const others = sessions.filter(({ id, time }) => id !== asked?.id && time !== null)
  const endsOf = (dates: readonly Session[]) => dates.flatMap(({ time }) => (time ? [time.end] : []))
  const met = others.filter(({ status }) => status !== 'cancelled')
  return {
    dated: { end: latestKnown(dated.end, ...endsOf(others)), met: latestKnown(dated.met, ...endsOf(met)) },
  }
}
