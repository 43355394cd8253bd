import { type Answers, ReceivedPage } from '../../../../web/pages/manager/mail/received.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { EMPTY_FORM, type FieldError, type FormState } from '../../../../web/parts/form.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { type MailAnswer, settleReceivedMail } from '../../../actions/mail/settle.ts'
import { undoAnswer } from '../../../actions/session/undo-answer.ts'
import { wordsOfMail } from '../../../domain/mail/received.ts'
import { senderOf } from '../../../domain/mail/sender.ts'
import { type SuggestedNow, suggestedNow, whyNotOption } from '../../../domain/mail/suggested-now.ts'
import { suggestedIn } from '../../../domain/mail/suggestion.ts'
import { lineOf } from '../../../domain/pairing/reporting-line.ts'
import { managedBy } from '../../../domain/people/permission.ts'
import type { Person } from '../../../domain/people/person.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../../domain/result.ts'
import { inviteOf, type Option, type Session, standingOptions } from '../../../domain/session/session.ts'
import type { SessionSituation } from '../../../domain/situation.ts'
import { type Diary, isSoft } from '../../../domain/slot/diary.ts'
import { startOfDay, wallText } from '../../../domain/time/days.ts'
import type { Instant } from '../../../domain/time/time.ts'
import { readDay } from '../../../domain/time/typed.ts'
import { waitingMailKey } from '../../../domain/today/snooze.ts'
import { findReceivedFor, type Received } from '../../../storage/mail/received.ts'
import { findPerson } from '../../../storage/people/person.ts'
import { findSessionSituation } from '../../../storage/situation.ts'
import { findDiary } from '../../../storage/slot/diary.ts'
import { bothOf, recordAccess } from '../../access-log.ts'
import { momentIn, readOwnTime } from '../../answering/own-time.ts'
import { type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import { typedByReader } from '../../forms/dates.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { whyReasonTooLong } from '../../forms/reason.ts'
import { sheetOf } from '../../frame.ts'
import { namesIn, withAnswerer } from '../../names.ts'
import { explain } from '../../refusals.ts'
import { missing } from '../../responses.tsx'
import { afterLines, afterPress, backIn } from '../after-press.ts'
import { sessionSituationFor } from '../load.ts'
import { personId } from '../people/person-form.ts'
import { frameInProgramme, programmeScope } from '../programme-scope.ts'
import { backToSession, sessionPage } from '../session/session.tsx'
import { shownSuggestion } from './shown-suggestion.ts'

type Waiting = { readonly mail: Received; readonly situation: SessionSituation | null }
type Fields = Readonly<Record<string, string | undefined>>

/** Received mails that only a human understands, and the undo of an answer that somebody else gave. */
export function receivedPages(app: App): void {
  app.get('/received/:id', async (c) => {
    const waiting = await waitingFor(c)
    if (!waiting) return missing(c)
    const { mail, situation } = waiting
    const addressee = mail.personId === null ? [] : [mail.personId]
    await recordAccess(c, [...addressee, ...(situation ? bothOf(situation) : [])], '/received/:id')
    return page(c, waiting, EMPTY_FORM, null)
  })

  app.post('/received/:id', async (c) => {
    const waiting = await waitingFor(c)
    if (!waiting) return missing(c)
    if (waiting.mail.state !== 'waiting') return page(c, waiting, EMPTY_FORM, null)
    const fields = await fieldsOf(c)
    const long = whyReasonTooLong(c, fields)
    if (long) return page(c, waiting, long, null)
    const answer = readAnswer(c, fields)
    const form = { values: stringsOf(fields), errors: answer.ok ? [] : answer.refusal }
    if (!answer.ok) return page(c, waiting, form, null)

    const settled = await settleReceivedMail(
      c.get('platform'),
      waiting.mail,
      waiting.situation,
      answer.value,
      managerOf(c),
    )
    if (settled.ok) return c.redirect(afterSettling(fields, waiting.mail, settled.value), 303)
    return page(c, (await waitingFor(c)) ?? waiting, form, settled.refusal)
  })

  app.post('/sessions/:id/answers/undo', async (c) => {
    const situation = await sessionSituationFor(c)
    const fields = await fieldsOf(c)
    const id = personId(fields['personId'] ?? '')
    if (!situation || !id) return missing(c)
    const by = managerOf(c)
    const undone = await undoAnswer(c.get('platform'), situation.session.id, id, by)
    return undone.ok ? backToSession(c, undone.value) : sessionPage(c, situation, EMPTY_FORM, undone.refusal)
  })
}

/** Back on Today: what it has changed, or that the mail is settled and can be had back. */
function afterSettling(
  fields: Fields,
  { id }: Received,
  { session, at }: { readonly session: Session | null; readonly at: Instant },
): string {
  const back = backIn(fields, paths.today)
  return session
    ? afterPress(back, session)
    : afterLines(back, 'settled', { lines: [{ key: waitingMailKey(id), at }] })
}

async function waitingFor(c: AppContext): Promise<Waiting | null> {
  const platform = c.get('platform')
  const id = (c.req.param('id') ?? '').replace(/^rcv_/, '')
  const mail = await findReceivedFor(platform.db, `rcv_${id}`, managedBy(identityOf(c).actor))
  if (!mail) return null
  return { mail, situation: mail.sessionId ? await findSessionSituation(platform, mail.sessionId) : null }
}

function readAnswer(c: AppContext, fields: Fields): Result<MailAnswer, readonly FieldError[]> {
  const { answer = '', reason } = fields
  const { person } = identityOf(c)
  switch (answer) {
    case 'ACCEPTED':
    case 'TENTATIVE':
    case 'DECLINED':
      return accept({ kind: 'partstat', partstat: answer })
    case 'none':
    case 'nothing':
      return accept({ kind: answer })
    case 'at':
    case 'later': {
      const moment =
        answer === 'at' ? momentIn(fields['start'], c.get('platform').now()) : dayAsked(c, fields)
      if (moment === null) return refuse([{ field: 'answer', message: wordsFor(person).received.answer }])
      return accept(
        answer === 'at'
          ? { kind: 'time', start: moment, reason: reason?.trim() || null }
          : { kind: 'later', notBefore: moment },
      )
    }
    case 'time': {
      const start = readOwnTime(
        { ...fields, start: undefined },
        person,
        sheetOf(c, person),
        c.get('platform').now(),
      )
      return start.ok ? accept({ kind: 'time', start: start.value, reason: reason?.trim() || null }) : start
    }
    default:
      if (answer.startsWith('opt_'))
        return accept({ kind: 'option', optionId: `opt_${answer.slice('opt_'.length)}` })
      return refuse([{ field: 'answer', message: wordsFor(person).received.answer }])
  }
}

/** The day that a mail asks for, as it was shown; or one that is typed, as it begins for the manager. */
function dayAsked(c: AppContext, { notBefore, day = '' }: Fields): Instant | null {
  if (notBefore !== undefined) return momentIn(notBefore, c.get('platform').now())
  const typed = readDay(day, typedByReader(c))
  return typed === null ? null : startOfDay(identityOf(c).person.zone, typed)
}

async function page(c: AppContext, { mail, situation }: Waiting, form: FormState, refusal: Refusal | null) {
  const scope = programmeScope(c)
  if (!scope) return missing(c)
  const names =
    refusal && situation && (await withAnswerer(c, refusal, namesIn(situation), situation.programme.id))
  const explained = refusal && explain(refusal, identityOf(c).person, names)
  if (explained) c.set('refused', explained.code)
  const notice = explained ? ({ tone: 'refused', sentence: explained.sentence } as const) : null
  const frame = frameInProgramme(c, 'today', scope, notice)
  const person = mail.personId
    ? await findPerson(c.get('platform').db, mail.personId, scope.programme.id)
    : null
  const platform = c.get('platform')
  const isJudged = mail.state === 'waiting' && situation?.programme.status === 'open'
  const diary = isJudged && situation ? await findDiary(platform, situation) : null
  const says = situation && person && diary ? suggestionOf(mail, situation, diary, person) : null
  const data = {
    frame,
    id: mail.id,
    name: person?.name ?? '',
    at: mail.at,
    why: mail.why ?? '',
    words: wordsOfMail(mail.reading),
    keptUntil: mail.wordsUntil,
    answers:
      mail.state === 'waiting' ? answersOf(situation, diary, mail, wordsFor(frame).session.title) : null,
    suggestion: says && situation ? shownSuggestion(says, mail.id, frame, namesIn(situation)) : null,
    form: form === EMPTY_FORM && says ? prefilled(says, frame) : form,
  }
  return c.html(<ReceivedPage {...data} />, explained?.status ?? (form.errors.length > 0 ? 422 : 200))
}

function suggestionOf(
  { reading }: Received,
  situation: SessionSituation,
  diary: Diary,
  addressee: Person,
): SuggestedNow | null {
  const suggested = suggestedIn(reading)
  if (!suggested) return null
  const { session, pairing, mentor, executive, assistants, now } = situation
  const from = senderOf(reading)?.address ?? null
  const writer = [addressee, executive, mentor, ...assistants].find(
    ({ email, aliases }) => from !== null && [email, ...aliases].includes(from),
  )
  const line = lineOf(situation)
  return suggestedNow(suggested, { now, session, pairing, diary, line, writer: writer ?? addressee })
}

/** A time that only a reason can fix stands in the form where a reason is written. */
function prefilled(says: SuggestedNow, { zone }: PageFrame): FormState {
  if (says.kind !== 'time' || !says.refusal || !isSoft(says.refusal)) return EMPTY_FORM
  const [date = '', time = ''] = wallText(zone, says.time.start).split('T')
  return { values: { date, time }, errors: [] }
}

function answersOf(
  situation: SessionSituation | null,
  diary: Diary | null,
  { personId: writerId }: Received,
  titleOf: (executive: string, mentor: string) => string,
): Answers {
  if (!situation) return { session: null, canAnswer: false, options: [] }
  const { session, executive, mentor, now } = situation
  const invited = writerId === mentor.id ? mentor : executive
  const line = lineOf(situation)
  const canBePicked = (each: Option) =>
    diary !== null && whyNotOption(each, { session, diary, line }) === null
  return {
    session: { id: session.id, title: titleOf(executive.name, mentor.name), time: session.time },
    canAnswer: session.status === 'fixed' && inviteOf(session, invited.id) !== null,
    options: session.status === 'offered' ? standingOptions(session.offer, now).filter(canBePicked) : [],
  }
}
