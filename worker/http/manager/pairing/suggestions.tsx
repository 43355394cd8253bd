import { SuggestionsPage } from '../../../../web/pages/manager/pairing/suggestions.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { EXECUTIVES_PER_SUGGESTION_PAGE, MENTORS_PER_SUGGESTION } from '../../../domain/limits.ts'
import { type Cast, suggestPairs, type SuggestionCell } from '../../../domain/pairing/suggest.ts'
import { findCast } from '../../../storage/pairing/suggest.ts'
import { listPeople } from '../../../storage/people/person.ts'
import type { App, AppContext } from '../../context.ts'
import { missing } from '../../responses.tsx'
import { type ListPage, pageByPosition } from '../list-page.ts'
import { frameInProgramme, programmeScope } from '../programme-scope.ts'

/**
 * Who could be paired with whom, and why: the best mentors of each executive, a page of executives at a time, or all
 * mentors of one. No pairing is made automatically.
 */
export function suggestionPages(app: App): void {
  app.get(paths.suggestions, async (c) => {
    const scope = programmeScope(c)
    if (!scope) return missing(c)
    const platform = c.get('platform')
    const cast = await findCast(platform, scope.programme)
    const chosen = cast.executives.find(({ person }) => person.id === c.req.query('executive')) ?? null
    const { rows, pages } = chosen ? allOf(c, cast, chosen) : bestOf(c, cast)
    const superiors = rows.flatMap(({ cells }) => cells.flatMap(superiorIn))
    const people = await listPeople(platform.db, superiors, scope.programme.id)
    const names = new Map([...cast.mentors, ...cast.executives].map(({ person }) => [person.id, person.name]))
    for (const { id, name } of people) names.set(id, name)
    return c.html(
      <SuggestionsPage
        frame={frameInProgramme(c, 'pairings', scope)}
        rows={rows}
        pages={pages}
        isOfOne={chosen !== null}
        nameOf={(id) => names.get(id) ?? ''}
      />,
    )
  })
}

type Chosen = Cast['executives'][number]
type Shown = Pick<ListPage<unknown>, 'pages'> & { readonly rows: ReturnType<typeof suggestPairs> }

function bestOf(c: AppContext, cast: Cast): Shown {
  const { shown, pages } = pageByPosition(
    c,
    paths.suggestions,
    cast.mentors.length > 0 ? cast.executives : [],
    EXECUTIVES_PER_SUGGESTION_PAGE,
  )
  const executives = shown.map(({ person }) => person.id)
  return { rows: suggestPairs(cast, { executives, most: MENTORS_PER_SUGGESTION }), pages }
}

function allOf(c: AppContext, cast: Cast, { person }: Chosen): Shown {
  const [row] = suggestPairs(cast, { executives: [person.id], most: cast.mentors.length })
  const { shown, pages } = pageByPosition(c, paths.suggestions, row?.cells ?? [])
  return { rows: row ? [{ ...row, cells: shown }] : [], pages }
}

function superiorIn({ blocked }: SuggestionCell) {
  return blocked?.code === 'reporting-line' ? [blocked.superiorId] : []
}
