import { paths } from '../../../web/pages/paths.ts'
import { EMPTY_FORM } from '../../../web/parts/form.ts'
import type { Notice, NoticeDeed } from '../../../web/parts/page-frame.ts'
import { formatTime } from '../../../web/words/moments.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { showAgain } from '../../actions/today/snooze.ts'
import { sendNow, undoPress } from '../../actions/undo/undo.ts'
import { isInReach } from '../../actions/write.ts'
import type { SessionId } from '../../domain/ids.ts'
import { managedBy } from '../../domain/people/permission.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import { after, HOUR } from '../../domain/time/time.ts'
import { findSessionSituation } from '../../storage/situation.ts'
import { findPress, type PressDone } from '../../storage/undo/press.ts'
import { type App, type AppContext, identityOf, managerOf } from '../context.ts'
import { fieldsOf } from '../forms/fields.ts'
import { namesIn, withActors } from '../names.ts'
import { missing } from '../responses.tsx'
import { afterLines, backIn, hereOf, linesIn, type Pressed, pressedIn, pressedText } from './after-press.ts'
import { programmeScope, programmeScopeOfForm } from './programme-scope.ts'
import { earlierAt } from './put-back.ts'
import { sessionPage } from './session/session.tsx'

/** Every page after a press says what it did; for a minute it can be undone there, or sent without waiting. */
export function presses(app: App): void {
  app.use(async (c, next) => {
    if (c.req.method === 'GET' && c.get('identity')) c.set('notice', await noticeAfter(c, c.req.url))
    await next()
  })

  app.post(paths.undo, (c) => undo(c))
  app.post(paths.sendNow, (c) => sendAll(c))
}

/** Sessions are as they were, and lines of Today are back. */
async function undo(c: AppContext) {
  const fields = await fieldsOf(c)
  const lines = linesIn(fields['lines'])
  const scope = programmeScopeOfForm(c, fields)
  if (!scope) return missing(c)
  const { sessions, refused } = await pressEach(c, ({ id, version }) => undoOne(c, id, version))
  const back = lines.length > 0 ? await showAgain(c.get('platform'), scope.programme.id, lines) : null
  const areBack = back?.ok && back.value > 0
  const what = back === null ? null : areBack ? 'back' : 'not-back'
  if (refused === null && sessions.length === 0 && what === null) return missing(c)
  return answerWith(c, { sessions, refused, what })
}

/** An undone press has left the version after its own, whatever happened since. */
async function undoOne(c: AppContext, id: SessionId, version: number): Promise<Result<Pressed, Refusal>> {
  const undone = await undoPress(c.get('platform'), id, version, managerOf(c))
  return undone.ok ? { ok: true, value: { id, version: version + 1 } } : undone
}

/** The letters of a press leave without waiting for its minute. */
async function sendAll(c: AppContext) {
  const { sessions, refused } = await pressEach(c, async (press) => {
    const sent = await sendNow(c.get('platform'), press.id, press.version)
    return sent.ok ? { ok: true, value: press } : sent
  })
  return refused === null && sessions.length === 0
    ? missing(c)
    : answerWith(c, { sessions, refused, what: null })
}

type Refused = { readonly situation: SessionSituation; readonly refusal: Refusal }
type Outcome = {
  readonly sessions: readonly Pressed[]
  /** The first that could not be. */
  readonly refused: Refused | null
}

/** All sessions of a press, one after the other, whatever becomes of the others. */
async function pressEach(
  c: AppContext,
  act: (press: Pressed) => Promise<Result<Pressed, Refusal>>,
): Promise<Outcome> {
  const sessions: Pressed[] = []
  let refused: Refused | null = null
  for (const press of pressedIn((await fieldsOf(c))['pressed'])) {
    const situation = await findSessionSituation(c.get('platform'), press.id)
    if (!situation || !isInReach(situation, managerOf(c))) continue
    const result = await act(press)
    if (result.ok) sessions.push(result.value)
    else refused ??= { situation, refusal: result.refusal }
  }
  return { sessions, refused }
}

/** Back where the press was; where something could not be, the page of that session says why, and what else was done. */
async function answerWith(
  c: AppContext,
  { sessions, refused, what }: Outcome & { readonly what: 'back' | 'not-back' | null },
) {
  const after = afterLines(backIn(await fieldsOf(c), paths.today), what, { sessions })
  if (!refused) return c.redirect(after, 303)
  const { situation, refusal } = refused
  const names = await withActors(c, refusal, namesIn(situation), situation.programme.id)
  const done = sessions.length > 0 || what !== null ? await noticeAfter(c, after) : null
  const now = (await findSessionSituation(c.get('platform'), situation.session.id)) ?? situation
  return sessionPage(c, now, EMPTY_FORM, refusal, names, done?.sentence)
}

