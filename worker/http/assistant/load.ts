import type { OfferId, SessionId } from '../../domain/ids.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import type { Diary } from '../../domain/slot/diary.ts'
import { readForDecision } from '../../storage/read-for-decision.ts'
import { aboutOffer, aboutSession, withSession } from '../../storage/situation.ts'
import { type AppContext, identityOf } from '../context.ts'

export type AtDesk = { readonly situation: SessionSituation; readonly diary: Diary }

/** A session of an executive for whom the reader answers now; null for every other. */
export async function findAtDesk(c: AppContext, about: { session: SessionId } | { offer: OfferId }) {
  const { person, answersFor } = identityOf(c)
  const of = 'session' in about ? aboutSession(about.session) : aboutOffer(about.offer)
  const { situation, diary } = await readForDecision(c.get('platform'), of)
  const found = withSession(situation)
  if (!found || !diary || found.programme.status !== 'open') return null
  // Her sign-in may open some of the programmes alone.
  const isOpened = answersFor.some(({ programmeId }) => programmeId === found.programme.id)
  const answers = isOpened && found.assistants.some(({ id }) => id === person.id)
  return answers && found.pairing.status !== 'ended' ? ({ situation: found, diary } satisfies AtDesk) : null
}
