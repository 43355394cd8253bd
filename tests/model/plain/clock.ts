import { addDays } from '../../../worker/domain/time/days.ts'
import { instant } from '../../../worker/domain/time/time.ts'
import { toInstant, toWall } from '../../../worker/domain/time/zones.ts'
import { release } from './rules.ts'
import { DAY, HOUR, isAhead, isOpen, MINUTE, type Model, openOf, type Session, standing } from './state.ts'

const PARIS = 'Europe/Paris'
/** A decline can be corrected for ten minutes. */
const GRACE = 10 * MINUTE
/** The next round opens at the later of a day after the last end, and 18 days before a cadence of 21. */
const NEXT_ROUND = 3 * DAY

/**
 * What happens by itself at a tick. What a machine chooses, times and whether there are any, is taken over. `armedBy`: timers
 * of what was so by then have run.
 */
export function byClock(model: Model, armedBy: number): void {
  for (const session of model.sessions.values())
    if (session.status === 'fixed' && isAhead(session, model.now)) giveUp(model, session)
  for (const pair of model.pairs.values()) {
    if (pair.status !== 'active') continue
    const open = openOf(model, pair.id)
    if (open?.status === 'offered' && standing(open, model.now).length === 0) model.mayOffer.add(open.id)
    if (open && isOver(open, model.now) && roundDueAt(model, open) <= model.now) {
      if (pair.resumedAt !== undefined && pair.resumedAt >= armedBy) model.mayPass.add(open.id)
      else open.passed = true
      model.mayOpen.add(pair.id)
    }
    if (!open && hasMet(model, pair.id)) model.mayOpen.add(pair.id)
  }
}

/** A decline that was not corrected is a bump; a mentor who cannot come calls the date off when nobody has acted. */
function giveUp(model: Model, session: Session): void {
  const { executive } = session.invites
  if (executive?.partstat === 'DECLINED' && executive.said) {
    if (executive.said.at + GRACE > model.now) return
    session.bumps += 1
    release(model, session)
    model.mayOffer.add(session.id)
    return
  }
  const due = cannotDueAt(session)
  if (due === null || due > model.now) return
  const isGivenUp = proposedByExecutive(session).some(({ start }) => start > model.now)
  if (isGivenUp) session.bumps += 1
  release(model, session)
  const own = model.pairs.get(session.pair)?.mentor
  if (own && !isGivenUp) session.mentor = own
  model.mayOffer.add(session.id)
}

/** Half of what is left, not at night, and at the latest an hour before the start. */
export function cannotDueAt(session: Session): number | null {
  const { mentor } = session.invites
  if (session.status !== 'fixed' || !session.time || mentor?.partstat !== 'DECLINED' || !mentor.said)
    return null
  const { start } = session.time
  const said = mentor.said.at
  const left = start - said
  const half = said + Math.floor(left / 2)
  const due = left <= 15 * MINUTE ? said : left <= HOUR ? half : Math.min(afterTheNight(half), start - HOUR)
  const last = Math.max(due, ...proposedByExecutive(session).map((each) => each.start))
  return Math.max(due, Math.min(last, start - HOUR))
}

function proposedByExecutive({ proposals }: Session) {
  return proposals.filter(({ side, possible }) => side === 'executive' && possible)
}

function afterTheNight(moment: number): number {
  const { day, minutes } = toWall(PARIS, instant(moment))
  if (minutes >= 7 * 60 && minutes < 20 * 60) return moment
  return toInstant(PARIS, minutes < 7 * 60 ? day : addDays(day, 1), 7 * 60)
}

function isOver(session: Session, now: number): boolean {
  return session.status === 'fixed' && isOpen(session) && !isAhead(session, now)
}

function roundDueAt(model: Model, { pair }: Session): number {
  const dues = [...model.sessions.values()].flatMap((each) =>
    // From one that was called off no cadence runs.
    each.pair === pair && each.time ? [each.time.end + (each.status === 'cancelled' ? DAY : NEXT_ROUND)] : [],
  )
  return Math.max(...dues)
}

function hasMet({ sessions }: Model, pair: string): boolean {
  return [...sessions.values()].some((each) => each.pair === pair && each.time !== null)
}
