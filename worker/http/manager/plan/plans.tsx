import { PlanRowPage } from '../../../../web/pages/manager/plan/plan-row.tsx'
import { PlanPage } from '../../../../web/pages/manager/plan/plan.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import type { Names } from '../../../../web/words/refusals/telling.ts'
import { changePlanRow, type RowChange } from '../../../actions/plan/change-row.ts'
import { confirmPlan } from '../../../actions/plan/confirm.ts'
import { makePlan } from '../../../actions/plan/make.ts'
import type { PairingId } from '../../../domain/ids.ts'
import { LINES_PER_LIST_PAGE } from '../../../domain/limits.ts'
import type { Pairing } from '../../../domain/pairing/pairing.ts'
import { manages } from '../../../domain/people/permission.ts'
import { type KeptPlan, unsentFirst } from '../../../domain/plan/plan.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { fromIso, iso } from '../../../domain/time/time.ts'
import { findPairing, listPairings } from '../../../storage/pairing/pairing.ts'
import { findPlan } from '../../../storage/plan/plan.ts'
import { bothIn, recordAccess } from '../../access-log.ts'
import { type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import { allFieldsOf } from '../../forms/fields.ts'
import { namesOf } from '../../names.ts'
import { explain } from '../../refusals.ts'
import { missing, refused } from '../../responses.tsx'
import { afterMaking, afterSaving } from '../after-press.ts'
import { pageByPosition } from '../list-page.ts'
import { chosenPairings } from '../pairing/statuses.ts'
import { frameFor } from '../programme-scope.ts'
import { chooseFirst, lastOf } from '../several.ts'
import { planData, planRowData } from './plan-data.ts'

/** The plan of the next round of a programme: make, read, change, confirm. */
export function planPages(app: App): void {
  app.post('/programmes/:id/plans', async (c) => {
    const { actor, person } = identityOf(c)
    const programmeId = `prg_${c.req.param('id').replace('prg_', '')}` as const
    if (!manages(actor, programmeId)) return missing(c)
    const platform = c.get('platform')
    const fields = await allFieldsOf(c)
    const standIns = fields['standIns'] !== undefined
    // From a list on which several are chosen: for their pairings alone.
    const pairings = fields['several'] ? await listPairings(platform.db, programmeId) : null
    const only = pairings && chosenPairings(pairings, fields).map(({ id }) => id)
    if (only?.length === 0)
      return chooseFirst(c, lastOf(fields), [...(fields['pairing'] ?? []), ...(fields['executive'] ?? [])])
    const made = await makePlan(platform, {
      id: platform.newId('pln'),
      programmeId,
      standIns,
      madeBy: person.id,
      ...(only && { only }),
    })
    return made.ok
      ? c.redirect(afterSaving(paths.plan(made.value.id), 'planned'), 303)
      : refused(c, made.refusal)
  })

  app.get('/plans/:id', async (c) => {
    const plan = await planFor(c)
    return plan ? planPage(c, plan) : missing(c)
  })

  app.post('/plans/:id/confirmation', async (c) => {
    const plan = await planFor(c)
    if (!plan) return missing(c)
    const confirmed = await confirmPlan(c.get('platform'), plan.id, managerOf(c))
    return confirmed.ok
      ? c.redirect(afterMaking(paths.plan(plan.id), 'offers', sentOf(confirmed.value) - sentOf(plan)), 303)
      : refused(c, confirmed.refusal)
  })

  app.get('/plans/:id/rows/:pairingId', async (c) => {
    const plan = await planFor(c)
    if (!plan) return missing(c)
    const shown = await rowPage(c, plan, pairingIn(c), null)
    const both = shown.ok ? await pairInRow(c, plan) : null
    if (both) await recordAccess(c, bothIn(both), '/plans/:id/rows/:pairingId')
    return shown
  })

  app.post('/plans/:id/rows/:pairingId', async (c) => {
    const plan = await planFor(c)
    if (!plan) return missing(c)
    const fields = await allFieldsOf(c)
    const change = changeIn(fields)
    if (!change)
      return rowPage(
        c,
        plan,
        pairingIn(c),
        wordsFor(identityOf(c).person).plans.choose5,
        fields['time'] ?? [],
      )
    const changed = await changePlanRow(c.get('platform'), plan.id, pairingIn(c), change)
    if (changed.ok) return c.redirect(rowPath(c, plan, change), 303)
    const names = await namesInRow(c, plan)
    return rowPage(c, plan, pairingIn(c), sentenceFor(c, changed.refusal, names))
  })
}

function sentOf({ rows }: KeptPlan): number {
  return rows.filter(({ state }) => state === 'sent').length
}

const ROW_SAID = { times: 'row-times', drop: 'row-dropped', keep: 'row-kept' } as const

/** The plan, at the row that was changed. */
function rowPath(c: AppContext, { id, rows }: KeptPlan, { kind }: RowChange): string {
  const pairing = pairingIn(c)
  const place = unsentFirst(rows).findIndex(({ pairingId }) => pairingId === pairing)
  const start = place - (place % LINES_PER_LIST_PAGE)
  const page = start > 0 ? `${paths.plan(id)}?from=${start + 1}` : paths.plan(id)
  return afterSaving(`${page}#${pairing}`, ROW_SAID[kind])
}

async function planFor(c: AppContext): Promise<KeptPlan | null> {
  const plan = await findPlan(c.get('platform').db, `pln_${(c.req.param('id') ?? '').replace('pln_', '')}`)
  return plan && manages(identityOf(c).actor, plan.programmeId) ? plan : null
}

function pairingIn(c: AppContext): PairingId {
  return `pai_${(c.req.param('pairingId') ?? '').replace('pai_', '')}`
}

function changeIn({ change, time = [] }: Readonly<Record<string, readonly string[]>>): RowChange | null {
  const kind = change?.[0]
  if (kind === 'drop' || kind === 'keep') return { kind }
  const starts = time.flatMap((text) => fromIso(text) ?? [])
  return starts.length >= 1 && starts.length <= 5 ? { kind: 'times', starts } : null
}

async function namesInRow(c: AppContext, plan: KeptPlan): Promise<Names | null> {
  const both = await pairInRow(c, plan)
  return both ? namesOf(c, both) : null
}

/** Who would meet by this row: its mentor can be a stand-in. */
async function pairInRow(c: AppContext, plan: KeptPlan): Promise<Pairing | null> {
  const row = plan.rows.find(({ pairingId }) => pairingId === pairingIn(c))
  const pairing = row && (await findPairing(c.get('platform').db, row.pairingId))
  return pairing ? { ...pairing, mentorId: row.mentorId } : null
}

async function planPage(c: AppContext, plan: KeptPlan) {
  const frame = frameFor(c, 'pairings', plan.programmeId)
  const data = await planData(c.get('platform'), plan, frame, {
    sentenceOf: (refusal, names) => sentenceFor(c, refusal, names),
    page: (lines) => pageByPosition(c, paths.plan(plan.id), lines),
  })
  return c.html(<PlanPage {...data} />)
}

/** With `ticked`, what was sent is chosen instead of what the plan holds. */
async function rowPage(
  c: AppContext,
  plan: KeptPlan,
  pairingId: PairingId,
  sentence: string | null,
  ticked: readonly string[] | null = null,
) {
  const notice = sentence ? ({ tone: 'refused', sentence } as const) : null
  const frame = frameFor(c, 'pairings', plan.programmeId, notice)
  const data = await planRowData(c.get('platform'), plan, pairingId, frame)
  if (!data) return missing(c)
  const times = ticked
    ? data.times.map((time) => ({ ...time, isChosen: ticked.includes(iso(time.start)) }))
    : data.times
  return c.html(<PlanRowPage {...data} times={times} />, sentence ? 422 : 200)
}

function sentenceFor(c: AppContext, refusal: Refusal, names: Names | null = null): string {
  return explain(refusal, identityOf(c).person, names).sentence
}
