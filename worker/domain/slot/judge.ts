import type { SessionId } from '../ids.ts'
import { isWithin, SESSION_MINUTES } from '../limits.ts'
import { after, contains, DAY, HOUR, instant, latest, MINUTE, overlaps } from '../time/time.ts'
import type { Instant, Interval } from '../time/time.ts'
import { keptFree, takenOf } from './buffers.ts'
import { fullDays, fullWeeks } from './caps.ts'
import type { Diary, HardRefusal, PersonDiary, SlotRefusal, SoftRefusal } from './diary.ts'
import { blackoutOf, openHours, unnamedTimes } from './hours.ts'
import type { Side } from './hours.ts'

/**
 * The only judge of a slot, for offers, bookings, moves and counter-proposals. Hard refusals come first, so a soft one
 * means that there is no hard one. `ignoring`: a session does not block its own move.
 */
export function whyNot(
  slot: Interval,
  diary: Diary,
  { ignoring = null }: { readonly ignoring?: SessionId | null } = {},
): SlotRefusal | null {
  return hardRefusalOf(slot, diary, ignoring) ?? softRefusalOf(slot, diary, ignoring)
}

function hardRefusalOf(slot: Interval, diary: Diary, ignoring: SessionId | null): HardRefusal | null {
  const { mentor, executive, now } = diary
  const minutes = (slot.end - slot.start) / MINUTE
  if (!isWithin(minutes, SESSION_MINUTES)) return { reason: 'bad-length', minutes }
  if (slot.start < now) return { reason: 'in-the-past', now }
  if (mentor.leaves && slot.end > mentor.leaves.at)
    return { reason: 'has-left', who: 'mentor', on: mentor.leaves.on }
  if (executive.leaves && slot.end > executive.leaves.at)
    return { reason: 'has-left', who: 'executive', on: executive.leaves.on }

  const mentorUntil = endOfOverlap(takenOf(mentor, ignoring), slot)
  if (mentorUntil) return { reason: 'slot-taken', until: mentorUntil }

  const executiveUntil = endOfOverlap(takenOf(executive, ignoring), slot)
  if (executiveUntil) return { reason: 'executive-busy', until: executiveUntil }
  return null
}

function softRefusalOf(slot: Interval, diary: Diary, ignoring: SessionId | null): SoftRefusal | null {
  const { mentor, executive, policy } = diary
  const earliest = earliestStart(diary)
  const last = latestStart(diary)
  if (slot.start < earliest) return { reason: 'too-soon', earliest }
  if (slot.start > last) return { reason: 'beyond-horizon', latest: last }

  const blackout = blackoutRefusalOf(slot, diary)
  if (blackout) return blackout
  if (mentor.feedUnknown) return { reason: 'hours-unknown' }
  if (executive.feedUnknown) return { reason: 'executive-hours-unknown' }
  if (!isOpen(mentor, 'mentor', diary, slot)) return { reason: 'outside-availability' }
  if (!isOpen(executive, 'executive', diary, slot)) return { reason: 'outside-executive-hours' }

  const kept = [
    ...keptFree(mentor, policy, 'mentor', slot, ignoring),
    ...keptFree(executive, policy, 'executive', slot, ignoring),
  ]
  if (kept.length > 0) return { reason: 'buffer', until: instant(Math.max(...kept)) }
  return whyFull(mentor, slot, ignoring) ?? whyFull(executive, slot, ignoring)
}

/** The earliest start that keeps the notice. */
export function earliestStart(diary: Diary): Instant {
  return after(diary.now, noticeOf(diary))
}

/** The programme's notice, in milliseconds. An executive may shorten it to two hours; both may lengthen it. */
export function noticeOf({ mentor, executive, policy }: WithRules): number {
  const noticeHours = executive.rules.shortNotice
    ? Math.min(SHORT_NOTICE_HOURS, policy.notice)
    : Math.max(executive.rules.notice ?? 0, policy.notice)
  return Math.max(noticeHours, mentor.rules.notice ?? 0) * HOUR
}

type WithRules = {
  readonly mentor: Pick<PersonDiary, 'rules'>
  readonly executive: Pick<PersonDiary, 'rules'>
  readonly policy: Diary['policy']
}

const SHORT_NOTICE_HOURS = 2

export function latestStart({ policy, now }: Diary): Instant {
  return after(now, policy.horizon * DAY)
}

/**
 * Whether a time is inside a person's own hours, whatever else is in the diary: for times that were decided before. A
 * calendar that cannot be read closes nothing here.
 */
export function isWithinHours(
  person: PersonDiary,
  side: Side,
  { policy }: HasPolicy,
  slot: Interval,
): boolean {
  const own = { ...person, feedUnknown: false }
  return openHours(own, { ...policy, blackouts: [] }, side, slot).some((open) => contains(open, slot))
}

type HasPolicy = Pick<Diary, 'policy'>

/** An option that was held, and that the mentor's hours or the programme do not allow any more. */
export function whyWithdrawn(slot: Interval, diary: Diary): SoftRefusal | null {
  const isOutside = !isWithinHours(diary.mentor, 'mentor', diary, slot)
  return blackoutRefusalOf(slot, diary) ?? (isOutside ? { reason: 'outside-availability' } : null)
}

function blackoutRefusalOf(slot: Interval, { mentor, executive, policy }: Diary): SoftRefusal | null {
  const blackout =
    blackoutOf(mentor, policy, 'mentor', slot) ?? blackoutOf(executive, policy, 'executive', slot)
  return blackout && { reason: 'blackout', until: blackout.to, why: blackout.reason }
}

function isOpen(person: PersonDiary, side: Side, { policy }: Diary, slot: Interval): boolean {
  const isUnnamed = unnamedTimes(person, side, slot)[0] === slot.start
  return !isUnnamed && openHours(person, policy, side, slot).some((open) => contains(open, slot))
}

function whyFull(person: PersonDiary, slot: Interval, ignoring: SessionId | null): SoftRefusal | null {
  const { perDay = 0, perWeek = 0 } = person.rules
  const start = { start: slot.start, end: after(slot.start, 1) }
  if (fullDays(person, start, ignoring).length > 0) return { reason: 'day-full', most: perDay }
  if (fullWeeks(person, start, ignoring).length > 0) return { reason: 'week-full', most: perWeek }
  return null
}

/** The latest end of the times that overlap the slot; null if none does. */
function endOfOverlap(taken: readonly Interval[], slot: Interval): Instant | null {
  const ends = taken.filter((each) => overlaps(each, slot)).map(({ end }) => end)
  return ends.length > 0 ? latest(...ends) : null
}
