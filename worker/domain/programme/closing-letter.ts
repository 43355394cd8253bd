import { type Decision, NO_CHANGE } from '../decision.ts'
import { OWN_LIST_FIELDS } from '../letter/fields.ts'
import type { ClosingLetter, OwnList } from '../letter/letter.ts'
import type { Link } from '../letter/link.ts'
import { heading, indiscreetIn, linkTo, lookInMail } from '../letter/write.ts'
import { seen } from '../people/fields.ts'
import type { SessionSituation } from '../situation.ts'
import { dayNumber } from '../time/dates.ts'
import { DAY, type Day, instant } from '../time/time.ts'

/** The last letter to an executive, to his own address. Its dedupe key keeps it single if closing is repeated. */
export function decideClosingLetter(situation: SessionSituation, list: OwnList, keptUntil: Day): Decision {
  const { session, executive, programme, now } = situation
  const expiresAt = instant(dayNumber(keptUntil) * DAY)
  const link: Link = { ...linkTo(situation, session, executive, 'own', now, null), expiresAt }
  const look = lookInMail(situation, executive)
  const own = seen(look, OWN_LIST_FIELDS, list)
  const commitments = own.commitments.filter(({ words }) => indiscreetIn(words, situation, look) === null)
  const letter: ClosingLetter = {
    ...heading(situation, executive),
    kind: 'closing',
    sessionId: session.id,
    list: { ...own, commitments },
    ...(commitments.length < own.commitments.length && { hasMore: true }),
    keptUntil,
    linkId: link.id,
  }
  const dedupeKey = closingLetterKey(programme.id, executive.id)
  return { ...NO_CHANGE, letters: [{ dedupeKey, letter, dueAt: now }], links: [link] }
}

export function closingLetterKey(programmeId: string, executiveId: string): string {
  return `closing:${programmeId}:${executiveId}`
}
