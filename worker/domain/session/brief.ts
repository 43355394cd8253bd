import { CLOCK, type Decision, NO_CHANGE } from '../decision.ts'
import type { FormatId } from '../ids.ts'
import { LETTER_FIELDS } from '../letter/fields.ts'
import type { BriefLetter } from '../letter/letter.ts'
import { heading, linkTo } from '../letter/write.ts'
import { formatOf, stepOf } from '../path/next-format.ts'
import { stepShown } from '../path/track-walk.ts'
import { isAfterLeaving } from '../people/departure.ts'
import { seen } from '../people/fields.ts'
import { lookOfMentor } from '../people/permission.ts'
import { placeOf, type SessionSituation } from '../situation.ts'
import { zoneOfAt } from '../slot/hours.ts'
import { step } from '../step.ts'
import { addDays, weekdayOf } from '../time/days.ts'
import { earliest, type Instant, type Interval, isDue, type Zone } from '../time/time.ts'
import { toInstant, toWall } from '../time/zones.ts'
import type { Session } from './session.ts'

/** Four in the afternoon, when a mentor still has time to prepare. */
const BRIEF_AT_WALL_MINUTES = 16 * 60

/** When the mentor is briefed for this start; null: he was, he leaves before, or there is no date. */
export function briefDueAt({
  session,
  mentor,
}: Pick<SessionSituation, 'session' | 'mentor'>): Instant | null {
  const { status, time, briefedFor } = session
  if (status !== 'fixed' || !time || briefedFor === time.start || isAfterLeaving(mentor, time)) return null
  return dayBefore(time.start, mentor.zone)
}

/** Four o'clock on the working day before, in the mentor's zone. */
function dayBefore(start: Instant, zone: Zone): Instant {
  let day = addDays(toWall(zone, start).day, -1)
  while (weekdayOf(day) > 5) day = addDays(day, -1)
  return earliest(toInstant(zone, day, BRIEF_AT_WALL_MINUTES), start)
}

/**
 * Who and how they meet, the commitment and the format: to the mentor only, once per date. From then on the session
 * keeps its format, even if the list changes. If the clock stood still until the start, it keeps what it began with.
 */
export function decideBrief(situation: SessionSituation): Decision | null {
  const { session, mentor, now } = situation
  const { time } = session
  if (!time || !isDue(briefDueAt(situation), now)) return null
  const format = formatOf(situation)?.id ?? null
  if (time.start <= now) return session.formatId === null && format ? kept(session, format, now) : null

  const { letter, link } = briefLetter(situation, time)
  const briefed = { ...session, formatId: format, briefedFor: time.start }
  return {
    ...NO_CHANGE,
    sessions: [step(session, briefed, { code: 'briefed', at: now, by: CLOCK, detail: {} })],
    letters: [{ dedupeKey: `brief:${session.id}:${mentor.id}:${time.start}`, letter, dueAt: now }],
    links: [link],
  }
}

function kept(session: Session, format: FormatId, at: Instant): Decision {
  const begun = { ...session, formatId: format }
  return {
    ...NO_CHANGE,
    sessions: [step(session, begun, { code: 'format-chosen', at, by: CLOCK, detail: { format } })],
  }
}

/** To the mentor: what a calendar must not say. */
export function briefLetter(situation: SessionSituation, time: Interval) {
  const { session, mentor, executive, pairing, lastCommitment } = situation
  const link = linkTo(situation, session, mentor, 'meeting', time.end, null)
  const next = stepOf(situation)
  const letter = seen<BriefLetter>(lookOfMentor(situation, mentor.id), LETTER_FIELDS.brief, {
    ...heading(situation, mentor),
    kind: 'brief',
    sessionId: session.id,
    otherName: executive.name,
    otherZone: zoneOfAt(executive, time.start),
    time,
    place: placeOf(situation, session),
    pairingKind: pairing.kind,
    isFirst: situation.lastHeld === null,
    commitment: lastCommitment && {
      words: lastCommitment.words,
      done: lastCommitment.done,
      saidDone: lastCommitment.saidDone,
      dueOn: lastCommitment.dueOn,
    },
    format: next && { ...next.format.words, link: next.format.link },
    aim: pairing.aim,
    why: next?.reasons ?? [],
    hasQuestion: session.hasQuestion,
    track: stepShown({ ...situation.path, formats: situation.formats }, next?.format.id ?? null),
    linkId: link.id,
  })
  return { letter, link }
}
