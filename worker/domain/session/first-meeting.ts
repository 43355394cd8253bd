import { type By, type Decision, together } from '../decision.ts'
import { decidePairingChange } from '../pairing/change.ts'
import type { Aim } from '../path/aim.ts'
import { FIRST_MEETING } from '../path/house.ts'
import { decideSettled, type Settled } from '../people/settle.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { SessionSituation } from '../situation.ts'

/** What the two settle when they first meet. */
export type FirstMeetingSettled = Required<Settled> & { readonly aim: Aim | null }

/** Whether there is something to settle after this session: it was their first meeting, and they go on. */
export function canSettle({ session, pairing, formats }: SessionSituation): boolean {
  const isHeld = session.status === 'happened' || session.status === 'cut-short'
  const isFirst = formats.some(({ id, standard }) => id === session.formatId && standard === FIRST_MEETING)
  return isHeld && isFirst && pairing.status !== 'ended'
}

/** What they work towards, what gets in the way, and how they go on; noted by the mentor of the pair, not by a stand-in. */
export function decideFirstMeeting(
  situation: SessionSituation,
  { aim, ...settled }: FirstMeetingSettled,
  by: By,
): Result<Decision, Refusal> {
  if (!canSettle(situation) || by.id !== situation.pairing.mentorId) return refuse({ reason: 'not-found' })
  const { executive, programme, now: at } = situation
  return accept(
    together(
      decidePairingChange(situation, { aim }, by),
      decideSettled(executive, programme.id, settled, { at, by }),
    ),
  )
}
