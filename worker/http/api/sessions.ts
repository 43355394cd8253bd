import * as z from 'zod/mini'

import { insisting } from '../../actions/programme/insist.ts'
import { bookSession } from '../../actions/session/book.ts'
import { isId } from '../../domain/ids.ts'
import { ITEMS_PER_PAGE } from '../../domain/limits.ts'
import { maySee, programmesOf } from '../../domain/people/permission.ts'
import type { Session } from '../../domain/session/session.ts'
import { after, before, DAY, instant } from '../../domain/time/time.ts'
import { listHistory } from '../../storage/session/history.ts'
import { listSessions, listSessionsOfMentor, type SessionListPage } from '../../storage/session/session.ts'
import { bothIn, recordAccess } from '../access-log.ts'
import { type App, managerOf } from '../context.ts'
import { refusedBetween } from '../names.ts'
import { missing } from '../responses.tsx'
import { actorOf, lookAs, managedPairing, pathId, requestedProgrammes, visibleSession } from './load.ts'
import { withQuery, withBody } from './request.ts'
import { sessionResponse } from './session-response.ts'
import { historyJson } from './shapes/history.ts'
import { LIST_KEYS, pageOf, pageQuery } from './shapes/page.ts'
import { bookingWish } from './shapes/session.ts'
import { queryMoment, reference } from './shapes/values.ts'

export const sessionsQuery = z
  .object({
    programme: z.exactOptional(reference('prg')),
    from: z.exactOptional(queryMoment),
    to: z.exactOptional(queryMoment),
    ...pageQuery('sessions', LIST_KEYS.sessions),
  })
  .check(
    z.refine(({ from, to }) => !from || !to || from < to, {
      message: 'The end comes before the start.',
      path: ['to'],
    }),
  )

/** The window in days, if the query names none. */
const DEFAULT_DAYS_BACK = 92
const DEFAULT_DAYS_AHEAD = 366

export function sessionApi(app: App): void {
  app.get(
    '/api/v1/sessions',
    withQuery(sessionsQuery, async (c, { programme, from, to, limit = ITEMS_PER_PAGE.most, after: last }) => {
      const { db, now } = c.get('platform')
      const start = from ?? before(to ?? now(), DEFAULT_DAYS_BACK * DAY)
      const window = {
        start,
        end: to ?? after(start, (DEFAULT_DAYS_BACK + DEFAULT_DAYS_AHEAD) * DAY),
        now: now(),
      }
      const actor = actorOf(c)
      const { personId, memberships } = actor
      const managed = requestedProgrammes(c, programme) ?? []
      const isMentor = memberships.some(
        ({ role, programmeId }) =>
          role === 'mentor' && (programme === undefined || programme === programmeId),
      )
      if (managed.length === 0 && !isMentor) return missing(c)

      const page = { limit: limit + 1, after: last === undefined ? null : placeOf(last) }
      const all = (await Promise.all(managed.map((id) => listSessions(db, id, window, page)))).flat()
      const mine = { mentorId: personId, programmeIds: programmesOf(actor) }
      const own = isMentor ? await listSessionsOfMentor(db, mine, window, page) : []
      const others = own.filter(
        ({ programmeId }) =>
          !managed.includes(programmeId) && (programme === undefined || programme === programmeId),
      )
      const seen = [
        ...all.map((session) => ({ session, look: lookAs(c, 'manager') })),
        ...others.map((session) => ({
          session,
          look: lookAs(c, session.mentorId === session.usual.mentorId ? 'mentor' : 'stand-in'),
        })),
      ].toSorted((one, other) => inOrder(one.session, other.session))
      const { items, next } = pageOf('sessions', seen, limit, ({ session }) => [
        session.time?.start ?? null,
        session.id,
      ])
      const sessions = items.map(({ session, look }) => sessionResponse(c, session, look))
      return c.json({ sessions, next })
    }),
  )

  app.post(
    '/api/v1/sessions',
    withBody(bookingWish, async (c, wish) => {
      const platform = c.get('platform')
      const { id = platform.newId('ses'), start, minutes = null, place = null, reason = null } = wish
      const format = wish.formatId === undefined ? {} : { formatId: wish.formatId }
      const request = { id, pairingId: wish.pairingId, start, minutes, place, reason, ...format }
      const by = managerOf(c)
      const insisted = { of: { pairingId: wish.pairingId }, reason, by }
      const booked = await insisting(platform, insisted, () => bookSession(platform, request, by))
      return booked.ok
        ? c.json(sessionResponse(c, booked.value, lookAs(c, 'manager')), 201)
        : refusedBetween(c, booked.refusal, await managedPairing(c, wish.pairingId))
    }),
  )

  app.get('/api/v1/sessions/:id', async (c) => {
    const seen = await visibleSession(c, pathId(c, 'ses'))
    if (!seen) return missing(c)
    if (seen.viewer === 'manager') await recordAccess(c, bothIn(seen.session), '/api/v1/sessions/:id')
    return c.json(sessionResponse(c, seen.session, lookAs(c, seen.viewer)))
  })

  app.get('/api/v1/sessions/:id/history', async (c) => {
    const seen = await visibleSession(c, pathId(c, 'ses'))
    if (!seen || !maySee(lookAs(c, seen.viewer), 'history', null)) return missing(c)
    const { session } = seen
    await recordAccess(c, bothIn(session), '/api/v1/sessions/:id/history')
    return c.json(historyJson(await listHistory(c.get('platform').db, session.id)))
  })
}

/** The position after a page's last session, even if that session has changed since. */
function placeOf([start, id]: readonly [number | null, string]): SessionListPage['after'] {
  return { start: start === null ? null : instant(start), id: isId('ses', id) ? id : 'ses_none' }
}

function inOrder(one: Session, other: Session): number {
  const between = (one.time?.start ?? 0) - (other.time?.start ?? 0)
  return between !== 0 ? between : one.id < other.id ? -1 : 1
}
