import { FAILING_TRIES, THREW } from '../clock/timer.ts'
import { endsSoonSince } from '../programme/close.ts'
import { roundDueAt } from '../session/round.ts'
import { about, type Item, type Morning, type PutOff } from './item.ts'
import { isOfferable, itemsOfDisplaced, itemsOfLines } from './lives.ts'
import { inOrder, type TodayLine } from './order.ts'
import { itemOfSession, proposalsOf } from './rounds.ts'
import { isHidden } from './snooze.ts'

/** What needs the manager: one item each, in Today's order. */
export function findItems(morning: Morning): readonly Item[] {
  return findItemsOf([morning])
}

/** The same for several programmes, in one order. */
export function findItemsOf(mornings: readonly Morning[]): readonly Item[] {
  return once(inOrder(mornings.flatMap(linesOf)))
}

/** What concerns all programmes stands once, however many are looked at. */
function once(items: readonly Item[]): readonly Item[] {
  const [first] = items.filter(({ kind }) => kind === 'sending-stopped')
  return items.filter((item) => item.kind !== 'sending-stopped' || item === first)
}

function linesOf(morning: Morning): readonly TodayLine[] {
  const { now, sessions, snoozes } = morning
  const startOf = new Map(sessions.map(({ id, time }) => [id, time?.start ?? null]))
  return allItems(morning)
    .filter((item) => isOfferable(morning, item) && !isHidden(item, snoozes, now))
    .map((item) => ({ item, now, start: item.sessionId && (startOf.get(item.sessionId) ?? null) }))
}

/** A closed programme has nothing left to arrange, but what people say and its letters are still shown. */
function allItems(morning: Morning): readonly Item[] {
  return [
    ...(morning.programme.status === 'open' ? itemsOfOpen(morning) : []),
    ...itemsOfWords(morning),
    ...itemsOfMail(morning),
  ]
}

function itemsOfOpen(morning: Morning): readonly Item[] {
  return [
    ...morning.sessions.flatMap((session) => withClock(itemOfSession(session, morning), morning)),
    ...morning.sessions.flatMap((session) => proposalsOf(session, morning.now)),
    ...morning.pairings.flatMap((pairing) => itemOfPairing(pairing, morning) ?? []),
    ...morning.wishes.map(({ pairingId, personId, kind, at }): Item => ({
      ...about(null),
      kind: kind === 'pause' ? 'asks-to-pause' : 'asks-for-another',
      since: at,
      action: 'open',
      pairingId,
      personId,
    })),
    ...morning.putOff.flatMap((each) => itemOfFailure(each) ?? []),
    ...itemsOfLines(morning),
    ...itemsOfDisplaced(morning),
    ...itemOfEnd(morning),
  ]
}

/** Adds what the clock could not do about it: it found no time, and looks again. */
function withClock(item: Item | null, { putOff }: Morning): readonly Item[] {
  if (!item) return []
  const waits = putOff.find(({ sessionId, kind }) => sessionId === item.sessionId && kind === 're-offer')
  return [waits ? { ...item, putOff: { reason: waits.reason, until: waits.until } } : item]
}

/** Something that fails again and again for one round. */
function itemOfFailure({ sessionId, pairingId, reason, until, tries }: PutOff): Item | null {
  if (reason !== THREW || tries < FAILING_TRIES) return null
  return {
    ...about(null),
    kind: 'timer-failed',
    since: until,
    action: 'open',
    sessionId,
    pairingId,
    putOff: { reason, until },
  }
}

/** Messages that the manager has to read. */
function itemsOfWords(morning: Morning): readonly Item[] {
  return [
    ...morning.waiting.map(({ id, at, personId, sessionId }): Item => ({
      ...about(null),
      kind: 'answer-waiting',
      since: at,
      action: 'answer-for',
      sessionId,
      personId,
      receivedId: id,
    })),
    ...morning.flagged.map(({ sessionId, pairingId, at }): Item => ({
      kind: 'needs-manager',
      since: at,
      action: 'open',
      sessionId,
      pairingId,
      personId: null,
    })),
    ...morning.pulses.map(({ pairingId, at }): Item => ({
      ...about(null),
      kind: 'pulse',
      since: at,
      action: 'open',
      pairingId,
    })),
  ]
}

/** Three weeks before the end: should the programme be closed? */
function itemOfEnd({ programme, now }: Morning): readonly Item[] {
  const since = endsSoonSince(programme, now)
  if (since === null) return []
  return [{ ...about(null), kind: 'programme-ends', since, action: 'close', programmeId: programme.id }]
}

function itemsOfMail(morning: Morning): readonly Item[] {
  return [
    ...itemOfSending(morning),
    ...morning.bounced.map(({ personId, at }): Item => ({
      ...about(null),
      kind: 'address-bounced',
      since: at,
      action: 'clear-address',
      personId,
    })),
    ...morning.failed.map(({ id, at, personId, sessionId }): Item => ({
      ...about(null),
      kind: 'undelivered',
      since: at,
      action: 'send-again',
      sessionId,
      personId,
      letterId: id,
    })),
  ]
}

/** One line, however many letters wait. */
function itemOfSending({ sendingStoppedAt: since }: Morning): readonly Item[] {
  return since === null ? [] : [{ ...about(null), kind: 'sending-stopped', since, action: 'open' }]
}

/** A pairing without a date or a round: outside the cadence, or not asked yet. */
function itemOfPairing(
  pairing: Morning['pairings'][number],
  { now, programme, sessions }: Morning,
): Item | null {
  const { id, status, lastAt } = pairing
  if (sessions.some(({ pairingId, passed }) => pairingId === id && !passed)) return null
  const line = { ...about(null), pairingId: id, since: lastAt, action: 'offer' } as const
  if (status === 'proposed') return { ...line, kind: 'first-offer' }

  const due = roundDueAt(programme, { lastEnd: lastAt, lastMet: lastAt })
  return status === 'active' && due <= now ? { ...line, kind: 'no-next-date' } : null
}
