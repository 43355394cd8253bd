import type { Outgoing } from '../decision.ts'
import { DIGEST_ENTRY_FIELDS } from '../letter/fields.ts'
import type { DigestEntry, DigestLetter } from '../letter/letter.ts'
import { notBeforeMorning } from '../letter/quiet-hours.ts'
import { heading } from '../letter/write.ts'
import { seen } from '../people/fields.ts'
import { lookOf } from '../people/permission.ts'
import type { Person } from '../people/person.ts'
import type { SessionSituation } from '../situation.ts'
import { zoneOfAt } from '../slot/hours.ts'
import { addDays, endOfWorkingDay, startOfDay, weekdayOf } from '../time/days.ts'
import type { Instant, Interval } from '../time/time.ts'
import { toInstant, toWall } from '../time/zones.ts'
import { inviteOf } from './session.ts'

/** Minutes since midnight in the assistant's zone. */
const DIGEST_AT_WALL_MINUTES = 16 * 60

type Reader = Pick<Person, 'id' | 'zone'>

/** The dedupe key of a day's digest: one letter, even if the job runs again. */
export function digestKey({ id, zone }: Reader, now: Instant): string {
  return `digest:${id}:${toWall(zone, now).day}`
}

/** Whether it is past four on a working day in the assistant's zone. */
export function isDigestTime({ zone }: Pick<Reader, 'zone'>, now: Instant): boolean {
  const { weekday, minutes } = toWall(zone, now)
  return weekday <= 5 && minutes >= DIGEST_AT_WALL_MINUTES
}

/** The next four o'clock of a working day after this moment. */
export function nextDigestAt({ zone }: Pick<Reader, 'zone'>, now: Instant): Instant {
  let { day } = toWall(zone, now)
  for (;;) {
    const at = toInstant(zone, day, DIGEST_AT_WALL_MINUTES)
    if (at > now && weekdayOf(day) <= 5) return at
    day = addDays(day, 1)
  }
}

/** From the next midnight to the end of the assistant's next working day. On a Friday: the weekend and Monday. */
export function digestWindow({ zone }: Pick<Reader, 'zone'>, now: Instant): Interval {
  const tomorrow = startOfDay(zone, addDays(toWall(zone, now).day, 1))
  return { start: tomorrow, end: endOfWorkingDay(zone, now, 1) }
}

/**
 * One for each address: where a programme knows her by one of its own, no other programme's dates go there, nor its to
 * another.
 */
export function decideDigests(
  assistant: Person,
  situations: readonly SessionSituation[],
  now: Instant,
): readonly Outgoing[] {
  const asKnown = ({ assistants }: SessionSituation): Person =>
    assistants.find(({ id }) => id === assistant.id) ?? assistant
  const byAddress = Map.groupBy(situations, (each) => asKnown(each).email)
  return [...byAddress].flatMap(([email, all]) => {
    const isOwn = all.some((each) => asKnown(each).hasOwnAddresses)
    const digest = decideDigest({ ...assistant, email }, all, now)
    const [{ programme } = { programme: null }] = all
    if (!digest || !isOwn || !programme) return digest ?? []
    return { ...digest, dedupeKey: `${digest.dedupeKey}:${programme.id}` }
  })
}

/**
 * The day before, one letter for all her executives with what Sotto has stored, because a meeting dragged in a calendar
 * sends nothing. Null before four or without sessions. Only an executive's first assistant gets it.
 */
export function decideDigest(
  assistant: Person,
  situations: readonly SessionSituation[],
  now: Instant,
): Outgoing | null {
  if (!isDigestTime(assistant, now)) return null
  const { start, end } = digestWindow(assistant, now)
  const due = situations
    .filter(({ session, assistants }) => {
      const { status, time } = session
      return (
        assistants[0]?.id === assistant.id &&
        status === 'fixed' &&
        time !== null &&
        time.start >= start &&
        time.start < end
      )
    })
    .toSorted((one, other) => (one.session.time?.start ?? 0) - (other.session.time?.start ?? 0))
  const [first] = due
  if (!first) return null

  const letter: DigestLetter = {
    ...heading(first, assistant),
    kind: 'digest',
    entries: due.flatMap((situation) => entryOf(situation, assistant) ?? []),
    linkId: null,
  }
  return {
    ...{ dedupeKey: digestKey(assistant, now), letter, dueAt: notBeforeMorning(letter, now), isQuiet: true },
    programmes: due.map(({ programme }) => programme.id),
  }
}

function entryOf(
  { session, executive, mentor, pairing }: SessionSituation,
  assistant: Person,
): DigestEntry | null {
  if (!session.time) return null
  return seen<DigestEntry>(lookOf('assistant', assistant.id, executive), DIGEST_ENTRY_FIELDS, {
    sessionId: session.id,
    executiveName: executive.name,
    executiveZone: zoneOfAt(executive, session.time.start),
    time: session.time,
    mentorName: mentor.name,
    place: session.place ?? pairing.place,
    partstat: inviteOf(session, executive.id)?.partstat ?? 'NEEDS-ACTION',
  })
}
