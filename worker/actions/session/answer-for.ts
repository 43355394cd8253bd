import type { PersonId, SessionId } from '../../domain/ids.ts'
import type { Answerer } from '../../domain/offer/answer.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import { decideReply } from '../../domain/session/reply.ts'
import { inviteOf, type Partstat, type Session } from '../../domain/session/session.ts'
import type { Platform } from '../../platform.ts'
import { changeSessionWith } from './change.ts'

/** An answer to the current revision, from a link or from the manager, without a calendar. */
export async function answerFor(
  platform: Platform,
  sessionId: SessionId,
  answer: { readonly personId: PersonId; readonly partstat: Partstat },
  by: Answerer,
): Promise<Result<Session, Refusal>> {
  return changeSessionWith(platform, sessionId, by, (situation) => {
    const invite = inviteOf(situation.session, answer.personId)
    if (!invite) return refuse({ reason: 'not-invited' })
    return decideReply(situation, {
      uid: invite.uid,
      partstat: answer.partstat,
      answer: {
        byId: by.id,
        via: by.door,
        sequence: invite.sequence,
        dtstamp: null,
        replyTime: null,
        mailDate: null,
        at: situation.now,
      },
    })
  })
}
