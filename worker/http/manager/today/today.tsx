import {
  TODAY_ITEM_FIELDS,
  type TodayAction,
  type TodayItem,
} from '../../../../web/pages/manager/today/today-data.ts'
import { TodayPage } from '../../../../web/pages/manager/today/today.tsx'
import { FREE_TIMES, HAND_OVER, paths } from '../../../../web/pages/paths.ts'
import { displacementWords } from '../../../../web/parts/displaced.tsx'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { sentenceOf } from '../../../../web/words/refusals/sentence.ts'
import { showAgain, snoozeItem } from '../../../actions/today/snooze.ts'
import type { SuggestedNow } from '../../../domain/mail/suggested-now.ts'
import { seen } from '../../../domain/people/fields.ts'
import { lookOf } from '../../../domain/people/permission.ts'
import type { Person } from '../../../domain/people/person.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { driftOf } from '../../../domain/session/drift.ts'
import type { Session } from '../../../domain/session/session.ts'
import { askedOf } from '../../../domain/situation.ts'
import { isSoft } from '../../../domain/slot/diary.ts'
import { addDays, startOfDay, wallText, weekdayOf } from '../../../domain/time/days.ts'
import { readDay } from '../../../domain/time/typed.ts'
import { toWall } from '../../../domain/time/zones.ts'
import { type Item, type Kind, KINDS, type Morning } from '../../../domain/today/item.ts'
import { findItems, findPutOff } from '../../../domain/today/items.ts'
import { shownOf } from '../../../domain/today/shown.ts'
import { keyOf, maySettle } from '../../../domain/today/snooze.ts'
import { findMorning, type MorningWithPeople } from '../../../storage/today/morning.ts'
import { type App, type AppContext, identityOf } from '../../context.ts'
import { typedByReader } from '../../forms/dates.ts'
import { fieldsOf } from '../../forms/fields.ts'
import { explain, type RefusalStatus } from '../../refusals.ts'
import { missing } from '../../responses.tsx'
import { afterSaving } from '../after-press.ts'
import { listPage } from '../list-page.ts'
import { shownSuggestion } from '../mail/shown-suggestion.ts'
import { strangersPages } from '../mail/strangers.tsx'
import { frameInProgramme, programmeScope } from '../programme-scope.ts'
import { reminderTo, REMINDERS } from './reminder.ts'

export function todayPages(app: App): void {
  app.get(paths.today, (c) => page(c, null))
  strangersPages(app)

  app.post(paths.snoozes, async (c) => {
    const scope = programmeScope(c)
    if (!scope) return missing(c)
    const { key = '', until = '', done, again } = await fieldsOf(c)
    if (again) {
      await showAgain(c.get('platform'), { programmeId: scope.programme.id, key })
      return c.redirect(afterSaving(paths.today, 'back'), 303)
    }
    const { person } = identityOf(c)
    const day = done ? null : readDay(until, typedByReader(c))
    if (!done && day === null) return page(c, wordsFor(person).today.badDay, 422)

    const wish = {
      programmeId: scope.programme.id,
      key,
      until: day === null ? null : startOfDay(person.zone, day),
    }
    const snoozed = await snoozeItem(c.get('platform'), wish, person.id)
    if (snoozed.ok) return c.redirect(afterSaving(paths.today, done ? 'settled' : 'put-off'), 303)
    const { status, code, sentence } = explain(snoozed.refusal, person)
    c.set('refused', code)
    return page(c, sentence, status)
  })
}

const DEFAULT_SNOOZE_DAYS = 3

