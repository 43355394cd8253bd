import type { SearchData } from '../../../../web/pages/manager/search/search-data.ts'
import { SearchPage } from '../../../../web/pages/manager/search/search.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import type { ProgrammeId } from '../../../domain/ids.ts'
import { MAX_SEARCH_CHARACTERS } from '../../../domain/limits.ts'
import { managedBy } from '../../../domain/people/permission.ts'
import { type App, identityOf } from '../../context.ts'
import { frameOf } from '../../frame.ts'
import { searchFor } from '../../search.ts'
import { frameInProgramme, programmeScope } from '../programme-scope.ts'

/** The search of everything that the manager manages. Its words stand in the address alone, and in no log. */
export function searchPages(app: App): void {
  app.get(paths.search, async (c) => {
    const { actor, programmes } = identityOf(c)
    const { db, now } = c.get('platform')
    const query = (c.req.query('q') ?? '').trim().slice(0, MAX_SEARCH_CHARACTERS)
    const memberships = actor.memberships.filter(({ role }) => role === 'manager')
    const found = await searchFor(db, query, { ...actor, memberships }, now())
    const within = (programmeId: ProgrammeId) => ({
      programmeId,
      programme:
        managedBy(actor).length > 1
          ? (programmes.find(({ id }) => id === programmeId)?.shortName ?? null)
          : null,
    })
    const scope = programmeScope(c)
    const data: SearchData = {
      frame: scope ? frameInProgramme(c, null, scope) : frameOf(c, null),
      query,
      people: found.people.map((each) => ({ ...each, ...within(each.programmeId) })),
      pairings: found.pairings.map((each) => ({ ...each, ...within(each.programmeId) })),
      sessions: found.sessions.map((each) => ({ ...each, ...within(each.programmeId) })),
      more: found.more,
    }
    return c.html(<SearchPage {...data} />)
  })
}
