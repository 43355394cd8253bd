import { AcceptancePage } from '../../../../web/pages/manager/pairing/acceptance.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { acceptSuggestions } from '../../../actions/pairing/accept.ts'
import { isId } from '../../../domain/ids.ts'
import { EXECUTIVES_PER_SUGGESTION_PAGE, MENTORS_PER_SUGGESTION } from '../../../domain/limits.ts'
import { textOfPairs } from '../../../domain/pairing/accept.ts'
import { type Pair, proposalOf } from '../../../domain/pairing/proposal.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { hashOf } from '../../../platform.ts'
import { findCast } from '../../../storage/pairing/suggest.ts'
import { type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import { allFieldsOf } from '../../forms/fields.ts'
import { explain } from '../../refusals.ts'
import { missing } from '../../responses.tsx'
import { afterMaking } from '../after-press.ts'
import { pageByPosition } from '../list-page.ts'
import {
  frameInProgramme,
  programmeScope,
  programmeScopeOfForm,
  type ProgrammeScope,
} from '../programme-scope.ts'
import { namesAround } from './suggestion-names.ts'

/** Shows which suggested pairs will be made, the whole best set or those that were ticked; then makes them with one press. */
export function acceptancePages(app: App): void {
  app.get(paths.suggestionsAccepted, async (c) => {
    const scope = programmeScope(c)
    const ticked = pairsIn(c.req.queries('pair')) ?? (c.req.query('only') === 'ticked' ? [] : null)
    return scope ? page(c, scope, ticked, null) : missing(c)
  })

  app.post(paths.suggestionsAccepted, async (c) => {
    const fields = await allFieldsOf(c)
    const one = (name: string) => fields[name]?.[0]
    const scope = programmeScopeOfForm(c, { programme: one('programme') })
    if (!scope) return missing(c)
    const { platform, programme } = { platform: c.get('platform'), programme: scope.programme }
    const pairs = pairsIn(fields['pair'])
    const [id = '', count = ''] = [one('id'), one('count')]
    const wish = {
      id: isId('req', id) ? id : platform.newId('req'),
      programmeId: programme.id,
      pairs,
      count: /^\d{1,6}$/.test(count) ? Number(count) : 0,
      shown: pairs ? null : (one('shown') ?? ''),
    }
    const made = await acceptSuggestions(platform, programme, wish, managerOf(c))
    return made.ok
      ? c.redirect(afterMaking(paths.pairings, 'paired-several', made.value), 303)
      : page(c, scope, pairs, made.refusal)
  })
}

/** As many as a page of suggestions can tick. */
const MOST_TICKED = EXECUTIVES_PER_SUGGESTION_PAGE * MENTORS_PER_SUGGESTION

/** Null: none was ticked, so the whole best set is meant. */
function pairsIn(texts: readonly string[] = []): readonly Pair[] | null {
  const pairs = [...new Set(texts)].slice(0, MOST_TICKED).flatMap((text): readonly Pair[] => {
    const [executiveId = '', mentorId = ''] = text.split('~')
    return isId('per', executiveId) && isId('per', mentorId) ? [{ executiveId, mentorId }] : []
  })
  return pairs.length > 0 ? pairs : null
}

async function page(
  c: AppContext,
  scope: ProgrammeScope,
  ticked: readonly Pair[] | null,
  refusal: Refusal | null,
) {
  const platform = c.get('platform')
  const cast = await findCast(platform, scope.programme)
  const { pairs, cellOf, impossible, shared, overfull } = proposalOf(cast, ticked)
  const possible = pairs.filter((pair) => !impossible.includes(pair))
  const { shown, pages } = ticked
    ? { shown: [...possible, ...impossible], pages: null }
    : pageByPosition(c, paths.suggestionsAccepted, possible)
  const cells = shown.flatMap((pair) => cellOf(pair) ?? [])
  const explained = refusal && explain(refusal, identityOf(c).person)
  if (explained) c.set('refused', explained.code)
  const notice = explained ? ({ tone: 'refused', sentence: explained.sentence } as const) : null
  const hidden = {
    id: platform.newId('req'),
    programme: scope.programme.id,
    count: String(possible.length),
    ...(ticked ? {} : { shown: await hashOf(textOfPairs(pairs)) }),
  }
  return c.html(
    <AcceptancePage
      frame={frameInProgramme(c, 'pairings', scope, notice)}
      cells={cells}
      pages={pages}
      count={possible.length}
      isNoneTicked={ticked?.length === 0}
      leftOut={ticked ? impossible.length : 0}
      shared={shared}
      overfull={overfull}
      hidden={hidden}
      ticked={ticked ? possible : []}
      nameOf={await namesAround(platform, scope.programme.id, cast, cells)}
    />,
    explained?.status ?? 200,
  )
}
