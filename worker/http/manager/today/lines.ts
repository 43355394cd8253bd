import {
  TODAY_ITEM_FIELDS,
  type TimeAbroad,
  type TodayAction,
  type TodayItem,
  type Writing,
} from '../../../../web/pages/manager/today/today-data.ts'
import { FREE_TIMES, HAND_OVER, HOURS, paths } from '../../../../web/pages/paths.ts'
import { displacementWords } from '../../../../web/parts/displaced.tsx'
import { mailto } from '../../../../web/parts/mailto.tsx'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { formatDay } from '../../../../web/words/moments.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { sentenceOf } from '../../../../web/words/refusals/sentence.ts'
import type { Names } from '../../../../web/words/refusals/telling.ts'
import { type NewId, type PairingId, type PersonId } from '../../../domain/ids.ts'
import { lastDayOfKey } from '../../../domain/key/key.ts'
import { seen } from '../../../domain/people/fields.ts'
import { lookOf } from '../../../domain/people/permission.ts'
import type { Person } from '../../../domain/people/person.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { driftOf } from '../../../domain/session/drift.ts'
import { type Session, standingOptions } from '../../../domain/session/session.ts'
import { askedOf } from '../../../domain/situation.ts'
import { isSoft } from '../../../domain/slot/diary.ts'
import { zoneOfAt } from '../../../domain/slot/hours.ts'
import { wallText } from '../../../domain/time/days.ts'
import type { Interval } from '../../../domain/time/time.ts'
import type { Item } from '../../../domain/today/item.ts'
import { keyOf, maySettle } from '../../../domain/today/snooze.ts'
import type { MorningWithPeople } from '../../../storage/today/morning.ts'
import { shownSuggestion } from '../mail/shown-suggestion.ts'
import type { Proposed } from './offers.ts'
import { reminderTo, REMINDERS, writingToMentor } from './reminder.ts'
import { correctionIn, hasPage, requestIn } from './request.ts'

/** What the lines are made from, beside the items. */
export type Around = {
  readonly morning: MorningWithPeople
  /** The times that would be offered, for as many pairings as were looked at. */
  readonly proposed: ReadonlyMap<PairingId, Proposed>
  readonly frame: PageFrame
  readonly newId: NewId
}

/** The lines of Today, each with its evidence and its deed. */
export function linesFor(items: readonly Item[], around: Around): readonly TodayItem[] {
  const { morning } = around
  const byId = new Map<string, Person>(morning.members.map((each) => [each.id, each]))
  const lines = items.map((item) => ({ item, ...aboutOf(item, morning, byId) }))
  return lines.map((line) => lineOf(line, { ...around, byId, lines }))
}

/** An item with what it is about. */
type Line = {
  readonly item: Item
  readonly session: Session | undefined
  readonly pairingId: PairingId | null
  readonly executive: Person | undefined
  readonly mentor: Person | undefined
  readonly person: Person | undefined
}

function aboutOf(
  item: Item,
  morning: MorningWithPeople,
  byId: ReadonlyMap<string, Person>,
): Omit<Line, 'item'> {
  const session = [...morning.sessions, ...morning.undecided].find(({ id }) => id === item.sessionId)
  const pairing = morning.pairings.find(({ id }) => id === item.pairingId) ?? session
  return {
    session,
    pairingId: item.pairingId ?? session?.pairingId ?? null,
    executive: pairing && byId.get(pairing.executiveId),
    mentor: pairing && byId.get(pairing.mentorId),
    person: item.personId ? byId.get(item.personId) : undefined,
  }
}

type Lines = Around & { readonly byId: ReadonlyMap<string, Person>; readonly lines: readonly Line[] }

function lineOf(line: Line, around: Lines): TodayItem {
  const { item, session, executive, mentor, person } = line
  const { frame, morning } = around
  const proposal = session?.proposals.find(({ id }) => id === item.proposalId)
  const names = { executive: executive?.name ?? null, mentor: mentor?.name ?? null, answerer: null }
  const flag = morning.flagged.find(
    (each) => item.kind === 'needs-manager' && each.sessionId === item.sessionId,
  )
  const href = session && item.action !== 'hand-over' ? paths.session(session.id) : hrefOf(item, morning)
  const action = actionOf(line, href, around)
  return seen<TodayItem>(lookOf('manager', null, executive ?? null), TODAY_ITEM_FIELDS, {
    kind: item.kind,
    who: whoOf(item, executive ?? person, frame),
    mentor: mentor?.name ?? null,
    logged: flag?.log ?? null,
    time: proposal ?? flag?.log?.time ?? session?.time ?? null,
    since: item.since,
    suggestion:
      item.suggestion && item.receivedId
        ? shownSuggestion(item.suggestion, item.receivedId, frame, names)
        : null,
    count: item.count ?? null,
    because: becauseOf(item, session, around),
    putOff: item.putOff ?? null,
    failure: item.failure ?? null,
    said: saidOf(line, proposal, names, around),
    actsAt: item.actsAt ?? null,
    correction: correctionIn({ item, person }, morning),
    href,
    action,
    key: keyOf(item),
    settles: maySettle(item),
    inOnePress: isInOnePress(item, action),
  })
}

