import type { ContentfulStatusCode } from 'hono/utils/http-status'

import { DESK_SESSION_FIELDS, type DeskSessionData } from '../../../web/pages/assistant/session-data.ts'
import { DeskSessionPage } from '../../../web/pages/assistant/session.tsx'
import { paths } from '../../../web/pages/paths.ts'
import { EMPTY_FORM, type FieldError, type FormState } from '../../../web/parts/form.ts'
import type { Notice } from '../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { answerFor } from '../../actions/session/answer-for.ts'
import { recordCounter, withdrawProposal } from '../../actions/session/counter.ts'
import { moveSession } from '../../actions/session/move.ts'
import { isId } from '../../domain/ids.ts'
import { seen } from '../../domain/people/fields.ts'
import { lookOf } from '../../domain/people/permission.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { inviteOf } from '../../domain/session/session.ts'
import { waitingProposalOf } from '../../domain/session/waiting-answer.ts'
import { placeOf, type SessionSituation } from '../../domain/situation.ts'
import { isSoft } from '../../domain/slot/diary.ts'
import { zoneOfAt } from '../../domain/slot/hours.ts'
import { slotAt } from '../../domain/slot/slot.ts'
import { before, DAY, type Instant, latest } from '../../domain/time/time.ts'
import { recordAccess } from '../access-log.ts'
import { freeChoices } from '../answering/free-choices.ts'
import { errorsAtTime, freeStart, readOwnTime } from '../answering/own-time.ts'
import { takenBackBy } from '../answering/taken-back.ts'
import { type App, type AppContext, identityOf } from '../context.ts'
import type { FormFields } from '../forms/field-reader.ts'
import { fieldsOf, stringsOf } from '../forms/fields.ts'
import { frameOf } from '../frame.ts'
import { afterSaving, type Saved } from '../manager/after-press.ts'
import { explainOutside } from '../refusals.ts'
import { missing } from '../responses.tsx'
import { assistantOf } from './desk.tsx'
import { type AtDesk, findAtDesk } from './load.ts'

/** One date: moved to a free time of both, given back, or kept after all. */
export function deskSessionPages(app: App): void {
  app.get('/desk/sessions/:id', async (c) => {
    const found = await foundIn(c)
    if (!found) return missing(c)
    await recordAccess(c, [found.situation.executive.id], '/desk/sessions/:id', 'assistant')
    return page(c, found, { from: c.req.query('from') })
  })

  app.post('/desk/sessions/:id/time', async (c) => {
    const fields = await fieldsOf(c)
    const found = await foundIn(c)
    if (!found) return missing(c)
    const start = startIn(c, fields, found.situation.now)
    if (!start.ok) {
      const form = { values: stringsOf(fields), errors: start.refusal }
      return page(c, found, { form, from: fields['from'] }, 422)
    }
    return say(c, found, fields, await move(c, found.situation, start.value))
  })

  app.post('/desk/sessions/:id/answers', async (c) => {
    const fields = await fieldsOf(c)
    const found = await foundIn(c)
    return found ? say(c, found, fields, await answer(c, found.situation, fields)) : missing(c)
  })
}

async function foundIn(c: AppContext): Promise<AtDesk | null> {
  const id = c.req.param('id') ?? ''
  return isId('ses', id) ? findAtDesk(c, { session: id }) : null
}

function startIn(c: AppContext, fields: FormFields, now: Instant): Result<Instant, readonly FieldError[]> {
  const { person } = identityOf(c)
  const free = freeStart(fields['choice'], now)
  if (free !== null) return accept(free)
  if (fields['choice'] !== 'own')
    return refuse([{ field: 'choice', message: wordsFor(person).desk.chooseOne, at: 'choice-own' }])
  return readOwnTime(fields, person, frameOf(c, 'desk'), now)
}

