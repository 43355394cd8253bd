import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import type { SessionHappening } from '../events.ts'
import type { PersonId } from '../ids.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { SessionSituation } from '../situation.ts'
import { step } from '../step.ts'
import { answerableSequence, type Invite, inviteOf, type Partstat, wasAnsweredByAnother } from './session.ts'

/**
 * Undoes an answer that somebody else gave: the previous answer to this revision counts again. `history` has the
 * session's events, latest first. A decline that became a bump cannot be undone.
 */
export function decideUndoAnswer(
  situation: SessionSituation,
  personId: PersonId,
  history: readonly SessionHappening[],
  by: By & { readonly door: 'link' | 'manager' },
): Result<Decision, Refusal> {
  const { session, now } = situation
  const invite = inviteOf(session, personId)
  if (session.status !== 'fixed' || !session.time || !invite) return refuse({ reason: 'not-fixed' })
  if (session.time.end <= now) return refuse({ reason: 'already-over', end: session.time.end })
  if (!wasAnsweredByAnother(invite)) return accept(NO_CHANGE)

  const previous = saidBefore(history, invite)
  // Anybody who opens the event can press this link, so it never declines.
  const partstat = previous === 'DECLINED' && by.door === 'link' ? 'NEEDS-ACTION' : previous
  const answer =
    partstat === 'NEEDS-ACTION'
      ? null
      : {
          byId: by.id,
          via: by.door,
          sequence: invite.sequence,
          dtstamp: null,
          replyTime: null,
          mailDate: null,
          at: now,
        }
  const invites = session.invites.map((each) =>
    each.id === invite.id ? { ...each, partstat, answer } : each,
  )
  const detail = { person: personId, partstat }
  return accept({
    ...NO_CHANGE,
    sessions: [step(session, { ...session, invites }, { code: 'answer-undone', at: now, by, detail })],
  })
}

/** The last answer but one to this revision. A delegation counts as no answer. */
export function saidBefore(history: readonly SessionHappening[], invite: Invite): Partstat {
  const { personId } = invite
  const oldest = Math.min(invite.sequence, answerableSequence(invite))
  const answers = history.flatMap((past) => {
    if (past.code === 'answered' || past.code === 'countered') {
      const { person, partstat, sequence = 0 } = past.detail
      return person === personId && partstat && sequence >= oldest ? partstat : []
    }
    return past.code === 'answer-undone' && past.detail.person === personId ? past.detail.partstat : []
  })
  const previous = answers[1] ?? 'NEEDS-ACTION'
  return previous === 'DELEGATED' ? 'NEEDS-ACTION' : previous
}
