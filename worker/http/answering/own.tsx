import { OWN_FIELDS, type OwnData, type OwnSheet } from '../../../web/pages/answering/own-data.ts'
import { OwnPage } from '../../../web/pages/answering/own.tsx'
import { paths } from '../../../web/pages/paths.ts'
import { RefusalPage } from '../../../web/pages/public/refusal.tsx'
import { EMPTY_FORM, type FormState } from '../../../web/parts/form.ts'
import { formatWords } from '../../../web/words/formats/words.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { ownReasonWords } from '../../../web/words/path/words.ts'
import { changePairing } from '../../actions/pairing/change.ts'
import { makeWish, withdrawWish } from '../../actions/pairing/wish.ts'
import { settleOwn } from '../../actions/people/settle.ts'
import { askQuestion } from '../../actions/session/ask-question.ts'
import { markCommitment } from '../../actions/session/mark-commitment.ts'
import { sendOwnPage } from '../../actions/session/own-page.ts'
import { isId, type SessionId } from '../../domain/ids.ts'
import { OWN_LIST_FIELDS } from '../../domain/letter/fields.ts'
import { MAX_QUESTION_CHARACTERS } from '../../domain/limits.ts'
import { WISHES } from '../../domain/pairing/wish.ts'
import { AIMS } from '../../domain/path/aim.ts'
import { stepOf } from '../../domain/path/next-format.ts'
import { materialsForExecutive } from '../../domain/path/track-walk.ts'
import { seen } from '../../domain/people/fields.ts'
import { lookOf } from '../../domain/people/permission.ts'
import type { Person } from '../../domain/people/person.ts'
import { rulesOf } from '../../domain/people/presets.ts'
import { whoSees } from '../../domain/people/who-sees.ts'
import { whyClosed } from '../../domain/programme/close.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { sessionToAsk } from '../../domain/session/ask-question.ts'
import { waitingProposalOf } from '../../domain/session/waiting-answer.ts'
import { placeOf, type SessionSituation, type Situation } from '../../domain/situation.ts'
import type { Database, Platform } from '../../platform.ts'
import { hasWaitingAnswer } from '../../storage/mail/received.ts'
import { findStage } from '../../storage/path/stage.ts'
import { findPerson } from '../../storage/people/person.ts'
import { findOwnList } from '../../storage/programme/close.ts'
import { listCommitments } from '../../storage/session/outcome.ts'
import { hasPrivateNote } from '../../storage/session/private-note.ts'
import { findQuestion } from '../../storage/session/question.ts'
import { findOpenSession } from '../../storage/session/session.ts'
import { listWhys } from '../../storage/session/why.ts'
import type { App, AppContext } from '../context.ts'
import { badAddress, publishedOf } from '../feed/published.ts'
import type { FormFields } from '../forms/field-reader.ts'
import { fieldsOf, stringsOf } from '../forms/fields.ts'
import { stepOfSession } from '../forms/format-choices.ts'
import { pulseQuestion } from '../forms/pulse.ts'
import { sheetOf } from '../frame.ts'
import { readerOf } from '../refusal-page.tsx'
import { explain, type RefusalStatus } from '../refusals.ts'
import { refused } from '../responses.tsx'
import { openForOwnPage, openLink, type Opened, senderLine } from './link.ts'
import { isOfCalendar, publishOwn } from './own-calendar.ts'

const DONE = ['yes', 'partly', 'no'] as const
const YES_OR_NO = ['yes', 'no'] as const
const AIMS_OR_NONE = [...AIMS, ''] as const

/** The executive's own page: next session, his question for it, latest commitment, and wishes (a pause, another mentor). */
export function ownPages(app: App): void {
  app.get(paths.own, async (c) => {
    const opened = await openLink(c, 'own', c.req.query('k'))
    return opened.ok ? page(c, opened.value, {}) : refused(c, opened.refusal)
  })

  app.post(paths.own, async (c) => {
    const fields = await fieldsOf(c)
    if (fields['send'] !== undefined) return sendInstead(c, fields)
    const opened = await openLink(c, 'own', fields['k'])
    if (!opened.ok) return refused(c, opened.refusal)
    if ((fields['question']?.length ?? 0) > MAX_QUESTION_CHARACTERS)
      return notLeft(c, opened.value, fields, wordsFor(opened.value.reader).own.questionTooLong)

    if (isOfCalendar(fields)) return calendarGiven(c, opened.value, fields)

    const noted = await note(c.get('platform'), opened.value, fields)
    if (!noted.ok && fields['question']) return refuseQuestion(c, opened.value, fields, noted.refusal)
    if (!noted.ok) return refused(c, noted.refusal)
    const again = await openLink(c, 'own', fields['k'])
    return again.ok ? page(c, again.value, { isNoted: noted.value }) : refused(c, again.refusal)
  })
}

