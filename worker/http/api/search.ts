import { lookOf, manages } from '../../domain/people/permission.ts'
import type { App } from '../context.ts'
import { searchFor } from '../search.ts'
import { actorOf } from './load.ts'
import { withQuery } from './request.ts'
import { searchJson, searchQuery } from './shapes/search.ts'

/** People, pairings and sessions by name, whoever's the reader may see. What is not his is not found. */
export function searchApi(app: App): void {
  app.get(
    '/api/v1/search',
    withQuery(searchQuery, async (c, { q }) => {
      const { db, now } = c.get('platform')
      const actor = actorOf(c)
      const found = await searchFor(db, q, actor, now())
      return c.json(
        searchJson(found, (programmeId) =>
          lookOf(manages(actor, programmeId) ? 'manager' : 'mentor', actor.personId, null),
        ),
      )
    }),
  )
}
