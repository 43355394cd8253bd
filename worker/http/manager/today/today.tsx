import {
  TODAY_ITEM_FIELDS,
  type TodayAction,
  type TodayItem,
  TodayPage,
} from '../../../../web/pages/manager/today/today.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { sentenceOf } from '../../../../web/words/refusals/sentence.ts'
import { snoozeItem } from '../../../actions/today/snooze.ts'
import { seen } from '../../../domain/people/fields.ts'
import { lookOf } from '../../../domain/people/permission.ts'
import type { Person } from '../../../domain/people/person.ts'
import { driftOf } from '../../../domain/session/drift.ts'
import type { Session } from '../../../domain/session/session.ts'
import { askedOf } from '../../../domain/situation.ts'
import { addDays, isDay, startOfDay, wallText } from '../../../domain/time/days.ts'
import { toWall } from '../../../domain/time/zones.ts'
import type { Item, Morning } from '../../../domain/today/item.ts'
import { findItems } from '../../../domain/today/items.ts'
import { keyOf, maySettle } from '../../../domain/today/snooze.ts'
import { findMorning, type MorningWithPeople } from '../../../storage/today/morning.ts'
import { type App, type AppContext, identityOf } from '../../context.ts'
import { fieldsOf } from '../../forms/fields.ts'
import { explain, type RefusalStatus } from '../../refusals.ts'
import { missing } from '../../responses.tsx'
import { frameInProgramme, programmeScope } from '../programme-scope.ts'
import { reminderTo, REMINDERS } from './reminder.ts'

export function todayPages(app: App): void {
  app.get(paths.today, (c) => page(c, null))

  app.post(paths.snoozes, async (c) => {
    const scope = programmeScope(c)
    if (!scope) return missing(c)
    const { key = '', until = '', done } = await fieldsOf(c)
    const { person } = identityOf(c)
    if (!done && !isDay(until)) return page(c, wordsFor(person).today.badDay, 422)

    const wish = { programmeId: scope.programme.id, key, until: done ? null : startOfDay(person.zone, until) }
    const snoozed = await snoozeItem(c.get('platform'), wish, person.id)
    if (snoozed.ok) return c.redirect(paths.today, 303)
    const { status, code, sentence } = explain(snoozed.refusal, person)
    c.set('refused', code)
    return page(c, sentence, status)
  })
}

const DEFAULT_SNOOZE_DAYS = 3

async function page(c: AppContext, sentence: string | null, status: 200 | 422 | RefusalStatus = 200) {
  const scope = programmeScope(c)
  const platform = c.get('platform')
  const morning = scope && (await findMorning(platform, scope.programme.id))
  if (!scope || !morning) return missing(c)

  const frame = frameInProgramme(c, 'today', scope, sentence ? { tone: 'refused', sentence } : null)
  const items = itemsOf(morning, frame)
  const later = addDays(toWall(frame.zone, frame.now).day, DEFAULT_SNOOZE_DAYS)
  return c.html(<TodayPage frame={frame} items={items} later={later} />, status)
}

function itemsOf(morning: MorningWithPeople, frame: PageFrame): readonly TodayItem[] {
  const items = findItems(morning)
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
  const session = morning.sessions.find(({ id }) => id === item.sessionId)
  const pairing = morning.pairings.find(({ id }) => id === item.pairingId) ?? session
  const executive = pairing && byId.get(pairing.executiveId)
  const mentor = pairing && byId.get(pairing.mentorId)
  const person = item.personId ? byId.get(item.personId) : undefined
  const proposal = session?.proposals.find(({ id }) => id === item.proposalId)
  const href = session ? paths.session(session.id) : hrefOf(item)
  return seen<TodayItem>(lookOf('manager', null, executive ?? null), TODAY_ITEM_FIELDS, {
    kind: item.kind,
    who: executive?.name ?? person?.name ?? frame.nav?.programme?.name ?? '',
    mentor: mentor?.name ?? null,
    time: proposal ?? session?.time ?? null,
    since: item.since,
    putOff: item.putOff ?? null,
    said: proposal ? saidWith(proposal, frame) : null,
    href,
    action: actionOf(item, href, {
      ...{ executive, session, frame, walls: morning.walls },
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

/** A line has room for a sentence or two; the session's page has all of it. */
const MAX_WORDS_SHOWN = 240

function saidWith({ start, refusal, words }: Session['proposals'][number], frame: PageFrame) {
  const { now } = frame
  const why = start <= now ? ({ reason: 'in-the-past', now } as const) : refusal
  return {
    refusal: why && sentenceOf(why, frame),
    words: words?.slice(0, MAX_WORDS_SHOWN).toWellFormed() ?? null,
  }
}

function hrefOf({ kind, programmeId, pairingId }: Item): string {
  if (kind === 'sending-stopped') return paths.deliveries
  if (programmeId) return paths.closure(programmeId)
  return pairingId ? paths.pairing(pairingId) : paths.people
}

type ItemContext = {
  /** Who answers for the executive. */
  readonly asked: Person | undefined
  readonly executive: Person | undefined
  readonly session: Morning['sessions'][number] | undefined
  readonly frame: PageFrame
  readonly walls: Morning['walls']
}

function actionOf(
  item: Item,
  href: string,
  { asked, executive, session, frame, walls }: ItemContext,
): TodayAction {
  const pairingId = item.pairingId ?? session?.pairingId
  const written = item.action === 'open' ? undefined : REMINDERS[item.kind]
  if (written && asked && executive && session)
    return { kind: 'mail', href: reminderTo(written, asked, executive, session, frame.now), to: asked.name }

  switch (item.action) {
    case 'offer':
      return pairingId ? { kind: 'open', href: paths.offer(pairingId) } : { kind: 'open', href }
    case 'move-to-wall': {
      const meant = session ? driftOf(session, walls.get(session.id)) : null
      if (!session || meant === null) return { kind: 'open', href }
      const [date = '', time = ''] = wallText(frame.zone, meant).split('T')
      return { kind: 'post', action: paths.sessionTime(session.id), hidden: { date, time } }
    }
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
