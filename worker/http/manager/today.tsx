import type { Person } from '../../domain/people.ts'
import { findItems, type Item, type Morning } from '../../domain/today.ts'
import type { Platform } from '../../platform.ts'
import { listMembers } from '../../storage/people.ts'
import { findMorning } from '../../storage/today.ts'
import { TodayPage, type TodayAction, type TodayItem } from '../../../web/pages/manager/today.tsx'
import { paths } from '../../../web/pages/paths.ts'
import { missing } from '../answers.tsx'
import type { App } from '../context.ts'
import { deskFrame, deskOf } from './programme.ts'
import { reminderTo } from './reminder.ts'

export function todayPages(app: App): void {
  app.get(paths.today, async (c) => {
    const desk = await deskOf(c)
    const platform = c.get('platform')
    const morning = desk && (await findMorning(platform, desk.programme.id))
    if (!desk || !morning) return missing(c)

    const items = await itemsOf(platform, desk.programme.id, morning)
    return c.html(<TodayPage frame={deskFrame(c, 'today', desk)} items={items} />)
  })
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
    case 'send-again':
      return { kind: 'open', href: `${paths.deliveries}?state=failed` }
    case 'clear-address':
      return { kind: 'open', href: `${paths.deliveries}?state=stopped` }
    default:
      return { kind: 'open', href }
  }
}
