import {
  ENDED_FIELDS,
  type EndedSession,
  type MentorTodayData,
  MentorTodayPage,
  UPCOMING_FIELDS,
  type UpcomingSession,
} from '../../../web/pages/mentor/today.tsx'
import { paths } from '../../../web/pages/paths.ts'
import { EMPTY_FORM, type FormState } from '../../../web/parts/form.ts'
import type { Notice, PageFrame } from '../../../web/parts/page-frame.ts'
import { formatName } from '../../../web/words/formats/words.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { reasonWords } from '../../../web/words/path/words.ts'
import type { PersonId, ProgrammeId, SessionId } from '../../domain/ids.ts'
import { questionTo } from '../../domain/pairing/pulse.ts'
import type { Format } from '../../domain/path/format.ts'
import { stepOf } from '../../domain/path/next-format.ts'
import { seen } from '../../domain/people/fields.ts'
import { lookOf, lookOfMentor, programmesOf } from '../../domain/people/permission.ts'
import type { Person } from '../../domain/people/person.ts'
import { dueDays } from '../../domain/session/commitment.ts'
import { inviteOf, type Session } from '../../domain/session/session.ts'
import { placeOf } from '../../domain/situation.ts'
import { zoneOfAt } from '../../domain/slot/hours.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { listAskable } from '../../storage/pairing/pulse.ts'
import { listBeginnings } from '../../storage/path/next-format.ts'
import { hasReadGuide } from '../../storage/people/guide.ts'
import { listPeople } from '../../storage/people/person.ts'
import { findManagerNames } from '../../storage/programme/programme.ts'
import { listLatestCommitments } from '../../storage/session/outcome.ts'
import { listQuestions } from '../../storage/session/question.ts'
import { listFixedOfMentor } from '../../storage/session/session.ts'
import { type App, type AppContext, identityOf } from '../context.ts'
import { suggestionsFor } from '../forms/format-choices.ts'
import { pulseQuestion } from '../forms/pulse.ts'
import { frameOf } from '../frame.ts'
import { sheetsFor } from './sheets.ts'

/** A mentor's upcoming sessions, and those that have ended and wait for a log. */
export function minePages(app: App): void {
  app.get(paths.mine, (c) => ownSessionsPage(c, NO_LOG))
}

type TypedLog = { readonly form: FormState; readonly sessionId: SessionId | null }
const NO_LOG: TypedLog = { form: EMPTY_FORM, sessionId: null }

/** With a log that was typed and not taken, the session that it is of comes first. */
export async function ownSessionsPage(c: AppContext, { form, sessionId }: TypedLog) {
  const { actor, person } = identityOf(c)
  const frame = frameOf(c, 'mine', { notice: noticeOf(c, person) })
  const data = await dataOf(c.get('platform'), { ...person, programmeIds: programmesOf(actor) }, frame)
  const isTyped = ({ id }: EndedSession) => id === sessionId
  const ended = [...data.ended.filter(isTyped), ...data.ended.filter((each) => !isTyped(each))]
  return c.html(<MentorTodayPage {...data} ended={ended} form={form} />, form.errors.length > 0 ? 422 : 200)
}

/** Whether an answer to the pulse is missing. */
function noticeOf(c: AppContext, person: Person): Notice | null {
  const { both } = wordsFor(person).pulse
  return c.req.query('saved') === 'no' ? { tone: 'refused', sentence: both } : null
}

/** A mentor with the programmes that his sign-in opens. */
type Mentor = Person & { readonly programmeIds: readonly ProgrammeId[] }

/** The first pulse question that the mentor has not answered. */
async function pulseOf({ db }: Platform, mentor: Mentor, now: Instant): Promise<MentorTodayData['pulse']> {
  const askable = (await listAskable(db, mentor.id, mentor.programmeIds)).map((each) => ({ ...each, now }))
  const open = askable.find((each) => questionTo(each, mentor.id)?.said === null)
  if (!open) return null
  const { pairing, executiveName } = open
  const managers = await findManagerNames(db, [pairing.programmeId])
  const managerName = managers.get(pairing.programmeId) ?? ''
  const look = lookOf('mentor', mentor.id, null)
  const where = { action: paths.pairingPulse(pairing.id), hidden: {}, managerName, look }
  const question = pulseQuestion(open, mentor.id, where)
  return question && { otherName: executiveName, question }
}

