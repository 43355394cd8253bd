import { about, type Item, type Morning } from './item.ts'

/** A draft of a program, until somebody sends it or leaves it out, and as long as the round still needs times. */
export function itemsOfDrafts({ drafts, pairings, sessions, now }: Morning): readonly Item[] {
  return drafts.flatMap(({ planId, pairingId, at }): readonly Item[] => {
    const isOpen = pairings.some(
      ({ id, status }) => id === pairingId && status !== 'ended' && status !== 'paused',
    )
    const isArranged = sessions.some(
      ({ pairingId: id, passed, time, offer }) =>
        id === pairingId &&
        ((!passed && time !== null) || (offer?.status === 'open' && offer.heldUntil > now)),
    )
    if (!isOpen || isArranged) return []
    return [{ ...about(null), kind: 'draft', since: at, action: 'open', pairingId, planId }]
  })
}
