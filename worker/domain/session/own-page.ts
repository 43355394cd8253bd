import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import { mostOf } from '../letter/budget.ts'
import { LETTER_FIELDS } from '../letter/fields.ts'
import type { OwnLetter } from '../letter/letter.ts'
import { heading, indiscreetIn, linkTo, lookInMail } from '../letter/write.ts'
import { seen } from '../people/fields.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { SessionSituation } from '../situation.ts'
import { step } from '../step.ts'
import type { Commitment } from './outcome.ts'

/**
 * Delegates can read an invite, so the link to his own page is sent to the executive's mail. Everybody who reads it can
 * press, so there are two such mails a day; a third press changes nothing and is told the same.
 */
export function decideOwnPage(
  situation: SessionSituation,
  by: By,
  { sentInADay }: { readonly sentInADay: number },
): Result<Decision, Refusal> {
  const { session, executive, now } = situation
  if (by.id !== executive.id) return refuse({ reason: 'not-invited' })
  if (sentInADay >= mostOf('own page')) return accept(NO_CHANGE)

  const { letter, link } = ownLetter(situation, null)
  return accept({
    ...NO_CHANGE,
    sessions: [step(session, session, { code: 'own-page-asked', at: now, by, detail: {} })],
    letters: [{ dedupeKey: `own:${session.id}:${session.version}`, letter, dueAt: now }],
    links: [link],
  })
}

/** The link to an executive's own page, to his own address; with a commitment it is a nudge. */
export function ownLetter(situation: SessionSituation, commitment: Commitment | null) {
  const { session, executive, mentor, now } = situation
  const link = linkTo(situation, session, executive, 'own', now, null)
  const look = lookInMail(situation, executive)
  const isUnsaid = commitment !== null && indiscreetIn(commitment.words, situation, look) !== null
  const letter = seen<OwnLetter>(look, LETTER_FIELDS.own, {
    ...heading(situation, executive),
    kind: 'own',
    sessionId: session.id,
    mentorName: mentor.name,
    commitment: commitment?.words ?? null,
    ...(isUnsaid && { isUnsaid }),
    linkId: link.id,
  })
  return { letter, link }
}
