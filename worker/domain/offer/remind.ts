import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import { offerLetter } from '../letter/write.ts'
import { whyInLine } from '../pairing/reporting-line.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { type Offer, standingOptions } from '../session/session.ts'
import { askedOf, type SessionSituation } from '../situation.ts'
import { step } from '../step.ts'
import { decideAskAnew } from './ask-anew.ts'
import { unansweredAt } from './make.ts'

/**
 * Sends the held times once more to whoever was asked, two working days after the last time at the soonest. If somebody else
 * answers by now, that person is asked instead. Mails to one assistant about several executives leave as one.
 */
export function decideReminder(situation: SessionSituation, by: By): Result<Decision, Refusal> {
  const { session, now } = situation
  const { offer } = session
  if (session.status !== 'offered' || offer?.status !== 'open') return refuse({ reason: 'offer-closed' })
  if (standingOptions(offer, now).length === 0)
    return refuse({ reason: 'offer-expired', at: offer.heldUntil })
  const line = whyInLine(situation, by)
  if (line) return refuse(line)
  if (offer.unansweredAt > now) return refuse({ reason: 'asked-lately', until: offer.unansweredAt })
  const anew = decideAskAnew(situation, by)
  if (anew) return accept(anew)

  const reminded: Offer = { ...offer, unansweredAt: unansweredAt(situation) }
  const detail = { offer: offer.id, asked: askedOf(situation).id }
  const reminding = step(session, { ...session, offer: reminded }, { code: 'reminded', at: now, by, detail })
  const { outgoing, link } = offerLetter(situation, reminding.after, reminded)
  const { letter } = outgoing
  return accept({
    ...NO_CHANGE,
    sessions: [reminding],
    letters: [
      {
        ...outgoing,
        letter: letter.kind === 'offer' ? { ...letter, reminds: true } : letter,
        dedupeKey: `${outgoing.dedupeKey}:${reminding.after.version}`,
      },
    ],
    links: [link],
  })
}
