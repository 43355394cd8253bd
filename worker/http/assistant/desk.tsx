import { DeskPage } from '../../../web/pages/assistant/desk.tsx'
import { paths } from '../../../web/pages/paths.ts'
import { EMPTY_FORM, type FormState } from '../../../web/parts/form.ts'
import type { ByPerson } from '../../domain/decision.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { recordAccess } from '../access-log.ts'
import { type App, type AppContext, identityOf } from '../context.ts'
import { frameOf } from '../frame.ts'
import { withAnswerer } from '../names.ts'
import { explainOutside, type RefusalStatus } from '../refusals.ts'
import { deskDataFor } from './desk-data.ts'

export function deskPages(app: App): void {
  app.get(paths.desk, async (c) => {
    const data = await deskDataFor(c.get('platform'), identityOf(c), frameOf(c, 'desk'))
    const executives = data.executives.map(({ id }) => id)
    await recordAccess(c, executives, paths.desk, 'assistant')
    return c.html(<DeskPage {...data} form={EMPTY_FORM} formOf={null} />)
  })
}

/** She acts for an executive by her own sign-in, as by a link of her own. */
export function assistantOf(c: AppContext): ByPerson & { readonly door: 'link' } {
  const { person, answersFor } = identityOf(c)
  return { id: person.id, door: 'link', reach: answersFor.map(({ programmeId }) => programmeId) }
}

/** The desk again, with what was typed for one of them and what is wrong with it. */
export async function deskAgain(
  c: AppContext,
  formOf: PersonId,
  form: FormState,
  status: RefusalStatus | 422 = 422,
) {
  const data = await deskDataFor(c.get('platform'), identityOf(c), frameOf(c, 'desk'))
  return c.html(<DeskPage {...data} form={form} formOf={formOf} />, status)
}

/** The desk as it is now, and why something could not be. */
export async function deskRefused(c: AppContext, refusal: Refusal, programmeId: ProgrammeId) {
  const { person } = identityOf(c)
  const names = await withAnswerer(c, refusal, null, programmeId)
  const { status, code, sentence } = explainOutside(refusal, person, names)
  c.set('refused', code)
  const frame = frameOf(c, 'desk', { notice: { tone: 'refused', sentence } })
  const data = await deskDataFor(c.get('platform'), identityOf(c), frame)
  return c.html(<DeskPage {...data} form={EMPTY_FORM} formOf={null} />, status)
}