async function calendarGiven(c: AppContext, opened: Opened, fields: FormFields) {
  const given = await publishOwn(c.get('platform'), opened, fields)
  if (given.ok) return page(c, opened, { isNoted: true })
  if ('closed' in given.refusal) return refused(c, given.refusal.closed)
  const message = wordsFor(opened.reader).calendars.bad[given.refusal.bad]
  return page(c, opened, { calendar: badAddress(fields, message) }, 422)
}

/** From a link that opens nothing any more: the link to his own page goes to his own address, as from an invite. */
async function sendInstead(c: AppContext, { k, send }: FormFields) {
  const purpose = OF_EXECUTIVES.find((each) => each === send)
  const found = purpose ? await openForOwnPage(c, purpose, k) : refuse({ reason: 'not-found' } as const)
  if (!found.ok) return refused(c, found.refusal)
  const { sessionId, personId } = found.value
  const sent = await sendOwnPage(c.get('platform'), sessionId, { id: personId, door: 'link' })
  if (!sent.ok) return refused(c, sent.refusal)
  const { entrance, inviting } = wordsFor(readerOf(c))
  return c.html(
    <RefusalPage
      frame={sheetOf(c, readerOf(c))}
      title={entrance.sentTitle}
      sentence={inviting.ownPageSent}
      requestId={null}
      actions={[]}
    />,
  )
}

/** Links that an executive gets. */
const OF_EXECUTIVES = ['answer', 'invite', 'confirm', 'own'] as const

/** A question that was not left stands on the page as it was typed. */
function refuseQuestion(c: AppContext, opened: Opened, fields: FormFields, refusal: Refusal) {
  const { status, code, sentence } = explain(refusal, opened.reader)
  c.set('refused', code)
  const { questionOther } = wordsFor(opened.reader).own
  return notLeft(c, opened, fields, refusal.reason === 'changed-meanwhile' ? questionOther : sentence, status)
}

function notLeft(
  c: AppContext,
  opened: Opened,
  fields: FormFields,
  message: string,
  status: RefusalStatus | 422 = 422,
) {
  const form = { values: stringsOf(fields), errors: [{ field: 'question', message }] }
  return page(c, opened, { form, unsaid: fields['question'] ?? null }, status)
}

/** Whether something was said. Nothing is while the programme is closed. */
async function note(
  platform: Platform,
  { situation }: Opened,
  fields: FormFields,
): Promise<Result<boolean, Refusal>> {
  const done = DONE.find((each) => each === fields['done'])
  const wish = WISHES.find((each) => each === fields['wish'])
  const isTakenBack = fields['back'] !== undefined
  const { commitment: id = '', question } = fields
  const inWriting = YES_OR_NO.find((each) => each === fields['inWriting'])
  const aim = AIMS_OR_NONE.find((each) => each === fields['aim'])
  const isSaid = [done, wish, question, inWriting, aim].some((each) => each !== undefined)
  const closed = isSaid ? whyClosed(situation.programme) : null
  if (closed) return refuse(closed)
  const isMarked =
    done && isId('com', id) ? await markCommitment(platform, situation, { id, saidDone: done }) : true
  if (wish && isTakenBack) await withdrawWish(platform, situation, wish)
  if (wish && !isTakenBack) await makeWish(platform, situation, wish)
  const { programme, executive, pairing } = situation
  const settled = { inWriting: inWriting === 'yes' }
  const switched = inWriting
    ? await settleOwn(platform, { id: executive.id, programmeId: programme.id }, settled)
    : null
  if (switched && !switched.ok) return switched
  const by = { id: executive.id, door: 'link' } as const
  const aimed = aim === undefined ? null : await changePairing(platform, pairing.id, { aim: aim || null }, by)
  if (aimed && !aimed.ok) return aimed
  const asked =
    question === undefined
      ? null
      : await askQuestion(platform, situation.pairing.id, question, sessionIn(fields['session']))
  return asked && !asked.ok ? asked : accept(isSaid && isMarked)
}

