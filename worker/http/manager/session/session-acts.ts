import { paths } from '../../../../web/pages/paths.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { answerOffer } from '../../../actions/offer/answer.ts'
import { answerFor } from '../../../actions/session/answer-for.ts'
import { cancelSession } from '../../../actions/session/cancel.ts'
import { chooseFormat } from '../../../actions/session/choose-format.ts'
import { acceptCounter, refuseCounter } from '../../../actions/session/counter.ts'
import { logOutcome } from '../../../actions/session/log-outcome.ts'
import { moveSession } from '../../../actions/session/move.ts'
import type { SessionId } from '../../../domain/ids.ts'
import { viewerOf } from '../../../domain/people/permission.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { refuse, type Result } from '../../../domain/result.ts'
import type { Session } from '../../../domain/session/session.ts'
import type { SessionSituation } from '../../../domain/situation.ts'
import type { Instant } from '../../../domain/time/time.ts'
import { readDay, readTime } from '../../../domain/time/typed.ts'
import { toInstant } from '../../../domain/time/zones.ts'
import { findSessionSituation } from '../../../storage/situation.ts'
import { momentIn } from '../../answering/own-time.ts'
import { type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import { typedByReader } from '../../forms/dates.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { outcomeIdIn, readOutcome, executivesToday } from '../../forms/outcome.ts'
import { whyReasonTooLong, whyWithReason } from '../../forms/reason.ts'
import { whyNoTime } from '../../forms/typed-time.ts'
import { ownSessionsPage } from '../../mentor/mine.tsx'
import { sheetsFor } from '../../mentor/sheets.ts'
import { namesIn, namesOf } from '../../names.ts'
import { missing, refused, wantsJson } from '../../responses.tsx'
import { afterPress, afterSaving, backIn } from '../after-press.ts'
import { postDrop } from '../calendar/drag.ts'
import { sessionSituationFor, sessionIdIn } from '../load.ts'
import { formatIn } from '../path/format-form.ts'
import { personId } from '../people/person-form.ts'
import { sessionPage } from './session.tsx'

type Fields = Readonly<Record<string, string | undefined>>

/** The manager's actions on a session, each a POST to a noun. A refusal shows the same page with its sentence. */
export function sessionActs(app: App): void {
  app.post('/sessions/:id/time', async (c) => {
    if (wantsJson(c)) return postDrop(c)

    const fields = await fieldsOf(c)
    const wish = readMove(c, fields)
    if (wish) {
      const moved = await moveSession(c.get('platform'), sessionIdIn(c), wish, managerOf(c))
      if (moved.ok) return backTo(c, fields, moved.value)
      const situation = await sessionSituationFor(c)
      return situation ? done(c, situation, fields, moved) : missing(c)
    }
    return postPartialMove(c, fields)
  })

  app.post('/sessions/:id/format', async (c) => {
    const situation = await sessionSituationFor(c)
    if (!situation) return missing(c)
    const fields = await fieldsOf(c)
    const formatId = formatIn(fields['formatId'])
    const chosen = await chooseFormat(c.get('platform'), situation.session.id, formatId, managerOf(c))
    return done(c, situation, fields, chosen)
  })

  app.post('/sessions/:id/answers', async (c) => {
    const situation = await sessionSituationFor(c)
    if (!situation) return missing(c)
    const fields = await fieldsOf(c)
    if (fields['optionId'] !== undefined)
      return done(c, situation, fields, await pickFor(c, situation, fields['optionId']))
    const partstat = (['ACCEPTED', 'TENTATIVE', 'DECLINED'] as const).find(
      (each) => each === fields['partstat'],
    )
    const person = [situation.executive, situation.mentor].find(({ id }) => id === fields['personId'])
    if (!partstat || !person) return missing(c)

    const answer = { personId: person.id, partstat }
    return done(
      c,
      situation,
      fields,
      await answerFor(c.get('platform'), situation.session.id, answer, managerOf(c)),
    )
  })

  app.post('/sessions/:id/cancellation', async (c) => {
    const situation = await sessionSituationFor(c)
    if (!situation) return missing(c)
    const fields = await fieldsOf(c)
    const wish = { reopen: fields['reopen'] !== undefined }
    return done(
      c,
      situation,
      fields,
      await cancelSession(c.get('platform'), situation.session.id, wish, managerOf(c)),
    )
  })

  app.post('/sessions/:id/outcome', async (c) => {
    const situation = await findSessionSituation(c.get('platform'), sessionIdIn(c))
    const { actor } = identityOf(c)
    const viewer = situation && viewerOf(actor, situation.session)
    if (!situation || (viewer !== 'manager' && viewer !== 'mentor')) return missing(c)

    const fields = await fieldsOf(c)
    const outcome = readOutcome(fields, { ...typedByReader(c), today: executivesToday(situation) })
    if (!outcome.ok) {
      const message = wordsFor(identityOf(c).person).logging.wrong[outcome.refusal]
      const form = { values: stringsOf(fields), errors: [{ field: outcome.refusal, message }] }
      return viewer === 'manager'
        ? sessionPage(c, situation, form, null)
        : ownSessionsPage(c, { form, sessionId: situation.session.id })
    }
    const by = { id: actor.personId, door: viewer === 'manager' ? ('manager' as const) : ('link' as const) }
    const platform = c.get('platform')
    const id = outcomeIdIn(fields, platform.newId)
    const logged = await logOutcome(platform, situation.session.id, outcome.value, by, id)
    if (viewer === 'mentor')
      return logged.ok ? c.redirect(await afterLog(c, situation.session.id), 303) : refused(c, logged.refusal)
    return done(c, situation, fields, logged)
  })

  app.post('/sessions/:id/counters/:counterId/acceptance', async (c) => {
    const situation = await sessionSituationFor(c)
    if (!situation) return missing(c)
    const fields = await fieldsOf(c)
    const long = whyReasonTooLong(c, fields)
    if (long) return sessionPage(c, situation, long, null)
    const { reason, ...others } = fields
    const wish = { proposalId: proposalOf(c), reason: reason?.trim() || null }
    return done(
      c,
      situation,
      // Its reason stands in its own form, and not in the one for a move.
      others,
      await acceptCounter(c.get('platform'), situation.session.id, wish, managerOf(c)),
    )
  })

  app.post('/sessions/:id/counters/:counterId/refusal', async (c) => {
    const situation = await sessionSituationFor(c)
    if (!situation) return missing(c)
    const wish = { proposalId: proposalOf(c) }
    return done(
      c,
      situation,
      await fieldsOf(c),
      await refuseCounter(c.get('platform'), situation.session.id, wish, managerOf(c)),
    )
  })
}

/** The log's own page, where it can be changed and what was settled be noted, once its mail is written. */
async function afterLog(c: AppContext, id: SessionId): Promise<string> {
  const sheetsOf = await sheetsFor(c.get('platform'), identityOf(c).person, [id])
  return sheetsOf(id).log ?? afterSaving(paths.mine, 'told')
}

/** She was told by phone which of the times it is. A page that shows an earlier offer picks nothing of this one. */
async function pickFor(
  c: AppContext,
  { session }: SessionSituation,
  optionId: string,
): Promise<Result<Session, Refusal>> {
  const { offer } = session
  const option = offer?.options.find(({ id }) => id === optionId)
  if (!offer || !option) return refuse({ reason: 'offer-superseded' })
  const wish = { kind: 'option', offerId: offer.id, optionId: option.id, move: false } as const
  return answerOffer(c.get('platform'), session.id, wish, managerOf(c))
}

async function done(
  c: AppContext,
  situation: SessionSituation,
  fields: Fields,
  result: Result<Session, Refusal>,
) {
  if (result.ok) return backTo(c, fields, result.value)
  const now = (await sessionSituationFor(c)) ?? situation
  // A stand-in is judged by his own diary, so the sentence is about him.
  const mentorId = mentorIn(fields) ?? now.session.mentorId
  const names = await namesOf(c, { ...now.session, mentorId })
  const form = { values: stringsOf(fields), errors: whyWithReason(c, fields, result.refusal) }
  return sessionPage(c, now, form, result.refusal, names ?? namesIn(now))
}

/** Where the form says it came from, else the session's page. */
function backTo(c: AppContext, fields: Fields, session: Session) {
  return c.redirect(afterPress(backIn(fields, paths.session(session.id)), session), 303)
}

/** Reads a move in the manager's zone; null if a field is wrong, or no new time is given. */
function readMove(c: AppContext, fields: Fields) {
  const start = startOf(c, fields)
  if (start === null || whyReasonTooLong(c, fields)) return null
  return { start, ...detailsIn(fields) }
}

/** Everything of a move but its time. */
function detailsIn(fields: Fields) {
  const { minutes, reason = fields['standInReason'] } = fields
  return { minutes: Number(minutes) || null, reason: reason?.trim() || null, mentorId: mentorIn(fields) }
}

/** A change of mentor alone keeps the time; anything else gives an error at its field. */
async function postPartialMove(c: AppContext, fields: Fields) {
  const situation = await sessionSituationFor(c)
  if (!situation) return missing(c)
  const long = whyReasonTooLong(c, fields)
  if (long) return sessionPage(c, situation, long, null)
  const { mentorId, date = '', time = '' } = fields
  const { session } = situation
  if (!mentorId || date || time || !session.time)
    return sessionPage(c, situation, { values: stringsOf(fields), errors: whyNoTime(c, fields) }, null)

  const wish = { start: session.time.start, ...detailsIn(fields) }
  return done(c, situation, fields, await moveSession(c.get('platform'), session.id, wish, managerOf(c)))
}

/** The form for a stand-in sends `withId`, the form for a move `mentorId`. */
function mentorIn({ withId, mentorId }: Fields) {
  return personId(withId ?? mentorId ?? '')
}

/** A free time that was picked, or what was typed. */
function startOf(c: AppContext, { start, date = '', time = '' }: Fields): Instant | null {
  const picked = date === '' && time === '' ? momentIn(start, c.get('platform').now()) : null
  if (picked !== null) return picked
  const [day, wall] = [readDay(date, typedByReader(c)), readTime(time)]
  return day !== null && wall !== null ? toInstant(identityOf(c).person.zone, day, wall) : null
}

function proposalOf(c: AppContext): `ctr_${string}` {
  return `ctr_${(c.req.param('counterId') ?? '').replace(/^ctr_/, '')}`
}
