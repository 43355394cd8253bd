import * as z from 'zod/mini'

import { bookSession } from '../../actions/session/book.ts'
import type { SessionId } from '../../domain/ids.ts'
import { maySee } from '../../domain/people/permission.ts'
import type { Session } from '../../domain/session/session.ts'
import { after, before, DAY, instant } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { listPairingsOfMentor } from '../../storage/pairing/pairing.ts'
import { listHistory } from '../../storage/session/history.ts'
import {
  findSession,
  listSessions,
  listSessionsOfMentor,
  type SessionListPage,
} from '../../storage/session/session.ts'
import { recordAccess } from '../access-log.ts'
import type { App } from '../context.ts'
import { refusedBetween } from '../names.ts'
import { missing } from '../responses.tsx'
import { actorOf, lookAs, managing, pairingFor, pathId, programmesAsked, sessionFor } from './load.ts'
import { withQuery, withBody } from './request.ts'
import { sessionResponse, sessionResponses } from './session-response.ts'
import { historyJson } from './shapes/history.ts'
import { pageQuery } from './shapes/page.ts'
import { bookingWish } from './shapes/session.ts'
import { askedMoment, reference } from './shapes/values.ts'

export const sessionsQuery = z
  .object({
    programme: z.exactOptional(reference('prg')),
    from: z.exactOptional(askedMoment),
    to: z.exactOptional(askedMoment),
    ...pageQuery('ses'),
  })
  .check(
    z.refine(({ from, to }) => !from || !to || from < to, {
      message: 'The end comes before the start.',
      path: ['to'],
    }),
  )

/** Days shown where nothing else is asked for. */
const DEFAULT_DAYS_BACK = 92
const DEFAULT_DAYS_AHEAD = 366

/** At the most in one answer; `next` leads on. */
const MAX_PAGE_SIZE = 500

export function sessionApi(app: App): void {
  app.get(
    '/api/v1/sessions',
    withQuery(sessionsQuery, async (c, { programme, from, to, limit = MAX_PAGE_SIZE, after: last }) => {
      const { db, now } = c.get('platform')
      const start = from ?? before(to ?? now(), DEFAULT_DAYS_BACK * DAY)
      const window = {
        start,
        end: to ?? after(start, (DEFAULT_DAYS_BACK + DEFAULT_DAYS_AHEAD) * DAY),
        now: now(),
      }
      const { personId, memberships } = actorOf(c)
      const managed = programmesAsked(c, programme) ?? []
      const isMentor = memberships.some(
        ({ role, programmeId }) =>
          role === 'mentor' && (programme === undefined || programme === programmeId),
      )
      if (managed.length === 0 && !isMentor) return missing(c)

      const page = { limit: limit + 1, after: last === undefined ? null : await placeOf(db, last) }
      const all = (await Promise.all(managed.map((id) => listSessions(db, id, window, page)))).flat()
      const [own, pairs] = isMentor
        ? await Promise.all([
            listSessionsOfMentor(db, personId, window, page),
            listPairingsOfMentor(db, personId),
          ])
        : [[], []]
      const ofPair = new Set(pairs.map(({ id }) => id))
      const others = own.filter(
        ({ programmeId }) =>
          !managed.includes(programmeId) && (programme === undefined || programme === programmeId),
      )
      const seen = [
        ...all.map((session) => ({ session, look: lookAs(c, 'manager') })),
        ...others.map((session) => ({
          session,
          look: lookAs(c, ofPair.has(session.pairingId) ? 'mentor' : 'stand-in'),
        })),
      ].toSorted((one, other) => inOrder(one.session, other.session))
      const shown = seen.slice(0, limit)
      return c.json({
        sessions: await sessionResponses(c.get('platform').db, shown),
        next: seen.length > limit ? (shown.at(-1)?.session.id ?? null) : null,
      })
    }),
  )

  app.post(
    '/api/v1/sessions',
    withBody(bookingWish, async (c, wish) => {
      const pairing = await pairingFor(c, wish.pairingId)
      if (!pairing) return missing(c)
      const platform = c.get('platform')
      const { id = platform.newId('ses'), start, minutes = null, place = null, reason = null } = wish
      const begun = wish.formatId === undefined ? {} : { formatId: wish.formatId }
      const request = { id, pairingId: pairing.id, start, minutes, place, reason, ...begun }
      const booked = await bookSession(platform, request, managing(c))
      return booked.ok
        ? c.json(await sessionResponse(c.get('platform').db, booked.value, lookAs(c, 'manager')), 201)
        : refusedBetween(c, booked.refusal, pairing)
    }),
  )

  app.get('/api/v1/sessions/:id', async (c) => {
    const seen = await sessionFor(c, pathId(c, 'ses'))
    if (!seen) return missing(c)
    if (seen.viewer === 'manager') await recordAccess(c, seen.session.executiveId, '/api/v1/sessions/:id')
    return c.json(await sessionResponse(c.get('platform').db, seen.session, lookAs(c, seen.viewer)))
  })

  app.get('/api/v1/sessions/:id/history', async (c) => {
    const seen = await sessionFor(c, pathId(c, 'ses'))
    if (!seen || !maySee(lookAs(c, seen.viewer), 'history', null)) return missing(c)
    const { session } = seen
    await recordAccess(c, session.executiveId, '/api/v1/sessions/:id/history')
    return c.json(historyJson(await listHistory(c.get('platform').db, session.id)))
  })
}

/** Where a session stands in the order of the list; behind everything for one that is not there. */
async function placeOf(db: Platform['db'], id: SessionId): Promise<SessionListPage['after']> {
  const session = await findSession(db, id)
  return session
    ? { id, start: session.time?.start ?? null }
    : { id, start: instant(Number.MAX_SAFE_INTEGER) }
}

function inOrder(one: Session, other: Session): number {
  const between = (one.time?.start ?? 0) - (other.time?.start ?? 0)
  return between !== 0 ? between : one.id < other.id ? -1 : 1
}
