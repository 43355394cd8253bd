import {
  LOG_FIELDS,
  LOG_STATE_FIELDS,
  LogPage,
  type LogData,
  type LogState,
} from '../../../web/pages/mentor/log.tsx'
import { paths } from '../../../web/pages/paths.ts'
import { EMPTY_FORM, type FormState } from '../../../web/parts/form.ts'
import type { Notice } from '../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { keepNote } from '../../actions/session/keep-note.ts'
import { logOutcome } from '../../actions/session/log-outcome.ts'
import { settleFirstMeeting } from '../../actions/session/settle-first-meeting.ts'
import type { SessionId } from '../../domain/ids.ts'
import { formatOf } from '../../domain/path/next-format.ts'
import { seen } from '../../domain/people/fields.ts'
import { type Look, lookOfMentor } from '../../domain/people/permission.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { dueDays } from '../../domain/session/commitment.ts'
import { canSettle, settledNow } from '../../domain/session/first-meeting.ts'
import { OUTCOME_REPLACEABLE_MS } from '../../domain/session/log-outcome.ts'
import type { Outcome, OutcomeResult } from '../../domain/session/outcome.ts'
import { after } from '../../domain/time/time.ts'
import { listPeople } from '../../storage/people/person.ts'
import { listCorrections } from '../../storage/session/corrections.ts'
import { findLogReading } from '../../storage/session/outcome.ts'
import { findQuestion } from '../../storage/session/question.ts'
import { listWhysOfSession } from '../../storage/session/why.ts'
import type { App, AppContext } from '../context.ts'
import type { FormFields } from '../forms/field-reader.ts'
import { fieldsOf, stringsOf } from '../forms/fields.ts'
import { suggestionsFor } from '../forms/format-choices.ts'
import { outcomeIdIn, readOutcome, resultIn, executivesToday } from '../forms/outcome.ts'
import { pulseQuestion } from '../forms/pulse.ts'
import { settledIn } from '../forms/settled.ts'
import { sheetOf } from '../frame.ts'
import { explain, type RefusalStatus } from '../refusals.ts'
import { refused } from '../responses.tsx'
import { openLink, type Opened, senderLine } from './link.ts'
import { noteOf } from './private-note.ts'

/** The mentor's log, opened from a mail without sign-in: preselected, at most four taps, idempotent. */
export function logPages(app: App): void {
  app.get(paths.log, async (c) => {
    const opened = await openLink(c, 'log', c.req.query('k'))
    if (!opened.ok) return refused(c, opened.refusal)
    const result = resultIn(c.req.query('result'))
    return page(c, opened.value, { result })
  })

  app.post(paths.log, async (c) => {
    const fields = await fieldsOf(c)
    const opened = await openLink(c, 'log', fields['k'])
    if (!opened.ok) return refused(c, opened.refusal)
    if (fields['change'] === 'yes') return page(c, opened.value, { change: true })
    if (keepsNoteOnly(fields)) return note(c, opened.value, fields)
    if (fields['settled'] !== undefined) return settle(c, opened.value, fields)

    const { reader, situation } = opened.value
    const wish = readOutcome(fields, { locale: reader.locale, today: executivesToday(situation) })
    if (!wish.ok) {
      const error = { field: wish.refusal, message: wordsFor(reader).logging.wrong[wish.refusal] }
      const form = { values: stringsOf(fields), errors: [error] }
      return page(c, opened.value, { form, note: fields['note'] }, 422)
    }

    const platform = c.get('platform')
    const by = { id: reader.id, door: 'link' } as const
    const id = outcomeIdIn(fields, platform.newId)
    const logged = await logOutcome(platform, situation.session.id, wish.value, by, id)
    const again = await openLink(c, 'log', fields['k'])
    if (!again.ok) return refused(c, again.refusal)
    if (!logged.ok) return notSaved(c, again.value, logged.refusal, fields)
    const { note: words } = fields
    const kept = words === undefined ? null : await keepNote(platform, situation, reader.id, words)
    return kept && !kept.ok ? noteRefused(c, again.value, kept.refusal, words) : page(c, again.value, {})
  })
}

/** The button of the note, which stands in the form of the log as long as that is open; or the note alone. */
function keepsNoteOnly({ keep, note, result }: FormFields): boolean {
  return keep === 'note' || (note !== undefined && result === undefined)
}

/** What the mentor keeps for himself. What he typed into the log stays there, and is not saved. */
async function note(c: AppContext, opened: Opened, fields: FormFields) {
  const { reader, situation, k } = opened
  const { note: words = '' } = fields
  const kept = await keepNote(c.get('platform'), situation, reader.id, words)
  const typed = typedInLog(fields)
  if (kept.ok) {
    const said = wordsFor(reader).privateNote
    const sentence = words.trim() === '' ? said.removed : said.kept
    return page(c, opened, { ...typed, notice: { tone: 'done', sentence } })
  }
  const again = await openLink(c, 'log', k)
  return again.ok ? noteRefused(c, again.value, kept.refusal, words, typed) : refused(c, again.refusal)
}

function noteRefused(c: AppContext, opened: Opened, refusal: Refusal, words = '', typed: Shown = {}) {
  const { status, code, sentence } = explain(refusal, opened.reader)
  c.set('refused', code)
  return page(c, opened, { ...typed, notice: { tone: 'refused', sentence }, note: words }, status)
}

