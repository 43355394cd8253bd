import type { SessionData } from '../../../../web/pages/manager/session/session-data.ts'
import { SessionPage } from '../../../../web/pages/manager/session/session.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { EMPTY_FORM, type FormState } from '../../../../web/parts/form.ts'
import type { Notice } from '../../../../web/parts/page-frame.ts'
import type { Names } from '../../../../web/words/refusals/telling.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import type { Session } from '../../../domain/session/session.ts'
import type { SessionSituation } from '../../../domain/situation.ts'
import { after, SECOND } from '../../../domain/time/time.ts'
import { bothOf, recordAccess } from '../../access-log.ts'
import { type App, type AppContext, identityOf } from '../../context.ts'
import { namesIn } from '../../names.ts'
import { explain } from '../../refusals.ts'
import { missing } from '../../responses.tsx'
import { afterPress } from '../after-press.ts'
import { sessionSituationFor } from '../load.ts'
import { noticeAfter } from '../notice-after.ts'
import { frameFor } from '../programme-scope.ts'
import { sessionData } from './session-data.ts'

export function sessionPages(app: App): void {
  app.get('/sessions/:id', async (c) => {
    const situation = await sessionSituationFor(c)
    if (!situation) return missing(c)
    await recordAccess(c, bothOf(situation), '/sessions/:id')
    return sessionPage(c, situation, EMPTY_FORM, null)
  })
}

/** The current page; after a refusal with its sentence and what was typed. `done`: what the same press did elsewhere. */
export async function sessionPage(
  c: AppContext,
  situation: SessionSituation,
  form: FormState,
  refusal: Refusal | null,
  names: Names | null = namesIn(situation),
  done = '',
) {
  const explained = refusal && explain(refusal, identityOf(c).person, names)
  if (explained) c.set('refused', explained.code)
  const notice = explained
    ? ({ tone: 'refused', sentence: `${done} ${explained.sentence}`.trim() } as const)
    : null
  const frame = frameFor(c, null, situation.programme.id, notice)
  const data = await sessionData(c.get('platform'), situation, frame, form)
  const still = frame.notice ? null : await stillUndoable(c, situation, data)
  return c.html(
    <SessionPage {...data} frame={still ? { ...frame, notice: still } : frame} />,
    explained?.status ?? (form.errors.length > 0 ? 422 : 200),
  )
}

/** Whoever opens the page within the minute of a press can take it back there too, whichever way she came. */
async function stillUndoable(
  c: AppContext,
  { session, programme, now }: SessionSituation,
  { history }: SessionData,
): Promise<Notice | null> {
  const last = history.at(-1)
  if (last?.door !== 'manager' || after(last.at, programme.policy.undoSeconds * SECOND) <= now) return null
  const notice = await noticeAfter(c, afterPress(paths.session(session.id), session))
  return notice?.deeds?.length ? notice : null
}

export function backToSession(c: AppContext, session: Pick<Session, 'id' | 'version'>) {
  return c.redirect(afterPress(paths.session(session.id), session), 303)
}