async function page(c: AppContext, sentence: string | null, status: 200 | 422 | RefusalStatus = 200) {
  const scope = programmeScope(c)
  const platform = c.get('platform')
  const kind = KINDS.find((each) => each === c.req.query('kind')) ?? null
  const morning = scope && (await findMorning(platform, scope.programme.id, { whole: kind }))
  if (!scope || !morning) return missing(c)

  const frame = frameInProgramme(c, 'today', scope, sentence ? { tone: 'refused', sentence } : null)
  const today = toWall(frame.zone, frame.now).day
  const later = {
    tomorrow: addDays(today, 1),
    monday: addDays(today, 8 - weekdayOf(today)),
    day: addDays(today, DEFAULT_SNOOZE_DAYS),
  }
  const { items, more, pages } = linesOn(c, findItems(morning), morning, kind)
  const asleep = kind === null ? findPutOff(morning) : []
  const shownAsleep = linesFor(
    asleep.map(({ item }) => item),
    morning,
    frame,
  ).map((line, index) => ({ ...line, until: asleep[index]?.until ?? frame.now }))
  const data = {
    items: linesFor(items, morning, frame),
    asleep: shownAsleep,
    more,
    only: kind && { kind, pages },
  }
  return c.html(<TodayPage frame={frame} later={later} {...data} />, status)
}

/** The lines of Today, or of one kind those behind the cursor: whatever waits longest comes first there. */
function linesOn(c: AppContext, found: readonly Item[], { unread }: Morning, kind: Kind | null) {
  if (kind === null) return { ...shownOf(found, unread), pages: null }
  const ofKind = found.filter((item) => item.kind === kind)
  const keyIn = (item: Item) => [item.since, keyOf(item)] as const
  const { shown, pages } = listPage(c, paths.today, ofKind, keyIn)
  return { items: shown, more: [], pages }
}

function linesFor(
  items: readonly Item[],
  morning: MorningWithPeople,
  frame: PageFrame,
): readonly TodayItem[] {
  const byId = new Map<string, Person>(morning.members.map((each) => [each.id, each]))
  const assistantsOf = (executive: Person) =>
    morning.answering.flatMap(({ executiveId, assistantId }) =>
      executiveId === executive.id ? (byId.get(assistantId) ?? []) : [],
    )
  return items.map((item) => lineOf(item, { morning, byId, assistantsOf, frame }))
}

type Around = {
  readonly morning: Morning
  readonly byId: ReadonlyMap<string, Person>
  readonly assistantsOf: (executive: Person) => readonly Person[]
  readonly frame: PageFrame
}

function lineOf(item: Item, { morning, byId, assistantsOf, frame }: Around): TodayItem {
  const session = [...morning.sessions, ...morning.undecided].find(({ id }) => id === item.sessionId)
  const pairing = morning.pairings.find(({ id }) => id === item.pairingId) ?? session
  const executive = pairing && byId.get(pairing.executiveId)
  const mentor = pairing && byId.get(pairing.mentorId)
  const person = item.personId ? byId.get(item.personId) : undefined
  const proposal = session?.proposals.find(({ id }) => id === item.proposalId)
  const names = { executive: executive?.name ?? null, mentor: mentor?.name ?? null, answerer: null }
  const verdict = proposal ? item.suggestion : undefined
  const refusal = verdict?.refusal ?? null
  const href = session && item.action !== 'hand-over' ? paths.session(session.id) : hrefOf(item)
  return seen<TodayItem>(lookOf('manager', null, executive ?? null), TODAY_ITEM_FIELDS, {
    kind: item.kind,
    who: whoOf(item, executive ?? person, frame),
    mentor: mentor?.name ?? null,
    time: proposal ?? session?.time ?? null,
    since: item.since,
    suggestion:
      item.suggestion && item.receivedId
        ? shownSuggestion(item.suggestion, item.receivedId, frame, names)
        : null,
    count: item.count ?? null,
    because: becauseOf(item, { session, byId, frame }),
    putOff: item.putOff ?? null,
    failure: item.failure ?? null,
    said: proposal ? saidWith(proposal, refusal && sentenceOf(refusal, frame, names), frame) : null,
    actsAt: item.actsAt ?? null,
    href,
    action: actionOf(item, href, {
      ...{ executive, session, frame, walls: morning.walls },
      verdict: item.suggestion ?? null,
      // An offer's reminder goes to the person who got its mail, even if somebody else answers now.
      asked:
        item.action === 'remind'
          ? person
          : executive && askedOf({ executive, assistants: assistantsOf(executive) }),
    }),
    key: keyOf(item),
    settles: maySettle(item),
  })
}

