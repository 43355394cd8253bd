import { FAILING_TRIES, THREW } from '../clock/timer.ts'
import type { PairingId } from '../ids.ts'
import { KEY_ENDS_SOON_MS } from '../key/key.ts'
import { type SuggestedNow, suggestedNow } from '../mail/suggested-now.ts'
import { endsSoonSince } from '../programme/close.ts'
import { roundDueAt } from '../session/round.ts'
import { canBeAccepted, type Session } from '../session/session.ts'
import { before, type Instant } from '../time/time.ts'
import { itemsOfDrafts } from './drafts.ts'
import { about, type Item, type Kind, type Morning, type PutOff } from './item.ts'
import {
  isOfferable,
  itemsOfDisplaced,
  itemsOfLines,
  itemsOfNotReady,
  itemsOfPlaces,
  itemsOfRequests,
} from './lives.ts'
import { inOrder, type TodayLine } from './order.ts'
import { itemOfLeaving, itemOfSession, proposalsOf } from './rounds.ts'
import { isHidden, keyOf } from './snooze.ts'

/** What needs the manager: one item each, in Today's order. */
export function findItems(morning: Morning): readonly Item[] {
  return findItemsOf([morning])
}

/** The lines that are put off to a day to come, with that day; the next to come back first. */
export function findPutOff(morning: Morning): readonly { readonly item: Item; readonly until: Instant }[] {
  const untilOf = new Map(morning.snoozes.flatMap(({ key, until }) => (until === null ? [] : [[key, until]])))
  return findItems({ ...morning, snoozes: morning.snoozes.filter(({ until }) => until === null) })
    .flatMap((item) => {
      const until = untilOf.get(keyOf(item))
      return until !== undefined && until > morning.now ? [{ item, until }] : []
    })
    .toSorted((one, other) => one.until - other.until)
}

/** The same for several programmes, in one order. */
export function findItemsOf(mornings: readonly Morning[]): readonly Item[] {
  return once(inOrder(mornings.flatMap(linesOf)))
}

const ONCE: ReadonlySet<Kind> = new Set(['restored', 'sending-stopped'])

/** What concerns all programmes stands once, however many are looked at. */
function once(items: readonly Item[]): readonly Item[] {
  return items.filter((item) => !ONCE.has(item.kind) || item === items.find(({ kind }) => kind === item.kind))
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
    ...itemsOfKeys(morning),
  ]
}

function itemsOfOpen(morning: Morning): readonly Item[] {
  return [
    ...morning.sessions.flatMap((session) => withClock(itemOfSession(session, morning), morning)),
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
    ...itemsOfNotReady(morning),
    ...itemsOfLines(morning),
    ...itemsOfDisplaced(morning),
    ...itemsOfPlaces(morning),
    ...itemsOfDrafts(morning),
    ...itemOfEnd(morning),
  ]
}

/** Adds when the clock acts by itself, or what it could not do about it: it found no time, and looks again. */
function withClock(item: Item | null, { putOff, acts }: Morning): readonly Item[] {
  if (!item) return []
  const actsAt = item.sessionId && ACTED_FOR.has(item.kind) ? acts.get(item.sessionId) : undefined
  if (actsAt !== undefined) return [{ ...item, actsAt }]
  const waits = putOff.find(({ sessionId, kind }) => sessionId === item.sessionId && kind === 're-offer')
  return [waits ? { ...item, ...putOffBy(waits) } : item]
}

/** The mentor cannot come, or leaves before: then Sotto acts at an hour that is known. */
const ACTED_FOR: ReadonlySet<Kind> = new Set(['mentor-cannot', 'mentor-leaves'])

function putOffBy({ reason, until }: PutOff): Pick<Item, 'putOff'> {
  return { putOff: { reason, until } }
}

/** Why the clock could not open a pairing's next round. */
function refusedRoundOf(id: PairingId, { putOff }: Morning): PutOff | undefined {
  return putOff.find(
    ({ pairingId, kind, reason }) => pairingId === id && kind === 'open-round' && reason !== THREW,
  )
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
  const isOpen = morning.programme.status === 'open'
  return [
    ...morning.sessions.flatMap((session) =>
      proposalsOf(session, isOpen).map((item) => withVerdict(item, session, morning)),
    ),
    ...morning.undecided.flatMap((session) => proposalsOf(session, false)),
    ...morning.waiting.map((mail) => itemOfWaiting(mail, morning)),
    ...itemOfStrangers(morning),
    ...morning.flagged.map(({ sessionId, pairingId, at }): Item => ({
      kind: 'needs-manager',
      since: at,
      action: 'settle',
      sessionId,
      pairingId,
      personId: null,
    })),
    ...itemsOfRequests(morning),
    ...morning.pulses.map(({ pairingId, at }): Item => ({
      ...about(null),
      kind: 'pulse',
      since: at,
      action: 'open',
      pairingId,
    })),
  ]
}

