import { type ClockAnswer, DONE, no, NOT_OWED, NOTHING_NEW } from '../actions/clock/answer.ts'
import { reArm, repairTimers } from '../actions/clock/re-arm.ts'
import { readBusyFeed } from '../actions/feed/read.ts'
import { askAnew } from '../actions/offer/ask-anew.ts'
import { expireOffer } from '../actions/offer/expire.ts'
import { reOffer } from '../actions/offer/re-offer.ts'
import { finishErasure } from '../actions/people/erase.ts'
import { leave } from '../actions/people/leave.ts'
import { finishClosing } from '../actions/programme/close.ts'
import { purgeProgramme } from '../actions/programme/purge.ts'
import { askForOutcome } from '../actions/session/ask-for-outcome.ts'
import { briefMentor } from '../actions/session/brief.ts'
import { bumpSession } from '../actions/session/bump.ts'
import { clearAfterLeaving } from '../actions/session/clear-after-leaving.ts'
import { closeUnmet } from '../actions/session/close-unmet.ts'
import { sendDigest } from '../actions/session/digest.ts'
import { actForMentor } from '../actions/session/mentor-cannot.ts'
import { nudgeExecutive } from '../actions/session/nudge.ts'
import { openRound } from '../actions/session/open-round.ts'
import { tellMorning } from '../actions/today/morning-mail.ts'
import { tellUrgent } from '../actions/today/urgent-mail.ts'
import type { TimerKind } from '../domain/clock/timer.ts'
import { type Id, isOfKind, type Prefix } from '../domain/ids.ts'
import type { Platform } from '../platform.ts'
import type { Claimed } from '../storage/clock/timers.ts'

type Runner = (platform: Platform, claimed: Claimed) => Promise<ClockAnswer>

/** What each kind does. */
const RUNNERS: Readonly<Record<TimerKind, Runner>> = {
  'expire-offer': about('ses', expireOffer),
  bump: about('ses', bumpSession),
  'ask-anew': about('ses', askAnew),
  'mentor-cannot': about('ses', actForMentor),
  'clear-after-leaving': about('ses', clearAfterLeaving),
  're-offer': about('ses', reOffer),
  'ask-for-outcome': about('ses', askForOutcome),
  'close-unmet': about('ses', closeUnmet),
  brief: about('ses', briefMentor),
  nudge: about('ses', nudgeExecutive),
  'open-round': about('pai', openRound),
  digest: about('per', sendDigest),
  'morning-mail': about('per', tellMorning),
  'urgent-mail': about('prg', tellUrgent),
  leave: about('per', leave),
  erase: about('per', finishErasure),
  'read-feed': about('per', readFeed),
  'finish-closing': about('prg', finishClosing),
  purge: about('prg', purgeProgramme),
  're-arm': reArm,
  repair: repairTimers,
}

export function runTimer(platform: Platform, claimed: Claimed): Promise<ClockAnswer> {
  const run = RUNNERS[claimed.kind]
  return run ? run(platform, claimed) : Promise.resolve(no('unknown-kind'))
}

function about<P extends Prefix>(
  prefix: P,
  act: (platform: Platform, id: Id<P>) => Promise<ClockAnswer>,
): Runner {
  return async (platform, { subject }) =>
    isOfKind(prefix, subject) ? act(platform, subject) : no('not-found')
}

async function readFeed(platform: Platform, id: Id<'per'>): Promise<ClockAnswer> {
  const isNews = await readBusyFeed(platform, id)
  if (isNews === null) return NOT_OWED
  return isNews ? DONE : NOTHING_NEW
}
