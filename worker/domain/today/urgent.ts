import type { SessionStep } from '../decision.ts'
import type { PersonId, SessionId } from '../ids.ts'
import type { ToldLine } from '../letter/letter.ts'
import { inviteOf, type Session } from '../session/session.ts'
import { after, before, DAY, type Instant, latest } from '../time/time.ts'
import type { Item, Kind, Morning } from './item.ts'
import { findItems } from './items.ts'
import { keyOf } from './snooze.ts'
import { toldLine } from './told.ts'

/** What touches a date that begins so soon is told at once. */
const NEAR_MS = DAY

/** Of letters only an invite is urgent; at an address that gets no mail nothing arrives. */
const URGENT: ReadonlySet<Kind> = new Set([
  'mentor-cannot',
  'counter',
  'answer-waiting',
  'undelivered',
  'address-bounced',
])

/** A date that the clock gave up: a decline has become a bump, or nobody acted for a mentor. */
export type GivenUp = { readonly sessionId: SessionId; readonly start: Instant; readonly at: Instant }

/** What the managers of one programme are told from. */
export type Telling = { readonly morning: Morning; readonly givenUp: readonly GivenUp[] }

export type UrgentLine = ToldLine & {
  readonly start: Instant
  /** When it arose, or its date came near. */
  readonly from: Instant
  /** Who brought it about; null: nobody whom we know. */
  readonly byId: PersonId | null
}

/** All that is urgent now, or will be once its date is near. */
export function urgentLines({ morning, givenUp }: Telling): readonly UrgentLine[] {
  const items = findItems(morning)
  const waiting = items
    .filter((item) => isUrgent(item, morning))
    .map((item) => ({ line: toldLine(item, morning), byId: causeOf(item, morning) }))
  const lost = givenUp.flatMap((each) => lostLine(each, items, morning) ?? [])
  return [...waiting, ...lost].flatMap(({ line, byId }) => {
    const { start, since } = line
    if (start === null || start <= morning.now) return []
    return [{ ...line, start, from: latest(since, before(start, NEAR_MS)), byId }]
  })
}

/** Whether a change of a session may have made something urgent: then the clock looks at its programme. */
export function mayBeUrgent({ after: session, event }: SessionStep): boolean {
  if (event.code === 'bumped' || event.code === 'mentor-could-not') return true
  if (session.status !== 'fixed') return false
  const mentor = inviteOf(session, session.mentorId)
  return mentor?.partstat === 'DECLINED' || session.proposals.some(({ state }) => state === 'waiting')
}

function isUrgent({ kind, letterId }: Item, { failed }: Morning): boolean {
  if (kind !== 'undelivered') return URGENT.has(kind)
  return failed.some(({ id, isInvite }) => id === letterId && isInvite === true)
}

function causeOf({ kind, sessionId, personId }: Item, { sessions }: Morning): PersonId | null {
  const session = sessions.find(({ id }) => id === sessionId)
  if (kind === 'undelivered' || kind === 'address-bounced') return null
  if (kind !== 'mentor-cannot') return personId
  return (session && inviteOf(session, session.mentorId)?.answer?.byId) ?? null
}

/** As long as the round is without a date. Its time was given up when it was near, or it is no news of the next day. */
function lostLine(
  { sessionId, start, at }: GivenUp,
  items: readonly Item[],
  { programme, sessions }: Morning,
) {
  const session = sessions.find(({ id }) => id === sessionId)
  if (session?.status !== 'offered' || start > after(at, NEAR_MS)) return null
  const item = items.find((each) => each.sessionId === sessionId)
  const line: ToldLine = {
    ...{ programmeId: programme.id, programme: programme.shortName, news: 'given-up', actsAt: null },
    ...{ key: `given-up:${sessionId}`, opens: item ? keyOf(item) : null, start, since: at },
  }
  return { line, byId: declinedBy(session) }
}

function declinedBy({ invites, executiveId }: Session): PersonId | null {
  const declined = invites.filter(
    ({ personId, partstat }) => personId === executiveId && partstat === 'DECLINED',
  )
  return declined.at(-1)?.answer?.byId ?? null
}
