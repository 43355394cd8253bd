import { paths } from '../../../web/pages/paths.ts'
import { EMPTY_FORM } from '../../../web/parts/form.ts'
import type { Notice, NoticeDeed } from '../../../web/parts/page-frame.ts'
import { formatTime } from '../../../web/words/moments.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { showAgain } from '../../actions/today/snooze.ts'
import { sendNow, undoPress } from '../../actions/undo/undo.ts'
import { isInReach } from '../../actions/write.ts'
import { isId, type SessionId } from '../../domain/ids.ts'
import { MAX_SNOOZE_KEY_CHARACTERS } from '../../domain/limits.ts'
import { managedBy } from '../../domain/people/permission.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import { after, earliest, HOUR } from '../../domain/time/time.ts'
import { findSessionSituation } from '../../storage/situation.ts'
import { findPress, type PressDone } from '../../storage/undo/press.ts'
import { type App, type AppContext, identityOf, managerOf } from '../context.ts'
import { fieldsOf } from '../forms/fields.ts'
import { namesIn, withActors } from '../names.ts'
import { missing, refused } from '../responses.tsx'
import { afterLines, afterSaving, backIn, SAID } from './after-press.ts'
import { programmeScope, programmeScopeOfForm } from './programme-scope.ts'
import { earlierAt } from './put-back.ts'
import { sessionPage } from './session/session.tsx'

/** What a press has left of one session. */
type Press = { readonly sessionId: SessionId; readonly version: number }

/** As many sessions as one press can change: the lines of Today that are chosen together. */
const MOST_IN_A_PRESS = 50

/** Every page after a press says what it did; for a minute it can be undone there, or sent without waiting. */
export function presses(app: App): void {
  app.use(async (c, next) => {
    if (c.req.method === 'GET' && c.get('identity')) c.set('notice', await noticeOf(c))
    await next()
  })

  app.post(paths.undo, (c) => undo(c))
  app.post(paths.sendNow, (c) =>
    toEach(c, async (press) => {
      const sent = await sendNow(c.get('platform'), press.sessionId, press.version)
      return sent.ok ? { ok: true, value: { id: press.sessionId, version: press.version } } : sent
    }),
  )
}

/** Sessions are as they were, and lines of Today are back. */
async function undo(c: AppContext) {
  const fields = await fieldsOf(c)
  const lines = linesIn(fields['lines'] ?? '')
  if (lines.length > 0) {
    const scope = programmeScopeOfForm(c, fields)
    if (!scope) return missing(c)
    const back = await showAgain(c.get('platform'), { programmeId: scope.programme.id, keys: lines })
    if (!back.ok) return refused(c, back.refusal)
  }
  if (!fields['pressed'] && lines.length > 0)
    return c.redirect(afterSaving(backIn(fields, paths.today), 'back'), 303)
  return toEach(c, ({ sessionId, version }) => undoPress(c.get('platform'), sessionId, version, managerOf(c)))
}

/** All sessions of a press, one after the other; the first that is refused shows its page, with why. */
async function toEach(
  c: AppContext,
  act: (press: Press) => Promise<Result<{ readonly id: SessionId; readonly version: number }, Refusal>>,
) {
  const fields = await fieldsOf(c)
  const sessions = []
  for (const press of pressesIn(fields['pressed'] ?? '')) {
    const situation = await findSessionSituation(c.get('platform'), press.sessionId)
    if (!situation || !isInReach(situation, managerOf(c))) return missing(c)
    const result = await act(press)
    if (!result.ok) {
      const names = await withActors(c, result.refusal, namesIn(situation), situation.programme.id)
      return sessionPage(c, situation, EMPTY_FORM, result.refusal, names)
    }
    sessions.push(result.value)
  }
  if (sessions.length === 0) return missing(c)
  return c.redirect(afterLines(backIn(fields, paths.today), null, { sessions }), 303)
}

async function noticeOf(c: AppContext): Promise<Notice | null> {
  return noticeAfter(c, c.req.url)
}