/** Adds what the judge says now of a proposed time. */
function withVerdict(item: Item, session: Session, morning: Morning): Item {
  const proposal = session.proposals.find(({ id }) => id === item.proposalId)
  if (!proposal || item.action !== 'decide-proposal' || !canBeAccepted(proposal)) return item
  const what = { source: 'calendar', start: proposal.start } as const
  const { personId, sessionId } = item
  const suggestion = suggestionOf({ personId, sessionId, suggested: { what, from: null } }, morning)
  return suggestion ? { ...item, suggestion } : item
}

function itemOfWaiting(mail: Morning['waiting'][number], morning: Morning): Item {
  const { id, at, personId, sessionId } = mail
  const suggestion = suggestionOf(mail, morning)
  return {
    ...about(null),
    kind: 'answer-waiting',
    since: at,
    action: 'answer-for',
    sessionId,
    personId,
    receivedId: id,
    ...(suggestion && { suggestion }),
  }
}

/** In a closed programme nothing can be taken any more. */
function suggestionOf(
  {
    suggested,
    personId,
    sessionId,
  }: Pick<Morning['waiting'][number], 'suggested' | 'personId' | 'sessionId'>,
  { now, programme, sessions, pairings, memberAt, memberOf, diaryOf, lines }: Morning,
): SuggestedNow | null {
  const session = sessions.find(({ id }) => id === sessionId)
  if (!suggested || !session || programme.status !== 'open') return null
  const diary = diaryOf(session)
  const { what, from } = suggested
  const writer = (from === null ? null : memberAt(from)) ?? (personId === null ? null : memberOf(personId))
  const pairing = pairings.find(({ id }) => id === session.pairingId)
  if (!diary || !writer || !pairing) return null
  const line = lines.get(session.pairingId) ?? null
  return suggestedNow(what, { now, session, pairing, diary, line, writer })
}

/** One line, however many of them wrote. */
function itemOfStrangers({ strangers, programme }: Morning): readonly Item[] {
  if (!strangers) return []
  const { count, since } = strangers
  return [{ ...about(null), kind: 'strangers', since, action: 'open', programmeId: programme.id, count }]
}

/** Three weeks before the end: should the programme be closed? */
function itemOfEnd({ programme, now }: Morning): readonly Item[] {
  const since = endsSoonSince(programme, now)
  if (since === null) return []
  return [{ ...about(null), kind: 'programme-ends', since, action: 'close', programmeId: programme.id }]
}

function itemsOfMail(morning: Morning): readonly Item[] {
  return [
    ...itemsOfSending(morning),
    ...morning.bounced.map(({ personId, at }): Item => ({
      ...about(null),
      kind: 'address-bounced',
      since: at,
      action: 'clear-address',
      personId,
    })),
    ...morning.failed.map(({ id, at, personId, sessionId, error }): Item => ({
      ...about(null),
      kind: 'undelivered',
      since: at,
      action: 'send-again',
      sessionId,
      personId,
      letterId: id,
      ...(error && { failure: error }),
    })),
  ]
}

/** Whoever made it is told a week before, so that no program stands still without a word. */
function itemsOfKeys({ endingKeys }: Morning): readonly Item[] {
  return endingKeys.map(({ id, name, endsAt }) => ({
    ...about(null),
    kind: 'key-expires',
    since: before(endsAt, KEY_ENDS_SOON_MS),
    action: 'open',
    keyId: id,
    ending: { name, endsAt },
  }))
}

/** One line, however many letters wait. */
function itemsOfSending({ sendingStoppedAt, restoredAt }: Morning): readonly Item[] {
  const one = (kind: Kind, since: Instant | null): readonly Item[] =>
    since === null ? [] : [{ ...about(null), kind, since, action: 'open' }]
  return [...one('restored', restoredAt), ...one('sending-stopped', sendingStoppedAt)]
}

/** A pairing without a date or a round: outside the cadence, not asked yet, or the clock could not open its round. */
function itemOfPairing(pairing: Morning['pairings'][number], morning: Morning): Item | null {
  const { now, programme, sessions, leaving } = morning
  const { id, status, lastAt, mentorId, hasClosed } = pairing
  const departure = leaving.get(mentorId)
  const isAhead = hasSomethingAhead(id, sessions, now)
  const isGoingOn = status === 'active' || status === 'proposed'
  if (departure && departure.followsAt <= now && isGoingOn && !isAhead)
    return itemOfLeaving({ pairingId: id, mentorId }, departure)
  const line = { ...about(null), pairingId: id, since: lastAt, action: 'offer' } as const
  const refused = refusedRoundOf(id, morning)
  if (refused && !isAhead) return { ...line, kind: 'no-next-date', ...putOffBy(refused) }
  if (sessions.some(({ pairingId, passed }) => pairingId === id && !passed)) return null
  if (status === 'proposed') return { ...line, kind: 'first-offer' }
  // Nothing comes by itself then, and nobody waits for it.
  if (hasClosed) return null

  const due = roundDueAt(programme, { lastEnd: lastAt, lastMet: lastAt })
  return status === 'active' && due <= now ? { ...line, kind: 'no-next-date' } : null
}

/** An open round, or a date to come: they have lines of their own. */
function hasSomethingAhead(id: PairingId, sessions: Morning['sessions'], now: Instant): boolean {
  return sessions.some(
    ({ pairingId, passed, time }) => pairingId === id && !passed && (time === null || time.end > now),
  )
}
