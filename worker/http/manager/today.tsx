import { snoozeItem } from '../../actions/snooze-item.ts'
import { addDays, isDay, startOfDay } from '../../domain/days.ts'
import type { Person } from '../../domain/people.ts'
import { keyOf, maySettle } from '../../domain/snoozing.ts'
import { findItems, type Item, type Morning } from '../../domain/today.ts'
import { toWall } from '../../domain/zones.ts'
import type { Platform } from '../../platform.ts'
import { listMembers } from '../../storage/people.ts'
import { findMorning } from '../../storage/today.ts'
import { TodayPage, type TodayAction, type TodayItem } from '../../../web/pages/manager/today.tsx'
import { paths } from '../../../web/pages/paths.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { missing } from '../answers.tsx'
import { type App, type Ask, identityOf } from '../context.ts'
import { fieldsOf } from '../fields.ts'
import { explain } from '../refusals.ts'
import { deskFrame, deskOf } from './programme.ts'
import { reminderTo } from './reminder.ts'

export function todayPages(app: App): void {
  app.get(paths.today, (c) => page(c, null))

  app.post(paths.snoozes, async (c) => {
    const desk = await deskOf(c)
    if (!desk) return missing(c)
    const { key = '', until = '', done } = await fieldsOf(c)
    const { person } = identityOf(c)
    if (!done && !isDay(until)) return page(c, wordsFor(person).today.badDay, 422)

    const wish = { programmeId: desk.programme.id, key, until: done ? null : startOfDay(person.zone, until) }
    const snoozed = await snoozeItem(c.get('platform'), wish, person.id)
    if (snoozed.ok) return c.redirect(paths.today, 303)
    const { status, code, sentence } = explain(snoozed.refusal, person)
    c.set('refused', code)
    return page(c, sentence, status)
  })
}

/** A line is put off this many days unless another day is chosen. */
const LATER = 3

async function page(c: Ask, sentence: string | null, status: 200 | 404 | 409 | 410 | 422 | 429 = 200) {
  const desk = await deskOf(c)
  const platform = c.get('platform')
  const morning = desk && (await findMorning(platform, desk.programme.id))
  if (!desk || !morning) return missing(c)

  const items = await itemsOf(platform, desk.programme.id, morning)
  const frame = deskFrame(c, 'today', desk, sentence ? { tone: 'refused', sentence } : null)
  const later = addDays(toWall(frame.zone, frame.now).day, LATER)
  return c.html(<TodayPage frame={frame} items={items} later={later} />, status)
}

async function itemsOf(
  { db }: Platform,
  programmeId: Parameters<typeof listMembers>[1],
  morning: Morning,
): Promise<readonly TodayItem[]> {
  const members = await listMembers(db, programmeId)
  const byId = new Map<string, Person>(members.map((each) => [each.id, each]))
  return findItems(morning).map((item) => lineOf(item, morning, byId))
}

function lineOf(item: Item, morning: Morning, byId: ReadonlyMap<string, Person>): TodayItem {
  const session = morning.sessions.find(({ id }) => id === item.sessionId)
  const pairing = morning.pairings.find(({ id }) => id === item.pairingId) ?? session
  const executive = pairing && byId.get(pairing.executiveId)
  const mentor = pairing && byId.get(pairing.mentorId)
  const person = item.personId ? byId.get(item.personId) : undefined
  const proposal = session?.proposals.find(({ id }) => id === item.proposalId)
  const href = session ? paths.session(session.id) : pairing ? paths.pairing(pairing.id) : paths.people
  return {
    kind: item.kind,
    who: executive?.name ?? person?.name ?? '',
    mentor: mentor?.name ?? null,
    time: proposal ?? session?.time ?? null,
    since: item.since,
    href,
    action: actionOf(item, href, { person, executive, session }),
    key: keyOf(item),
    settles: maySettle(item),
  }
}

type Concerned = {
  readonly person: Person | undefined
  readonly executive: Person | undefined
  readonly session: Morning['sessions'][number] | undefined
}

function actionOf(item: Item, href: string, { person, executive, session }: Concerned): TodayAction {
  const pairingId = item.pairingId ?? session?.pairingId
  switch (item.action) {
    case 'offer':
      return pairingId ? { kind: 'open', href: paths.offer(pairingId) } : { kind: 'open', href }
    case 'remind':
      return person && executive && session
        ? { kind: 'mail', href: reminderTo(person, executive, session) }
        : { kind: 'open', href }
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