async function dataOf(
  platform: Platform,
  mentor: Mentor,
  frame: PageFrame,
): Promise<Omit<MentorTodayData, 'form'>> {
  const { db, newId } = platform
  const now = platform.now()
  const sessions = await listFixedOfMentor(db, mentor.id, mentor.programmeIds)
  const ids = sessions.map(({ id }) => id)
  const [pulse, hasRead, sheetsOf, executives, commitments, managers, beginnings, questions] =
    await Promise.all([
      pulseOf(platform, mentor, now),
      hasReadGuide(db, mentor.id),
      sheetsFor(platform, mentor, ids),
      executivesOf(platform, sessions),
      listLatestCommitments(
        db,
        sessions.map(({ pairingId }) => pairingId),
      ),
      findManagerNames(
        db,
        sessions.map(({ programmeId }) => programmeId),
      ),
      listBeginnings(
        db,
        sessions.map(({ pairingId }) => pairingId),
      ),
      listQuestions(platform, ids),
    ])
  const executiveOf = ({ programmeId, executiveId }: Session) => executives.get(programmeId)?.get(executiveId)
  const nameOf = (session: Session) => executiveOf(session)?.name ?? ''
  const stepFor = (session: Session) => {
    const [beginning, executive] = [beginnings.get(session.pairingId), executiveOf(session)]
    return beginning && executive ? stepOf({ ...beginning, executive, session }) : null
  }
  const formatFor = (session: Session) => stepFor(session)?.format ?? null
  const placeFor = (session: Session) => {
    const [beginning, executive] = [beginnings.get(session.pairingId), executiveOf(session)]
    return beginning && executive ? placeOf({ ...beginning, executive }, session) : session.place
  }
  const lookAt = (session: Session) => {
    const [beginning, executive] = [beginnings.get(session.pairingId), executiveOf(session)]
    return beginning && executive
      ? lookOfMentor({ pairing: beginning.pairing, executive }, mentor.id)
      : lookOf('stand-in', mentor.id, null)
  }
  const timed = sessions.flatMap((session) => (session.time ? [{ session, time: session.time }] : []))
  return {
    frame,
    ended: timed
      .filter(({ time }) => time.end <= now)
      .toSorted((one, other) => other.time.end - one.time.end)
      .map(({ session, time }) =>
        seen<EndedSession>(lookAt(session), ENDED_FIELDS, {
          id: session.id,
          logHref: sheetsOf(session.id).log,
          outcomeId: newId('out'),
          otherName: nameOf(session),
          managerName: managers.get(session.programmeId) ?? '',
          kind: beginnings.get(session.pairingId)?.pairing.kind ?? 'mentoring',
          keepsStages: beginnings.get(session.pairingId)?.path.hasStages ?? false,
          time,
          lastCommitment: commitments.get(session.pairingId) ?? null,
          question: questions.get(session.id) ?? null,
          due: dueDays(session.zone, now),
          suggestions: suggestionsFor(formatFor(session), frame.locale),
        }),
      ),
    upcoming: timed
      .filter(({ time }) => time.end > now)
      .map(({ session, time }) =>
        seen<UpcomingSession>(lookAt(session), UPCOMING_FIELDS, {
          id: session.id,
          href: sheetsOf(session.id).page,
          otherName: nameOf(session),
          otherZone: zoneOfAt(executiveOf(session) ?? { zone: session.zone, rules: {} }, time.start),
          time,
          place: placeFor(session),
          partstat: inviteOf(session, mentor.id)?.partstat ?? 'NEEDS-ACTION',
          begins: nameIn(formatFor(session), frame),
          why: reasonWords(stepFor(session)?.reasons ?? [], frame.locale),
          aim: beginnings.get(session.pairingId)?.pairing.aim ?? null,
          commitment: commitments.get(session.pairingId) ?? null,
          question: questions.get(session.id) ?? null,
        }),
      ),
    pulse,
    isGuideNew: !hasRead,
  }
}

/** The mentor's executives, as members of each programme. */
async function executivesOf(
  { db }: Platform,
  sessions: readonly Session[],
): Promise<ReadonlyMap<ProgrammeId, ReadonlyMap<PersonId, Person>>> {
  const byProgramme = [...Map.groupBy(sessions, ({ programmeId }) => programmeId)]
  return new Map(
    await Promise.all(
      byProgramme.map(async ([programmeId, programmeSessions]) => {
        const ids = programmeSessions.map(({ executiveId }) => executiveId)
        const people = await listPeople(db, ids, programmeId)
        return [programmeId, new Map(people.map((each) => [each.id, each]))] as const
      }),
    ),
  )
}

function nameIn(format: Format | null, { locale }: PageFrame): string | null {
  return format && formatName(format.words, locale)
}
