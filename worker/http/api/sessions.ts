import * as z from 'zod/mini'

import { bookSession } from '../../actions/book-session.ts'
import { after, before, DAY } from '../../domain/time.ts'
import { listHistory } from '../../storage/events.ts'
import { listSessions, listSessionsOfMentor } from '../../storage/sessions.ts'
import { missing } from '../answers.tsx'
import { refusedBetween } from '../names.ts'
import type { App } from '../context.ts'
import { look } from '../looks.ts'
import {
  actorOf,
  managedSessionFor,
  managing,
  pairingFor,
  pathId,
  programmesAsked,
  sessionFor,
} from './load.ts'
import { asking, reading } from './reading.ts'
import { historyJson } from './shapes/history.ts'
import { bookingWish, sessionJson } from './shapes/session.ts'
import { askedMoment, reference } from './shapes/values.ts'

export const sessionsQuery = z
  .object({
    programme: z.exactOptional(reference('prg')),
    from: z.exactOptional(askedMoment),
    to: z.exactOptional(askedMoment),
  })
  .check(
    z.refine(({ from, to }) => !from || !to || from < to, {
      message: 'The end comes before the start.',
      path: ['to'],
    }),
  )

/** Days shown where nothing else is asked for. */
const BACK = 92
const AHEAD = 366

export function sessionApi(app: App): void {
  app.get(
    '/api/v1/sessions',
    asking(sessionsQuery, async (c, { programme, from, to }) => {
      const { db, now } = c.get('platform')
      const start = from ?? before(to ?? now(), BACK * DAY)
      const window = { start, end: to ?? after(start, (BACK + AHEAD) * DAY) }
      const { personId, memberships } = actorOf(c)
      const managed = programmesAsked(c, programme) ?? []
      const isMentor = memberships.some(
        ({ role, programmeId }) =>
          role === 'mentor' && (programme === undefined || programme === programmeId),
      )
      if (managed.length === 0 && !isMentor) return missing(c)

      const all = (await Promise.all(managed.map((id) => listSessions(db, id, window)))).flat()
      const own = isMentor ? await listSessionsOfMentor(db, personId, window) : []
      const others = own.filter(
        ({ programmeId }) =>
          !managed.includes(programmeId) && (programme === undefined || programme === programmeId),
      )
      return c.json({
        sessions: [
          ...all.map((session) => sessionJson(session, 'manager')),
          ...others.map((session) => sessionJson(session, 'mentor')),
        ],
      })
    }),
  )

  app.post(
    '/api/v1/sessions',
    reading(bookingWish, async (c, wish) => {
      const pairing = await pairingFor(c, wish.pairingId)
      if (!pairing) return missing(c)
      const platform = c.get('platform')
      const { id = platform.newId('ses'), start, minutes = null, place = null, reason = null } = wish
      const request = { id, pairingId: pairing.id, start, minutes, place, reason }
      const booked = await bookSession(platform, request, managing(c))
      return booked.ok
        ? c.json(sessionJson(booked.value, 'manager'), 201)
        : refusedBetween(c, booked.refusal, pairing)
    }),
  )

  app.get('/api/v1/sessions/:id', async (c) => {
    const seen = await sessionFor(c, pathId(c, 'ses'))
    if (!seen) return missing(c)
    if (seen.viewer === 'manager') await look(c, seen.session.executiveId, '/api/v1/sessions/:id')
    return c.json(sessionJson(seen.session, seen.viewer))
  })

  app.get('/api/v1/sessions/:id/history', async (c) => {
    const session = await managedSessionFor(c, pathId(c, 'ses'))
    if (!session) return missing(c)
    await look(c, session.executiveId, '/api/v1/sessions/:id/history')
    return c.json(historyJson(await listHistory(c.get('platform').db, session.id)))
  })
}
