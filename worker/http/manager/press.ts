import { paths } from '../../../web/pages/paths.ts'
import { EMPTY_FORM } from '../../../web/parts/form.ts'
import type { Notice } from '../../../web/parts/page-frame.ts'
import { formatTime } from '../../../web/words/moments.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { sendNow, undoPress } from '../../actions/undo/undo.ts'
import { isInReach } from '../../actions/write.ts'
import { isId, type SessionId } from '../../domain/ids.ts'
import { managedBy } from '../../domain/people/permission.ts'
import type { Person } from '../../domain/people/person.ts'
import { after, HOUR } from '../../domain/time/time.ts'
import { findSessionSituation } from '../../storage/situation.ts'
import { findPress, type PressDone } from '../../storage/undo/press.ts'
import { type App, type AppContext, identityOf, managerOf } from '../context.ts'
import { fieldsOf } from '../forms/fields.ts'
import { namesIn, withActors } from '../names.ts'
import { missing } from '../responses.tsx'
import { afterPress, backIn } from './after-press.ts'
import { earlierIn } from './put-back.ts'
import { sessionPage } from './session/session.tsx'

type Press = { readonly sessionId: SessionId; readonly version: number }

/** Every page after a press says what it did; for a minute it can be undone there, or sent without waiting. */
export function presses(app: App): void {
  app.use(async (c, next) => {
    if (c.req.method === 'GET' && c.get('identity')) c.set('notice', await noticeOf(c))
    await next()
  })

  app.post(paths.undo, async (c) => {
    const { press, back } = await pressIn(c)
    if (!press) return missing(c)
    const undone = await undoPress(c.get('platform'), press.sessionId, press.version, managerOf(c))
    if (undone.ok) return c.redirect(afterPress(back, undone.value), 303)
    const situation = await findSessionSituation(c.get('platform'), press.sessionId)
    if (!situation || !isInReach(situation, managerOf(c))) return missing(c)
    const names = await withActors(c, undone.refusal, namesIn(situation), situation.programme.id)
    return sessionPage(c, situation, EMPTY_FORM, undone.refusal, names)
  })

  app.post(paths.sendNow, async (c) => {
    const { press, back } = await pressIn(c)
    const situation = press && (await findSessionSituation(c.get('platform'), press.sessionId))
    if (!press || !situation || !isInReach(situation, managerOf(c))) return missing(c)
    const sent = await sendNow(c.get('platform'), press.sessionId, press.version)
    return sent.ok
      ? c.redirect(afterPress(back, { id: press.sessionId, version: press.version }), 303)
      : sessionPage(c, situation, EMPTY_FORM, sent.refusal)
  })
}

async function noticeOf(c: AppContext): Promise<Notice | null> {
  const { person } = identityOf(c)
  const { saved: sentences } = wordsFor(person).press
  const saved = Object.entries(sentences).find(([code]) => code === c.req.query('done'))
  const earlier = saved ? await earlierIn(c) : null
  if (saved) return { tone: 'done', sentence: saved[1], ...(earlier && { earlier }) }

  const press = readPress(c.req.query('pressed') ?? '')
  const { db, now } = c.get('platform')
  const done = press && (await findPress(db, press, managedBy(identityOf(c).actor), now()))
  if (!press || !done || done.byId !== person.id || after(done.at, HOUR) < now()) return null
  const sentence = sentenceOf(done, person)
  if (done.until === null) return { tone: 'done', sentence }
  const { pathname, searchParams } = new URL(c.req.url)
  searchParams.delete('pressed')
  const back = searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
  return { tone: 'done', sentence, press: { session: press.sessionId, version: press.version, back } }
}

function sentenceOf({ act, until, readers }: PressDone, reader: Person): string {
  const { acts, done, willHear, isTold, areTold } = wordsFor(reader).press
  const said = Object.entries(acts).find(([code]) => code === act)?.[1] ?? done
  if (readers.length === 0) return said
  const names = new Intl.ListFormat(reader.locale, { type: 'conjunction' }).format(readers)
  if (until !== null) return `${said} ${willHear(names, formatTime(until, reader))}`
  return `${said} ${(readers.length === 1 ? isTold : areTold)(names)}`
}

async function pressIn(c: AppContext): Promise<{ readonly press: Press | null; readonly back: string }> {
  const fields = await fieldsOf(c)
  const { session = '', version = '' } = fields
  return { press: readPress(`${session}.${version}`), back: backIn(fields, paths.today) }
}

function readPress(text: string): Press | null {
  const [id = '', version = ''] = text.split('.')
  return isId('ses', id) && /^\d{1,9}$/.test(version) ? { sessionId: id, version: Number(version) } : null
}
