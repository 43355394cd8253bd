import { SuggestionsPage } from '../../../../web/pages/manager/pairing/suggestions.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { EXECUTIVES_PER_SUGGESTION_PAGE, MENTORS_PER_SUGGESTION } from '../../../domain/limits.ts'
import type { Cast } from '../../../domain/pairing/measure.ts'
import { type Suggested, suggestPairs, withoutMentor } from '../../../domain/pairing/suggest.ts'
import { findCast } from '../../../storage/pairing/suggest.ts'
import type { App, AppContext } from '../../context.ts'
import { missing } from '../../responses.tsx'
import { type ListPage, pageByPosition } from '../list-page.ts'
import { frameInProgramme, programmeScope } from '../programme-scope.ts'
import { acceptancePages } from './acceptance.tsx'
import { namesAround } from './suggestion-names.ts'

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
    const isOfUnpaired = chosen === null && c.req.query('show') === 'unpaired'
    const { rows, suggested, pages } = chosen ? allOf(c, cast, chosen) : bestOf(c, cast, isOfUnpaired)
    const cells = rows.flatMap((row) => row.cells)
    return c.html(
      <SuggestionsPage
        frame={frameInProgramme(c, 'pairings', scope)}
        rows={rows}
        pages={pages}
        isOfOne={chosen !== null}
        isOfUnpaired={isOfUnpaired}
        unpaired={withoutMentor(cast).length}
        suggested={suggested}
        nameOf={await namesAround(platform, scope.programme.id, cast, cells)}
      />,
    )
  })

  acceptancePages(app)
}

type Chosen = Cast['executives'][number]
type Shown = Pick<ListPage<unknown>, 'pages'> & Suggested

/** Those who have no mentor come first. */
function bestOf(c: AppContext, cast: Cast, isOfUnpaired: boolean): Shown {
  const unpaired = withoutMentor(cast)
  const wanted = new Set(unpaired)
  const others = isOfUnpaired ? [] : cast.executives.filter((each) => !wanted.has(each))
  const { shown, pages } = pageByPosition(
    c,
    paths.suggestions,
    cast.mentors.length > 0 ? [...unpaired, ...others] : [],
    EXECUTIVES_PER_SUGGESTION_PAGE,
  )
  const executives = shown.map(({ person }) => person.id)
  return { ...suggestPairs(cast, { executives, most: MENTORS_PER_SUGGESTION }), pages }
}

function allOf(c: AppContext, cast: Cast, { person }: Chosen): Shown {
  const { rows, suggested } = suggestPairs(cast, { executives: [person.id], most: cast.mentors.length })
  const [row] = rows
  const { shown, pages } = pageByPosition(c, paths.suggestions, row?.cells ?? [])
  return { rows: row ? [{ ...row, cells: shown }] : [], suggested, pages }
}
