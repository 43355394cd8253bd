import type { wordsFor } from '../../../web/words/pages/words.ts'
import type { KeptFormId } from '../../domain/ids.ts'
import type { Session } from '../../domain/session/session.ts'
import { ownPath } from '../way-back/own-path.ts'

/** A code of `press.saved`. */
export type Saved = keyof ReturnType<typeof wordsFor>['press']['saved']

type Pressed = Pick<Session, 'id' | 'version'>

/** What a press has changed: sessions, and lines of Today by their keys. */
export type Changed = { readonly sessions?: readonly Pressed[]; readonly lines?: readonly string[] }

/** Where a form says it came from, if that is a page of ours. */
export function backIn(fields: Readonly<Record<string, string | undefined>>, otherwise: string): string {
  return ownPath(fields['back']) ?? otherwise
}

/** The page with what the press on this session has done. */
export function afterPress(path: string, pressed: Pressed): string {
  return afterLines(path, null, { sessions: [pressed] })
}

/** The page with all that a press has changed and can be had back; `what` became of the lines. */
export function afterLines(path: string, what: Saved | null, { sessions = [], lines = [] }: Changed): string {
  return withSaid(path, {
    ...(sessions.length > 0 && { pressed: sessions.map(({ id, version }) => `${id}.${version}`).join('~') }),
    ...(what !== null && { done: what }),
    ...(lines.length > 0 && { lines: lines.join('~') }),
  })
}

/** The page with what was saved. */
export function afterSaving(path: string, what: Saved): string {
  return withSaid(path, { done: what })
}

/** The same, and what the setting was before, kept for its reader alone. */
export function afterSavingOver(path: string, what: Saved, earlier: KeptFormId): string {
  return withSaid(path, { done: what, [EARLIER]: earlier })
}

/** The query parameter that names what a setting was before. */
export const EARLIER = 'earlier'

/** The parameters by which a page says what an earlier press has done. */
export const SAID = ['pressed', 'done', 'lines', EARLIER] as const

function withSaid(path: string, said: Readonly<Partial<Record<(typeof SAID)[number], string>>>): string {
  const [page = '', part] = path.split('#')
  const [address = '', query] = page.split('?')
  const asked = new URLSearchParams(query)
  for (const each of SAID) asked.delete(each)
  for (const [name, value] of Object.entries(said)) asked.set(name, value)
  return `${address}?${asked}${part ? `#${part}` : ''}`
}
