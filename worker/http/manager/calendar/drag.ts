import { bothZones, formatRange, rangeWithZone } from '../../../../web/words/moments.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import type { Names } from '../../../../web/words/refusals/telling.ts'
import { moveSession } from '../../../actions/session/move.ts'
import { judgeSubstitution } from '../../../actions/session/substitute-mentor.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { decideMove } from '../../../domain/session/move.ts'
import type { SessionSituation } from '../../../domain/situation.ts'
import { slotAt } from '../../../domain/slot/slot.ts'
import { isDay, parseWallTime } from '../../../domain/time/days.ts'
import { type Instant, iso, type Zone } from '../../../domain/time/time.ts'
import { isZone, toInstant } from '../../../domain/time/zones.ts'
import { findDiary } from '../../../storage/slot/diary.ts'
import { type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import { namesOf } from '../../names.ts'
import { malformed, missing, refused } from '../../responses.tsx'
import { pressedText } from '../after-press.ts'
import { sessionSituationFor, sessionIdIn } from '../load.ts'
import { personId } from '../people/person-form.ts'

/** A drop on the calendar: the new time, and the mentor if another one. A reason can only be given on a page. */
type Drop = {
  readonly start: Instant
  /** The zone that the grid shows. */
  readonly zone: Zone
  /** Null: the length stays. */
  readonly minutes: number | null
  readonly mentorId: PersonId | null
  readonly reason: null
}

/** Before a drop: responds with the question to confirm, or the refusal. Writes nothing. */
export function dropQuestions(app: App): void {
  app.get('/sessions/:id/time', async (c) => {
    const situation = await sessionSituationFor(c)
    if (!situation) return missing(c)
    const drop = onOtherColumn(readDrop(c.req.query()), situation)
    if (!drop) return malformed(c, 400, 'malformed')

    const names = await namesIn(c, drop, situation)
    const judged = await judge(c, drop, situation)
    if (!judged.ok) return refused(c, judged.refusal, names)
    return c.json(questionOf(c, drop, situation, names?.mentor ?? situation.mentor.name))
  })
}

/** The confirmed drop. */
export async function postDrop(c: AppContext) {
  const body: unknown = await c.req.json().catch(() => null)
  const drop = typeof body === 'object' && body !== null ? readDrop({ ...body }) : null
  if (!drop) return malformed(c, 400, 'malformed')

  const moved = await moveSession(c.get('platform'), sessionIdIn(c), drop, managerOf(c))
  if (!moved.ok) {
    const situation = await sessionSituationFor(c)
    return situation ? refused(c, moved.refusal, await namesIn(c, drop, situation)) : missing(c)
  }
  const { time } = moved.value
  return c.json({
    start: time && iso(time.start),
    end: time && iso(time.end),
    pressed: pressedText([moved.value]),
  })
}

/** A drop on the column of the session's mentor keeps the mentor. */
function onOtherColumn(drop: Drop | null, { session }: SessionSituation): Drop | null {
  return drop && drop.mentorId === session.mentorId ? { ...drop, mentorId: null } : drop
}

async function judge(c: AppContext, { mentorId, ...wish }: Drop, situation: SessionSituation) {
  const platform = c.get('platform')
  if (mentorId) return judgeSubstitution(platform, situation, { ...wish, mentorId }, managerOf(c))
  const around = slotAt(wish.start, wish.minutes ?? situation.session.minutes)
  return decideMove(situation, await findDiary(platform, situation, around), wish, managerOf(c))
}

/** The names of the two whose diaries are judged; the mentor is the one of the column. */
function namesIn(c: AppContext, { mentorId }: Drop, { session }: SessionSituation): Promise<Names | null> {
  return namesOf(c, { ...session, mentorId: mentorId ?? session.mentorId })
}

/** In the manager's language and on the clock of the grid, and with the executive's time if it differs. */
function questionOf(
  c: AppContext,
  { start, minutes, mentorId, zone: shown }: Drop,
  situation: SessionSituation,
  mentor: string,
) {
  const { person } = identityOf(c)
  const { asks: texts } = wordsFor(person).calendar
  const { name: executive, zone } = situation.executive
  const time = slotAt(start, minutes ?? situation.session.minutes)
  const [, there] = bothZones(time, shown, zone, person.locale)
  const reading = { zone: shown, locale: person.locale }
  const when = shown === person.zone ? formatRange(time, reading) : rangeWithZone(time, reading)
  const effect = mentorId ? texts.changed(executive, mentor, situation.mentor.name) : texts.both
  return {
    question: texts.question(executive, mentor, when),
    effect: there ? `${effect} ${texts.there(executive, there)}` : effect,
  }
}

/** Reads a drop: a wall clock in the zone that the calendar shows. Null if it is not a time. */
function readDrop(body: Readonly<Record<string, unknown>>): Drop | null {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  const [day, wall, zone] = [
    text('wall').slice(0, 10),
    parseWallTime(text('wall').slice(11, 16)),
    text('zone'),
  ]
  if (!isDay(day) || wall === null || !isZone(zone)) return null

  const minutes = Number(body['minutes'] ?? Number.NaN)
  const mentorId = personId(text('mentorId'))
  return {
    start: toInstant(zone, day, wall),
    zone,
    minutes: Number.isInteger(minutes) ? minutes : null,
    mentorId,
    reason: null,
  }
}