/** What a press has done, as the page at this address says it. */
export async function noticeAfter(c: AppContext, address: string): Promise<Notice | null> {
  const url = new URL(address, c.req.url)
  const { person, actor } = identityOf(c)
  const { db, now } = c.get('platform')
  const words = wordsFor(person).press
  const what = url.searchParams.get('done')
  const saved =
    Object.entries(words.saved).find(([code]) => code === what)?.[1] ?? madeIn(words.made, what, url)
  const found = await Promise.all(
    pressedIn(url.searchParams.get('pressed') ?? undefined).map(async (press) => {
      const done = await findPress(db, press, managedBy(actor), now())
      return done && after(done.at, HOUR) >= now() ? { press, ...done } : null
    }),
  )
  const done = found.filter((each) => each !== null)
  const left = leftIn(wordsFor(person).several, what, url)
  const sentences = [...sentencesOf(done, person), ...(saved ? [saved] : []), ...(left ? [left] : [])]
  if (sentences.length === 0) return null
  const earlier = saved ? await earlierAt(c, url) : null
  const deeds = [...deedsOf(c, url, done), ...(earlier ? [{ ...earlier, label: words.putBack }] : [])]
  return { tone: 'done', sentence: sentences.join(' '), deeds }
}

/** A sentence with a number in it. */
function madeIn(
  words: ReturnType<typeof wordsFor>['press']['made'],
  what: string | null,
  { searchParams }: URL,
): string | undefined {
  const count = searchParams.get('count') ?? ''
  const sentence = Object.entries(words).find(([code]) => code === what)?.[1]
  return sentence && /^\d{1,6}$/.test(count) ? sentence(Number(count)) : undefined
}

/** What a press on several lines left as it was. */
function leftIn(
  { left, nothing }: ReturnType<typeof wordsFor>['several'],
  what: string | null,
  { searchParams }: URL,
): string | undefined {
  const count = searchParams.get('left') ?? ''
  const why = Object.entries(nothing).find(([code]) => code === what)?.[1]
  return why && /^[1-9]\d{0,5}$/.test(count) ? left(Number(count)) : undefined
}

type DoneOne = PressDone & { readonly press: Pressed }

/** Whoever has pressed may take back what nobody has heard of yet; lines come back too. */
function deedsOf(c: AppContext, url: URL, done: readonly DoneOne[]): readonly NoticeDeed[] {
  const { person } = identityOf(c)
  const words = wordsFor(person).press
  const open = done.filter(({ until, pressedBy }) => until !== null && pressedBy === person.id)
  const lines = url.searchParams.get('lines')
  if (open.length === 0 && !lines) return []
  const scope = programmeScope(c)
  const pressed = { ...(open.length > 0 && { pressed: pressedText(open.map(({ press }) => press)) }) }
  const around = { ...(scope && { programme: scope.programme.id }), back: hereOf(url) }
  const hidden = { ...pressed, ...(lines && { lines }), ...around }
  return [
    { action: paths.undo, hidden, label: words.undo },
    ...(open.some(({ readers }) => readers.length > 0)
      ? [{ action: paths.sendNow, hidden: { ...pressed, ...around }, label: words.sendNow }]
      : []),
  ]
}

/** One for each kind of act, with who hears of it and when. */
function sentencesOf(done: readonly DoneOne[], reader: Person): readonly string[] {
  const kinds = Map.groupBy(done, ({ acts, until }) => `${acts.join(' ')} ${until}`)
  return Array.from(kinds.values(), (alike) => sentenceOf(alike, reader))
}

function sentenceOf(alike: readonly DoneOne[], reader: Person): string {
  const { acts, done, several, willHear, isTold, areTold, nobody } = wordsFor(reader).press
  const [first] = alike
  const codes = first?.acts ?? []
  const until = first?.until ?? null
  const known = codes.flatMap((code) => Object.entries(acts).find(([each]) => each === code)?.[1] ?? [])
  const what = [...new Set(known)].join(' ') || done
  const said = alike.length > 1 ? `${several(alike.length)} ${what}` : what
  const readers = [...new Set(alike.flatMap((each) => each.readers))]
  if (readers.length === 0) return codes.includes('undone') ? said : `${said} ${nobody}`
  const names = new Intl.ListFormat(reader.locale, { type: 'conjunction' }).format(readers)
  if (until !== null) return `${said} ${willHear(names, formatTime(until, reader))}`
  return `${said} ${(readers.length === 1 ? isTold : areTold)(names)}`
}
