import { isId, type PersonId } from '../../domain/ids.ts'
import type { AppContext } from '../context.ts'
import { hereOf } from './after-press.ts'

/** The address of the list that is shown: the one that was asked for, or the one a press came from. */
export function listAddress(c: AppContext): URL {
  return c.get('listed') ?? new URL(c.req.url)
}

/** What a list is narrowed to or sorted by, from its address; null: nothing, or nothing that is known. */
export function chosenIn<Choice extends string>(
  c: AppContext,
  name: string,
  choices: readonly Choice[],
): Choice | null {
  const asked = listAddress(c).searchParams.get(name)
  return choices.find((each) => each === asked) ?? null
}

export function personIn(c: AppContext, name: string): PersonId | null {
  const id = listAddress(c).searchParams.get(name) ?? ''
  return isId('per', id) ? id : null
}

/** Where a press in a list leads back to: the list as it is shown. */
export function hereIn(c: AppContext, path: string): string {
  const url = listAddress(c)
  return url.pathname === path ? hereOf(url) : path
}
