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
import { type Day, type Instant, iso, type WallMinutes, type Zone } from '../../../domain/time/time.ts'
import { isZone, repeatedHours, toInstant, toWall } from '../../../domain/time/zones.ts'
import { findDiary } from '../../../storage/slot/diary.ts'
import { type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import { namesOf } from '../../names.ts'
import { malformed, missing, refused } from '../../responses.tsx'
import { pressedText } from '../after-press.ts'
import { sessionSituationFor, sessionIdIn } from '../load.ts'
import { personId } from '../people/person-form.ts'

/** A drop as the grid sends it: a wall clock in the zone that it shows. */
type Sent = {
  /** Null: only the length was changed, and the start stays. */
  readonly wall: { readonly day: Day; readonly time: WallMinutes } | null
  readonly zone: Zone
  /** Null: the length stays. */
  readonly minutes: number | null
  readonly mentorId: PersonId | null
}

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
    const sent = readDrop(c.req.query())
    if (!sent) return malformed(c, 400, 'malformed')

    const drop = onOtherColumn(dropOf(sent, situation), situation)
    const names = await namesIn(c, drop, situation)
    const judged = await judge(c, drop, situation)
    if (!judged.ok) return refused(c, judged.refusal, names)
    return c.json(questionOf(c, drop, situation, names?.mentor ?? situation.mentor.name))
  })
}

/** The confirmed drop. */
export async function postDrop(c: AppContext) {
  const body: unknown = await c.req.json().catch(() => null)
  const sent = typeof body === 'object' && body !== null ? readDrop({ ...body }) : null
  if (!sent) return malformed(c, 400, 'malformed')

  const drop = await dropIn(c, sent)
  if (!drop) return missing(c)
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
function onOtherColumn(drop: Drop, { session }: SessionSituation): Drop {
  return drop.mentorId === session.mentorId ? { ...drop, mentorId: null } : drop
}

/** The session is read only where the wall clock alone does not say the start. Null: there is no such session. */
async function dropIn(c: AppContext, { wall, ...sent }: Sent): Promise<Drop | null> {
  if (wall && !isRepeated(sent.zone, wall))
    return { ...sent, reason: null, start: toInstant(sent.zone, wall.day, wall.time) }
  const situation = await sessionSituationFor(c)
  return situation && dropOf({ wall, ...sent }, situation)
}

/** A wall clock that the session shows already is its own start, also where that hour comes twice. */
function dropOf({ wall, ...sent }: Sent, { session, now }: SessionSituation): Drop {
  const start = session.time?.start ?? now
  const shown = toWall(sent.zone, start)
  const isThere = !wall || (wall.day === shown.day && wall.time === shown.minutes)
  return { ...sent, reason: null, start: isThere ? start : toInstant(sent.zone, wall.day, wall.time) }
}

/** Whether this hour comes twice, where the clocks go back. */
function isRepeated(zone: Zone, { day, time }: NonNullable<Sent['wall']>): boolean {
  const first = toInstant(zone, day, time)
  return repeatedHours(zone, slotAt(first, 24 * 60)).some(
    ({ start, end }) => first < start && first >= start - (end - start),
  )
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

/** Null if neither a time nor a length can be read. */
function readDrop(body: Readonly<Record<string, unknown>>): Sent | null {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  const [day, time, zone] = [
    text('wall').slice(0, 10),
    parseWallTime(text('wall').slice(11, 16)),
    text('zone'),
  ]
  const wall = isDay(day) && time !== null ? { day, time } : null
  const long = Number(body['minutes'] ?? Number.NaN)
  const minutes = Number.isInteger(long) ? long : null
  const isReadable = wall !== null || (text('wall') === '' && minutes !== null)
  if (!isReadable || !isZone(zone)) return null

  return { wall, zone, minutes, mentorId: personId(text('mentorId')) }
}
