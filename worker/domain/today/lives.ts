import { lacksPlace } from '../pairing/meeting-link.ts'
import { inviteOf } from '../session/session.ts'
import { about, type Item, type Morning } from './item.ts'

/** A pairing whose two now stand in one reporting line: nothing new may be fixed, and what is fixed a human decides. */
export function itemsOfLines({ lines, pairings, sessions, now }: Morning): readonly Item[] {
  return pairings.flatMap(({ id, status }): readonly Item[] => {
    const reports = lines.get(id)
    if (!reports || status === 'ended') return []
    const date = sessions.find((each) => each.pairingId === id && each.time !== null && each.time.start > now)
    return [
      {
        kind: 'reporting-line',
        since: now,
        action: 'hand-over',
        sessionId: date?.id ?? null,
        pairingId: id,
        personId: reports.personId,
        reports,
      },
    ]
  })
}

/** Dates that a trip, new hours, a blackout or a move covers since they were fixed. */
export function itemsOfDisplaced({ displaced }: Morning): readonly Item[] {
  const first = displaced.filter(
    (each, index) => displaced.findIndex(({ sessionId }) => sessionId === each.sessionId) === index,
  )
  return first.map(({ sessionId, pairingId, personId, since, why }) => ({
    kind: why === 'zone' ? 'zone-changed' : 'trip-over-dates',
    since,
    action: 'move',
    sessionId,
    pairingId,
    personId,
    why,
  }))
}

/**
 * A date to come that has no place to meet, though its mentor has a list of links: until it has one. Whoever cannot come or
 * leaves before will not meet there.
 */
export function itemsOfPlaces({ sessions, pairings, memberOf, leaving, now }: Morning): readonly Item[] {
  return sessions.flatMap((session): readonly Item[] => {
    const { time, pairingId, mentorId, executiveId } = session
    const pairing = pairings.find(({ id }) => id === pairingId)
    const [mentor, executive] = [memberOf(mentorId), memberOf(executiveId)]
    if (!time || time.end <= now || !pairing || !mentor || !executive) return []
    const invite = inviteOf(session, mentorId)
    const departure = leaving.get(mentorId)
    const isOthers = invite?.partstat === 'DECLINED' || (departure && time.end > departure.until)
    if (isOthers || !lacksPlace({ pairing, mentor, executive }, session)) return []
    const since = invite?.stampedAt ?? now
    return [{ ...about(session), kind: 'no-link', since, action: 'set-place', personId: mentorId }]
  })
}

/** In a reporting line no times can be offered, so no line asks for that. */
export function isOfferable({ lines }: Morning, { action, kind, pairingId }: Item): boolean {
  return action !== 'offer' || kind === 'mentor-cannot' || pairingId === null || !lines.has(pairingId)
}

/** One line for each mentor; whoever leaves needs another mentor instead. */
export function itemsOfNotReady({ notReady, leaving }: Morning): readonly Item[] {
  return notReady
    .filter(({ personId }) => !leaving.has(personId))
    .map(({ personId, at }) => ({
      ...about(null),
      kind: 'mentor-not-ready',
      since: at,
      action: 'write',
      personId,
    }))
}

/** What somebody asks about his own record; whoever has left by now can still be erased. */
export function itemsOfRequests({ recordRequests }: Morning): readonly Item[] {
  return recordRequests.map(({ personId, kind, at }) => ({
    ...about(null),
    kind: kind === 'erasure' ? 'asks-erasure' : 'asks-correction',
    since: at,
    action: 'answer-request',
    personId,
  }))
}