function typedInLog(fields: FormFields): Shown {
  if (fields['result'] === undefined) return {}
  const form = { values: stringsOf(fields), errors: [] }
  return { change: true, form, result: resultIn(fields['result']) }
}

/** What the two said of how they go on, after their first meeting. */
async function settle(c: AppContext, { situation, reader, k }: Opened, fields: FormFields) {
  const by = { id: reader.id, door: 'link' } as const
  const { session } = situation
  const noted = await settleFirstMeeting(c.get('platform'), session.id, settledIn(fields), by)
  const again = noted.ok ? await openLink(c, 'log', k) : noted
  if (!again.ok) return refused(c, again.refusal)
  const notice = { tone: 'done', sentence: wordsFor(reader).settling.noted } as const
  return page(c, again.value, { notice })
}

/** The page with what was typed. If the form's id has saved another outcome, the page has a new id to save again. */
function notSaved(c: AppContext, opened: Opened, refusal: Refusal, fields: FormFields) {
  const { reader } = opened
  const { status, code, sentence } = explain(refusal, reader)
  c.set('refused', code)
  const isOther = code === 'id-taken'
  const notice = {
    tone: 'refused',
    sentence: isOther ? wordsFor(reader).logging.saidOther : sentence,
  } as const
  const form = { values: stringsOf(fields), errors: [] }
  return page(c, opened, { change: isOther, notice, form, note: fields['note'] }, status)
}

type Shown = {
  readonly result?: OutcomeResult | null
  readonly change?: boolean
  readonly form?: FormState
  readonly notice?: Notice
  /** What was typed and not kept. */
  readonly note?: string | undefined
}

async function page(c: AppContext, opened: Opened, shown: Shown, status: 200 | 422 | RefusalStatus = 200) {
  const { situation, reader, k } = opened
  const { session, executive, manager } = situation
  const { newId } = c.get('platform')
  const look = lookOfMentor(situation, reader.id)
  const data = seen<LogData>(look, LOG_FIELDS, {
    frame: sheetOf(c, reader, shown.notice ?? null),
    action: paths.log,
    k,
    id: newId('out'),
    otherName: executive.name,
    managerName: manager.name,
    question: await findQuestion(c.get('platform'), session.id),
    time: session.time,
    privateNote: await noteOf(c, opened, shown.note),
    sender: senderLine(situation),
    state: seen<LogState>(look, LOG_STATE_FIELDS, await stateOf(c, opened, shown, look)),
  })
  return c.html(<LogPage {...data} />, status)
}

async function stateOf(
  c: AppContext,
  { situation, reader, k }: Opened,
  shown: Shown,
  look: Look,
): Promise<LogState> {
  const { db } = c.get('platform')
  const { session, pairing, now } = situation
  const settling = canSettle(situation) ? settledNow(situation) : null
  const { logged, agreed, lastCommitment } = await findLogReading(db, session.id, pairing.id)
  const isOpen = session.status === 'fixed' || shown.change
  if (logged && logged.loggedAt + OUTCOME_REPLACEABLE_MS <= now)
    return {
      kind: 'closed',
      at: logged.loggedAt,
      result: logged.result,
      corrected: await correctedBy(c, situation),
      whys: await whysNow(c, session.id),
      settling,
    }
  if (logged && !isOpen) {
    const { words: commitment = null, dueOn = null } = agreed ?? {}
    const until = after(logged.loggedAt, OUTCOME_REPLACEABLE_MS)
    const where = { action: paths.pulse, hidden: { k }, managerName: situation.manager.name, look }
    const pulse = pulseQuestion(situation, reader.id, where)
    const needsManager = logged.needsManager && logged.loggedBy === reader.id
    const whys = whysOf(logged)
    return {
      kind: 'saved',
      result: logged.result,
      commitment,
      dueOn,
      needsManager,
      whys,
      until,
      pulse,
      settling,
    }
  }
  if (!session.time || !(isOpen || logged)) return { kind: 'gone' }
  if (session.time.end > now) return { kind: 'early' }
  return {
    kind: 'open',
    pairing: pairing.kind,
    keepsStages: situation.programme.policy.stages,
    result: shown.result ?? logged?.result ?? 'happened',
    lastCommitment,
    due: dueDays(session.zone, now),
    suggestions: suggestionsFor(formatOf(situation), reader.locale),
    form: shown.form ?? EMPTY_FORM,
  }
}

/** Who corrected the log last; where she is not known here any more, the programme's manager stands for her. */
async function correctedBy(c: AppContext, { session, manager, programme }: Opened['situation']) {
  const platform = c.get('platform')
  const [latest] = await listCorrections(platform, session.id)
  if (!latest) return null
  const [person] = latest.byId ? await listPeople(platform.db, [latest.byId], programme.id) : []
  return { by: person?.name ?? manager.name, at: latest.at }
}

/** Once the log is closed it may be corrected: then the reason can be another's. */
async function whysNow(c: AppContext, id: SessionId) {
  const said = await listWhysOfSession(c.get('platform').db, id)
  return said.flatMap(({ kind, code, byId }) => (kind === 'not-held' ? [{ code, byId, by: null }] : []))
}

function whysOf({ whyNotHeld: code, loggedBy: byId }: Outcome) {
  return code === null ? [] : [{ code, byId, by: null }]
}