function whoOf({ kind, ending }: Item, person: Person | undefined, frame: PageFrame): string {
  if (kind === 'strangers') return wordsFor(frame).today.strangers
  return ending?.name ?? person?.name ?? frame.nav?.programme?.name ?? ''
}

/** What is done by one press without a word beside it. */
function isInOnePress({ suggestion }: Item, action: TodayAction): boolean {
  if (action.kind === 'decide') return action.verdict === 'free'
  if (action.kind === 'answer') return suggestion?.refusal === null
  return ['offer', 'remind', 'replace', 'settle'].includes(action.kind)
}

/** A line has room for a sentence or two; the page behind it has all of it. */
const MAX_WORDS_SHOWN = 240

function saidOf(
  { item, pairingId }: Line,
  proposal: Session['proposals'][number] | undefined,
  names: Names,
  { frame, morning, proposed }: Lines,
): TodayItem['said'] {
  const sentence = (refusal: Refusal | null) => refusal && sentenceOf(refusal, frame, names)
  if (proposal) {
    const { now } = frame
    const why = proposal.start <= now ? ({ reason: 'in-the-past', now } as const) : proposal.refusal
    const refusal = item.suggestion?.refusal ?? why
    return { refusal: sentence(refusal), words: shortened(proposal.words) }
  }
  const mail = morning.waiting.find(({ id }) => id === item.receivedId)
  if (mail) return { refusal: null, words: shortened(mail.said?.text.trim() || null) }
  const found = item.action === 'offer' && pairingId && !item.putOff ? proposed.get(pairingId) : undefined
  return found && !found.ok ? { refusal: sentence(found.refusal), words: null } : null
}

function shortened(words: string | null): string | null {
  if (words === null || words.length <= MAX_WORDS_SHOWN) return words
  return `${words.slice(0, MAX_WORDS_SHOWN).toWellFormed()}…`
}

function hrefOf(item: Item, morning: MorningWithPeople): string {
  const { kind, programmeId, planId, pairingId, sessionId, personId, keyId } = item
  if (keyId) return `${paths.keys}#${keyId}`
  if (kind === 'sending-stopped' || kind === 'restored') return paths.deliveries
  if (kind === 'strangers') return paths.strangers
  if (kind === 'needs-manager' && sessionId) return paths.session(sessionId)
  if (kind === 'asks-correction' && !hasPage(item, morning)) return paths.people
  if ((kind === 'mentor-not-ready' || kind === 'asks-correction') && personId) return paths.person(personId)
  if (kind === 'asks-erasure' && personId) return paths.erasure(personId)
  if (planId) return paths.plan(planId)
  if (programmeId) return paths.closure(programmeId)
  return pairingId ? paths.pairing(pairingId) : paths.people
}

/** Who reports to whom, what covers the date, or when a key ends. */
function becauseOf(
  { reports, why, personId, sessionId, ending }: Item,
  session: Session | undefined,
  { byId, frame }: Pick<Lines, 'byId' | 'frame'>,
): string | null {
  if (ending) return wordsFor(frame).keys.until(formatDay(lastDayOfKey(ending, frame.zone), frame))
  const words = wordsFor(frame).lives
  const nameOf = (id: string | null) => (id && byId.get(id)?.name) ?? ''
  if (reports) {
    const line = words.reports(nameOf(reports.personId), nameOf(reports.managerId), reports.steps)
    return sessionId ? `${line} ${words.dateStands}` : line
  }
  const person = personId ? byId.get(personId) : undefined
  return why && person && session?.time ? displacementWords(why, person, session.time, frame) : null
}

/** Both are free, she may insist with a reason, or it cannot be. */
function verdictOf(refusal: Refusal | null): 'free' | 'soft' | 'hard' {
  if (refusal === null) return 'free'
  return isSoft(refusal) ? 'soft' : 'hard'
}

