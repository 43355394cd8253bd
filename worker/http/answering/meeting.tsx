import {
  MEETING_FIELDS,
  type MeetingData,
  MeetingPage,
  type AttendanceSaid,
} from '../../../web/pages/mentor/meeting.tsx'
import { paths } from '../../../web/pages/paths.ts'
import { formatName } from '../../../web/words/formats/words.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { reasonWords } from '../../../web/words/path/words.ts'
import { answerFor } from '../../actions/session/answer-for.ts'
import { sayAttendance } from '../../actions/session/attendance.ts'
import { chooseFormat } from '../../actions/session/choose-format.ts'
import { keepNote } from '../../actions/session/keep-note.ts'
import { type FormatId, isId } from '../../domain/ids.ts'
import { formatOf, pathOf, stepOf } from '../../domain/path/next-format.ts'
import { type NextStep, nextSteps } from '../../domain/path/next-steps.ts'
import { seen } from '../../domain/people/fields.ts'
import { lookOfMentor } from '../../domain/people/permission.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import { inviteOf } from '../../domain/session/session.ts'
import { askedOf, placeOf, type SessionSituation } from '../../domain/situation.ts'
import { after, before, HOUR } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { findLogLink } from '../../storage/letter/link.ts'
import { findToken } from '../../storage/letter/token.ts'
import { findStage } from '../../storage/path/stage.ts'
import { findQuestion } from '../../storage/session/question.ts'
import type { App, AppContext } from '../context.ts'
import { fieldsOf } from '../forms/fields.ts'
import { formatShown, stepOfSession } from '../forms/format-choices.ts'
import { sheetOf } from '../frame.ts'
import { explain } from '../refusals.ts'
import { refused } from '../responses.tsx'
import { openLink, type Opened, senderLine } from './link.ts'
import { noteOf } from './private-note.ts'

const SAYINGS = ['waiting', 'late', 'cannot', 'arrived'] as const

/** Opened from the brief, without sign-in: “I am waiting”, “I am late”, “I can’t make it”. */
export function meetingPages(app: App): void {
  app.get(paths.meeting, async (c) => {
    const opened = await openLink(c, 'meeting', c.req.query('k'))
    if (!opened.ok) return refused(c, opened.refusal)
    return page(c, opened.value, { meant: sayingIn(c.req.query('say')), said: null })
  })

  app.post(paths.meeting, async (c) => {
    const fields = await fieldsOf(c)
    const opened = await openLink(c, 'meeting', fields['k'])
    if (!opened.ok) return refused(c, opened.refusal)
    if (fields['note'] !== undefined) return note(c, opened.value, fields['note'])
    const { formatId } = fields
    if (isId('fmt', formatId ?? '')) return takeInstead(c, opened.value, formatId ?? '')
    const saying = sayingIn(fields['say'])
    if (!saying) return page(c, opened.value, { meant: null, said: null })

    const result = await say(c, opened.value, saying)
    const again = await openLink(c, 'meeting', fields['k'])
    if (!again.ok) return refused(c, again.refusal)
    return result.ok
      ? page(c, again.value, { meant: null, said: saying })
      : page(c, again.value, { meant: null, said: null, refusal: result.refusal })
  })
}

/** What the mentor keeps for himself. */
async function note(c: AppContext, opened: Opened, words: string) {
  const { reader, situation } = opened
  const kept = await keepNote(c.get('platform'), situation, reader.id, words)
  const said = wordsFor(reader).privateNote
  return kept.ok
    ? page(c, opened, { meant: null, said: null, noted: words.trim() === '' ? said.removed : said.kept })
    : page(c, opened, { meant: null, said: null, refusal: kept.refusal, note: words })
}

/** One tap takes another step than the first that comes next; the session keeps it. */
async function takeInstead(c: AppContext, { situation, reader, k }: Opened, formatId: string) {
  const by = { id: reader.id, door: 'link' } as const
  const id = takeable(situation).find((each) => each === formatId)
  const taken: Result<unknown, Refusal> = id
    ? await chooseFormat(c.get('platform'), situation.session.id, id, by)
    : refuse({ reason: 'no-such-format' })
  const again = await openLink(c, 'meeting', k)
  if (!again.ok) return refused(c, again.refusal)
  return page(c, again.value, {
    meant: null,
    said: null,
    ...(taken.ok ? { isTaken: true } : { refusal: taken.refusal }),
  })
}

/** What else can come next, the best first. */
function insteadOf(situation: SessionSituation): readonly NextStep[] {
  const current = formatOf(situation)?.id
  const steps = mayTakeInstead(situation) ? nextSteps(pathOf(situation)) : []
  return steps.filter(({ format }) => format.id !== current).slice(0, STEPS_INSTEAD)
}

/** An older page offered others, and a second tap takes what was taken. */
function takeable(situation: SessionSituation): readonly FormatId[] {
  if (!mayTakeInstead(situation)) return []
  const steps = nextSteps(pathOf(situation)).map(({ format }) => format.id)
  return [...steps, ...(situation.session.formatId ? [situation.session.formatId] : [])]
}