/** At once where both are free; where a person has to agree, it is proposed, and the date stands until then. */
async function move(
  c: AppContext,
  { session, executive }: SessionSituation,
  start: Instant,
): Promise<Result<Saved, Refusal>> {
  const platform = c.get('platform')
  const by = assistantOf(c)
  const moved = await moveSession(platform, session.id, { start, minutes: null, reason: null }, by)
  if (moved.ok) return accept('desk-moved')
  if (!isSoft(moved.refusal) && moved.refusal.reason !== 'human-decides') return moved
  const time = slotAt(start, session.minutes)
  const asked = await recordCounter(platform, session.id, { time, personId: executive.id, by })
  return asked.ok ? accept('desk-asked') : asked
}

async function answer(
  c: AppContext,
  { session, executive }: SessionSituation,
  fields: FormFields,
): Promise<Result<Saved, Refusal>> {
  const platform = c.get('platform')
  const by = assistantOf(c)
  const { answer: said, proposal: proposalId = '' } = fields
  if (said === 'take-back' && isId('ctr', proposalId)) {
    const taken = await withdrawProposal(platform, session.id, { proposalId }, by)
    return taken.ok ? accept('desk-taken') : taken
  }
  if (said !== 'decline' && said !== 'accept') return refuse({ reason: 'not-found' })
  const partstat = said === 'decline' ? 'DECLINED' : 'ACCEPTED'
  const answered = await answerFor(platform, session.id, { personId: executive.id, partstat }, by)
  if (!answered.ok) return answered
  return accept(said === 'decline' ? 'desk-given' : 'desk-suits')
}

/** Back at the desk with what was done, or the same page with why not. */
async function say(c: AppContext, found: AtDesk, fields: FormFields, result: Result<Saved, Refusal>) {
  if (result.ok) {
    const { executive } = found.situation
    return c.redirect(afterSaving(`${paths.desk}#${executive.id}`, result.value), 303)
  }
  const { status, code, sentence } = explainOutside(result.refusal, identityOf(c).person)
  c.set('refused', code)
  const now = (await foundIn(c)) ?? found
  const errors = fields['choice'] === 'own' ? errorsAtTime(result.refusal, sentence) : []
  const form = { values: stringsOf(fields), errors }
  const notice = errors.length > 0 ? null : ({ tone: 'refused', sentence } as const)
  return page(c, now, { form, from: fields['from'], notice }, status)
}

type Shown = {
  readonly form?: FormState
  readonly from?: string | undefined
  readonly notice?: Notice | null
}

function page(
  c: AppContext,
  found: AtDesk,
  { form = EMPTY_FORM, from: asked, notice = null }: Shown,
  status: ContentfulStatusCode = 200,
) {
  const { person } = identityOf(c)
  const { situation } = found
  const { session, executive, mentor } = situation
  const state = stateOf(situation)
  const href = (day: string | null) =>
    `${paths.deskSession(session.id)}${day === null ? '' : `?from=${day}`}#free-times`
  const start = latest(situation.now, before(session.time?.start ?? situation.now, NEAR_MS))
  const avoid = session.time ? [session.time] : []
  const { free, from } = freeChoices(found, { href, avoid, start, from: asked })
  const data = seen<DeskSessionData>(lookOf('assistant', person.id, executive), DESK_SESSION_FIELDS, {
    frame: frameOf(c, 'desk', { notice }),
    id: session.id,
    executiveName: executive.name,
    clock: (moment) => zoneOfAt(executive, moment),
    mentorName: mentor.name,
    minutes: session.minutes,
    place: placeOf(situation, session),
    time: session.time,
    partstat: session.time && (inviteOf(session, executive.id)?.partstat ?? 'NEEDS-ACTION'),
    state,
    waits: waitingProposalOf(situation, person.id),
    takeBack: state === 'open' || state === 'given-back' ? takenBackBy({ situation, reader: person }) : null,
    free,
    from,
    form,
  })
  return c.html(<DeskSessionPage {...data} />, status)
}

/** Near the date first, as on the page of its invite. */
const NEAR_MS = 3 * DAY

function stateOf({ session, executive, now }: SessionSituation): DeskSessionData['state'] {
  if (session.status === 'cancelled') return 'cancelled'
  if (session.status === 'offered') return 'arranging'
  if (session.status !== 'fixed' || !session.time || session.time.end <= now) return 'over'
  return inviteOf(session, executive.id)?.partstat === 'DECLINED' ? 'given-back' : 'open'
}
