import { type By, type Decision, together } from '../decision.ts'
import { decidePairingChange } from '../pairing/change.ts'
import type { Aim } from '../path/aim.ts'
import { FIRST_MEETING } from '../path/house.ts'
import { type Blocker, BLOCKERS } from '../people/person.ts'
import { rulesOf } from '../people/presets.ts'
import { decideSettled, type Settled } from '../people/settle.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { SessionSituation } from '../situation.ts'
import { wasHeld } from './session.ts'

/** What the two settle when they first meet. */
export type FirstMeetingSettled = Required<Settled> & { readonly aim: Aim | null }

/** What their form showed, and what they sent. Only what differs is theirs: somebody may have changed the rest since. */
export type FirstMeetingForm = { readonly shown: FirstMeetingSettled; readonly sent: FirstMeetingSettled }

/** Whether there is something to settle after this session: it was their first meeting, and they go on. */
export function canSettle({ session, pairing, formats }: SessionSituation): boolean {
  const isHeld = wasHeld(session.status)
  const isFirst = formats.some(({ id, standard }) => id === session.formatId && standard === FIRST_MEETING)
  return isHeld && isFirst && pairing.status !== 'ended'
}

/** What holds of it now. */
export function settledNow({ pairing, executive }: SessionSituation): FirstMeetingSettled {
  const { inWriting = false, byPhone = false } = rulesOf(executive)
  return { aim: pairing.aim, blockers: executive.blockers, inWriting, byPhone }
}

/** What they work towards, what gets in the way, and how they go on; noted by the mentor of the pair, not by a stand-in. */
export function decideFirstMeeting(
  situation: SessionSituation,
  form: FirstMeetingForm,
  by: By,
): Result<Decision, Refusal> {
  if (!canSettle(situation) || by.id !== situation.pairing.mentorId) return refuse({ reason: 'not-found' })
  const { executive, programme, now: at } = situation
  const { aim, ...settled } = changedBy(form, settledNow(situation))
  return accept(
    together(
      decidePairingChange(situation, { aim }, by),
      decideSettled(executive, programme.id, settled, { at, by }),
    ),
  )
}

/** Whether they said something else of what gets in the way: another one may answer for the executive then. */
export function turnsBlockers({ shown, sent }: FirstMeetingForm): boolean {
  return BLOCKERS.some((each) => shown.blockers.includes(each) !== sent.blockers.includes(each))
}

function changedBy(form: FirstMeetingForm, now: FirstMeetingSettled): FirstMeetingSettled {
  const { shown, sent } = form
  const isSaid = (blocker: Blocker) =>
    (shown.blockers.includes(blocker) === sent.blockers.includes(blocker) ? now : sent).blockers.includes(
      blocker,
    )
  return {
    aim: shown.aim === sent.aim ? now.aim : sent.aim,
    blockers: BLOCKERS.filter(isSaid),
    inWriting: shown.inWriting === sent.inWriting ? now.inWriting : sent.inWriting,
    byPhone: shown.byPhone === sent.byPhone ? now.byPhone : sent.byPhone,
  }
}
