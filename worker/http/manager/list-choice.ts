import { isId, type PersonId } from '../../domain/ids.ts'
import type { AppContext } from '../context.ts'
import { hereOf } from './after-press.ts'

/** What a list is narrowed to or sorted by, from its address; null: nothing, or nothing that is known. */
export function chosenIn<Choice extends string>(
  c: AppContext,
  name: string,
  choices: readonly Choice[],
): Choice | null {
  return choices.find((each) => each === c.req.query(name)) ?? null
}

export function personIn(c: AppContext, name: string): PersonId | null {
  const id = c.req.query(name) ?? ''
  return isId('per', id) ? id : null
}

/** Where a press in a list leads back to: the list as it is shown. A press that was refused shows it whole. */
export function hereIn(c: AppContext, path: string): string {
  const url = new URL(c.req.url)
  return url.pathname === path ? hereOf(url) : path
}
