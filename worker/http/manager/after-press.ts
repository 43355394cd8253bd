import type { wordsFor } from '../../../web/words/pages/words.ts'
import type { Session } from '../../domain/session/session.ts'
import { ownPath } from '../way-back/own-path.ts'

/** A code of `press.saved`. */
type Saved = keyof ReturnType<typeof wordsFor>['press']['saved']

type Pressed = Pick<Session, 'id' | 'version'>

/** The page with what the press on this session has done. */
export function afterPress(path: string, pressed: Pressed): string {
  return afterLines(path, null, { sessions: [pressed] })
}

/** Where a form says it came from, if that is a page of ours. */
export function backIn(fields: Readonly<Record<string, string | undefined>>, otherwise: string): string {
  return ownPath(fields['back']) ?? otherwise
}

/** The page with what was saved. */
export function afterSaving(path: string, what: Saved): string {
  return afterLines(path, what, {})
}

/** What a press has changed: sessions, and lines of Today by their keys. */
export type Changed = { readonly sessions?: readonly Pressed[]; readonly lines?: readonly string[] }

/** The page with all that a press has changed and can be had back; `what` became of the lines. */
export function afterLines(path: string, what: Saved | null, { sessions = [], lines = [] }: Changed): string {
  const [page = '', part] = path.split('#')
  const [address = '', query] = page.split('?')
  const asked = new URLSearchParams(query)
  for (const each of SAID) asked.delete(each)
  if (sessions.length > 0)
    asked.set('pressed', sessions.map(({ id, version }) => `${id}.${version}`).join('~'))
  if (what !== null) asked.set('done', what)
  if (lines.length > 0) asked.set('lines', lines.join('~'))
  return `${address}?${asked}${part ? `#${part}` : ''}`
}

/** What a page says of an earlier press. */
export const SAID = ['pressed', 'done', 'lines'] as const
