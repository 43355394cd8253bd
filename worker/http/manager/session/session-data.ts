import {
  CORRECTION_LINE_FIELDS,
  type CorrectionLine,
  type OfferLine,
  OUTCOME_LINE_FIELDS,
  type OutcomeLine,
  type ProposalLine,
  SESSION_PAGE_FIELDS,
  type SessionData,
} from '../../../../web/pages/manager/session/session-data.ts'
import type { FormState } from '../../../../web/parts/form.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { sentenceOf } from '../../../../web/words/refusals/sentence.ts'
import type { SessionEventCode } from '../../../domain/events.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { lacksPlace } from '../../../domain/pairing/meeting-link.ts'
import { lineOf } from '../../../domain/pairing/reporting-line.ts'
import { seen } from '../../../domain/people/fields.ts'
import { lookOf } from '../../../domain/people/permission.ts'
import type { Person } from '../../../domain/people/person.ts'
import type { Policy } from '../../../domain/programme/programme.ts'
import { bumpDueAt } from '../../../domain/session/bump.ts'
import { type Correction, replaceableUntil } from '../../../domain/session/correct-log.ts'
import { shownLog } from '../../../domain/session/outcome.ts'
import {
  isOpenRound,
  answerShown,
  type Offer,
  type Partstat,
  type Session,
  type SessionStatus,
  standingOptions,
  wasAnsweredByAnother,
} from '../../../domain/session/session.ts'
import { refusedTimes } from '../../../domain/session/tried.ts'
import type { SessionSituation } from '../../../domain/situation.ts'
import { isHard, type SlotRefusal } from '../../../domain/slot/diary.ts'
import { zoneOfAt } from '../../../domain/slot/hours.ts'
import type { Instant, Interval } from '../../../domain/time/time.ts'
import { toWall } from '../../../domain/time/zones.ts'
import type { Platform } from '../../../platform.ts'
import { listMailsAbout } from '../../../storage/mail/received.ts'
import { listEverybody } from '../../../storage/people/membership.ts'
import { listPeople } from '../../../storage/people/person.ts'
import { listCorrections } from '../../../storage/session/corrections.ts'
import { type HistoryLine, listHistory } from '../../../storage/session/history.ts'
import { findOutcome, listCommitments } from '../../../storage/session/outcome.ts'
import { findOpenSession } from '../../../storage/session/session.ts'
import { listWhysOfSession } from '../../../storage/session/why.ts'
import { formatChoices, formatShown } from '../../forms/format-choices.ts'
import { namesIn } from '../../names.ts'
import { freeTimesFor } from './free-times.ts'

const LOGS: readonly SessionEventCode[] = ['logged', 'log-replaced', 'log-corrected']

/** The data of the manager's page about one session. */
export async function sessionData(
  platform: Platform,
  situation: SessionSituation,
  frame: PageFrame,
  form: FormState,
): Promise<SessionData> {
  const { session, executive, mentor, pairing, now } = situation
  const { policy } = situation.programme
  const { db, newId } = platform
  const [history, mails, outcome, commitments, whys, members, corrections, next, { free, moves }] =
    await Promise.all([
      listHistory(db, session.id),
      listMailsAbout(db, session.id),
      findOutcome(db, session.id),
      listCommitments(db, pairing.id),
      listWhysOfSession(db, session.id),
      listEverybody(db, session.programmeId),
      listCorrections(platform, session.id),
      isOpenRound(session) ? null : findOpenSession(db, pairing.id),
      freeTimesFor(platform, situation, frame),
    ])
  const nameOf = await namesFor(db, situation, history)
  const rows = history.toReversed().map((line) => ({
    code: line.code,
    at: line.at,
    who: nameOf(line.actorId),
    door: line.door,
    time: timeOf(line),
    partstat: partstatOf(line),
  }))
  const commitment = commitments.find(({ sessionId }) => sessionId === session.id)
  const look = lookOf('manager', null, executive)
  return seen<SessionData>(look, SESSION_PAGE_FIELDS, {
    frame,
    id: session.id,
    pairingId: pairing.id,
    status: session.status,
    executive: { id: executive.id, name: executive.name, zone: (moment) => zoneOfAt(executive, moment) },
    mentor: { id: mentor.id, name: mentor.name },
    mentors: members
      .filter(({ roles, id }) => roles.includes('mentor') && id !== executive.id)
      .map(({ id, name }) => ({ id, name })),
    time: session.time,
    releasedAt: bumpDueAt(session),
    minutes: session.minutes,
    place: session.place ?? pairing.place,
    lacksPlace: isToCome(situation) && lacksPlace(situation, session),
    bumps: session.bumps,
    begins: formatShown(situation, frame.locale)?.name ?? null,
    formats: isToCome(situation) ? formatChoices(situation, frame.locale) : null,
    notBefore: session.notBefore ? toWall(frame.zone, session.notBefore).day : null,
    invites: session.invites.map((invite) => {
      const { personId, partstat, live } = invite
      const answer = answerShown(invite)
      return {
        personId,
        name: nameOf(personId) ?? '',
        partstat,
        live,
        answer: answer
          ? {
              by: nameOf(answer.byId) ?? wordsFor(frame).received.somebodyUnknown,
              via: answer.via,
              at: answer.at,
            }
          : null,
        canUndo: live && session.status === 'fixed' && wasAnsweredByAnother(invite),
      }
    }),
    offer: session.offer
      ? {
          status: session.offer.status,
          asked: nameOf(session.offer.askedId) ?? '',
          options: optionsOf(session.offer, now),
          picked: session.offer.answer?.optionId ?? null,
        }
      : null,
    refused: isToCome(situation) ? refusedTimes(session).filter(({ start }) => start > now) : [],
    proposals: session.proposals.map((each) => proposalLine(each, situation, frame, nameOf(each.personId))),
    ...{ free, moves },
    hasQuestion: session.hasQuestion,
    outcome: outcome
      ? seen<OutcomeLine>(look, OUTCOME_LINE_FIELDS, {
          id: outcome.id,
          result: outcome.result,
          lastDone: outcome.lastDone,
          evidence: shownLog(outcome, policy).evidence,
          benefit: outcome.benefit,
          whyNotHeld: outcome.whyNotHeld,
          needsManager: outcome.needsManager,
          commitment: commitment ?? null,
          replaceableUntil: replaceableUntil(outcome),
        })
      : null,
    keepsStages: policy.stages,
    corrections: corrections.map((each) => correctionLine(each, policy, nameOf)),
    latest: latestOf(rows, session.status),
    onward: {
      pairing: pairing.status,
      kind: pairing.kind,
      next: next && { id: next.id, time: next.time },
      isBarred: lineOf(situation) !== null,
    },
    whys: whys.map(({ kind, code, byId }) => ({ kind, code, byId, by: nameOf(byId) })),
    mails,
    history: rows,
    ended: session.time !== null && session.time.end <= now,
    outcomeId: newId('out'),
    form,
  })
}

