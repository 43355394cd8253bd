import { SuggestionsPage } from '../../../../web/pages/manager/pairing/suggestions.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { suggestPairs } from '../../../domain/pairing/suggest.ts'
import { findCast } from '../../../storage/pairing/suggest.ts'
import { listPeople } from '../../../storage/people/person.ts'
import type { App } from '../../context.ts'
import { missing } from '../../responses.tsx'
import { frameInProgramme, programmeScope } from '../programme-scope.ts'

/** Who could be paired with whom, and why. No pairing is made automatically. */
export function suggestionPages(app: App): void {
  app.get(paths.suggestions, async (c) => {
    const scope = programmeScope(c)
    if (!scope) return missing(c)
    const platform = c.get('platform')
    const cast = await findCast(platform, scope.programme)
    const cells = suggestPairs(cast)
    const superiors = cells.flatMap(({ blocked }) =>
      blocked?.code === 'reporting-line' ? [blocked.superiorId] : [],
    )
    const names = new Map(
      (await listPeople(platform.db, superiors, scope.programme.id)).map(({ id, name }) => [id, name]),
    )
    const nameOf = (id: PersonId): string => names.get(id) ?? ''
    const named = (each: (typeof cast.mentors)[number]) => ({ id: each.person.id, name: each.person.name })
    return c.html(
      <SuggestionsPage
        frame={frameInProgramme(c, 'pairings', scope)}
        mentors={cast.mentors.map(named)}
        executives={cast.executives.map(named)}
        cells={cells}
        nameOf={nameOf}
      />,
    )
  })
}
