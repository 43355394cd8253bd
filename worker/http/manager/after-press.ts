import type { wordsFor } from '../../../web/words/pages/words.ts'
import type { KeptFormId } from '../../domain/ids.ts'
import type { Session } from '../../domain/session/session.ts'
import { ownPath } from '../way-back/own-path.ts'

/** The page with what the press on this session has done. */
export function afterPress(path: string, { id, version }: Pick<Session, 'id' | 'version'>): string {
  return withQuery(path, 'pressed', `${id}.${version}`)
}

/** Where a form says it came from, if that is a page of ours. */
export function backIn(fields: Readonly<Record<string, string | undefined>>, otherwise: string): string {
  return ownPath(fields['back']) ?? otherwise
}

/** The page with what was saved, by a code of `press.saved`. */
export function afterSaving(path: string, what: Saved): string {
  return withQuery(path, 'done', what)
}

export type Saved = keyof ReturnType<typeof wordsFor>['press']['saved']

/** The same, and what the setting was before, kept for its reader alone. */
export function afterSavingOver(path: string, what: Saved, earlier: KeptFormId): string {
  return withQuery(afterSaving(path, what), EARLIER, earlier)
}

/** The query parameter that names what a setting was before. */
export const EARLIER = 'earlier'

function withQuery(path: string, name: string, value: string): string {
  const [page = '', part] = path.split('#')
  const [address = '', query] = page.split('?')
  const asked = new URLSearchParams(query)
  for (const each of name === EARLIER ? [] : ['pressed', 'done', EARLIER]) asked.delete(each)
  asked.set(name, value)
  return `${address}?${asked}${part ? `#${part}` : ''}`
}
