import { lineId } from '../../../../web/pages/line-id.ts'
import { type MailAnswer, settleReceivedMail } from '../../../actions/mail/settle.ts'
import { offerTimes } from '../../../actions/offer/make.ts'
import { remind } from '../../../actions/offer/remind.ts'
import { answerRequest, type AnswerWish } from '../../../actions/record/answer.ts'
import { acceptCounter } from '../../../actions/session/counter.ts'
import { logOutcome } from '../../../actions/session/log-outcome.ts'
import { offerInstead } from '../../../actions/session/mentor-cannot.ts'
import { type Snoozed, snoozeItem } from '../../../actions/today/snooze.ts'
import type { ByPerson } from '../../../domain/decision.ts'
import { isId } from '../../../domain/ids.ts'
import type { SuggestedNow } from '../../../domain/mail/suggested-now.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../../domain/result.ts'
import type { OutcomeResult } from '../../../domain/session/outcome.ts'
import type { Session } from '../../../domain/session/session.ts'
import { instant } from '../../../domain/time/time.ts'
import type { Item, Morning } from '../../../domain/today/item.ts'
import { keyOf } from '../../../domain/today/snooze.ts'
import { findReceivedFor } from '../../../storage/mail/received.ts'
import { findSessionSituation } from '../../../storage/situation.ts'
import type { AppContext } from '../../context.ts'
import { resultIn } from '../../forms/outcome.ts'
import type { Saved } from '../after-press.ts'
import { startsIn } from '../offer/steering.ts'
import { requestOf } from './request.ts'

/** What came of a line: the session that is another now, or only that the line is settled, and how it is called then. */
export type Done = Snoozed & { readonly what?: Saved }

/** `needs-more`: no single press does what the line proposes. */
export type NotDone = Refusal | { readonly reason: 'needs-more' }

type Press = {
  readonly morning: Pick<Morning, 'programme' | 'recordRequests'>
  readonly fields: Readonly<Record<string, string | undefined>>
  /** One press, at one moment, however many lines it is for. */
  readonly by: ByPerson & { readonly door: 'manager' }
}

/**
 * Does what a line proposes, as it was shown: its times and her reason come with the press. What it says nothing of is not
 * done by it: a line is settled only where its own button says so.
 */
export async function doAsProposed(c: AppContext, item: Item, press: Press): Promise<Result<Done, NotDone>> {
  const platform = c.get('platform')
  const { morning, fields, by } = press
  const { sessionId } = item
  const isSettled = item.action === 'settle' || (item.action === 'answer-for' && fields['done'] !== undefined)
  if (isSettled)
    return snoozeItem(platform, { programmeId: morning.programme.id, key: keyOf(item), until: null }, by)
  switch (item.action) {
    case 'decide-proposal': {
      const reason = fields['reason']?.trim() || null
      return sessionId && item.proposalId
        ? done(await acceptCounter(platform, sessionId, { proposalId: item.proposalId, reason }, by))
        : refuse({ reason: 'not-found' })
    }
    case 'offer':
      return item.kind === 'mentor-cannot' && sessionId
        ? done(await offerInstead(platform, sessionId, by))
        : offer(c, item, press)
    case 'remind':
      return sessionId ? done(await remind(platform, sessionId, by)) : refuse({ reason: 'not-found' })
    case 'log':
      return log(c, item, resultIn(fields['result']), by)
    case 'answer-for':
      return takeSuggestion(c, item, by)
    case 'answer-request':
      return answerAbout(c, item, press)
    default:
      return refuse({ reason: 'needs-more' })
  }
}

async function offer(c: AppContext, item: Item, { fields, by }: Press): Promise<Result<Done, NotDone>> {
  const platform = c.get('platform')
  const line = lineId(keyOf(item))
  const id = fields[`offer.${line}`] ?? ''
  const starts = startsIn(fields[`times.${line}`], platform.now())
  const pairingId = item.pairingId
  if (!pairingId || !isId('off', id) || starts.length === 0) return refuse({ reason: 'needs-more' })
  const wish = { id, pairingId, minutes: null, options: null, starts, isOnlyFirst: true }
  return done(await offerTimes(platform, wish, by))
}

/** Nobody said what came of it but whether it took place. */
async function log(
  c: AppContext,
  { sessionId }: Item,
  result: OutcomeResult | null,
  by: Press['by'],
): Promise<Result<Done, NotDone>> {
  if (!sessionId || !result) return refuse({ reason: 'needs-more' })
  const unsaid = { commitment: null, dueOn: null, lastDone: null, benefit: null, evidence: null }
  const wish = { result, ...unsaid, needsManager: false, whyNotHeld: null }
  return done(await logOutcome(c.get('platform'), sessionId, wish, by))
}

/** What a mail seems to say, if it says something that can still be done. */
async function takeSuggestion(c: AppContext, item: Item, by: Press['by']): Promise<Result<Done, NotDone>> {
  const platform = c.get('platform')
  const { suggestion: says } = item
  if (!says) return refuse({ reason: 'needs-more' })
  if (says.refusal) return refuse(says.refusal)
  const mail = item.receivedId && (await findReceivedFor(platform.db, item.receivedId, by.reach ?? []))
  if (!mail) return refuse({ reason: 'not-found' })
  const situation = mail.sessionId ? await findSessionSituation(platform, mail.sessionId) : null
  return settleReceivedMail(platform, mail, situation, answerOf(says), by)
}

function answerOf(says: SuggestedNow): MailAnswer {
  switch (says.kind) {
    case 'time':
      return { kind: 'time', start: says.time.start, reason: null }
    case 'option':
      return { kind: 'option', optionId: says.optionId }
    case 'none':
      return { kind: 'none' }
    case 'later':
      return { kind: 'later', notBefore: says.notBefore }
  }
}

const ANSWERS = {
  'take-over': 'record-taken-over',
  done: 'record-seen-to',
  refused: 'record-refused',
} as const satisfies Readonly<Record<AnswerWish['answer'], Saved>>

/** What somebody asked about his own record; an erasure has a page of its own, which does it. */
async function answerAbout(
  c: AppContext,
  item: Item,
  { morning, fields, by }: Press,
): Promise<Result<Done, NotDone>> {
  const request = requestOf(item, morning)
  const answer = (['take-over', 'done', 'refused'] as const).find((each) => each === fields['answer'])
  if (!request || !answer) return refuse({ reason: 'needs-more' })
  if (request.kind === 'erasure' && answer !== 'refused') return refuse({ reason: 'needs-more' })
  const { personId, kind } = request
  const key = { programmeId: morning.programme.id, personId, kind }
  const words = fields['reason']?.trim() || null
  const readAt = instant(Number(fields['readAt']))
  const answered = await answerRequest(c.get('platform'), key, { answer, readAt, words }, by)
  return answered.ok ? accept({ session: null, at: null, what: ANSWERS[answer] }) : answered
}

function done(result: Result<Session, Refusal>): Result<Done, NotDone> {
  return result.ok ? accept({ session: result.value, at: null }) : result
}
