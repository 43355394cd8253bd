import type { Decision } from '../decision.ts'
import { LETTER_FIELDS } from '../letter/fields.ts'
import type { AgreedLetter } from '../letter/letter.ts'
import { heading, indiscreetIn, linkTo, lookInMail } from '../letter/write.ts'
import { seen } from '../people/fields.ts'
import { rulesOf } from '../people/presets.ts'
import type { SessionSituation } from '../situation.ts'
import type { Instant } from '../time/time.ts'
import type { Commitment } from './outcome.ts'

export type Agreed = Pick<Commitment, 'id' | 'words' | 'dueOn'>

/**
 * What was agreed, to an executive who wants it in writing: one letter a session, not at night. `dueAt`: when the log
 * cannot be replaced any more; one that takes its place writes its own letter, and this one is never sent.
 */
export function inWriting(
  situation: SessionSituation,
  commitment: Agreed | null,
  dueAt: Instant,
): Pick<Decision, 'letters' | 'links'> {
  if (!commitment || !rulesOf(situation.executive).inWriting) return { letters: [], links: [] }
  const { letter, link } = agreedLetter(situation, commitment)
  return {
    letters: [{ dedupeKey: `agreed:${commitment.id}`, letter, dueAt, isQuiet: true }],
    links: [link],
  }
}

/** His mailbox may be read by others: words that say what the hour is for stay on his page, to which it links. */
export function agreedLetter(situation: SessionSituation, { id, words, dueOn }: Agreed) {
  const { session, executive, mentor, now } = situation
  const look = lookInMail(situation, executive)
  const link = linkTo(situation, session, executive, 'own', now, null)
  const letter = seen<AgreedLetter>(look, LETTER_FIELDS.agreed, {
    ...heading(situation, executive),
    kind: 'agreed',
    sessionId: session.id,
    mentorName: mentor.name,
    commitmentId: id,
    commitment: indiscreetIn(words, situation, look) === null ? words : null,
    dueOn,
    linkId: link.id,
  })
  return { letter, link }
}