function whoOf({ kind }: Item, person: Person | undefined, frame: PageFrame): string {
  if (kind === 'strangers') return wordsFor(frame).today.strangers
  return person?.name ?? frame.nav?.programme?.name ?? ''
}

/** A line has room for a sentence or two; the session's page has all of it. */
const MAX_WORDS_SHOWN = 240

function saidWith(
  { start, refusal, words }: Session['proposals'][number],
  verdict: string | null,
  frame: PageFrame,
) {
  const { now } = frame
  const why = start <= now ? ({ reason: 'in-the-past', now } as const) : refusal
  return {
    refusal: verdict ?? (why && sentenceOf(why, frame)),
    words: words?.slice(0, MAX_WORDS_SHOWN).toWellFormed() ?? null,
  }
}

function hrefOf({ kind, programmeId, pairingId }: Item): string {
  if (kind === 'sending-stopped') return paths.deliveries
  if (kind === 'strangers') return paths.strangers
  if (programmeId) return paths.closure(programmeId)
  return pairingId ? paths.pairing(pairingId) : paths.people
}

/** Who reports to whom, or what covers the date. */
function becauseOf(
  { reports, why, personId, sessionId }: Item,
  {
    session,
    byId,
    frame,
  }: Pick<Around, 'byId' | 'frame'> & { readonly session: Morning['sessions'][number] | undefined },
): string | null {
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

type ItemContext = {
  /** Who answers for the executive. */
  readonly asked: Person | undefined
  readonly executive: Person | undefined
  readonly session: Morning['sessions'][number] | undefined
  readonly frame: PageFrame
  readonly walls: Morning['walls']
  /** What the judge says now of a proposed time; null: it is none, or cannot be had. */
  readonly verdict: SuggestedNow | null
}

function actionOf(
  item: Item,
  href: string,
  { asked, executive, session, frame, walls, verdict }: ItemContext,
): TodayAction {
  const pairingId = item.pairingId ?? session?.pairingId
  const written = item.action === 'open' ? undefined : REMINDERS[item.kind]
  if (written && asked && executive && session)
    return { kind: 'mail', href: reminderTo(written, asked, executive, session, frame.now), to: asked.name }

  switch (item.action) {
    case 'decide-proposal':
      return session && item.proposalId && verdict && 'time' in verdict
        ? {
            kind: 'decide',
            accept: paths.proposalAcceptance(session.id, item.proposalId),
            refuse: paths.proposalRefusal(session.id, item.proposalId),
            time: verdict.time,
            verdict: verdictOf(verdict.refusal),
          }
        : { kind: 'open', href }
    case 'offer':
      return pairingId ? { kind: 'open', href: paths.offer(pairingId) } : { kind: 'open', href }
    case 'hand-over':
      return { kind: 'open', href: pairingId ? `${paths.pairing(pairingId)}#${HAND_OVER}` : href }
    case 'move-to-wall': {
      const meant = session ? driftOf(session, walls.get(session.id)) : null
      if (!session || meant === null) return { kind: 'open', href }
      const [date = '', time = ''] = wallText(frame.zone, meant).split('T')
      return { kind: 'post', action: paths.sessionTime(session.id), hidden: { date, time } }
    }
    case 'move':
      return { kind: 'open', href: `${href}#${FREE_TIMES}` }
    case 'answer-for':
      return { kind: 'open', href: item.receivedId ? paths.received(item.receivedId) : href }
    case 'send-again':
      return { kind: 'open', href: `${paths.deliveries}?state=failed` }
    case 'clear-address':
      return { kind: 'open', href: `${paths.deliveries}?state=stopped` }
    default:
      return { kind: 'open', href }
  }
}
