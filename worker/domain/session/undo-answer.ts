import { type By, type Decision, NO_CHANGE, step } from '../decision.ts'
import type { SessionHappening } from '../events.ts'
import type { PersonId } from '../ids.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { SessionSituation } from '../situation.ts'
import { type Invite, inviteOf, type Partstat, wasAnsweredByAnother } from './session.ts'

/**
 * Takes back an answer that somebody else gave: what was said to this revision before it stands again. `history` is
 * the session’s, latest first. Once a decline has become a bump there is nothing to take back.
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

  const said = saidBefore(history, invite)
  // Whoever opens the event could press this link: it never gives the time up.
  const partstat = said === 'DECLINED' && by.door === 'link' ? 'NEEDS-ACTION' : said
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

/** The last answer but one to this revision; a delegated one says nothing of his own. */
export function saidBefore(history: readonly SessionHappening[], { personId, sequence }: Invite): Partstat {
  const answers = history.flatMap((past) => {
    if (past.code === 'answered')
      return past.detail.person === personId && past.detail.sequence === sequence ? past.detail.partstat : []
    return past.code === 'answer-undone' && past.detail.person === personId ? past.detail.partstat : []
  })
  const said = answers[1] ?? 'NEEDS-ACTION'
  return said === 'DELEGATED' ? 'NEEDS-ACTION' : said
}
