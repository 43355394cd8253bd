import { paths } from '../../../web/pages/paths.ts'
import type { Notice } from '../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { MAX_CHOSEN } from '../../domain/limits.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import { type AppContext, identityOf } from '../context.ts'
import type { FormFields } from '../forms/field-reader.ts'
import { explain } from '../refusals.ts'
import { backIn, type Saved, withLeft } from './after-press.ts'
import { noticeAfter } from './notice-after.ts'
import { boardAsChosen } from './path/board.tsx'
import { peopleAgain } from './people/people.tsx'
import type { ProgrammeScope } from './programme-scope.ts'
import { afterSetting, expectedBack, putsBack } from './put-back.ts'

/** What each of several things is to become, as it stands in a form: a value for each id. */
export type Wanted = ReadonlyMap<string, string>

export type SavedOfSeveral = Extract<Saved, 'paused-several' | 'resumed-several' | 'blockers-several'>

export type Several = {
  readonly scope: ProgrammeScope
  readonly fields: FormFields
  /** The lines that are ticked; none in a form that puts back. */
  readonly chosen: readonly string[]
  /** Those of them that stay as they are: for them it would change nothing. */
  readonly left: readonly string[]
  /** Where the form is sent, to set or to put back. */
  readonly action: string
  readonly said: SavedOfSeveral
  readonly wanted: Wanted
  /** What they are now, those of them that can be set. */
  readonly read: () => Promise<Wanted>
  readonly set: (id: string, value: string) => Promise<Result<unknown, Refusal>>
  readonly nameOf: (id: string) => string
}

/**
 * Sets several things by one press, each on its own: what cannot be is said by name, the rest is done, and can be put
 * back from the page that says so.
 */
export async function setSeveral(c: AppContext, several: Several): Promise<Response> {
  const { scope, fields, chosen, left, action, said, wanted, read, set, nameOf } = several
  const { person } = identityOf(c)
  const words = wordsFor(person).several
  const back = backIn(fields, paths.board)
  const refuse = (sentence: string) => again(c, back, chosen, { tone: 'refused', sentence })
  if (wanted.size === 0) return refuse(chosen.length > 0 ? words.nothing[said] : words.none)
  if (wanted.size > MAX_CHOSEN) return refuse(words.tooMany(MAX_CHOSEN))

  const typed = async () => ({ programme: scope.programme.id, back, values: textOf(await read(), wanted) })
  const setting = { action, read: typed }
  const before = await typed()
  const isAsSeen = !putsBack(fields) || (await expectedBack(fields, setting)(null))
  if (!isAsSeen) return refuse(explain({ reason: 'not-put-back' }, person).sentence)

  const refused: string[] = []
  for (const [id, value] of wanted) {
    const result = await set(id, value)
    if (!result.ok) refused.push(words.notDone(nameOf(id), explain(result.refusal, person).sentence))
  }
  const after = withLeft(await afterSetting(c, back, said, { setting, before, fields }), left.length)
  if (refused.length === 0) return c.redirect(after, 303)
  const done = refused.length < wanted.size ? await noticeAfter(c, after) : null
  const sentence = [done?.sentence, ...refused].filter((each) => each !== undefined).join(' ')
  return again(c, back, chosen, { tone: 'refused', sentence, deeds: done?.deeds ?? [] })
}

/** The list again, for a press on nothing that can be done. */
export function chooseFirst(c: AppContext, fields: FormFields, chosen: readonly string[]): Promise<Response> {
  const { none, noPairing } = wordsFor(identityOf(c).person).several
  const sentence = chosen.length > 0 ? noPairing : none
  return again(c, backIn(fields, paths.board), chosen, { tone: 'refused', sentence })
}

/** The values of a form that puts back, as `textOf` wrote them. */
export function wantedIn(text: string | undefined): Wanted {
  return new Map(
    (text ?? '').split(' ').flatMap((each) => {
      const [id = '', value] = each.split('=')
      return id !== '' && value !== undefined ? [[id, value] as const] : []
    }),
  )
}

/** The last value of each name, as `fieldsOf` reads it. */
export function lastOf(all: Readonly<Record<string, readonly string[]>>): FormFields {
  return Object.fromEntries(Object.entries(all).map(([name, values]) => [name, values.at(-1)]))
}

function textOf(now: Wanted, wanted: Wanted): string {
  const ids = [...wanted.keys()].toSorted()
  return ids.flatMap((id) => (now.has(id) ? [`${id}=${now.get(id)}`] : [])).join(' ')
}

/** The list that the press came from, as it was narrowed and with what was ticked, and what is said of the press. */
async function again(
  c: AppContext,
  back: string,
  chosen: readonly string[],
  notice: Notice,
): Promise<Response> {
  c.set('listed', new URL(back, c.req.url))
  const said = { notice, status: 409, chosen } as const
  return back.startsWith(paths.people) ? peopleAgain(c, said) : boardAsChosen(c, said)
}
