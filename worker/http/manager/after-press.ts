import type { wordsFor } from '../../../web/words/pages/words.ts'
import type { LineBack } from '../../actions/today/snooze.ts'
import { isId, type KeptFormId } from '../../domain/ids.ts'
import { MAX_SNOOZE_KEY_CHARACTERS } from '../../domain/limits.ts'
import type { Session } from '../../domain/session/session.ts'
import { instant } from '../../domain/time/time.ts'
import { ownPath } from '../way-back/own-path.ts'

/** A code of `press.saved`. */
export type Saved = keyof ReturnType<typeof wordsFor>['press']['saved']

/** A code of `press.made`. */
export type Made = keyof ReturnType<typeof wordsFor>['press']['made']

/** What a press has left of one session. */
export type Pressed = Pick<Session, 'id' | 'version'>

/** What a press has changed: sessions, and lines of Today that can be had back. */
export type Changed = { readonly sessions?: readonly Pressed[]; readonly lines?: readonly LineBack[] }

/** Where a form says it came from, if that is a page of ours. */
export function backIn(fields: Readonly<Record<string, string | undefined>>, otherwise: string): string {
  return ownPath(fields['back']) ?? otherwise
}

/** The page that is asked for, without what it says of an earlier press. */
export function hereOf({ pathname, searchParams }: URL): string {
  const asked = new URLSearchParams(searchParams)
  for (const each of SAID) asked.delete(each)
  return asked.size > 0 ? `${pathname}?${asked}` : pathname
}

/** The page with what the press on this session has done. */
export function afterPress(path: string, pressed: Pressed): string {
  return afterLines(path, null, { sessions: [pressed] })
}

/** The page with all that a press has changed and can be had back; `what` became of the lines. */
export function afterLines(path: string, what: Saved | null, { sessions = [], lines = [] }: Changed): string {
  return withSaid(path, {
    ...(sessions.length > 0 && { pressed: pressedText(sessions) }),
    ...(what !== null && { done: what }),
    ...(lines.length > 0 && { lines: lines.map(({ key, at }) => `${key}@${at ?? ''}`).join('~') }),
  })
}

/** As many as one press can change: the lines of Today that are chosen together. */
export const MOST_IN_A_PRESS = 50

export function pressedText(sessions: readonly Pressed[]): string {
  return sessions.map(({ id, version }) => `${id}.${version}`).join('~')
}

/** As `pressedText` wrote them; what is none is left out. */
export function pressedIn(text: string | undefined): readonly Pressed[] {
  return partsOf(text).flatMap((each): readonly Pressed[] => {
    const [id = '', version = ''] = each.split('.')
    return isId('ses', id) && /^\d{1,9}$/.test(version) ? [{ id, version: Number(version) }] : []
  })
}

/** As `afterLines` wrote them. */
export function linesIn(text: string | undefined): readonly LineBack[] {
  return partsOf(text).flatMap((each): readonly LineBack[] => {
    const [, key = '', at = ''] = /^(.+)@(\d{1,15})$/.exec(each) ?? []
    return key !== '' && key.length <= MAX_SNOOZE_KEY_CHARACTERS ? [{ key, at: instant(Number(at)) }] : []
  })
}

function partsOf(text = ''): readonly string[] {
  return text.split('~').slice(0, MOST_IN_A_PRESS)
}

/** The page with what was saved. */
export function afterSaving(path: string, what: Saved): string {
  return withSaid(path, { done: what })
}

/** The page on which something was put back: what it was. */
export function afterPuttingBack(path: string, of: Saved): string {
  return withSaid(path, { done: 'put-back', of })
}

/** The page with how many things were made. */
export function afterMaking(path: string, what: Made, count: number): string {
  return withSaid(path, { done: what, count: String(count) })
}

/** The same, and what the setting was before, kept for its reader alone. */
export function afterSavingOver(path: string, what: Saved, earlier: KeptFormId): string {
  return withSaid(path, { done: what, [EARLIER]: earlier })
}

/** A page that says what a press on several lines did, with how many of them it left as they were. */
export function withLeft(path: string, left: number): string {
  const [page, part] = path.split('#')
  return left > 0 ? `${page}&left=${left}${part ? `#${part}` : ''}` : path
}

/** The query parameter that names what a setting was before. */
export const EARLIER = 'earlier'

/** The parameters by which a page says what an earlier press has done. */
export const SAID = ['pressed', 'done', 'count', 'left', 'lines', EARLIER, 'of'] as const

function withSaid(path: string, said: Readonly<Partial<Record<(typeof SAID)[number], string>>>): string {
  const [page = '', part] = path.split('#')
  const [address = '', query] = page.split('?')
  const asked = new URLSearchParams(query)
  for (const each of SAID) asked.delete(each)
  for (const [name, value] of Object.entries(said)) asked.set(name, value)
  return `${address}?${asked}${part ? `#${part}` : ''}`
}
