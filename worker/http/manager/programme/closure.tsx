import { type ClosureData, ClosurePage } from '../../../../web/pages/manager/programme/closure.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { EMPTY_FORM } from '../../../../web/parts/form.ts'
import { closeProgramme } from '../../../actions/programme/close.ts'
import { isId } from '../../../domain/ids.ts'
import { purgeDay } from '../../../domain/programme/close.ts'
import { listPeople } from '../../../storage/people/person.ts'
import {
  findTotals,
  listClosingReaders,
  listUnwrittenClosingReaders,
} from '../../../storage/programme/close.ts'
import { listRoundsOf } from '../../../storage/session/round.ts'
import { NO_LIMIT } from '../../../storage/session/rows.ts'
import { type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import { fieldsOf } from '../../forms/fields.ts'
import { explain } from '../../refusals.ts'
import { missing } from '../../responses.tsx'
import { afterSaving } from '../after-press.ts'
import { type ProgrammeScope, programmeScopeOfPath, frameInProgramme } from '../programme-scope.ts'

/** Shows what closing a programme does, then closes it with one press. */
export function closurePages(app: App): void {
  app.get('/programmes/:id/closure', async (c) => {
    const scope = programmeScopeOfPath(c)
    return scope ? page(c, scope, null) : missing(c)
  })

  app.post('/programmes/:id/closure', async (c) => {
    const scope = programmeScopeOfPath(c)
    if (!scope) return missing(c)
    const { id = '', fixed } = await fieldsOf(c)
    const platform = c.get('platform')
    const wish = {
      id: isId('req', id) ? id : platform.newId('req'),
      programmeId: scope.programme.id,
      cancelFixed: fixed === 'cancel',
    }
    const closed = await closeProgramme(platform, wish, managerOf(c))
    if (closed.ok) return c.redirect(afterSaving(paths.closure(scope.programme.id), 'closing'), 303)
    const explained = explain(closed.refusal, identityOf(c).person)
    c.set('refused', explained.code)
    return page(c, scope, explained)
  })
}

async function page(c: AppContext, scope: ProgrammeScope, explained: ReturnType<typeof explain> | null) {
  const notice = explained ? ({ tone: 'refused', sentence: explained.sentence } as const) : null
  const data = { ...(await dataOf(c, scope)), frame: frameInProgramme(c, null, scope, notice) }
  return c.html(<ClosurePage {...data} />, explained?.status ?? 200)
}

async function dataOf(c: AppContext, { programme }: ProgrammeScope): Promise<Omit<ClosureData, 'frame'>> {
  const { db, now, newId } = c.get('platform')
  const [all, partings, unwritten, totals] = await Promise.all([
    listRoundsOf(db, programme.id),
    listClosingReaders(db, programme.id),
    listUnwrittenClosingReaders(db, programme.id, NO_LIMIT),
    findTotals(db, programme.id),
  ])
  const rounds = all.filter(({ pairing }) => pairing.status !== 'ended')
  const people = await listPeople(
    db,
    [...partings.map(({ executiveId }) => executiveId), ...rounds.map(({ pairing }) => pairing.executiveId)],
    programme.id,
  )
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return {
    programme,
    newId: newId('req'),
    rounds: rounds.filter(({ open }) => open?.status === 'offered').length,
    fixed: rounds
      .flatMap(({ open }) =>
        open?.time && open.time.end > now()
          ? [{ id: open.id, who: names.get(open.executiveId) ?? '', time: open.time }]
          : [],
      )
      .toSorted((one, other) => one.time.start - other.time.start),
    pairings: rounds.length,
    unwritten: unwritten.length,
    readers: partings
      .flatMap(({ executiveId }) => names.get(executiveId) ?? [])
      .toSorted((one, other) => one.localeCompare(other)),
    purgeOn: programme.purgeOn ?? purgeDay(now(), programme.policy),
    totals,
    form: EMPTY_FORM,
  }
}
