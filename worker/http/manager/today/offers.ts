import type { ByPerson } from '../../../domain/decision.ts'
import type { PairingId, PersonId } from '../../../domain/ids.ts'
import { MAX_OFFERS_ON_TODAY } from '../../../domain/limits.ts'
import { proposedOffer } from '../../../domain/offer/draft.ts'
import { refuse } from '../../../domain/result.ts'
import type { Busy, PersonDiary } from '../../../domain/slot/diary.ts'
import type { Item } from '../../../domain/today/item.ts'
import type { Platform } from '../../../platform.ts'
import { readForDecision } from '../../../storage/read-for-decision.ts'
import { aboutPairing } from '../../../storage/situation.ts'

/** The times that an offer would propose now, or why there is none. */
export type Proposed = ReturnType<typeof proposedOffer>

/**
 * For the first lines that ask for an offer. They are read side by side, so that Today waits once; no two lines propose one
 * hour of one person, so that all of them can be offered together.
 */
export async function findProposed(
  platform: Platform,
  items: readonly Item[],
  by: ByPerson,
): Promise<ReadonlyMap<PairingId, Proposed>> {
  const asking = items.flatMap(({ action, kind, pairingId, putOff }) =>
    action === 'offer' && kind !== 'mentor-cannot' && pairingId && !putOff ? [pairingId] : [],
  )
  const ids = [...new Set(asking)].slice(0, MAX_OFFERS_ON_TODAY)
  const readings = await Promise.all(
    ids.map(async (id) => ({ id, ...(await readForDecision(platform, aboutPairing(id))) })),
  )
  const held = new Map<PersonId, readonly Busy[]>()
  const withHeld = (side: PersonDiary): PersonDiary => {
    const busy = [...side.busy, ...(held.get(side.personId) ?? [])]
    return { ...side, busy: busy.toSorted((one, other) => one.start - other.start) }
  }
  const proposed = new Map<PairingId, Proposed>()
  for (const { id, situation, diary } of readings) {
    if (!situation || !diary) {
      proposed.set(id, refuse({ reason: 'not-found' }))
      continue
    }
    const { mentor, executive } = diary
    const sides = { mentor: withHeld(mentor), executive: withHeld(executive) }
    const found = proposedOffer(situation, { ...diary, ...sides }, by)
    proposed.set(id, found)
    const times = found.ok ? found.value.times : []
    const holds = times.map(({ start, end }): Busy => ({ start, end, kind: 'hold', sessionId: null }))
    for (const { personId } of [mentor, executive])
      held.set(personId, [...(held.get(personId) ?? []), ...holds])
  }
  return proposed
}
