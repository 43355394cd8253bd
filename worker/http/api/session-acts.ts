import { answerFor } from '../../actions/session/answer-for.ts'
import { cancelSession } from '../../actions/session/cancel.ts'
import { chooseFormat } from '../../actions/session/choose-format.ts'
import { acceptCounter, refuseCounter } from '../../actions/session/counter.ts'
import { logOutcome } from '../../actions/session/log-outcome.ts'
import { moveSession } from '../../actions/session/move.ts'
import type { PersonId, SessionId } from '../../domain/ids.ts'
import type { Viewer } from '../../domain/people/permission.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import type { Session } from '../../domain/session/session.ts'
import { toWall } from '../../domain/time/zones.ts'
import { type App, type AppContext, managerOf } from '../context.ts'
import { isToCome } from '../forms/outcome.ts'
import { refusedBetween } from '../names.ts'
import { missing, refused } from '../responses.tsx'
import { actorOf, lookAs, managedSessionFor, pathId, visibleSession } from './load.ts'
import { invalid, withBody } from './request.ts'
import { sessionResponse } from './session-response.ts'
import { outcomeOf, outcomeWish } from './shapes/outcome.ts'
import { acceptanceWish, cancellationWish, formatChoice, moveWish, replyWish } from './shapes/session.ts'
import { body } from './shapes/values.ts'

/** The actions on a session. Each responds with the changed session. */
export function sessionActApi(app: App): void {
  app.post(
    '/api/v1/sessions/:id/time',
    withBody(moveWish, async (c, { start, minutes = null, mentorId = null, reason = null }) => {
      const id: SessionId = pathId(c, 'ses')
      const wish = { start, minutes, mentorId, reason }
      const moved = await moveSession(c.get('platform'), id, wish, managerOf(c))
      return judged(c, moved, id, mentorId)
    }),
  )

  app.post(
    '/api/v1/sessions/:id/format',
    withBody(formatChoice, async (c, { formatId }) =>
      done(c, await chooseFormat(c.get('platform'), pathId(c, 'ses'), formatId, managerOf(c))),
    ),
  )

  app.post(
    '/api/v1/sessions/:id/answers',
    withBody(replyWish, async (c, answer) =>
      done(c, await answerFor(c.get('platform'), pathId(c, 'ses'), answer, managerOf(c))),
    ),
  )

  app.post(
    '/api/v1/sessions/:id/counters/:counterId/acceptance',
    withBody(acceptanceWish, async (c, { reason = null }) => {
      const id: SessionId = pathId(c, 'ses')
      const wish = { proposalId: pathId(c, 'ctr', 'counterId'), reason }
      return judged(c, await acceptCounter(c.get('platform'), id, wish, managerOf(c)), id)
    }),
  )

  app.post(
    '/api/v1/sessions/:id/counters/:counterId/refusal',
    withBody(body({}), async (c) => {
      const wish = { proposalId: pathId(c, 'ctr', 'counterId') }
      return done(c, await refuseCounter(c.get('platform'), pathId(c, 'ses'), wish, managerOf(c)))
    }),
  )

  app.post(
    '/api/v1/sessions/:id/cancellation',
    withBody(cancellationWish, async (c, { reopen = false }) =>
      done(c, await cancelSession(c.get('platform'), pathId(c, 'ses'), { reopen }, managerOf(c))),
    ),
  )

  app.post(
    '/api/v1/sessions/:id/outcome',
    withBody(outcomeWish, async (c, wish) => {
      const seen = await visibleSession(c, pathId(c, 'ses'))
      if (!seen) return missing(c)
      const platform = c.get('platform')
      if (wish.dueOn && !isToCome(wish.dueOn, toWall(seen.session.zone, platform.now()).day))
        return invalid(c, [{ path: ['dueOn'], message: 'This day has passed already.' }])

      const by = { id: actorOf(c).personId, door: seen.viewer === 'manager' ? 'manager' : 'link' } as const
      const { id = platform.newId('out') } = wish
      const logged = await logOutcome(platform, seen.session.id, outcomeOf(wish), by, id)
      return done(c, logged, seen.viewer)
    }),
  )
}

function done(c: AppContext, result: Result<Session, Refusal>, viewer: Viewer = 'manager') {
  return result.ok ? c.json(sessionResponse(c, result.value, lookAs(c, viewer))) : refused(c, result.refusal)
}

/** A refusal names the two whose diaries were judged; a stand-in is judged by his own. */
async function judged(
  c: AppContext,
  result: Result<Session, Refusal>,
  id: SessionId,
  mentorId: PersonId | null = null,
) {
  if (result.ok) return done(c, result)
  const session = await managedSessionFor(c, id)
  const pair = session && { ...session, mentorId: mentorId ?? session.mentorId }
  return refusedBetween(c, result.refusal, pair)
}