/** For the pairing's own mentor, until it is over or he cannot come. */
function mayTakeInstead(situation: SessionSituation): boolean {
  const { session, mentor, ownMentor, now } = situation
  return (
    session.status === 'fixed' &&
    session.time !== null &&
    session.time.end > now &&
    !hasDeclined(situation) &&
    mentor.id === ownMentor.id
  )
}

function hasDeclined({ session, mentor }: SessionSituation): boolean {
  return inviteOf(session, mentor.id)?.partstat === 'DECLINED'
}

const STEPS_INSTEAD = 2

async function say(
  c: AppContext,
  { situation, reader }: Opened,
  saying: AttendanceSaid,
): Promise<Result<unknown, Refusal>> {
  const platform = c.get('platform')
  const by = { id: reader.id, door: 'link' } as const
  const { id } = situation.session
  return saying === 'cannot'
    ? answerFor(platform, id, { personId: reader.id, partstat: 'DECLINED' }, by)
    : sayAttendance(platform, id, saying, by)
}

type Shown = {
  readonly meant: AttendanceSaid | null
  readonly said: AttendanceSaid | null
  readonly refusal?: Refusal
  /** Another step was taken. */
  readonly isTaken?: boolean
  /** What was done with his note. */
  readonly noted?: string
  /** What was typed and not kept. */
  readonly note?: string
}

async function page(c: AppContext, opened: Opened, shown: Shown) {
  const { meant, said, refusal, isTaken = false, noted } = shown
  const { situation, reader, k } = opened
  const { session, executive, pairing } = situation
  const { db } = c.get('platform')
  const explained = refusal && explain(refusal, reader)
  if (explained) c.set('refused', explained.code)
  const { taken: isKept } = wordsFor(reader).meeting
  const sentence = isTaken ? isKept : noted
  const taken = sentence === undefined ? null : ({ tone: 'done', sentence } as const)
  const sayable = sayableIn(situation)
  const isOn = session.status === 'fixed' && !hasDeclined(situation)
  const data = seen<MeetingData>(lookOfMentor(situation, reader.id), MEETING_FIELDS, {
    frame: sheetOf(c, reader, explained ? { tone: 'refused', sentence: explained.sentence } : taken),
    k,
    otherName: executive.name,
    toExecutive: askedOf(situation).id === executive.id,
    time: session.time,
    place: placeOf(situation, session),
    stage: await findStage(db, situation.programme, executive.id),
    question: await findQuestion(c.get('platform'), session.id),
    aim: pairing.aim,
    commitment: situation.lastCommitment,
    why: isOn ? reasonWords(stepOf(situation)?.reasons ?? [], reader.locale) : [],
    begins: isOn ? formatShown(situation, reader.locale) : null,
    instead: insteadOf(situation).map(({ format, reasons }) => ({
      id: format.id,
      name: formatName(format.words, reader.locale),
      why: reasonWords(reasons, reader.locale)[0] ?? null,
    })),
    track: isOn ? stepOfSession(situation) : null,
    status: session.status,
    sayable: said
      ? sayable.filter((each) => each === 'arrived' && said === 'waiting')
      : meantFirst(sayable, meant),
    meant: said ? null : meantNow(situation, sayable, meant),
    said,
    logHref: sayable.length === 0 ? await logHrefOf(c.get('platform'), opened) : null,
    privateNote: await noteOf(c, opened, shown.note),
    sender: senderLine(situation),
  })
  return c.html(<MeetingPage {...data} />, explained?.status ?? 200)
}

/** The link of the mail that asks how it went, which went to the same reader. */
async function logHrefOf(platform: Platform, { situation, link }: Opened): Promise<string | null> {
  const { session, now } = situation
  if (session.status !== 'fixed' || !session.time || session.time.end > now) return null
  const id = await findLogLink(platform.db, link, now)
  return id && `${paths.log}?${new URLSearchParams({ k: await findToken(platform, id) })}`
}

function sayableIn(situation: SessionSituation): readonly AttendanceSaid[] {
  const { session, now } = situation
  const { time } = session
  if (session.status !== 'fixed' || !time || time.end <= now || hasDeclined(situation)) return []
  return [
    ...(time.start <= now ? (['waiting', 'arrived'] as const) : []),
    ...(after(now, HOUR) >= time.start ? (['late'] as const) : []),
    ...(time.start > now ? (['cannot'] as const) : []),
  ]
}

/** Being late can be said from an hour before the start, and that nobody is there from the start. */
function meantNow(
  { session: { time }, now }: SessionSituation,
  sayable: readonly AttendanceSaid[],
  say: AttendanceSaid | null,
): MeetingData['meant'] {
  if (say === null || sayable.length === 0 || time === null) return null
  const from = { late: before(time.start, HOUR), waiting: time.start, arrived: time.start, cannot: null }[say]
  return { say, from: from !== null && from > now ? from : null }
}

function meantFirst(
  sayable: readonly AttendanceSaid[],
  meant: AttendanceSaid | null,
): readonly AttendanceSaid[] {
  return sayable.toSorted((one, other) => Number(other === meant) - Number(one === meant))
}

function sayingIn(text: string | undefined): AttendanceSaid | null {
  return SAYINGS.find((each) => each === text) ?? null
}