/** What leads to each state. A cancelled session may have been one that was taken back. */
const LEADS_TO: Readonly<Record<SessionStatus, readonly SessionEventCode[]>> = {
  offered: [
    'round-opened',
    'offered',
    'bumped',
    'reopened',
    'mentor-could-not',
    'logged',
    'log-replaced',
    'undone',
  ],
  fixed: ['fixed', 'booked', 'moved', 'mentor-changed', 'undone'],
  happened: LOGS,
  'cut-short': LOGS,
  'did-not-happen': [...LOGS, 'not-met'],
  cancelled: ['cancelled', 'undone'],
}

/** How a session came to be as it is: what happened, when and by whom. */
function latestOf(rows: SessionData['history'], status: SessionStatus): SessionData['latest'] {
  return rows.findLast(({ code }) => LEADS_TO[status].includes(code)) ?? null
}

function correctionLine(
  { at, byId, reason, before, agreed, said }: Correction,
  policy: Policy,
  nameOf: (id: PersonId | null) => string | null,
): CorrectionLine {
  const { result, lastDone, evidence } = shownLog(before, policy)
  return seen<CorrectionLine>(lookOf('manager', null, null), CORRECTION_LINE_FIELDS, {
    ...{ at, by: nameOf(byId), reason, result, lastDone, evidence },
    commitment: agreed?.words ?? null,
    loggedBy: nameOf(said.byId),
    loggedAt: said.at,
  })
}

function optionsOf(offer: Offer, now: Instant): OfferLine['options'] {
  const standing = standingOptions(offer, now)
  return offer.options.map((each) => ({ ...each, stands: standing.includes(each) }))
}

/** A time that has passed can be put away only, also if nothing was against it when it was proposed. */
function proposalLine(
  proposal: Session['proposals'][number],
  situation: SessionSituation,
  frame: PageFrame,
  by: string | null,
): ProposalLine {
  const { id, start, end, words } = proposal
  const { now } = situation
  const refusal = start <= now ? ({ reason: 'in-the-past', now } as const) : proposal.refusal
  return {
    id,
    time: { start, end },
    by: by ?? '',
    refusal: refusal && sentenceOf(refusal, frame, namesIn(situation)),
    accepts: isOpenRound(situation.session) ? acceptanceOf(refusal) : 'never',
    words,
  }
}

function acceptanceOf(refusal: SlotRefusal | null): ProposalLine['accepts'] {
  if (refusal === null) return 'at-once'
  return isHard(refusal) ? 'never' : 'with-reason'
}

function isToCome({ session, now }: SessionSituation): boolean {
  return session.status === 'offered' || (session.status === 'fixed' && (session.time?.end ?? now) > now)
}

async function namesFor(
  db: Platform['db'],
  { session, executive, mentor, assistants, manager, programme }: SessionSituation,
  history: readonly HistoryLine[],
) {
  const people = new Map<string, Person>(
    [executive, mentor, manager, ...assistants].map((each) => [each.id, each]),
  )
  // A mentor before the one who is it now keeps an invite, and whoever was asked may answer no longer.
  const named = [
    ...history.map(({ actorId }) => actorId),
    ...session.invites.flatMap(({ personId, answer }) => [personId, answer?.byId ?? null]),
    ...session.proposals.map(({ personId }) => personId),
    session.offer?.askedId ?? null,
  ]
  const others = [...new Set(named)].flatMap((id) => (id && !people.has(id) ? [id] : []))
  for (const person of await listPeople(db, others, programme.id)) people.set(person.id, person)
  return (id: PersonId | null) => (id === null ? null : (people.get(id)?.name ?? null))
}

function timeOf({ detail }: HistoryLine): Interval | null {
  return 'end' in detail ? { start: detail.start, end: detail.end } : null
}

function partstatOf({ detail }: HistoryLine): Partstat | null {
  return 'partstat' in detail ? (detail.partstat ?? null) : null
}
