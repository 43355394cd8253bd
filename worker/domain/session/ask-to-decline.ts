import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import { LETTER_FIELDS } from '../letter/fields.ts'
import type { ConfirmLetter } from '../letter/letter.ts'
import { headingAt, linkTo } from '../letter/write.ts'
import { seen } from '../people/fields.ts'
import { lookOf, lookOfMentor } from '../people/permission.ts'
import type { Person } from '../people/person.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { SessionSituation } from '../situation.ts'
import { step } from '../step.ts'
import { before, DAY, type Instant } from '../time/time.ts'
import { type Invite, inviteOf } from './session.ts'

/**
 * Delegates and readers of the calendar can open the link in a REQUEST. So a decline by that link is confirmed by a
 * letter to the person, once a day for each revision: a press of somebody else last week does not take hers of today
 * away. `isAsked`: a letter of `confirmKeys` was written less than a day ago.
 */
export function decideAskToDecline(
  situation: SessionSituation,
  { person, isAsked }: { readonly person: Person; readonly isAsked: boolean },
  by: By,
): Result<Decision, Refusal> {
  const { session, now } = situation
  const invite = inviteOf(session, person.id)
  if (session.status !== 'fixed' || !session.time || !invite) return refuse({ reason: 'not-fixed' })
  if (session.time.end <= now) return refuse({ reason: 'already-over', end: session.time.end })
  if (isAsked) return accept(NO_CHANGE)

  const link = linkTo(situation, session, person, 'confirm', session.time.end, null)
  const isExecutive = person.id === situation.executive.id
  const look = isExecutive ? lookOf('inbox', person.id, person) : lookOfMentor(situation, person.id)
  const letter = seen<ConfirmLetter>(look, LETTER_FIELDS.confirm, {
    ...headingAt(situation, person, session.time.start),
    kind: 'confirm',
    sessionId: session.id,
    change: 'decline',
    executiveName: person.name,
    time: session.time,
    linkId: link.id,
  })
  return accept({
    ...NO_CHANGE,
    sessions: [step(session, session, { code: 'decline-asked', at: now, by, detail: {} })],
    letters: [{ dedupeKey: keyOf(invite, now), letter, dueAt: now }],
    links: [link],
  })
}

/** The dedupe keys of a letter that asked within a day; empty: the person has no invite. */
export function confirmKeys({ session, now }: SessionSituation, { id }: Person): readonly string[] {
  const invite = inviteOf(session, id)
  return invite ? [keyOf(invite, now), keyOf(invite, before(now, DAY))] : []
}

function keyOf({ uid, sequence }: Invite, at: Instant): string {
  return `confirm:${uid}:${sequence}:${Math.floor(at / DAY)}`
}
