import { paths } from '../../../../web/pages/paths.ts'
import { changePerson } from '../../../actions/people/change.ts'
import { isId } from '../../../domain/ids.ts'
import { type Blocker, BLOCKERS } from '../../../domain/people/person.ts'
import { refuse } from '../../../domain/result.ts'
import { listMembers, type Member } from '../../../storage/people/membership.ts'
import { type App, managerOf } from '../../context.ts'
import { allFieldsOf } from '../../forms/fields.ts'
import { missing } from '../../responses.tsx'
import { programmeScopeOfForm } from '../programme-scope.ts'
import { putsBack } from '../put-back.ts'
import { lastOf, setSeveral, type Wanted, wantedIn } from '../several.ts'

/** Adds a blocker to several executives, or takes it away; their others stay. */
export function blockersOfSeveral(app: App): void {
  app.post(paths.blockers, async (c) => {
    const all = await allFieldsOf(c)
    const fields = lastOf(all)
    const scope = programmeScopeOfForm(c, fields)
    if (!scope) return missing(c)
    const platform = c.get('platform')
    const programmeId = scope.programme.id
    const executives = async () =>
      (await listMembers(platform.db, programmeId)).filter(({ roles }) => roles.includes('executive'))
    const now = await executives()
    const blocker = BLOCKERS.find((each) => each === fields['blocker'])
    const chosen = now.filter(({ id }) => all['executive']?.includes(id))
    const kept = [...wantedIn(fields['values'])].filter(([id]) => now.some((each) => each.id === id))
    const becomes = blocker ? becoming(chosen, blocker, fields['act'] === 'add') : new Map<string, string>()
    const wanted = putsBack(fields) ? new Map(kept) : becomes
    const ids = chosen.map(({ id }) => id)
    return setSeveral(c, {
      ...{ scope, fields, action: paths.blockers, said: 'blockers-several', wanted },
      ...{ chosen: ids, left: ids.filter((id) => !wanted.has(id)) },
      read: async () => new Map((await executives()).map(({ id, blockers }) => [id, textOf(blockers)])),
      set: async (id, value) => {
        if (!isId('per', id)) return refuse({ reason: 'not-found' })
        return changePerson(platform, id, { blockers: blockersIn(value) }, managerOf(c), { programmeId })
      },
      nameOf: (id) => now.find((each) => each.id === id)?.name ?? '',
    })
  })
}

/** Those for whom it is a change. */
function becoming(chosen: readonly Member[], blocker: Blocker, isAdded: boolean): Wanted {
  return new Map(
    chosen
      .filter(({ blockers }) => blockers.includes(blocker) !== isAdded)
      .map(({ id, blockers }) => [
        id,
        textOf(BLOCKERS.filter((each) => (each === blocker ? isAdded : blockers.includes(each)))),
      ]),
  )
}

function textOf(blockers: readonly Blocker[]): string {
  return BLOCKERS.filter((each) => blockers.includes(each)).join('+')
}

function blockersIn(text: string): readonly Blocker[] {
  const named = text.split('+')
  return BLOCKERS.filter((each) => named.includes(each))
}
