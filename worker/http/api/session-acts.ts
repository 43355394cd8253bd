import { answerFor } from '../../actions/session/answer-for.ts'
import { cancelSession } from '../../actions/session/cancel.ts'
import { chooseFormat } from '../../actions/session/choose-format.ts'
import { acceptCounter, refuseCounter } from '../../actions/session/counter.ts'
import { logOutcome } from '../../actions/session/log-outcome.ts'
import { moveSession } from '../../actions/session/move.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { Viewer } from '../../domain/people/permission.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import type { Session } from '../../domain/session/session.ts'
import { toWall } from '../../domain/time/zones.ts'
import { type App, type AppContext, managerOf } from '../context.ts'
import { isToCome } from '../forms/outcome.ts'
import { refusedBetween } from '../names.ts'
import { missing, refused } from '../responses.tsx'
import { actorOf, lookAs, managedSessionFor, pathId, sessionFor } from './load.ts'
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
      const judged = moved.ok ? null : await managedSessionFor(c, id)
      return done(c, moved, judged && { ...judged, mentorId: mentorId ?? judged.mentorId })
    }),
  )

  app.post(
    '/api/v1/sessions/:id/format',
    withBody(formatChoice, async (c, { formatId }) => {
      const session = await managedSessionFor(c, pathId(c, 'ses'))
      if (!session) return missing(c)
      return done(c, await chooseFormat(c.get('platform'), session.id, formatId, managerOf(c)))
    }),
  )

  app.post(
    '/api/v1/sessions/:id/answers',
    withBody(replyWish, async (c, answer) => {
      const session = await managedSessionFor(c, pathId(c, 'ses'))
      if (!session) return missing(c)
      return done(c, await answerFor(c.get('platform'), session.id, answer, managerOf(c)))
    }),
  )

  app.post(
    '/api/v1/sessions/:id/counters/:counterId/acceptance',
    withBody(acceptanceWish, async (c, { reason = null }) => {
      const session = await managedSessionFor(c, pathId(c, 'ses'))
      if (!session) return missing(c)
      const wish = { proposalId: pathId(c, 'ctr', 'counterId'), reason }
      return done(c, await acceptCounter(c.get('platform'), session.id, wish, managerOf(c)), session)
    }),
  )

  app.post(
    '/api/v1/sessions/:id/counters/:counterId/refusal',
    withBody(body({}), async (c) => {
      const session = await managedSessionFor(c, pathId(c, 'ses'))
      if (!session) return missing(c)
      return done(
        c,
        await refuseCounter(
          c.get('platform'),
          session.id,
          { proposalId: pathId(c, 'ctr', 'counterId') },
          managerOf(c),
        ),
      )
    }),
  )

  app.post(
    '/api/v1/sessions/:id/cancellation',
    withBody(cancellationWish, async (c, { reopen = false }) => {
      const session = await managedSessionFor(c, pathId(c, 'ses'))
      if (!session) return missing(c)
      return done(c, await cancelSession(c.get('platform'), session.id, { reopen }, managerOf(c)))
    }),
  )

  app.post(
    '/api/v1/sessions/:id/outcome',
    withBody(outcomeWish, async (c, wish) => {
      const seen = await sessionFor(c, pathId(c, 'ses'))
      if (!seen) return missing(c)
      const platform = c.get('platform')
      if (wish.dueOn && !isToCome(wish.dueOn, toWall(seen.session.zone, platform.now()).day))
        return invalid(c, [{ path: ['dueOn'], message: 'This day has passed already.' }])

      const by = { id: actorOf(c).personId, door: seen.viewer === 'manager' ? 'manager' : 'link' } as const
      const { id = platform.newId('out') } = wish
      const logged = await logOutcome(platform, seen.session.id, outcomeOf(wish), by, id)
      return done(c, logged, null, seen.viewer)
    }),
  )
}

/** A refusal has no names for a mentor; for a manager it has those of the two whose diaries were judged. */
async function done(
  c: AppContext,
  result: Result<Session, Refusal>,
  judged: Session | null = null,
  viewer: Viewer = 'manager',
) {
  if (result.ok) return c.json(sessionResponse(result.value, lookAs(c, viewer)))
  return judged ? refusedBetween(c, result.refusal, judged) : refused(c, result.refusal)
}
