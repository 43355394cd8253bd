import { paths } from '../../../web/pages/paths.ts'
import { EMPTY_FORM } from '../../../web/parts/form.ts'
import { showAgain } from '../../actions/today/snooze.ts'
import { sendNow, undoPress } from '../../actions/undo/undo.ts'
import { isInReach } from '../../actions/write.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import { findSessionSituation } from '../../storage/situation.ts'
import { type App, type AppContext, managerOf } from '../context.ts'
import { fieldsOf } from '../forms/fields.ts'
import { namesIn, withActors } from '../names.ts'
import { missing } from '../responses.tsx'
import { afterLines, backIn, linesIn, type Pressed, pressedIn } from './after-press.ts'
import { noticeAfter } from './notice-after.ts'
import { programmeScopeOfForm } from './programme-scope.ts'
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