/** The session whose page it was; null: a page from before it said so. */
function sessionIn(text: string | undefined): SessionId | null {
  return text !== undefined && isId('ses', text) ? text : null
}

type Shown = {
  readonly isNoted?: boolean
  readonly form?: FormState
  /** The form about his calendar, as it was sent. */
  readonly calendar?: FormState
  /** A question that was not left. */
  readonly unsaid?: string | null
}

async function page(
  c: AppContext,
  { situation, reader, k }: Opened,
  { isNoted = false, form = EMPTY_FORM, calendar = EMPTY_FORM, unsaid = null }: Shown,
  status: 200 | 422 | RefusalStatus = 200,
) {
  const { db } = c.get('platform')
  const { programme, pairing, ownMentor, manager } = situation
  const { purgeOn: keptUntil } = programme
  const isOver = programme.status !== 'open' && keptUntil !== null
  const [[commitment], round, stage, list, hasMail, whys, hasNote, published] = await Promise.all([
    listCommitments(db, pairing.id),
    findOpenSession(db, pairing.id),
    findStage(db, programme, pairing.executiveId),
    isOver ? findOwnList(db, programme, reader.id) : null,
    hasWaitingAnswer(db, pairing),
    listWhys(db, pairing.id),
    hasPrivateNote(db, pairing),
    publishedOf(c.get('platform'), reader.id),
  ])
  const asking = sessionToAsk({ ...situation, session: round })
  const asked = asking && (await findQuestion(c.get('platform'), asking.id))
  const standInName = await standInOf({ ...situation, session: round }, db)
  const step = stepOfSession({ ...situation, session: round })
  const look = lookOf('executive', reader.id, situation.executive)
  const where = { action: paths.pulse, hidden: { k }, managerName: manager.name, look }
  const notice = isNoted ? ({ tone: 'done', sentence: wordsFor(reader).own.noted } as const) : null
  const data = seen<OwnData>(look, OWN_FIELDS, {
    frame: sheetOf(c, reader, notice),
    k,
    closed: list && keptUntil !== null ? { list: seen(look, OWN_LIST_FIELDS, list), keptUntil } : null,
    pulse: pulseQuestion(situation, reader.id, where),
    mentorName: ownMentor.name,
    standInName,
    sender: senderLine(situation),
    seen: whoSees(situation.executive, programme, { hasStandIn: standInName !== null }),
    next: round?.time ?? null,
    waits:
      waitingProposalOf({ ...situation, session: round }, reader.id) ??
      (hasMail ? { time: null, state: 'asked' } : null),
    isPaused: pairing.status === 'paused',
    wished: situation.wishes,
    sheet: round && sheetFor({ ...situation, session: round }, reader),
    place: round && placeOf(situation, round),
    track: step && { title: step.title, step: step.step, of: step.of },
    inWriting: rulesOf(situation.executive).inWriting ?? false,
    question: asking && { sessionId: asking.id, words: asked, form },
    unsaid: asking ? null : unsaid,
    hasPrivateNote: hasNote,
    calendar: { published, form: calendar },
    commitment: commitment ?? null,
    whys,
    aim: pairing.aim,
    stage: stage ?? 'curious',
  })
  return c.html(<OwnPage {...data} />, status)
}

/** Who has the next session in his mentor's place; null: nobody. */
async function standInOf({ session, pairing }: Situation, db: Database): Promise<string | null> {
  if (!session || session.mentorId === pairing.mentorId) return null
  return (await findPerson(db, session.mentorId, pairing.programmeId))?.name ?? null
}

/** What comes next by the path, as he reads it. */
function sheetFor(situation: SessionSituation, { locale }: Person): OwnSheet | null {
  const step = stepOf(situation)
  if (!step) return null
  const { name, prepare, executiveText } = formatWords(step.format.words, locale)
  const why = ownReasonWords(step.reasons, locale)
  const ofTrack = materialsForExecutive(situation.path, step.format.id)
  return { name, why, prepare, text: executiveText, link: step.format.executiveLink, ofTrack }
}