function actionOf(line: Line, href: string, around: Lines): TodayAction {
  const { item, session, pairingId, person } = line
  const { frame, morning } = around
  switch (item.action) {
    case 'decide-proposal':
      return decisionOn(line, href)
    case 'offer':
      return item.kind === 'mentor-cannot'
        ? { kind: 'replace', substitute: href }
        : offerOf(line, href, around)
    case 'remind':
      return remindingOf(line, around)
    case 'answer-for':
      return item.receivedId ? answeringOf(line, around) : (writingTo(line, around) ?? { kind: 'open', href })
    case 'call':
      return writingTo(line, around) ?? { kind: 'open', href }
    case 'write':
      return person
        ? { kind: 'write', ...writingToMentor(person), hours: `${paths.person(person.id)}#${HOURS}` }
        : { kind: 'open', href }
    case 'log':
      return { kind: 'log', whole: href }
    case 'answer-request':
      return requestIn(line, morning, href)
    case 'settle':
      return { kind: 'settle', write: writeTo(line.mentor ?? person) }
    case 'hand-over':
      return { kind: 'open', href: pairingId ? `${paths.pairing(pairingId)}#${HAND_OVER}` : href }
    case 'move-to-wall': {
      const meant = session ? driftOf(session, morning.walls.get(session.id)) : null
      if (!session || meant === null) return { kind: 'open', href }
      const [date = '', time = ''] = wallText(frame.zone, meant).split('T')
      return { kind: 'post', action: paths.sessionTime(session.id), hidden: { date, time } }
    }
    case 'set-place':
      return session
        ? { kind: 'place', action: paths.sessionPlace(session.id), others: href }
        : { kind: 'open', href }
    case 'move':
      return { kind: 'open', href: `${href}#${FREE_TIMES}` }
    case 'send-again':
      return { kind: 'open', href: `${paths.deliveries}?state=failed` }
    case 'clear-address':
      return { kind: 'open', href: `${paths.deliveries}?state=stopped` }
    default:
      return { kind: 'open', href }
  }
}

function decisionOn({ item: { proposalId, suggestion }, session }: Line, href: string): TodayAction {
  if (!session || !proposalId || !suggestion || !('time' in suggestion)) return { kind: 'open', href }
  return {
    kind: 'decide',
    refuse: paths.proposalRefusal(session.id, proposalId),
    time: suggestion.time,
    verdict: verdictOf(suggestion.refusal),
  }
}

function offerOf({ pairingId, executive }: Line, href: string, { proposed, newId }: Lines): TodayAction {
  if (!pairingId) return { kind: 'open', href }
  const others = paths.offer(pairingId)
  const found = proposed.get(pairingId)
  return found?.ok
    ? { kind: 'offer', id: newId('off'), times: abroad(found.value.times, executive), others }
    : { kind: 'open', href: others }
}

/** One mail about all executives for whom the same person is asked. */
function remindingOf({ person, session, executive }: Line, { lines, frame }: Lines): TodayAction {
  const together = lines.filter(({ item }) => item.action === 'remind' && item.personId === person?.id)
  return {
    kind: 'remind',
    to: person?.name ?? wordsFor(frame).today.strangers,
    keys: together.map(({ item }) => keyOf(item)),
    times: abroad(standingOptions(session?.offer ?? null, frame.now), executive),
  }
}

function answeringOf({ item: { receivedId }, session, pairingId }: Line, { morning }: Lines): TodayAction {
  const mail = morning.waiting.find(({ id }) => id === receivedId)
  const { from = null, fromName = null, subject = null } = mail?.said ?? {}
  const read = paths.received(receivedId ?? 'rcv_')
  const isOpen = session?.status === 'offered' && morning.programme.status === 'open'
  return {
    kind: 'answer',
    read,
    reply:
      from === null
        ? null
        : { to: fromName ?? from, href: mailto(from, { subject: subject && answering(subject) }) },
    askAfter: isOpen && session.offer?.status === 'open' ? read : null,
    others: isOpen && pairingId ? paths.offer(pairingId) : null,
  }
}

/** A ready-made mail to whoever answers for the executive. */
function writingTo({ item, session, executive }: Line, { morning, byId, frame }: Lines): TodayAction | null {
  const written = REMINDERS[item.kind]
  if (!written || !session || !executive) return null
  const assistants = morning.answering.flatMap(({ executiveId, assistantId }) =>
    executiveId === executive.id ? (byId.get(assistantId) ?? []) : [],
  )
  const asked = askedOf({ executive, assistants })
  return { kind: 'mail', href: reminderTo(written, asked, executive, session, frame.now), to: asked.name }
}

function writeTo(
  person: { readonly id: PersonId; readonly name: string; readonly email: string } | undefined,
): Writing | null {
  return person ? { to: person.name, href: mailto(person.email) } : null
}

/** As mail programs name an answer, once. */
function answering(subject: string): string {
  return /^(re|aw|sv|rép|ref)\s*:/i.test(subject) ? subject : `Re: ${subject}`
}

/** Each time with the zone in which the executive is then. */
function abroad(times: readonly Interval[], executive: Person | undefined): readonly TimeAbroad[] {
  return times.flatMap(({ start, end }) =>
    executive ? [{ start, end, zone: zoneOfAt(executive, start) }] : [],
  )
}