/** What a press has done, as the page at this address says it. */
export async function noticeAfter(c: AppContext, address: string): Promise<Notice | null> {
  const url = new URL(address, c.req.url)
  const { person } = identityOf(c)
  const { db, now } = c.get('platform')
  const words = wordsFor(person).press
  const saved = Object.entries(words.saved).find(([code]) => code === url.searchParams.get('done'))?.[1]
  const reach = managedBy(identityOf(c).actor)
  const found = await Promise.all(
    pressesIn(url.searchParams.get('pressed') ?? '').map((press) => findPress(db, press, reach, now())),
  )
  const done = found.filter((each) => each !== null).filter(({ at }) => after(at, HOUR) >= now())
  const sentences = [...(done.length > 0 ? [sentenceOf(done, person)] : []), ...(saved ? [saved] : [])]
  if (sentences.length === 0) return null
  const earlier = saved ? await earlierAt(c, url) : null
  const deeds = [...deedsOf(c, url, done), ...(earlier ? [{ ...earlier, label: words.putBack }] : [])]
  return { tone: 'done', sentence: sentences.join(' '), deeds }
}

/** Whoever has pressed may take it back as long as no letter of it has left; lines come back at any time. */
function deedsOf(c: AppContext, url: URL, done: readonly PressDone[]): readonly NoticeDeed[] {
  const { person } = identityOf(c)
  const words = wordsFor(person).press
  const isOpen = done.some(({ until, pressedBy }) => until !== null && pressedBy === person.id)
  const hidden = {
    ...(isOpen && { pressed: url.searchParams.get('pressed') ?? '' }),
    ...(url.searchParams.has('lines') && { lines: url.searchParams.get('lines') ?? '', ...programmeOf(c) }),
  }
  if (Object.keys(hidden).length === 0) return []
  const back = pathOf(url)
  const hasLetters = isOpen && done.some(({ readers }) => readers.length > 0)
  return [
    { action: paths.undo, hidden: { ...hidden, back }, label: words.undo },
    ...(hasLetters ? [{ action: paths.sendNow, hidden: { ...hidden, back }, label: words.sendNow }] : []),
  ]
}

/** Whose lines they are. */
function programmeOf(c: AppContext) {
  const scope = programmeScope(c)
  return scope && { programme: scope.programme.id }
}

/** The page, without what it says of an earlier press. */
function pathOf({ pathname, searchParams }: URL): string {
  const asked = new URLSearchParams(searchParams)
  for (const each of SAID) asked.delete(each)
  return asked.size > 0 ? `${pathname}?${asked}` : pathname
}

function sentenceOf(done: readonly PressDone[], reader: Person): string {
  const { acts, done: plainly, several, willHear, isTold, areTold } = wordsFor(reader).press
  const [first] = done
  const isOneAct = done.every(({ act }) => act === first?.act)
  const act = isOneAct ? Object.entries(acts).find(([code]) => code === first?.act)?.[1] : undefined
  const said = done.length === 1 ? (act ?? plainly) : `${several(done.length)} ${act ?? ''}`.trim()
  const readers = [...new Set(done.flatMap((each) => each.readers))]
  if (readers.length === 0) return said
  const names = new Intl.ListFormat(reader.locale, { type: 'conjunction' }).format(readers)
  const [next, ...others] = done.flatMap(({ until }) => until ?? [])
  if (next !== undefined) return `${said} ${willHear(names, formatTime(earliest(next, ...others), reader))}`
  return `${said} ${(readers.length === 1 ? isTold : areTold)(names)}`
}

function linesIn(text: string): readonly string[] {
  return text
    .split('~')
    .filter((key) => key !== '' && key.length <= MAX_SNOOZE_KEY_CHARACTERS)
    .slice(0, MOST_IN_A_PRESS)
}

/** As `afterPress` wrote them; what is none is left out. */
function pressesIn(text: string): readonly Press[] {
  return text
    .split('~')
    .slice(0, MOST_IN_A_PRESS)
    .flatMap((each): readonly Press[] => {
      const [id = '', version = ''] = each.split('.')
      return isId('ses', id) && /^\d{1,9}$/.test(version) ? [{ sessionId: id, version: Number(version) }] : []
    })
}
