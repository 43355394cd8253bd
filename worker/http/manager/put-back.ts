import type { NoticeDeed } from '../../../web/parts/page-frame.ts'
import type { Expected } from '../../actions/expected.ts'
import { keepForm, openKeptForm } from '../../actions/sign-in/keep-form.ts'
import { isId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { hashOf } from '../../platform.ts'
import { type AppContext, identityOf } from '../context.ts'
import type { FormFields } from '../forms/field-reader.ts'
import { afterPuttingBack, afterSaving, afterSavingOver, EARLIER, type Saved } from './after-press.ts'

/** Something that a form sets: where the form is sent, and what it would send if nobody changed a field. */
export type Setting = { readonly action: string; readonly read: () => Promise<Values> }

export type Values = Readonly<Record<string, string>>

/** In a form that puts something back: the mark of what it may write over. */
const STANDING = 'standing'

/** In such a form and in the address after it: what is put back. */
export const OF = 'of'

export function putsBack(fields: FormFields): boolean {
  return fields[STANDING] !== undefined
}

/** A form that puts something back is done only while the setting is as the reader saw it. */
export function expectedBack(fields: FormFields, { read }: Setting): Expected<unknown> {
  const { [STANDING]: standing } = fields
  return standing === undefined ? () => true : async () => (await markOf(await read())) === standing
}

/** Nothing was put back: the reader learns that it is another state now. */
export function asPutBack(fields: FormFields, refusal: Refusal): Refusal {
  return putsBack(fields) && refusal.reason === 'precondition-failed' ? { reason: 'not-put-back' } : refusal
}

type Change = { readonly setting: Setting; readonly before: Values; readonly fields: FormFields }

/** The page after a setting was saved. It can be put back from there, by the same form with the values of before. */
export async function afterSetting(
  c: AppContext,
  page: string,
  what: Saved,
  { setting: { action, read }, before, fields }: Change,
): Promise<string> {
  if (putsBack(fields)) return afterPuttingBack(page, what)
  const standing = await markOf(await read())
  if (standing === (await markOf(before))) return afterSaving(page, what)
  const earlier = Object.entries({ ...before, [OF]: what, [STANDING]: standing }).map(([name, value]) => [
    name,
    [value],
  ])
  const form = { action, fields: Object.fromEntries(earlier) }
  const id = await keepForm(c.get('platform'), form, identityOf(c).person.id)
  return id === null ? afterSaving(page, what) : afterSavingOver(page, what, id)
}

/** What the page at this address offers to put back; null: nothing, or it was another reader's. */
export async function earlierAt(
  c: AppContext,
  { searchParams }: URL,
): Promise<Omit<NoticeDeed, 'label'> | null> {
  const id = searchParams.get(EARLIER) ?? ''
  const form = isId('kpt', id) && (await openKeptForm(c.get('platform'), id, identityOf(c).person.id))
  if (!form || !form.fields[STANDING]) return null
  const values = Object.entries(form.fields).map(([name, [value = '']]) => [name, value])
  return { action: form.action, hidden: Object.fromEntries(values) }
}

async function markOf(values: Values): Promise<string> {
  const sorted = Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return (await hashOf(JSON.stringify(sorted))).slice(0, 27)
}
