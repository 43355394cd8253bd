import {
  FIRST_STEPS_FIELDS,
  type FirstStepsData,
  type FirstTime,
} from '../../../../web/pages/manager/today/first-steps-data.ts'
import type { TodayItem } from '../../../../web/pages/manager/today/today-data.ts'
import type { TestInvite } from '../../../domain/letter/test-invite.ts'
import { seen } from '../../../domain/people/fields.ts'
import { lookOf } from '../../../domain/people/permission.ts'
import { firstSteps } from '../../../domain/programme/first-steps.ts'
import { wallText } from '../../../domain/time/days.ts'
import type { Item } from '../../../domain/today/item.ts'
import { keyOf } from '../../../domain/today/snooze.ts'
import type { MorningWithPeople } from '../../../storage/today/morning.ts'
import type { Around } from './lines.ts'

/** The way to the first session, from what is there; null once there was one. With it, the reader’s test of her calendar. */
export function firstStepsFor(
  lines: readonly TodayItem[],
  items: readonly Item[],
  around: Around,
  { email, invite }: { readonly email: string; readonly invite: TestInvite | null },
): FirstStepsData | null {
  const { morning, newId, frame } = around
  const { programme, pairings, firstRun } = morning
  const mentors = withRole('mentor', morning)
  const executives = withRole('executive', morning)
  const hasHours = firstRun?.hasHours ?? false
  const steps = firstSteps({
    isOpen: programme.status === 'open',
    hasAnsweredTest: (invite?.partstat ?? null) !== null,
    mentors: mentors.length,
    hasHours,
    executives: executives.length,
    pairings: pairings.length,
    // Who is active has met, or was asked, before it was noted here.
    hasSession: firstRun === null || pairings.some(({ status }) => status !== 'proposed'),
  })
  if (!steps) return null
  const paired = pairings.map(({ mentorId }) => mentorId)
  const mentor = mentors.find(({ id }) => paired.includes(id)) ?? mentors[0]
  return seen<FirstStepsData>(lookOf('manager', null, null), FIRST_STEPS_FIELDS, {
    steps,
    programme: {
      id: programme.id,
      name: frame.nav?.programme?.name ?? programme.shortName,
      cadenceDays: programme.policy.cadence,
    },
    test: { email, invite: invite && testShown(invite) },
    mentors,
    executives,
    pairings: pairings.length,
    firstPairing: pairings[0]?.id ?? null,
    hoursOf: mentor && !hasHours ? mentor : null,
    time: firstTime(lines, items, around),
    newIds: {
      mentor: newId('per'),
      executive: newId('per'),
      assistant: newId('per'),
      pairing: newId('pai'),
    },
  })
}

function testShown({ sentAt, cancelledAt, partstat, answer }: TestInvite) {
  return { sentAt, cancelledAt, partstat, answeredAt: answer?.at ?? null }
}

function withRole(role: 'mentor' | 'executive', { members }: MorningWithPeople) {
  return members
    .filter(({ roles }) => roles.includes(role))
    .map(({ id, name, zone }) => ({ id, name, zone }))
    .toSorted((one, other) => one.name.localeCompare(other.name))
}

/** The first line that asks for times. */
function firstTime(
  lines: readonly TodayItem[],
  items: readonly Item[],
  { frame, newId }: Around,
): FirstTime | null {
  const asking = items.find(({ action, pairingId }) => action === 'offer' && pairingId !== null)
  const item = asking && lines.find(({ key }) => key === keyOf(asking))
  if (!item || !asking.pairingId) return null
  const best = item.action.kind === 'offer' ? (item.action.times[0] ?? null) : null
  const [date = '', wall = ''] = best ? wallText(frame.zone, best.start).split('T') : []
  return {
    item,
    pairingId: asking.pairingId,
    sessionId: newId('ses'),
    best: best && { start: best.start, end: best.end, date, wall },
  }
}
